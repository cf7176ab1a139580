// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
static int step(double x) { return x >= 1 ? 1 : 0; }
int a[1000];
void f() {
  double t = 0;
  // loomp: not-parallel -- the comparison is in the callee
  for (int i = 0; i < 1000; i++) {
    a[i] = step(t);
    t += 0.1;
  }
}
