// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[10][20][30];
void f() {
  // loomp: parallel
  for (int i = 0; i < 10; i++)
    // loomp: serial carried-flow-dependence -- j=1 writes a[i][1][k], j=2 reads it
    for (int j = 1; j < 20; j++)
      // loomp: parallel
      for (int k = 0; k < 30; k++)
        a[i][j][k] += a[i][j - 1][k];
}
