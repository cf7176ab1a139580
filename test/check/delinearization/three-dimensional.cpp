// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n, int m, int p) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < m; j++)
      // loomp: parallel
      for (int k = 0; k < p; k++)
        a[(i * m + j) * p + k] = i + j + k;
}
