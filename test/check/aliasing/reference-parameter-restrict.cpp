// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double &s, const double *__restrict a, int n) {
  // loomp: parallel reduction(+:s) -- s is written, so restrict forbids that it is an element of a
  for (int i = 0; i < n; i++)
    s += a[i];
}
