// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n, double h) {
  double x = 0, y = 1;
  // loomp: not-parallel -- x and y change places in every iteration
  for (int i = 0; i < n; i++) {
    double t = x;
    x = y;
    y = t + h;
    a[i] = x;
  }
}
