// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double f(const double *a, int n) {
  double m = a[0];
  // loomp: parallel reduction(max:m)
  for (int i = 1; i < n; i++)
    if (a[i] > m)
      m = a[i];
  return m;
}
