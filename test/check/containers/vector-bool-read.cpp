// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <vector>
int f(const std::vector<bool> &v, int n) {
  int s = 0;
  // loomp: parallel reduction(+:s) -- reading shared bytes is harmless
  for (int i = 0; i < n; i++)
    if (v[i])
      s++;
  return s;
}
