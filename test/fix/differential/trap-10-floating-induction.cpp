// RUN: %differential %s
#include <cstdio>
static int h[2001], k[2000], up[2000];
static double value[2000];
int main() {
  double t = 0;
  for (int i = 0; i < 2000; i++) {
    h[(int)(t * 10)]++;
    t += 0.1;
  }
  t = 0;
  for (int i = 0; i < 2000; i++) {
    k[i] = t >= 100.0;
    t += 0.1;
  }
  t = 0;
  for (int i = 0; i < 2000; i++) {
    up[i] = t * 10;
    t += 0.1;
  }
  t = 0;
  for (int i = 0; i < 2000; i++) {
    value[i] = t * 10;
    t += 0.1;
  }
  long s = 0;
  double d = 0;
  for (int i = 0; i < 2000; i++) {
    s += h[i] * (i % 7) + k[i] * (i % 5) + up[i] * (i % 3);
    d += value[i];
  }
  std::printf("%ld %.6f\n", s, d);
}
