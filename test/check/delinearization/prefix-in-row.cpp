// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n, int m) {
  // loomp: parallel -- j starts at 1, so j - 1 stays in row i
  for (int i = 0; i < n; i++)
    // loomp: serial carried-flow-dependence -- j=1 writes element 1 of the row, j=2 reads it
    for (int j = 1; j < m; j++)
      a[i * m + j] += a[i * m + j - 1];
}
