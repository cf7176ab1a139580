// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const double *a, int n) {
  int left = n;
  // loomp: parallel reduction(+:left)
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      left--;
  return left;
}
