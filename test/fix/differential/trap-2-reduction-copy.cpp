// RUN: %differential %s
// The sum may be an element of what is summed.
#include <cstdio>
static void f(double &s, const double *a, int n) {
  for (int i = 0; i < n; i++)
    s += a[i];
}
static void g(int &t, int *a, int n) {
  for (int i = 0; i < n; i++) {
    t = 2 * i;
    a[i] += t;
  }
}
int main() {
  static double b[10000];
  static int c[10000];
  for (int i = 0; i < 10000; i++) {
    b[i] = i % 3;
    c[i] = i % 5;
  }
  double s = 0;
  f(s, b, 10000);
  f(b[7], b, 100);
  int t = 0;
  g(t, c, 10000);
  g(c[9000], c, 10000);
  long check = 0;
  for (int i = 0; i < 10000; i++)
    check += c[i] * (i % 7);
  std::printf("%g %.9g %d %ld\n", s, b[7], t, check);
}
