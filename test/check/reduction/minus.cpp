// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double f(const double *a, int n) {
  double s = 0, t = 0;
  // loomp: parallel reduction(+:s) reduction(+:t)
  for (int i = 0; i < n; i++) {
    s -= a[i];
    t = t - a[i];
  }
  return s + t;
}
