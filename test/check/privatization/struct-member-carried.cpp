// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct P {
  double x, y;
};
double a[1000], b[1000];
void f(int n) {
  P p = {0, 0};
  // loomp: serial carried-flow-dependence -- i=1 reads the p.y of i=0
  for (int i = 0; i < n; i++) {
    p.x = a[i];
    b[i] = p.x * p.y;
    p.y = a[i];
  }
}
