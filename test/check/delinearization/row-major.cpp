// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n, int m) {
  // loomp: parallel -- j < m, so the rows do not overlap
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < m; j++)
      a[i * m + j] = i - j;
}
