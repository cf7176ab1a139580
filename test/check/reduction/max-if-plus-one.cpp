// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const int *a, int n) {
  int m = a[0];
  // loomp: not-parallel -- after i the next element must exceed a[i] + 1, not a[i]
  for (int i = 1; i < n; i++)
    if (a[i] > m)
      m = a[i] + 1;
  return m;
}
