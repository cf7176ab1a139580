// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static double square(double x) { return x * x; }
static double cube(double x) {
  double y = square(x);
  return y * x;
}
double a[1000];
void f(int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] = cube(a[i]);
}
