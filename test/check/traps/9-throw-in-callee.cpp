// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static double root(double x) {
  if (x < 0)
    throw x;
  return x / 2;
}
double a[1000];
void f() {
  // loomp: not-parallel -- i=5 may throw: then i=6 must not run
  for (int i = 0; i < 1000; i++)
    a[i] = root(a[i]);
}
