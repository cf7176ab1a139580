// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<double> &a, int n) {
  std::vector<double> old = a;
  // loomp: parallel -- old is a copy
  for (int i = 1; i < n; i++)
    a[i] = old[i - 1];
}
