// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct P {
  double x, y;
};
double a[1000], b[1000];
void f(int n) {
  P p;
  // loomp: parallel private(p) -- both members are written before they are read
  for (int i = 0; i < n; i++) {
    p.x = a[i];
    p.y = 2 * a[i];
    b[i] = p.x * p.y;
  }
}
