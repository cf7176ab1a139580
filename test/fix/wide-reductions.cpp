// RUN: rm -rf %t && mkdir %t && cp %s %t/in.cpp
// RUN: %loomp fix --cost-model=off %t/in.cpp -- -std=c++20
// RUN: FileCheck-22 %s --input-file=%t/in.cpp
// clang combines numbers of more than 64 bits by functions of libatomic, which no build links
// without being told.
long double wide(const long double *d, int n) {
  long double y = 0;
  for (int i = 0; i < n; i++)
    y += d[i];
  return y;
}
double usual(const double *d, int n) {
  double y = 0;
  for (int i = 0; i < n; i++)
    y += d[i];
  return y;
}
// CHECK: double y = 0
// CHECK-NEXT: for
// CHECK: double y = 0
// CHECK-NEXT: #pragma omp parallel for reduction(+ : y)
