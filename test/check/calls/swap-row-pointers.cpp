// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <utility>
void f(double *a, double *b, int n) {
  // loomp: not-parallel -- a and b change places in every iteration
  for (int i = 0; i < n; i++) {
    b[i] = a[i + 1];
    std::swap(a, b);
  }
}
