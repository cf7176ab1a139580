// RUN: %differential %s
// The closed form of 'k' is k + i / S * 2. With the 2 of the first instantiation in the place of
// 'S', the iteration i=5 of S=5 computes 4 rather than 2.
#include <cstdio>
static int a[10000];
template <int S> void f(int n) {
  int k = 0;
  for (int i = 0; i < n; i += S) {
    a[i] = k;
    k += 2;
  }
}
int main() {
  f<2>(10000);
  f<5>(10000);
  long s = 0;
  for (int i = 0; i < 10000; i++)
    s += a[i] * (i % 3);
  printf("%ld\n", s);
}
