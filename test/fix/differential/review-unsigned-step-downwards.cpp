// RUN: %differential %s --expect-unchanged
// the step is 2^32 - 1: the loop counts down, and i=4 reads what i=5 wrote.
#include <cstdio>
static int a[20001];
void f(int n, unsigned u) {
  for (int i = n; i > 0; i += u)
    a[i - 1] = a[i] + 1;
}
int main() {
  f(20000, -1u);
  unsigned long h = 1;
  for (int i = 0; i < 20000; i++)
    h = h * 31 + a[i];
  printf("%lu\n", h);
}
