// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<double *> &m, int n) {
  // loomp: not-parallel -- m[0] and m[1] may be one row
  for (int i = 0; i < n; i++)
    m[i][0] = i;
  // loomp: parallel atomic(+:m[i][0]) -- if they are one row, both iterations add to one element
  for (int i = 0; i < n; i++)
    m[i][0] += 1;
}
