// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
void f(int n) {
  int x = 0;
  // loomp: not-parallel -- a[5] is the step and is written in iteration i=5
  for (int i = 0; i < n; i++) {
    a[i] = x;
    x += a[5];
  }
}
