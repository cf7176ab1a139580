// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int f(const int *a, int n) {
  int m = a[0];
  // loomp: parallel reduction(max:m)
  for (int i = 1; i < n; i++) {
    if (m < a[i]) {
      m = a[i];
    }
  }
  return m;
}
