// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000], b[1000];
void f(int n) {
  int t = 0;
  // loomp: not-parallel -- where a[i] <= 0, t is not assigned and keeps an earlier value
  for (int i = 0; i < n; i++) {
    bool both = a[i] > 0 && (t = a[i]) > 5;
    b[i] = t + both;
  }
}
