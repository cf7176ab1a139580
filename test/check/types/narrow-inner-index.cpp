// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[512];
void f() {
  // loomp: not-parallel -- the sum is narrowed: i=0 j=1 and i=1 j=0 both write a[1]
  for (int i = 0; i < 300; i++)
    // loomp: not-parallel -- j=0 and j=256 meet
    for (int j = 0; j < 300; j++)
      a[(unsigned char)(i + j)] = j;
}
