// RUN: %differential %s --args "300"
// C: variable-length arrays, indices declared at the top.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
static double norm(int n, double a[n][n])
{
  double s = 0;
  int i, j;
  for (i = 0; i < n; i++)
    for (j = 0; j < n; j++)
      s += fabs(a[i][j]);
  return s;
}
static void shift(double *y, double *x, int n)
{
  int i;
  for (i = 0; i < n; i++)
    y[i] = x[i + 1];
}
int main(int argc, char **argv)
{
  int n = argc > 1 ? atoi(argv[1]) : 10, i = 0, j = 0;
  double a[n][n];
  for (i = 0; i < n; i++)
    for (j = 0; j < n; j++)
      a[i][j] = (i * 5 + j * 3) % 17 - 8;
  printf("%.9g\n", norm(n, a));
  shift(a[0], a[1], n - 1);
  shift(a[0], a[0], n * n - 1);
  printf("%.9g %d %d\n", norm(n, a), i, j);
  return 0;
}
