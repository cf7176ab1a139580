// RUN: %loomp check --format=json %s -- -std=c++20 | %verdicts %s
struct P {
  double x, y;
};
P p[1001];
void f(int n, bool c) {
  double P::*m = c ? &P::x : &P::y;
  // loomp: not-parallel -- with c, i=0 reads p[1].x, which i=1 overwrites
  for (int i = 0; i < n; i++)
    p[i].x = p[i + 1].*m;
}
