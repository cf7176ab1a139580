// RUN: %differential %s
// 's.k' has two bits: 1 + 4 is 1 in it, not 5. So iteration i=0 writes a[5] and i=4 reads it.
#include <cstdio>
static int a[100000];
struct Bits {
  unsigned k : 2;
};
int main() {
  Bits s;
  s.k = 1;
  s.k += 4;
  for (int i = 0; i < 100000; i++)
    a[i] = i;
  for (int i = 0; i < 90000; i++)
    a[i + 5] = a[i + s.k] + 1;
  long t = 0;
  for (int i = 0; i < 100000; i++)
    t += (long)a[i] * (i % 13);
  printf("%ld\n", t);
}
