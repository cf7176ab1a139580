// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<std::vector<double>> &m, int n) {
  std::vector<double> &pivot = m[3];
  // loomp: not-parallel -- i=3 writes pivot[0], which i=4 reads
  for (int i = 0; i < n; i++)
    m[i][0] = pivot[0] * 2;
}
