// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
// A wrap-around variable: last is i - 1, except in the first iteration.
double a[1000], b[1000];
void f(int n) {
  int last = n - 1;
  // loomp: parallel induction(last) -- last is n - 1, then i - 1
  for (int i = 0; i < n; i++) {
    b[i] = a[last];
    last = i;
  }
}
double differences(int n) {
  double before = 0;
  // loomp: parallel induction(before) -- before is 0, then a[i - 1], and a does not change
  for (int i = 0; i < n; i++) {
    b[i] = a[i] - before;
    before = a[i];
  }
  return before;
}
void named(int n) {
  double before = 0;
  // loomp: parallel induction(before)
  for (int i = 0; i < n; i++) {
    const double now = a[i];
    b[i] = now - before;
    before = now;
  }
}
void sameArray(int n) {
  double before = 0;
  // loomp: not-parallel -- before is the old a[i - 1], which iteration i - 1 has overwritten
  for (int i = 0; i < n; i++) {
    double now = a[i];
    a[i] = now - before;
    before = now;
  }
}
void mayOverlap(const double *x, double *y, int n) {
  double before = 0;
  // loomp: not-parallel -- y may be x: x[i - 1] is no longer what iteration i - 1 read
  for (int i = 0; i < n; i++) {
    y[i] = x[i] - before;
    before = x[i];
  }
}
void result(int n) {
  double before = 0;
  // loomp: not-parallel -- before is what iteration i - 1 computed
  for (int i = 0; i < n; i++) {
    b[i] = a[i] - before;
    before = b[i];
  }
}
void onlySome(int n) {
  double before = 0;
  // loomp: not-parallel -- before is the last positive a[k], wherever that was
  for (int i = 0; i < n; i++) {
    b[i] = a[i] - before;
    if (a[i] > 0)
      before = a[i];
  }
}
void skipped(int n) {
  double before = 0;
  // loomp: not-parallel -- an iteration that continues leaves before as it was
  for (int i = 0; i < n; i++) {
    if (a[i] < 0)
      continue;
    b[i] = a[i] - before;
    before = a[i];
  }
}
