// RUN: %differential %s
// Iteration i=0 writes buf[1001], i=1 reads it. The check stands after 'a += 1000': adding the
// offset of 'a' to its new value once more makes the ranges look apart.
#include <cstdio>
void f(double *a, const double *b, int n) {
  a += 1000;
  for (int i = 0; i < n; i++)
    a[i] = b[i] + 1;
}
static double buf[20000];
int main() {
  for (int i = 0; i < 20000; i++)
    buf[i] = i % 11;
  // Writes buf[1001..2000], reads buf[1000..1999].
  f(buf + 1, buf + 1000, 1000);
  double s = 0;
  for (int i = 0; i < 20000; i++)
    s += buf[i] * (i % 3);
  printf("%.0f\n", s);
}
