// RUN: %differential %s
// The increment of the inner loop writes a[i + j]: i=0 writes a[1] with j=1, i=1 with j=0. A
// 'continue' in the body does not skip it.
#include <cstdio>
static int a[100000];
int main() {
  for (int i = 0; i < 50000; i++)
    for (int j = 0; j < 8; a[i + j] = i, j++) {
      if (j > 100)
        continue;
    }
  long s = 0;
  for (int i = 0; i < 100000; i++)
    s += (long)a[i] * (i % 5);
  printf("%ld\n", s);
}
