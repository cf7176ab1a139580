// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static void parse(int v, int *out) {
  if (v > 0)
    *out = v;
}
int a[1000], b[1000];
void f(int n) {
  int t = 0;
  // loomp: not-parallel -- where a[i] <= 0, t keeps the value of an earlier iteration
  for (int i = 0; i < n; i++) {
    parse(a[i], &t);
    b[i] = t;
  }
}
