// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[4], b[1000];
void f() {
  // loomp: not-parallel -- i=0 and i=4 both write a[0]
  for (int i = 0; i < 1000; i++)
    a[i % 4] = b[i];
}
