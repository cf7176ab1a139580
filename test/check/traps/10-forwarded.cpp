// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
int a[1000];
void f() {
  double t = 0;
  // loomp: not-parallel -- u is a copy of t, and decides
  for (int i = 0; i < 1000; i++) {
    double u = 2 * t + 1;
    if (u > 3)
      a[i] = 1;
    t += 0.1;
  }
}
