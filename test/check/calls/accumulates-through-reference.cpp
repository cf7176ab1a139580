// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static void add(double &s, double v) { s += v; }
double f(const double *a, int n) {
  double s = 0;
  // loomp: not-parallel -- i=1 adds a multiple of the s that i=0 has left, inside the callee
  for (int i = 0; i < n; i++)
    add(s, a[i] * s);
  return s;
}
