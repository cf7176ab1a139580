// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cmath>
#include <cstdlib>
double a[1000], b[1000];
int c[1000];
void f(int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++) {
    b[i] = std::sqrt(a[i]) + sin(a[i]) * std::pow(a[i], 2.5) - std::exp(-a[i]);
    c[i] = std::abs(c[i]) + abs(c[i]);
  }
}
