// RUN: %differential %s
// 'c' is the bytes of 'p': iteration i=0 writes c[0..3], i=1 reads c[1]. That both allocations are
// fresh says nothing about two views of one.
#include <cstdio>
int main() {
  int n = 4000;
  int *p = new int[n];
  int *o = new int[n];
  unsigned char *c = (unsigned char *)p;
  for (int i = 0; i < n; i++)
    p[i] = i;
  for (int i = 0; i < n; i++) {
    p[i] = i * 31;
    o[i] = c[i];
  }
  long s = 0;
  for (int i = 0; i < n; i++)
    s += o[i] * (i % 5);
  printf("%ld\n", s);
}
