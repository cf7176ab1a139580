// RUN: %differential %s
// The inner loop of 'g' grows with 'i', which asks for schedule(dynamic); there clang gives 't' the
// value of an iteration before the last, i=29, when it runs in another thread.
#include <cstdio>
static long c[1000];
long f(long s) {
  long t = 3;
  for (int i = 1; i < 3000; i++) {
    for (int j = 0; j < i % 9; j++)
      c[i % 1 + i / 3 % 1] += 0 * j;
    t = s ^ i;
  }
  return t;
}
long g(long s, double *a) {
  long t = 3;
  for (int i = 1; i < 30; i++) {
    double x = 0;
    for (int j = 0; j < i; j++)
      x += j;
    a[i] = x;
    t = s ^ i;
  }
  return t;
}
int main() {
  static double a[100];
  long bad = 0;
  for (int r = 0; r < 3000; r++)
    bad += g(r, a) != (r ^ 29);
  printf("%ld %ld %g\n", bad, f(0), a[7]);
}
