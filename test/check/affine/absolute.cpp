// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstdlib>
int a[1000];
void f(int n) {
  // loomp: not-parallel -- i=4 and i=6 both write a[1]
  for (int i = 0; i < n; i++)
    a[std::abs(i - 5)] = i;
}
