// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const int *a, int n, int x) {
  // loomp: serial early-exit -- the first match is returned
  for (int i = 0; i < n; i++)
    if (a[i] == x)
      return i;
  return -1;
}
