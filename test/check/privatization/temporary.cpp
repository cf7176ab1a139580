// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  double t;
  // loomp: parallel private(t)
  for (int i = 0; i < n; i++) {
    t = a[i] * 2;
    b[i] = t * t;
  }
}
