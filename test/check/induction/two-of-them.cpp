// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double f(const double *a, int n, double h) {
  double s = 0, x = 0, y = 1;
  // loomp: parallel reduction(+:s) induction(x) induction(y)
  for (int i = 0; i < n; i++) {
    s += a[i] * x * y;
    x += h;
    y -= 2 * h;
  }
  return s;
}
