// RUN: %differential %s --expect-unchanged
// k counts down: the step is 2^32 - 1.
#include <cstdio>
static int a[20001];
void f(int n) {
  int k = n;
  for (int i = 0; i < n; i++) {
    a[k] = a[i] + 1;
    k += 4294967295u;
  }
}
int main() {
  f(20000);
  unsigned long h = 1;
  for (int i = 0; i < 20000; i++)
    h = h * 31 + a[i];
  printf("%lu\n", h);
}
