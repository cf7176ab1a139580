// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<int> &v, const int *w, int n) {
  // loomp: not-parallel -- v.at(i) throws in iteration w[i] = v.size(), after which none may run
  for (int i = 0; i < n; i++)
    v.at(w[i]) = i;
}
