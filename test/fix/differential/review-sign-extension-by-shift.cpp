// RUN: %differential %s --expect-rewritten=1
// The shifts bring i and i + 256 to one element: g asks for an n of up to 128.
#include <cstdio>
static int a[20000];
void f(int n) {
  for (int i = 0; i < n; i++)
    a[((int)((unsigned)i << 28) >> 28) + 8] = i;
}
void g(int n) {
  for (int i = 0; i < n; i++)
    a[((i << 24) >> 24) + 300] = i;
}
int main() {
  f(1000);
  g(128);
  g(1000);
  unsigned long h = 1;
  for (int i = 0; i < 20000; i++)
    h = h * 31 + a[i];
  printf("%lu\n", h);
}
