// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct P {
  double x, y;
};
P p[1000];
double a[1000];
void f(int n) {
  // loomp: parallel -- x and y are copies of the iteration's own element
  for (int i = 0; i < n; i++) {
    auto [x, y] = p[i];
    a[i] = x * y;
  }
}
