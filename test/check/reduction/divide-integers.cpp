// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const int *a, int n) {
  int p = 1 << 30;
  // loomp: not-parallel -- integer division rounds at every step; 7 / 2 / 2 is not 7 / (2 / 2)
  for (int i = 0; i < n; i++)
    p /= a[i];
  return p;
}
