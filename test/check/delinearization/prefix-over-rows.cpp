// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n, int m) {
  // loomp: not-parallel -- j=0 of row 1 reads a[m - 1], which row 0 has written
  for (int i = 1; i < n; i++)
    // loomp: serial carried-flow-dependence -- j=0 writes element 0 of the row, j=1 reads it
    for (int j = 0; j < m; j++)
      a[i * m + j] += a[i * m + j - 1];
}
