// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstdio>
static double checked(double x) {
  if (x < 0)
    std::puts("negative");
  return x;
}
double a[1000];
void f(int n) {
  // loomp: not-parallel -- the messages must come in the order of the iterations
  for (int i = 0; i < n; i++)
    a[i] = checked(a[i]);
}
