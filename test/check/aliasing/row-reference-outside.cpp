// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<std::vector<double>> &m, int n) {
  std::vector<double> &pivot = m[3];
  // loomp: parallel peeled(middle) -- i=3 alone writes pivot[0], which all read
  for (int i = 0; i < n; i++)
    m[i][0] = pivot[0] * 2;
}
