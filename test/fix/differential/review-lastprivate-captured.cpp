// RUN: %differential %s
// The value of 'x' from i=999 is printed, and 'x' is captured by reference: of 'lastprivate(x)' in
// the lambda g++ says that the copy may be used uninitialized.
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
