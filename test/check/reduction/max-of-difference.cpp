// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cmath>
double f(const double *a, int n) {
  double m = 0;
  // loomp: not-parallel -- the new m depends on the old one by a subtraction
  for (int i = 0; i < n; i++)
    m = std::fabs(a[i] - m);
  return m;
}
