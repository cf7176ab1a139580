// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct P {
  double x, y;
  P(double x, double y) : x(x), y(y) {}
};
double a[1000], b[1000];
void f(int n) {
  P p(0, 0);
  // loomp: parallel firstprivate(p) -- `private(p)` needs a default constructor
  for (int i = 0; i < n; i++) {
    p.x = a[i];
    p.y = 2 * a[i];
    b[i] = p.x * p.y;
  }
}
