// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<std::vector<double>> &m, int n) {
  // loomp: parallel -- each row owns its buffer
  for (int i = 0; i < n; i++)
    // loomp: parallel
    for (int j = 0; j < n; j++)
      m[i][j] = i * j;
}
