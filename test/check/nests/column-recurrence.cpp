// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[100][100];
void f() {
  // loomp: parallel -- row i only reads row i
  for (int i = 0; i < 100; i++)
    // loomp: serial carried-flow-dependence -- j=1 writes a[i][1], j=2 reads it
    for (int j = 1; j < 100; j++)
      a[i][j] += a[i][j - 1];
}
