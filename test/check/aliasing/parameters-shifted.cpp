// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *y, const double *x, int n) {
  // loomp: parallel -- run-time check: y[0..n-1] and x[1..n] do not overlap
  for (int i = 0; i < n; i++)
    y[i] = x[i + 1];
}
