// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<int> &v, int n) {
  // loomp: not-parallel -- the elements must be appended in order, and the buffer may move
  for (int i = 0; i < n; i++)
    v.push_back(i);
}
