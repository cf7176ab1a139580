// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  // loomp: parallel -- r is a[i] of its own iteration
  for (int i = 0; i < n; i++) {
    double &r = a[i];
    r = b[i];
    r *= 2;
  }
}
