// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const int *a, int n) {
  int s = 0, big = 0;
  // loomp: not-parallel -- counts for how many iterations the sum so far is large
  for (int i = 0; i < n; i++)
    if ((s += a[i]) > 100)
      big++;
  return s + big;
}
