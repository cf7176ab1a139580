// RUN: %differential %s
// The copy of '*this' keeps k=0 when 'k' becomes 7: iteration i=0 writes a[7], i=7 reads it.
#include <cstdio>
static double a[100000];
struct A {
  int k = 0;
  void go(int n) {
    k = 0;
    auto f = [*this] { return k; };
    k = 7;
    for (int i = 0; i < n; i++)
      a[i + 7] = a[i + f()] + 1;
  }
};
int main() {
  A x;
  x.go(90000);
  double s = 0;
  for (int i = 0; i < 100000; i++)
    s += a[i] * (i % 5);
  printf("%.0f\n", s);
}
