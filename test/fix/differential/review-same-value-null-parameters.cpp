// RUN: %differential %s
// All parameters but 'n' are 0 as the start of 'i' is, and 'm' starts as 'n': the guard and the
// index after the loop must be written with 0 and 'n', not with a name of equal value.
#include <cstdio>
static int a[2000];
int f(double *p, double *q, double *r, double *s, int z, int n) {
  int m = n, i;
  for (i = 0; i < n; i++) {
    m = i * 2;
    a[i] = m;
  }
  return i * 10000 + m + (p == q) + (r == s) + z;
}
int main() { printf("%d\n", f(0, 0, 0, 0, 0, 1000)); }
