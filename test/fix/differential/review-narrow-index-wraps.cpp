// RUN: %differential %s --expect-unchanged
// the index has to wrap around to reach its bound.
#include <cstdio>
static int a[70000];
void f(short lo, short hi) {
  for (short i = lo; i != hi; i++)
    a[i + 32768] = i + 1;
}
int main() {
  f(10, 5);
  unsigned long h = 1;
  for (int i = 0; i < 70000; i++)
    h = h * 31 + a[i];
  printf("%lu\n", h);
}
