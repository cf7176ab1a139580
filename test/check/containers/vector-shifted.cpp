// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<double> &a, const std::vector<double> &b, int n) {
  // loomp: parallel -- if a and b are two vectors, which can be checked at run time
  for (int i = 0; i < n; i++)
    a[i] = b[i + 1] * 2;
}
