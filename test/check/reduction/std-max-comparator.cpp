// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <algorithm>
int f(const int *a, int n) {
  int m = a[0];
  // The comparator is no ordering by value: ties are broken by who came first.
  // loomp: not-parallel -- with 12 and 22 the first to come wins
  for (int i = 1; i < n; i++)
    m = std::max(m, a[i], [](int x, int y) { return x % 10 < y % 10; });
  return m;
}
