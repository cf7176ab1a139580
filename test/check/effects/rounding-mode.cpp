// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cfenv>
#include <cmath>
double a[1000];
void f(int n) {
  // loomp: not-parallel -- the mode set in i=10 holds for i=11; each thread has a mode of its own
  for (int i = 0; i < n; i++) {
    if (i == 10)
      std::fesetround(FE_UPWARD);
    a[i] = std::nearbyint(a[i]);
  }
}
