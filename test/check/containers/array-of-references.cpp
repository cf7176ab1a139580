// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <array>
void f(std::array<double, 100> &a, const std::array<double *, 100> &p) {
  // loomp: parallel assuming(no-alias) -- p[2] may point to a[1], which i=1 writes: a walk tells
  for (int i = 0; i < 100; i++)
    a[i] = *p[i] + 1;
}
