// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<int> &v, std::vector<int> &w) {
  // loomp: not-parallel -- the last iteration throws
  for (std::size_t i = 0; i < v.size(); i++)
    w[i] = v.at(i + 1);
}
