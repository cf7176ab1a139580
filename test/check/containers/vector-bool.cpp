// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
void f(std::vector<bool> &v, const int *a, int n) {
  // loomp: not-parallel -- v[0] and v[1] are bits of one byte: i=0 and i=1 both rewrite it
  for (int i = 0; i < n; i++)
    v[i] = a[i] > 0;
}
