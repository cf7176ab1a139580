// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n, int m) {
  // loomp: not-parallel -- the last iteration raises the bound
  for (int i = 0; i < n; i++) {
    a[i] = 0;
    if (i == n - 1 && n < m)
      n = m;
  }
}
