// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <array>
std::array<double, 100> a, b;
void f() {
  // loomp: parallel
  for (std::size_t i = 1; i < a.size(); i++)
    a[i] = b[i - 1];
}
