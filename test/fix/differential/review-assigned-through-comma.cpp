// RUN: %differential %s
// '(void(), k) += 1' changes 'k': iteration i=0 writes a[0..19], i=1 writes a[1..20].
#include <cstdio>
static unsigned a[100000];
int main() {
  for (int i = 0; i < 10000; i++) {
    int k = i;
    for (int j = 0; j < 20; j++) {
      a[k] = a[k] * 3 + i * 7 + j; // g++ 12 -O2 miscompiles this nest without the read
      (void(), k) += 1;
    }
  }
  long s = 0;
  for (int i = 0; i < 100000; i++)
    s += (long)a[i] * (i % 13);
  printf("%ld\n", s);
}
