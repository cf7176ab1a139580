// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cmath>
double f(const double *a, int n) {
  double lo = a[0], hi = a[0];
  // loomp: parallel reduction(min:lo) reduction(max:hi)
  for (int i = 1; i < n; i++) {
    lo = std::fmin(lo, a[i]);
    hi = fmax(hi, std::fabs(a[i]));
  }
  return hi - lo;
}
