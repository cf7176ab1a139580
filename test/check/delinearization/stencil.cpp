// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *__restrict b, const double *__restrict a, int n, int m) {
  // loomp: parallel
  for (int i = 1; i < n - 1; i++)
    // loomp: parallel
    for (int j = 1; j < m - 1; j++)
      b[i * m + j] = a[(i - 1) * m + j] + a[(i + 1) * m + j] + a[i * m + j - 1] + a[i * m + j + 1];
}
