// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const int *a, int n) {
  int m = a[0], records = 0;
  // loomp: not-parallel -- counts how often the maximum rose, which depends on the order
  for (int i = 1; i < n; i++)
    if (a[i] > m) {
      m = a[i];
      records++;
    }
  return m + records;
}
