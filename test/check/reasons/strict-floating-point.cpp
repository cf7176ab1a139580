// RUN: %loomp check --format=json --fp=strict %s -- %flags | %verdicts %s
// To the last bit: no other order of additions, no other place to round.
double sum(int n, const double *a) {
  double sum = 0.0;
  // loomp: not-parallel strict-floating-point on(sum) -- (a + b) + c is not a + (b + c)
  for (int i = 0; i < n; i++)
    sum += a[i];
  return sum;
}

void sample(int n, double step, double *f) {
  double x = 0.0;
  // loomp: not-parallel strict-floating-point on(x) -- i * step is rounded once, the sum i times
  for (int i = 0; i < n; i++) {
    f[i] = x;
    x += step;
  }
}

long exact(int n, const int *a) {
  long sum = 0;
  // loomp: parallel reduction(+:sum)
  for (int i = 0; i < n; i++)
    sum += a[i];
  return sum;
}

void elementwise(int n, double *a) {
  // loomp: parallel -- each element is rounded as before
  for (int i = 0; i < n; i++)
    a[i] = 0.5 * a[i] + 1.0;
}
