// RUN: %differential %s
// Ranges that touch but do not overlap, and ranges that share one element.
#include <cstdio>
static void copy(int *y, const int *x, int n) {
  for (int i = 0; i < n; i++)
    y[i] = x[i] + 1;
}
int main() {
  static int a[40000];
  for (int i = 0; i < 40000; i++)
    a[i] = i % 11;
  copy(a + 20000, a, 20000);
  copy(a + 19999, a, 20000);
  copy(a, a + 1, 39999);
  copy(a + 1, a, 39999);
  long s = 0;
  for (int i = 0; i < 40000; i++)
    s += (long)a[i] * (i % 13);
  std::printf("%ld\n", s);
}
