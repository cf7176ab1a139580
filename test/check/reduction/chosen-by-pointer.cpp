// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double f(const double *a, int n) {
  double positive = 0, negative = 0;
  // loomp: not-parallel -- which sum grows in i=1 depends on the sum that i=0 has left
  for (int i = 0; i < n; i++) {
    double *s = a[i] > positive ? &positive : &negative;
    *s += a[i];
  }
  return positive + negative;
}
