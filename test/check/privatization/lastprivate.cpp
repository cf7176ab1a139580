// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
double f(int n) {
  double t = 0;
  // loomp: parallel lastprivate(t)
  for (int i = 0; i < n; i++) {
    t = a[i];
    b[i] = t * t;
  }
  return t;
}
