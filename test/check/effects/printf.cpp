// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstdio>
void f(const double *a, int n) {
  // loomp: serial observable-order -- the lines must come in the order of the iterations
  for (int i = 0; i < n; i++)
    std::printf("%g\n", a[i]);
}
