// RUN: %loomp check %s -- -std=c++20 -fopenmp | FileCheck %s
// The loop could run in parallel, but its directive lacks `reduction(+ : s)`: s is raced on.
// CHECK-NOT: already parallel
double f(const double *a, int n) {
  double s = 0;
#pragma omp parallel for
  for (int i = 0; i < n; i++)
    s += a[i];
  return s;
}
// CHECK: 1 loop:{{.*}} 0 already parallel
