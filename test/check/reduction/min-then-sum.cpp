// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double f(const double *a, int n) {
  double m = 1e300, s = 0;
  // loomp: not-parallel -- adds the minimum so far in every iteration
  for (int i = 0; i < n; i++) {
    m = a[i] < m ? a[i] : m;
    s += m;
  }
  return s;
}
