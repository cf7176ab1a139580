// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<int> &v, int n) {
  // loomp: not-parallel -- every iteration writes the last element
  for (int i = 0; i < n; i++)
    v.back() += v[i];
}
