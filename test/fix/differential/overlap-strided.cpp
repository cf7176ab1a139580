// RUN: %differential %s
// The accessed range is larger than n, and lies partly below the pointer.
#include <cstdio>
static void spread(int *y, const int *x, int n) {
  for (int i = 1; i < n; i++)
    y[3 * i - 2] = x[-i] + x[i];
}
int main() {
  static int a[100000];
  for (int i = 0; i < 100000; i++)
    a[i] = i % 17;
  spread(a + 50000, a + 20000, 15000);
  spread(a + 20000, a + 30000, 15000);
  spread(a, a + 30000, 10000);
  long s = 0;
  for (int i = 0; i < 100000; i++)
    s += (long)a[i] * (i % 13);
  std::printf("%ld\n", s);
}
