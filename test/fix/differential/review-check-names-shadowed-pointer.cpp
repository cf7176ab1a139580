// RUN: %differential %s
// 'p' is the parameter 'a': iteration i=0 writes buf[1], i=1 reads it. At the loop the name 'a' is
// another pointer, so a check that says 'a' compares 'other' with 'b'.
#include <cstdio>
void f(double *a, const double *b, double *c, int n) {
  double *p = a;
  {
    double *a = c;
    a[0] = 3;
    for (int i = 0; i < n; i++)
      p[i] = b[i] + 1;
  }
}
static double buf[20000], other[10];
int main() {
  for (int i = 0; i < 20000; i++)
    buf[i] = i % 11;
  f(buf + 1, buf, other, 10000);
  double s = 0;
  for (int i = 0; i < 20000; i++)
    s += buf[i] * (i % 3);
  printf("%.0f\n", s);
}
