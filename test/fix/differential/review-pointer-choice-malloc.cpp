// RUN: %differential %s
// 'p' may be 'a': then iteration i=0 writes a[1] and i=1 reads it. That 'a' and 'b' are separate
// allocations does not separate 'p' from 'a'.
#include <cstdio>
#include <cstdlib>
int main(int argc, char **) {
  int n = 100000;
  double *a = (double *)malloc((n + 1) * sizeof(double));
  double *b = (double *)malloc((n + 1) * sizeof(double));
  for (int i = 0; i <= n; i++) {
    a[i] = i % 7;
    b[i] = i % 5;
  }
  double *p;
  if (argc > 0)
    p = a;
  else
    p = b;
  for (int i = 0; i < n; i++)
    p[i + 1] = a[i] + 1;
  double s = 0;
  for (int i = 0; i <= n; i++)
    s += p[i] * (i % 3);
  printf("%.0f\n", s);
}
