// RUN: %loomp check --fp=strict --format=json %s -- -std=c++20 | %verdicts %s
double f(const double *a, const int *b, int n) {
  double s = 0, m = 0;
  long t = 0;
  // loomp: not-parallel strict-floating-point -- the order of the additions may not change
  for (int i = 0; i < n; i++)
    s += a[i];
  // loomp: parallel reduction(+:t) -- integers do not round
  for (int i = 0; i < n; i++)
    t += b[i];
  // loomp: parallel reduction(max:m) -- nor does a maximum
  for (int i = 0; i < n; i++)
    m = a[i] > m ? a[i] : m;
  return s + t + m;
}
