// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Trap 1: clauses are lexical. `private(t)` would rename t, not what r is bound to.
int a[1000];
void f() {
  int t = 0, &r = t;
  // So a variable of the region stands for both.
  // loomp: parallel lastprivate(tLocal)
  for (int i = 0; i < 1000; i++) {
    t = i;
    a[i] = r;
  }
}
