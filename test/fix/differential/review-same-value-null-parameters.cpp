// RUN: %differential %s
// 'm' has the value of 'n' before the loop, but not after it: with the name 'm' in its place, the
// index after the loop is 1998.
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
