// RUN: %loomp check %s -- -std=c++20 -fopenmp | FileCheck %s
// private(t) loses the value that the function returns.
// CHECK-NOT: already parallel
double b[1000];
double f(const double *a, int n) {
  double t = 0;
#pragma omp parallel for private(t)
  for (int i = 0; i < n; i++) {
    t = a[i];
    b[i] = t * t;
  }
  return t;
}
// CHECK: 1 loop:{{.*}} 0 already parallel
