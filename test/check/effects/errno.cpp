// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cerrno>
#include <cmath>
double a[1000];
int bad[1000];
void f(int n) {
  // loomp: not-parallel -- errno keeps the failure of an earlier iteration until i clears it
  for (int i = 0; i < n; i++) {
    a[i] = std::log(a[i]);
    bad[i] = errno;
  }
}
