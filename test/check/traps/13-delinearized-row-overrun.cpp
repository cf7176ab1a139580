// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n) {
  // loomp: not-parallel -- j runs to n: a[0 * n + n] of row 0 is a[1 * n + 0] of row 1
  for (int i = 0; i < n; i++)
    // loomp: serial carried-flow-dependence -- j=1 writes element 1 of the row, j=2 reads it
    for (int j = 1; j <= n; j++)
      a[i * n + j] += a[i * n + j - 1];
}
