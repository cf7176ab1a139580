// RUN: %differential %s
// The same loop with distances that make it parallel and that do not.
#include <cstdio>
static int a[30000];
static void f(int n, int m) {
  for (int i = 0; i < n; i++)
    a[i + m] = a[i] * 3 % 1009 + 1;
}
int main() {
  for (int i = 0; i < 30000; i++)
    a[i] = i % 101;
  f(10000, 10000);
  f(10000, 9999);
  f(29000, 1);
  f(29000, 0);
  f(15000, 15000);
  long s = 0;
  for (int i = 0; i < 30000; i++)
    s += (long)a[i] * (i % 7);
  std::printf("%ld\n", s);
}
