// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
void f() {
  int t = 0;
  int *p = &t;
  // A clause would rename t only; a local variable stands for both.
  // loomp: parallel lastprivate(tLocal)
  for (int i = 0; i < 1000; i++) {
    t = i;
    a[i] = *p;
  }
}
void readOnly() {
  int t = 0;
  const int *p = &t;
  // loomp: unknown role-not-lexical -- no assignment to *p could keep p in use
  for (int i = 0; i < 1000; i++) {
    t = i;
    a[i] = *p;
  }
}
