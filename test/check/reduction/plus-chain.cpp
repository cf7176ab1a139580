// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
long f(const int *a, const int *b, int n) {
  long s = 0;
  // loomp: parallel reduction(+:s) -- (s + a[i]) + b[i]
  for (int i = 0; i < n; i++)
    s = s + a[i] + b[i];
  return s;
}
