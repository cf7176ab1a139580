// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <array>
void f(std::array<double, 100> &a, const std::array<double *, 100> &p) {
  // loomp: not-parallel -- p[2] may point to a[1], which i=1 writes
  for (int i = 0; i < 100; i++)
    a[i] = *p[i] + 1;
}
