// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <utility>
double a[1000];
void f(int n, int m) {
  // loomp: not-parallel -- the bound alternates between n and m
  for (int i = 0; i < n; i++) {
    a[i] = 0;
    std::swap(n, m);
  }
}
