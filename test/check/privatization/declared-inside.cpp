// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000], b[1000];
void f(int n) {
  double t = 0;
  // loomp: parallel -- the inner t hides the outer one
  for (int i = 0; i < n; i++) {
    double t = a[i];
    b[i] = t * t;
  }
  b[0] += t;
}
