// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(double *w) {
  // loomp: not-parallel -- `private(w)` would copy the pointer: i=0 and i=1 share w[0]
  for (int i = 0; i < 999; i++) {
    w[0] = a[i];
    w[1] = a[i + 1];
    b[i] = w[0] * w[1];
  }
}
