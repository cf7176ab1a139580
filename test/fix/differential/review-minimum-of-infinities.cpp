// RUN: %differential %s --expect-unchanged
// the minimum of infinities is infinite; a reduction in clang starts at the largest finite number.
#include <cmath>
#include <cstdio>
static double d[20001];
double f(int n) {
  double best = INFINITY;
  for (int i = 0; i < n; i++)
    if (d[i] < best)
      best = d[i];
  return best;
}
double g(int n) {
  double best = -INFINITY;
  for (int i = 0; i < n; i++)
    best = d[i] > best ? d[i] : best;
  return best;
}
int main() {
  for (int i = 0; i < 20000; i++)
    d[i] = INFINITY;
  printf("%g ", f(20000));
  for (int i = 0; i < 20000; i++)
    d[i] = -INFINITY;
  printf("%g %g\n", g(20000), g(0));
}
