// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<double> a, std::vector<double> &b, int n) {
  // loomp: parallel -- a is the function's own copy
  for (int i = 0; i < n; i++)
    b[i] = a[i + 1];
}
