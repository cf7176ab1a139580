// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
int total[100];
void f(std::vector<std::vector<int>> &rows) {
  // loomp: not-parallel -- i=0 lengthens rows[1], up to whose size i=1 sums
  for (int i = 0; i < 99; i++) {
    int s = 0;
    // loomp: parallel reduction(+:s)
    for (std::size_t j = 0; j < rows[i].size(); j++)
      s += rows[i][j];
    total[i] = s;
    rows[i + 1].push_back(s);
  }
}
