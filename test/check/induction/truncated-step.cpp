// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
void f(int n) {
  int k = 0;
  // loomp: not-parallel -- 0 + 0.5 truncates to 0: every iteration writes a[0]
  for (int i = 0; i < n; i++) {
    a[k] = i;
    k += 0.5;
  }
}
