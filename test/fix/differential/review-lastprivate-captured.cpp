// RUN: %differential %s
// 'x' is captured by reference: in the lambda a clause 'lastprivate(x)' names the captured
// variable, which the compilers treat differently. Without it, the value of the last iteration,
// i=999, is lost.
#include <cstdio>
static int a[1000];
int main() {
  int x = 0;
  auto f = [&](int n) {
    for (int i = 0; i < n; i++) {
      x = i;
      a[i] = x;
    }
  };
  f(1000);
  long s = 0;
  for (int i = 0; i < 1000; i++)
    s += (long)a[i] * (i % 7);
  printf("%d %ld\n", x, s);
}
