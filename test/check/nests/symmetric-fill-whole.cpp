// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[100][100];
void f() {
  // loomp: not-parallel -- i=0 j=1 and i=1 j=0 both write a[0][1]
  for (int i = 0; i < 100; i++)
    // loomp: parallel
    for (int j = 0; j < 100; j++)
      a[i][j] = a[j][i] = i - j;
}
