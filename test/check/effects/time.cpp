// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <ctime>
long a[1000];
void f(int n) {
  // loomp: not-parallel -- the clock readings rise with i
  for (int i = 0; i < n; i++)
    a[i] = std::clock();
}
