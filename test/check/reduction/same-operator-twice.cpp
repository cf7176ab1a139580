// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double f(const double *a, const double *b, int n) {
  double s = 0;
  // loomp: parallel reduction(+:s) -- two updates with one operator
  for (int i = 0; i < n; i++) {
    s += a[i];
    if (b[i] > 0)
      s -= b[i];
  }
  return s;
}
