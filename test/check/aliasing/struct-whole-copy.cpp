// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct P {
  double x, y;
};
P p[1000];
void f(int n) {
  // loomp: serial carried-flow-dependence -- i=1 writes p[1] whole, i=2 reads its y
  for (int i = 1; i < n; i++) {
    P q = p[0];
    q.x = p[i - 1].y;
    p[i] = q;
  }
}
