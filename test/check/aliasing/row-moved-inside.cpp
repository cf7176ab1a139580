// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <utility>
#include <vector>
void f(std::vector<std::vector<double>> &m, std::vector<double> &w, int n) {
  // loomp: not-parallel -- i=0 takes the contents of w, i=1 finds none
  for (int i = 0; i < n; i++)
    m[i] = std::move(w);
}
