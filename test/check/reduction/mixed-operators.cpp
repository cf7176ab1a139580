// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double f(const double *a, int n) {
  double s = 0;
  // loomp: serial carried-flow-dependence -- (s + x) * y is not (s * y) + x
  for (int i = 0; i < n; i++) {
    s += a[i];
    s *= 0.5;
  }
  return s;
}
