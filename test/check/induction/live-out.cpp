// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
double f(int n, double h) {
  double x = 1;
  // loomp: parallel induction(x)
  for (int i = 0; i < n; i++) {
    a[i] = x;
    x += h;
  }
  return x;
}
