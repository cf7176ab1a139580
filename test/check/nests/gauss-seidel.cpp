// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[100][100];
void f(int steps) {
  // loomp: not-parallel -- step 0 writes a[1][1], step 1 reads it
  for (int t = 0; t < steps; t++)
    // loomp: serial carried-flow-dependence -- i=1 writes a[1][1], i=2 reads it
    for (int i = 1; i < 99; i++)
      // loomp: serial carried-flow-dependence -- j=1 writes a[i][1], j=2 reads it
      for (int j = 1; j < 99; j++)
        a[i][j] = 0.25 * (a[i - 1][j] + a[i + 1][j] + a[i][j - 1] + a[i][j + 1]);
}
