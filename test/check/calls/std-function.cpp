// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <functional>
double a[1000];
void f(const std::function<double(double)> &g, int n) {
  // loomp: not-parallel -- g may hold anything
  for (int i = 0; i < n; i++)
    a[i] = g(a[i]);
}
