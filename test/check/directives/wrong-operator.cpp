// RUN: %loomp check %s -- -std=c++20 -fopenmp | FileCheck %s
// reduction(* : s) over a sum starts the private copies from 1.
// CHECK-NOT: already parallel
double f(const double *a, int n) {
  double s = 0;
#pragma omp parallel for reduction(* : s)
  for (int i = 0; i < n; i++)
    s += a[i];
  return s;
}
// CHECK: 1 loop:{{.*}} 0 already parallel
