// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// Trap 1: clauses are lexical. `private(t)` would rename t, not what r is bound to.
int a[1000];
void f() {
  int t = 0, &r = t;
  // loomp: not-parallel -- i=1 must store its own t, but r reads the one t that all share
  for (int i = 0; i < 1000; i++) {
    t = i;
    a[i] = r;
  }
}
