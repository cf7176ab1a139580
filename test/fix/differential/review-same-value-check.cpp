// RUN: %differential %s
// The check stands before the loop, where the name 'i' of its start value means nothing: it must
// say 'lo'.
#include <cstdio>
void f(double *a, double *b, double *c, double *d, int n, int lo) {
  for (int i = lo; i < n; i++)
    a[i] = b[i] + c[i] + d[i];
}
static double w[4][1000];
int main() {
  for (int i = 0; i < 1000; i++)
    w[1][i] = w[2][i] = w[3][i] = i;
  f(w[0], w[1], w[2], w[3], 1000, 3);
  double s = 0;
  for (int i = 0; i < 1000; i++)
    s += w[0][i];
  printf("%g\n", s);
}
