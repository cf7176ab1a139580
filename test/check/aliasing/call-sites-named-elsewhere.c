// RUN: %loomp check --format=json %s -- -std=c17 | %verdicts %s
static double a[1001], b[1001];
static void shift(double *y, const double *x, int n) {
  // loomp: parallel assuming(no-alias) -- 'other' is a name that another file may call
  for (int i = 0; i < n; i++)
    y[i] = x[i + 1];
}
void other(double *y, const double *x, int n) __attribute__((alias("shift")));
void f(void) { shift(a, b, 1000); }
