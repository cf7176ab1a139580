// RUN: %differential %s
// 'len' has the value of 'n', but only in the callee: a check that says 'len' does not compile.
#include <cstdio>
static int check(int len) { return len > 0; }
void f(double *a, double *b, double *c, double *d, int m, int n) {
  if (!check(n))
    return;
  for (int i = 0; i < n; i++)
    a[i] = b[i] + c[i] + d[i];
}
static double w[4][1000];
int main() {
  for (int i = 0; i < 1000; i++)
    w[1][i] = w[2][i] = w[3][i] = i;
  f(w[0], w[1], w[2], w[3], 0, 1000);
  double s = 0;
  for (int i = 0; i < 1000; i++)
    s += w[0][i];
  printf("%g\n", s);
}
