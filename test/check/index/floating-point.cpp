// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cmath>
double s;
void f() {
  // loomp: not-parallel -- OpenMP needs an integer or pointer index
  for (double x = 0; x < 1; x += 0.125)
    s += std::sin(x);
}
