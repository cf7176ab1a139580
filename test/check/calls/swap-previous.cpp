// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <utility>
double a[1000];
void f(int n) {
  double carry = 0;
  // loomp: not-parallel -- i=1 stores the element that i=0 took out
  for (int i = 0; i < n; i++)
    std::swap(carry, a[i]);
}
