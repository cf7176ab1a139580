// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <array>
std::array<double, 100> a;
void f() {
  // loomp: serial carried-flow-dependence -- i=1 writes a[1], i=2 reads it
  for (std::size_t i = 1; i < a.size(); i++)
    a[i] = a[i - 1];
}
