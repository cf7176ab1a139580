// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <algorithm>
int f(const int *a, int n) {
  int lo = a[0], hi = a[0];
  // loomp: parallel reduction(min:lo) reduction(max:hi)
  for (int i = 1; i < n; i++) {
    lo = std::min(lo, a[i]);
    hi = std::max(a[i], hi);
  }
  return hi - lo;
}
