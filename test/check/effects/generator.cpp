// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <random>
double a[1000];
void f(int n, unsigned seed) {
  std::mt19937 g(seed);
  // loomp: not-parallel -- every call changes the state of g
  for (int i = 0; i < n; i++)
    a[i] = g();
}
