// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double b[1000];
double f(const double *a, int n) {
  double m = a[0], seen = 0;
  // loomp: not-parallel -- seen is the maximum so far, which a private copy is not
  for (int i = 0; i < n; i++) {
    if (a[i] > m)
      m = a[i];
    seen = m;
  }
  return seen;
}
