// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstdlib>
double a[1000];
void f(int n) {
  // loomp: not-parallel -- exit in iteration i keeps later iterations from running
  for (int i = 0; i < n; i++) {
    if (a[i] < 0)
      std::exit(1);
    a[i] *= 2;
  }
}
