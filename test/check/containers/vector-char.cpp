// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<char> &v, const int *a, int n) {
  // loomp: parallel -- unlike vector<bool>, every element has its own byte
  for (int i = 0; i < n; i++)
    v[i] = a[i] > 0;
}
