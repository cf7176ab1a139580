// RUN: %differential %s
// 'keep' is what 'a' is before and after two swaps: for t=0 iteration i=0 writes keep[1] and i=1
// reads it.
#include <cstdio>
#include <cstdlib>
int main() {
  int n = 100000;
  double *a = (double *)malloc((n + 1) * sizeof(double));
  double *b = (double *)malloc((n + 1) * sizeof(double));
  double *keep = a;
  for (int i = 0; i <= n; i++)
    a[i] = b[i] = i % 7;
  for (int t = 0; t < 3; t++) {
    for (int i = 0; i < n; i++)
      a[i + 1] = keep[i] + 1;
    double *x = a;
    a = b;
    b = x;
  }
  double s = 0;
  for (int i = 0; i <= n; i++)
    s += a[i] + b[i] * 2;
  printf("%.0f\n", s);
}
