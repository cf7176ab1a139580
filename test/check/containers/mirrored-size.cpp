// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(const std::vector<int> &v, std::vector<int> w) {
  // loomp: parallel -- v.size() - 1 - i does not wrap, since i < v.size()
  for (std::size_t i = 0; i < v.size(); i++)
    w[v.size() - 1 - i] = v[i];
}
