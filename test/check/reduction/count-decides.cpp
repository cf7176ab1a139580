// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const double *a, int n) {
  int left = 10;
  // loomp: not-parallel -- only the first ten positive elements count down
  for (int i = 0; i < n; i++)
    if (a[i] > 0 && left > 0)
      left--;
  return left;
}
