// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <cstdlib>
double ga[1001], gb[1001];
static void shift(double *y, const double *x, int n) {
  // All calls pass two different arrays, this one's own callers included.
  // loomp: parallel
  for (int i = 0; i < n; i++)
    y[i] = x[i + 1];
}
static void twice(double *y, const double *x, int n) {
  shift(y, x, n);
  shift(y, x, n - 1);
}
static void total(double &s, const double *a, int n) {
  // loomp: parallel reduction(+:s)
  for (int i = 0; i < n; i++)
    s += a[i];
}
double f(int n) {
  double *p = new double[n], *q = static_cast<double *>(std::malloc(n * sizeof(double)));
  twice(p, q, n - 1);
  twice(ga, gb, 1000);
  double s = 0;
  total(s, ga, 1000);
  total(s, p, n);
  return s;
}
