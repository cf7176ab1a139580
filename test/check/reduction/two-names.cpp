// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double f(const double *a, const double *b, int n) {
  double s = 0;
  double &r = s;
  // loomp: not-parallel -- a clause would make s private, r would still be the shared one
  for (int i = 0; i < n; i++) {
    s += a[i];
    r += b[i];
  }
  return s;
}
