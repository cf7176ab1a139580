// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(int n) {
  std::vector<double> a(n), b(n);
  double *p = a.data();
  const double *q = b.data();
  // loomp: parallel
  for (int i = 0; i < n - 1; i++)
    p[i] = q[i + 1];
}
