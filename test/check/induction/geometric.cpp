// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double f(const double *a, int n) {
  double s = 0, w = 1;
  // loomp: parallel induction(w) reduction(+:s) -- w is a power of 0.5
  for (int i = 0; i < n; i++) {
    s += w * a[i];
    w *= 0.5;
  }
  return s;
}
