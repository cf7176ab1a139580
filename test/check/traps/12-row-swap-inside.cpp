// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <utility>
double x[1001], y[1001];
void f(int n) {
  double *a = x, *b = y;
  // loomp: not-parallel -- i=0 writes y[1]; after the swap i=1 reads it as a[1]
  for (int i = 0; i < n; i++) {
    b[i + 1] = a[i];
    std::swap(a, b);
  }
}
