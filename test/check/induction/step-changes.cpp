// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n) {
  double x = 0, step = 1;
  // loomp: not-parallel -- step is halved on the way
  for (int i = 0; i < n; i++) {
    a[i] = x;
    x += step;
    if (i == 100)
      step = 0.5;
  }
}
