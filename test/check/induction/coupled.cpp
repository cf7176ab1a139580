// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double f(const double *a, int n, double h) {
  double s = 0, x = 0, v = 0;
  // loomp: not-parallel -- v grows linearly, so x, which adds v, does not
  for (int i = 0; i < n; i++) {
    s += a[i] * x;
    x += v;
    v += h;
  }
  return s;
}
