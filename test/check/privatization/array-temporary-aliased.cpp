// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f() {
  double w[2];
  double *first = w;
  // loomp: parallel lastprivate(wLocal, wLocal2) -- private copies of w would not be what first points to
  for (int i = 0; i < 999; i++) {
    w[0] = a[i];
    w[1] = a[i + 1];
    b[i] = *first * w[1];
  }
}
