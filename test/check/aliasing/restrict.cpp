// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
void f(double *__restrict y, const double *__restrict x, int n) {
  // loomp: parallel -- the programmer has promised that they do not overlap
  for (int i = 0; i < n; i++)
    y[i] = x[i + 1];
}
