// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  // loomp: serial early-exit -- the iterations after the break must not run
  for (int i = 0; i < n; i++) {
    if (a[i] < 0)
      break;
    a[i] *= 2;
  }
}
