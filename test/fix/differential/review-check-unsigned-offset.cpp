// RUN: %differential %s
// Iteration i=0 writes buf[1], i=1 reads it. 'k' is unsigned: in a check the offset '-k' wraps to
// about 2^32 and makes the ranges look apart.
#include <cstdio>
void f(double *a, const double *b, unsigned k, int n) {
  for (int i = 0; i < n; i++)
    a[i - (long)k] = b[i] + 1;
}
static double buf[20000];
int main() {
  for (int i = 0; i < 20000; i++)
    buf[i] = i % 11;
  f(buf + 101, buf, 100u, 10000);
  double s = 0;
  for (int i = 0; i < 20000; i++)
    s += buf[i] * (i % 3);
  printf("%.0f\n", s);
}
