// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double f(const double *a, int n) {
  double p = 1;
  // loomp: parallel reduction(*:p)
  for (int i = 0; i < n; i++)
    p *= a[i];
  return p;
}
