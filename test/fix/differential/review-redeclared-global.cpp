// RUN: %differential %s
// g is declared twice; i=0 changes it and i=1 uses it in a subscript.
#include <cstdio>
static int a[20000];
extern int g;
int g = 0;
void f(int n) {
  g = 0;
  for (int r = 0; r < 5; r++) {
    for (int i = 0; i < n; i++)
      a[i] = a[i + g] + 1;
    g++;
  }
}
int main() {
  for (int i = 0; i < 20000; i++)
    a[i] = i * 7 & 1023;
  f(15000);
  unsigned long h = 1;
  for (int i = 0; i < 20000; i++)
    h = h * 31 + a[i];
  printf("%lu\n", h);
}
