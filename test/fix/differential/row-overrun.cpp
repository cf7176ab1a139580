// RUN: %differential %s
// Rows of m, but n columns are written; called with n <= m and with n > m.
#include <cstdio>
static int a[40000];
static void fill(int rows, int m, int n) {
  for (int i = 0; i < rows; i++)
    for (int j = 0; j < n; j++)
      a[i * m + j] = a[i * m + j] * 3 % 1009 + i - j;
}
int main() {
  fill(100, 300, 300);
  fill(100, 300, 280);
  fill(100, 300, 350);
  fill(1000, 1, 500);
  long s = 0;
  for (int i = 0; i < 40000; i++)
    s += (long)a[i] * (i % 7);
  std::printf("%ld\n", s);
}
