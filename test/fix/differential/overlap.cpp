// RUN: %differential %s
// The same function on separate and on overlapping arrays: the check has to notice.
#include <cstdio>
static void smooth(double *y, const double *x, int n) {
  for (int i = 0; i < n; i++)
    y[i] = 0.5 * (x[i] + x[i + 1]);
}
static double sum(const double *a, int n) {
  double s = 0;
  for (int i = 0; i < n; i++)
    s += a[i] * (i % 7 + 1);
  return s;
}
int main() {
  static double a[20001], b[20001];
  for (int i = 0; i < 20001; i++)
    a[i] = (i * 37 % 101) * 0.25;
  smooth(b, a, 20000);
  std::printf("%.6f\n", sum(b, 20000));
  smooth(a, a, 20000);
  std::printf("%.6f\n", sum(a, 20000));
  smooth(a + 1, a, 20000);
  std::printf("%.6f\n", sum(a, 20000));
  smooth(a, a + 10, 19000);
  std::printf("%.6f\n", sum(a, 20000));
  smooth(a, nullptr, 0);
  smooth(a, a, -5);
  std::printf("%.6f\n", sum(a, 20000));
}
