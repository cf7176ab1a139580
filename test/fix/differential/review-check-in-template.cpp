// RUN: %differential %s
// For S=4 iteration i=0 writes buf[20000], i=5000 reads it. The check that is right for the first
// instantiation, S=1, takes b[0..n-1] for all that is read.
#include <cstdio>
template <int S> void f(double *a, const double *b, int n) {
  for (int i = 0; i < n; i++)
    a[i] = b[i * S] + 1;
}
static double buf[90000];
int main() {
  for (int i = 0; i < 90000; i++)
    buf[i] = i % 11;
  f<1>(buf + 10000, buf, 10000);
  f<4>(buf + 20000, buf, 10000);
  double s = 0;
  for (int i = 0; i < 90000; i++)
    s += buf[i] * (i % 3);
  printf("%.0f\n", s);
}
