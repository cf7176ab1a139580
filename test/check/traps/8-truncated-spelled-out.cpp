// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const double *a, int n) {
  int p = 0;
  // loomp: not-parallel -- p + a[i] is a double, truncated at every step
  for (int i = 0; i < n; i++)
    p = p + a[i];
  return p;
}
