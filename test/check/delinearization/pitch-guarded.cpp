// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *a, int n, int m, int pitch) {
  if (m <= pitch) {
    // loomp: parallel
    for (int i = 0; i < n; i++)
      // loomp: parallel
      for (int j = 0; j < m; j++)
        a[i * pitch + j] = i - j;
  }
}
