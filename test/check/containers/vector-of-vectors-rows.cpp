// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<std::vector<double>> &m, int n) {
  // loomp: serial carried-flow-dependence -- i=1 writes m[1][j], i=2 reads it
  for (int i = 1; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < n; j++)
      m[i][j] += m[i - 1][j];
}
