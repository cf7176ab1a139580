// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int t, a[1000];
static int twice() { return 2 * t; }
void f() {
  // loomp: not-parallel -- twice() reads the global t, whatever a clause makes of the name
  for (int i = 0; i < 1000; i++) {
    t = i;
    a[i] = twice();
  }
}
