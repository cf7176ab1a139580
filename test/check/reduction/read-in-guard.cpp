// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double f(const double *a, int n) {
  double s = 0;
  // loomp: not-parallel -- whether i adds depends on the sum of all before it
  for (int i = 0; i < n; i++)
    if (s < 100)
      s += a[i];
  return s;
}
