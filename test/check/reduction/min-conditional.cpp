// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double f(const double *a, int n) {
  double m = a[0], w = a[0];
  // loomp: parallel reduction(min:m) reduction(max:w)
  for (int i = 1; i < n; i++) {
    m = a[i] < m ? a[i] : m;
    w = a[i] < w ? w : a[i];
  }
  return m + w;
}
