// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <iostream>
void f(const double *a, int n) {
  // loomp: not-parallel -- the lines must come in the order of the iterations
  for (int i = 0; i < n; i++)
    std::cout << a[i] << '\n';
}
