// RUN: %differential %s
// Static functions whose calls pass different arrays, and one of whose calls does not.
#include <cstdio>
#include <cstdlib>
static double ga[10001], gb[10001];
static void shift(double *y, const double *x, int n) {
  for (int i = 0; i < n; i++)
    y[i] = x[i + 1] * 0.5;
}
static void smooth(double *y, const double *x, int n) {
  for (int i = 0; i < n; i++)
    y[i] = x[i + 1] * 0.5;
}
static void total(double &s, const double *a, int n) {
  for (int i = 0; i < n; i++)
    s += a[i];
}
struct View {
  double *x, *y;
};
static void views(View v, int n) {
  for (int i = 0; i < n; i++)
    v.x[i] = v.y[i + 1] + 1;
}
int main() {
  double *p = new double[10001], *q = static_cast<double *>(std::malloc(10001 * sizeof(double)));
  for (int i = 0; i < 10001; i++) {
    ga[i] = i % 17;
    gb[i] = i % 19;
    p[i] = i % 23;
    q[i] = i % 29;
  }
  shift(p, q, 10000);
  shift(ga, gb, 10000);
  smooth(gb, q, 10000);
  smooth(ga + 1, ga, 10000);
  views({p, q}, 10000);
  views({q + 1, q}, 9999);
  double s = 0, t = 0;
  total(s, p, 10001);
  total(s, q, 10001);
  total(t, ga, 10001);
  total(t, gb, 10001);
  std::printf("%.9g %.9g\n", s, t);
  std::free(q);
  delete[] p;
}
