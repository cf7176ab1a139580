// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const int *a, int n) {
  int z = 7;
  // loomp: parallel selection(last:z) -- the last iteration may not assign z
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      z = a[i];
  return z;
}
