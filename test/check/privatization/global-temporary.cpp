// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000], t;
void f(int n) {
  // loomp: parallel lastprivate(t) -- others may read the global afterwards
  for (int i = 0; i < n; i++) {
    t = a[i];
    b[i] = t * t;
  }
}
