// RUN: %differential %s
// The assembly statement changes 'k' to 7: iteration i=0 writes a[7], i=7 reads it.
#include <cstdio>
static int a[100000];
int main() {
  int k = 0;
  for (int i = 0; i < 100000; i++)
    a[i] = i;
  asm("" : "=r"(k) : "0"(7));
  for (int i = 0; i < 90000; i++)
    a[i + k] = a[i] + 1;
  long t = 0;
  for (int i = 0; i < 100000; i++)
    t += (long)a[i] * (i % 13);
  printf("%ld\n", t);
}
