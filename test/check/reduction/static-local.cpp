// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
long f(const int *a, int n) {
  static long total = 0;
  // loomp: parallel reduction(+:total) -- one object, named here only
  for (int i = 0; i < n; i++)
    total += a[i];
  return total;
}
