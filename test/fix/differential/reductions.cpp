// RUN: %differential %s
#include <algorithm>
#include <cmath>
#include <cstdio>
static int a[50000];
static double d[50000];
static double smaller(double p, double q) { return p < q ? p : q; }
template <class T> static T larger(T p, T q) { return q <= p ? p : q; }
int main() {
  for (int i = 0; i < 50000; i++) {
    a[i] = i * 7919 % 10007 - 5000;
    d[i] = a[i] * 0.125;
  }
  long s = 5, t = -3, lo = a[0], hi = a[0];
  unsigned x = 1, y = ~0u, z = 0;
  double p = 1, fs = 100, dlo = d[0], dhi = d[0];
  bool all = true, any = false;
  for (int i = 0; i < 50000; i++) {
    s += a[i];
    t = a[i] - 1 + t;
    x ^= static_cast<unsigned>(a[i]);
    y &= static_cast<unsigned>(a[i]) | 0xff0000u;
    z = z | (1u << (i % 29));
    p *= i % 100 ? 1.0 : 1.0009765625;
    fs -= d[i];
    all = all && a[i] > -6000;
    any = any || a[i] == 4999;
  }
  for (int i = 1; i < 50000; i++) {
    if (a[i] < lo)
      lo = a[i];
    hi = a[i] > hi ? a[i] : hi;
    dlo = std::min(dlo, d[i]);
    dhi = std::fmax(d[i], dhi);
  }
  double own = 1e9;
  int largest = -1, flag = 7, other = 7;
  for (int i = 0; i < 50000; i++) {
    own = smaller(own, d[i]);
    largest = larger(a[i], largest);
  }
  for (int i = 0; i < 100; i++)
    for (int j = 0; j < 50; j++) {
      flag = flag && a[i] > -6000;
      other = other && a[i * 50 + j] != 13;
    }
  std::printf("%g %d %d %d\n", own, largest, flag, other);
  std::printf("%ld %ld %u %u %u %.9g %.9g %d %d\n", s, t, x, y, z, p, fs, all, any);
  std::printf("%ld %ld %g %g\n", lo, hi, dlo, dhi);
}
