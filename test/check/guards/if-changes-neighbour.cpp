// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1001];
void f(int n) {
  // loomp: not-parallel -- i=0 may change a[1], which i=1 tests
  for (int i = 0; i < n; i++)
    if (a[i] > 0)
      a[i + 1] = -a[i];
}
