// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f() {
  double t = 0;
  // loomp: not-parallel -- whether the comparison holds at t near 1 depends on the rounding
  for (int i = 0; i < 1000; i++) {
    a[i] = t < 1.0 ? 0 : 1;
    t += 0.1;
  }
}
