// RUN: %differential %s
// The value of 'k' after the loop is read by the loop itself after the jump back: k is 200 in the
// second round, not 0.
#include <cstdio>
static int a[1000];
int main() {
  int k = 0, r = 0;
again:
  for (int i = 0; i < 100; i++) {
    a[k] = i + 1;
    k += 2;
  }
  if (++r < 3)
    goto again;
  long s = 0;
  for (int i = 0; i < 1000; i++)
    s += a[i] * (i % 13);
  printf("%ld\n", s);
}
