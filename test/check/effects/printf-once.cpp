// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstdio>
int a[1000];
void f(int n) {
  // loomp: parallel peeled(middle) -- only i=3 prints: there is no order to be seen
  for (int i = 0; i < n; i++) {
    a[i] = i;
    if (i == 3)
      std::puts("three");
  }
}
