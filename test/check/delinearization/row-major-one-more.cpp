// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n, int m) {
  // loomp: not-parallel -- a[0 * m + m] (i=0) is a[1 * m + 0] (i=1)
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j <= m; j++)
      a[i * m + j] = i - j;
}
