// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<double> &a) {
  const std::vector<double> &b = a;
  // loomp: serial carried-flow-dependence -- b is a: i=1 writes element 1, i=2 reads it
  for (std::size_t i = 1; i < a.size(); i++)
    a[i] = b[i - 1] * 2;
}
