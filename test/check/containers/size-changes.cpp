// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<int> &v) {
  // loomp: not-parallel -- the bound shrinks with every iteration
  for (std::size_t i = 0; i < v.size(); i++)
    v.pop_back();
}
