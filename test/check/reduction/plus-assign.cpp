// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double f(const double *a, int n) {
  double s = 0;
  // loomp: parallel reduction(+:s)
  for (int i = 0; i < n; i++)
    s += a[i];
  return s;
}
