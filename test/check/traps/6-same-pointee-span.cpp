// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <span>
#include <vector>
void f(std::vector<std::span<double>> &v) {
  // loomp: not-parallel -- v[0] and v[1] may view the same elements
  for (std::size_t i = 0; i < v.size(); i++)
    v[i][0] = v[i][0] / 2 + 1;
  // loomp: parallel atomic(+:v[i][0])
  for (std::size_t i = 0; i < v.size(); i++)
    v[i][0] += 1;
}
