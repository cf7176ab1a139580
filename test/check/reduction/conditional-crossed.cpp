// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double f(const double *a, int n) {
  double m = a[0], w = a[0];
  // loomp: not-parallel -- w is the last element that was no new minimum: depends on all before it
  for (int i = 1; i < n; i++) {
    w = a[i] < m ? w : a[i];
    m = a[i] < m ? a[i] : m;
  }
  return m + w;
}
