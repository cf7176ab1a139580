// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<double> &a, int n) {
  std::vector<double> &old = a;
  // loomp: serial carried-flow-dependence -- old is a itself
  for (int i = 1; i < n; i++)
    a[i] = old[i - 1];
}
