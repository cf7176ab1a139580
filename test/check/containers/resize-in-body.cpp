// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<int> &v, int n) {
  // loomp: not-parallel -- resize may move the buffer under another iteration's v[i]
  for (int i = 0; i < n; i++) {
    v.resize(i + 1);
    v[i] = i;
  }
}
