// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
#include <functional>
double ga[1001], gb[1001];
static void one(double *y, const double *x, int n) {
  // loomp: parallel assuming(no-alias) -- one of the calls passes an array twice
  for (int i = 0; i < n; i++)
    y[i] = x[i + 1];
}
static void passed(double *y, const double *x, int n) {
  // loomp: parallel assuming(no-alias) -- somebody else may call it
  for (int i = 0; i < n; i++)
    y[i] = x[i + 1];
}
static void handed(double *y, const double *x, int n) {
  // loomp: parallel assuming(no-alias) -- the caller's own arguments may overlap
  for (int i = 0; i < n; i++)
    y[i] = x[i + 1];
}
static void recursive(double *y, double *x, int n) {
  // loomp: parallel assuming(no-alias) -- the inner call passes one array twice
  for (int i = 0; i < n; i++)
    y[i] = x[i + 1];
  if (n > 10)
    recursive(x, x, n / 2);
}
static void global(double *y, int n) {
  // loomp: parallel assuming(no-alias) -- y may be gb
  for (int i = 0; i < n; i++)
    y[i] = gb[i + 1];
}
static void notGlobal(double *y, int n) {
  // loomp: parallel
  for (int i = 0; i < n; i++)
    y[i] = gb[i + 1];
}
static double start(double *y, const double *x, int n) {
  // loomp: parallel assuming(no-alias) -- called before main, with one array
  for (int i = 0; i < n; i++)
    y[i] = x[i + 1];
  return y[0];
}
double atStart = start(ga, ga, 100);
std::function<void(double *, const double *, int)> later = passed;
void f(double *u, double *v, int n) {
  double local[101];
  one(ga, gb, n);
  one(ga, ga, n);
  passed(ga, gb, n);
  handed(u, v, n);
  recursive(ga, gb, n);
  global(gb, n);
  global(ga, n);
  notGlobal(ga, n);
  notGlobal(local, 100);
  start(ga, gb, n);
}
