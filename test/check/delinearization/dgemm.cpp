// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void dgemm(const std::vector<double> &a, const std::vector<double> &b, std::vector<double> c,
           int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < n; j++) {
      double s = 0;
      // loomp: parallel reduction(+:s)
      for (int k = 0; k < n; k++)
        s += a[i * n + k] * b[k * n + j];
      c[i * n + j] = s;
    }
}
