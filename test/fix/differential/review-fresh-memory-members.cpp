// RUN: %differential %s
// f[2] is p[1].x: iteration i=1 writes it, i=2 reads it. 'p[i]' and 'f[i]' count elements of
// different size in the same fresh memory.
#include <cstdio>
struct Point {
  double x, y;
};
int main() {
  int n = 4000;
  Point *p = new Point[n];
  double *f = (double *)p;
  for (int i = 0; i < n; i++) {
    p[i].x = i;
    p[i].y = 2 * i;
  }
  for (int i = 0; i < n; i++)
    p[i].x = f[i] + 1;
  double s = 0;
  for (int i = 0; i < n; i++)
    s += p[i].x * (i % 5);
  printf("%.0f\n", s);
}
