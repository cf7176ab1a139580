// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<std::vector<double>> &m, int n) {
  // loomp: not-parallel -- i=0 moves row 1 to row 0, i=1 swaps what i=0 has put there
  for (int i = 0; i < n - 1; i++)
    m[i].swap(m[i + 1]);
}
