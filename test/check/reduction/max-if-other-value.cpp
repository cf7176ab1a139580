// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double f(const double *a, const double *b, int n) {
  double m = a[0];
  // loomp: not-parallel -- compares with a[i] but keeps b[i]: depends on the order
  for (int i = 1; i < n; i++)
    if (a[i] > m)
      m = b[i];
  return m;
}
