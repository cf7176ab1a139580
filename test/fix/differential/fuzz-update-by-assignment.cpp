// Uses of an induction variable below `t = t - 1` see the new value, as below `t -= 1`.
// Found by scripts/fuzz --programs 1 --seed 30218 (family scalars): differing output.
// RUN: %differential --expect-rewritten=3 %s
#include <cstdio>

static long d[200];

int main() {
  signed char t = 0;
  long y = 2;
  for (int i = 2; i < 90; ++i) {
    t = t - 1;
    d[i] = t;
    y = t + y;
  }
  int u = 5;
  for (int i = 0; i < 100; ++i) {
    d[i] += u;
    u = 3 + u;
    d[i + 100] = u;
  }
  long s = 0;
  for (int i = 0; i < 200; ++i)
    s += d[i] * (i % 7);
  std::printf("%d %ld %d %ld\n", t, y, u, s);
}
