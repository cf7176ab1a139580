// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// <algorithm> and <numeric> are full of loops; only those of this file are reported.
#include <algorithm>
#include <numeric>
double a[1000];
double f() {
  std::sort(a, a + 1000);
  // loomp: parallel
  for (int i = 0; i < 1000; i++)
    a[i] += 1;
  return std::accumulate(a, a + 1000, 0.0);
}
