// RUN: %differential %s
// In the loop 'i' starts as 'm', but before it, where a guard stands, 'i' is 5: under the guard
// 'i < 3' no iteration runs.
#include <cstdio>
int f(int *p, int *q, int n, int m) {
  int k = 1, s = 2, z = 3, y = 4, i = 5, t = 1;
  for (i = m; i < 3; i++)
    t = i + 9;
  return t + k + s + z + y + n + (p == q);
}
int main() { printf("%d\n", f(0, 0, 0, 0)); }
