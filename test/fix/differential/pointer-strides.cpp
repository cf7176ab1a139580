// RUN: %differential %s
// Pointers and iterators that go on by a step that is no number; where there is no iteration it may
// be 0.
#include <cstdio>
#include <vector>
static long a[6000];
static void up(long *from, long *end, int step) {
  for (long *p = from; p < end; p += step)
    *p = *p * 3 + 1;
}
static void upTo(long *from, long *end, int step) {
  for (long *p = from; p <= end; p += step)
    *p ^= 9;
}
static void down(long *from, long *end, long step) {
  for (long *p = end; p > from; p -= step)
    *p += 7;
}
static void againstSign(long *from, long *end, long step) {
  for (long *p = from; p < end; p -= step)
    *p += 11;
}
static void pairs(long *from, long *end, long step) {
  for (long *p = from; p < end; p += step) {
    p[0] = p[1] * 3 % 1009;
    p[1] = p[0] + 1;
  }
}
static void previous(long *from, long *end, long step) {
  for (long *p = from; p < end; p += step)
    p[step] = p[0] * 5 % 1009 + 1;
}
static void iterators(std::vector<long> &v, long step) {
  for (auto p = v.begin(); p < v.end(); p += step)
    *p += 3;
}
int main() {
  for (int i = 0; i < 6000; i++)
    a[i] = i;
  std::vector<long> v(3000, 1), none;
  for (int step : {1, 2, 3, 10, 999, 4000}) {
    up(a, a + 3000, step);
    upTo(a + 1, a + 3000, step);
    down(a, a + 2999, step);
    againstSign(a, a + 2000, -step);
    pairs(a, a + 2000, step);
    previous(a, a + 1000, step);
    if (3000 % step == 0)
      iterators(v, step);
  }
  up(a, a, 0);
  up(a + 1, a, -1);
  down(a, a, 0);
  pairs(a, a, 0);
  iterators(none, 0);
  unsigned long sum = 0;
  for (int i = 0; i < 6000; i++)
    sum = sum * 31 + static_cast<unsigned long>(a[i]);
  for (int i = 0; i < 3000; i++)
    sum = sum * 31 + static_cast<unsigned long>(v[i]);
  std::printf("%lu\n", sum);
}
