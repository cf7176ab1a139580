// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const int *a, int n) {
  int m = 0;
  // loomp: not-parallel -- the else branch lowers m, so the order of the elements counts
  for (int i = 0; i < n; i++)
    if (a[i] > m)
      m = a[i];
    else
      m--;
  return m;
}
