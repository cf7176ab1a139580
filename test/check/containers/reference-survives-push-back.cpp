// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<std::vector<int>> &rows, int n) {
  std::vector<int> &first = rows[0];
  // loomp: not-parallel -- i=0 appends to rows[0], which is first
  for (int i = 0; i < n; i++) {
    rows[i].push_back(i);
    rows[i][0] += static_cast<int>(first.size());
  }
}
