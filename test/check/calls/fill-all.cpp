// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <algorithm>
double a[1000];
void f(int n) {
  // loomp: not-parallel -- every iteration fills all of a; the last one's value must stay
  for (int i = 0; i < n; i++)
    std::fill(a, a + 1000, i);
}
