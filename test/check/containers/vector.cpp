// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<double> &a, const std::vector<double> &b) {
  // loomp: parallel -- if a and b are one vector, a[i] and b[i] are still of one iteration
  for (std::size_t i = 0; i < a.size(); i++)
    a[i] = b[i] * 2;
}
