// RUN: %loomp check --format=json %s -- -std=c17 | %verdicts %s
int a[1000];
void f(int n, int k) {
  // loomp: not-parallel -- the size of w is an expression that is evaluated: k grows
  for (int i = 0; i < n; i++) {
    int w[k++ % 10 + 1];
    w[0] = k;
    a[i] = w[0];
  }
}
