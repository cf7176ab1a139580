// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const double *a, int n) {
  int positive = 0, negative = 0, zero = 0;
  // loomp: parallel reduction(+:positive) reduction(+:negative) reduction(+:zero)
  for (int i = 0; i < n; i++) {
    if (a[i] > 0)
      positive++;
    else if (a[i] < 0)
      ++negative;
    zero += a[i] == 0;
  }
  return positive - negative + zero;
}
