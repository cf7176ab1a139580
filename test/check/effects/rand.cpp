// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstdlib>
double a[1000];
void f(int n) {
  // loomp: not-parallel -- i=1 gets the number after that of i=0
  for (int i = 0; i < n; i++)
    a[i] = std::rand();
}
