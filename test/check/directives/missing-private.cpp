// RUN: %loomp check %s -- -std=c++20 -fopenmp | FileCheck %s
// t is declared outside, so it is shared: the directive races on it.
// CHECK-NOT: already parallel
double a[1000], b[1000];
void f(int n) {
  double t;
#pragma omp parallel for
  for (int i = 0; i < n; i++) {
    t = a[i];
    b[i] = t * t;
  }
}
// CHECK: 1 loop:{{.*}} 0 already parallel
