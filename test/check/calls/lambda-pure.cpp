// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
double a[1000];
void f(int n, double s) {
  auto scale = [s](double x) { return s * x; };
  // loomp: parallel
  for (int i = 0; i < n; i++)
    a[i] = scale(a[i]);
}
