// RUN: %differential %s
// 'set' changes 'k' to 7: iteration i=0 writes a[7], i=7 reads it. With k=0 there would be no
// dependence.
#include <cstdio>
static int a[100000];
int main(int argc, char **) {
  auto set = [](int &r, int v) { r = v; };
  int k = 0, m = 0;
  set(argc ? k : m, 7);
  for (int i = 0; i < 90000; i++)
    a[i + k] = a[i] + 1;
  long s = 0;
  for (int i = 0; i < 100000; i++)
    s += (long)a[i] * (i % 5);
  printf("%ld %d\n", s, m);
}
