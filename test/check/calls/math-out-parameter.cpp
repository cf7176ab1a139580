// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cmath>
double a[1000], whole;
void f(int n) {
  // loomp: parallel lastprivate(whole)
  for (int i = 0; i < n; i++)
    a[i] = std::modf(a[i], &whole);
}
