// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n, int m) {
  // loomp: not-parallel -- i=1 writes row 1, i=2 reads it
  for (int i = 1; i < n - 1; i++)
    // loomp: parallel -- rows i - 1 and i + 1 are only read
    for (int j = 0; j < m; j++)
      a[i * m + j] = a[(i - 1) * m + j] + a[(i + 1) * m + j];
}
