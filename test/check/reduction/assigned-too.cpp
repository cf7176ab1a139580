// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double f(const double *a, int n) {
  double s = 0;
  // loomp: not-parallel -- a negative element throws away all that came before it
  for (int i = 0; i < n; i++) {
    s += a[i];
    if (a[i] < 0)
      s = 0;
  }
  return s;
}
