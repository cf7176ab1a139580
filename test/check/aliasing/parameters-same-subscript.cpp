// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *y, const double *x, int n) {
  // loomp: parallel -- if they overlap at an offset a run-time check must fall back to serial
  for (int i = 0; i < n; i++)
    y[i] = y[i] + x[i];
}
