// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double f(const double *a, const double *b, int n) {
  double s = 0;
  double &r = s;
  // loomp: parallel reduction(+:sLocal) -- one local variable stands for both names
  for (int i = 0; i < n; i++) {
    s += a[i];
    r += b[i];
  }
  return s;
}
