// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int m[1000];
int f(const double *a, int n) {
  int s = 0;
  // loomp: not-parallel -- how far the inner loop runs depends on the sum so far
  for (int i = 0; i < n; i++) {
    // loomp: parallel
    for (int j = 0; j < s; j++)
      m[j] = j;
    s += a[i] > 0;
  }
  return s;
}
