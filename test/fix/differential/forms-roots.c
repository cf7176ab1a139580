// RUN: %differential %s
/* Roots in C. */
#include <stdio.h>
static int divisors(long n) {
  int count = 0;
  long d;
  for (d = 1; d * d <= n; ++d)
    if (n % d == 0)
      count += d * d == n ? 1 : 2;
  return count;
}
static int below(const int *n) {
  int count = 0, d = 0;
  while (d * d < *n) {
    count += d % 3;
    ++d;
  }
  return count + d;
}
static int smaller(int n, int m, int *a) {
  int i;
  for (i = 0; i < n && i <= m; i++)
    a[i] = i;
  return i;
}
int main(void) {
  static int a[100];
  int n;
  for (n = -2; n < 90; n += 1)
    printf("%d %d %d %d\n", divisors(n), below(&n), smaller(n, 50, a), a[50]);
  return 0;
}
