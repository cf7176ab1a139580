// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A loop inside ends at the nearer of two bounds, which has no name in front of the loop outside.
#include <cstddef>
void rows(int m, long n, const double *u, double *a) {
  // loomp: parallel assuming(no-alias, no-dependence) -- up to the smaller of m and n
  for (int q = 0; q < m; ++q)
    // loomp: parallel assuming(no-alias)
    for (int r = 0; r < m && r < n; ++r)
      a[q * 8 + r] = u[2 * r] + u[r];
}
void unsignedBound(int m, std::size_t n, const double *u, double *a) {
  // loomp: unknown needs-assumption -- n may be 2^64 - 1, which is no signed number
  for (int q = 0; q < m; ++q)
    // loomp: unknown needs-assumption -- nor here
    for (int r = 0; r < m && r < n; ++r)
      a[q * 8 + r] = u[2 * r];
}
void changes(int m, int *n, const double *u, double *a) {
  // loomp: unknown carried-output-dependence -- another bound in each iteration
  for (int q = 0; q < m; ++q)
    // loomp: unknown needs-assumption -- FIXME: no name for n[q] in front of the loop
    for (int r = 0; r < m && r < n[q]; ++r)
      a[q * 8 + r] = u[2 * r];
}
