// RUN: %differential %s
// Starts, bounds, steps and split points of other types than the index, which holds them all.
#include <climits>
#include <cstdio>
#include <initializer_list>
static long y[64], z[64];
static void show(const char *name, long value) {
  long sum = value;
  for (int i = 0; i < 64; i++)
    sum = (sum * 31 + y[i] * 7 + z[i]) % 1000003;
  std::printf("%s %ld\n", name, sum);
}
static long up(int s, unsigned u) {
  long last = -1;
  for (long i = s; i < u; i++) {
    last = i;
    z[i + 20] = 1;
  }
  return last;
}
static long down(int s, unsigned u) {
  long last = -1;
  for (long i = s; i > u; i--)
    last = i;
  return last;
}
static long behind(int s, unsigned u) {
  long i;
  for (i = s; i < u; i++)
    z[i + 20] = i;
  return i;
}
static long counter(int s, unsigned u) {
  long c = 3;
  for (long i = s; i < u; i++) {
    z[i + 20] = c;
    c += 2;
  }
  return c;
}
static long closed(unsigned u) {
  long c = 3;
  for (long i = -4; i <= u; i++) {
    z[i + 20] = c;
    c += 2;
  }
  return c;
}
static void split(int s, unsigned u, int k) {
  for (long i = s; i < u; i++)
    z[i + 20] += z[k + 20];
}
static void splitBelow(unsigned u, int n) {
  for (long i = -3; i < n; i++) {
    if (i == static_cast<long>(u) - 1)
      y[0] = 9;
    z[i + 20] = y[0];
  }
}
static void splitAbove(int k, long n) {
  for (long i = 2147483640L; i < n; i++) {
    if (i == static_cast<long>(k) + 1)
      y[0] = 8;
    z[i - 2147483640L] = y[0];
  }
}
static void cutIndex(int n, long k) {
  for (int i = 0; i < n; i = static_cast<int>(i + k))
    z[i] = i;
  for (int i = 0; i < n; i += k)
    z[i] += 2;
}
static void cutCounter(int n, long k) {
  int c = 0;
  for (int i = 0; i < n; i++) {
    z[c] = i;
    c += k;
  }
}
static int castIndex(unsigned u) {
  int j;
  for (j = 2; (unsigned)j <= u; ++j)
    z[j + 20] = j;
  return j;
}
static void castWider(unsigned long u) {
  for (int j = 1; static_cast<unsigned long>(j) < u + 3; j += 2)
    y[j + 20] = j;
}
static void castSum(unsigned u) {
  for (int j = 0; (unsigned)j + 1 < u; ++j)
    y[j + 30] = j;
}
static void castFalling(unsigned u) {
  for (int j = 9; unsigned(j) > u; --j)
    y[j + 20] = j;
}
int main() {
  for (int s : {-5, -1, 0, 3})
    for (unsigned u : {0u, 1u, 7u}) {
      show("up", up(s, u));
      show("down", down(s, u));
      show("behind", behind(s, u));
      show("counter", counter(s, u));
      show("closed", closed(u));
      for (int k : {-5, -2, 0, 4, 12}) {
        split(s, u, k);
        show("split", 0);
      }
      splitBelow(u, 9);
      show("splitBelow", 0);
    }
  for (unsigned u : {0u, 2u, 9u, 17u}) {
    show("castIndex", castIndex(u));
    castWider(u);
    castSum(u);
    castFalling(u);
    show("castWider", 0);
  }
  castFalling(UINT_MAX);
  show("castFalling", 0);
  for (int k : {0, 2147483640, 2147483645, INT_MAX}) {
    splitAbove(k, 2147483660L);
    show("splitAbove", 0);
  }
  for (long k : {1L, 2L, 4294967296L, 4294967298L}) {
    if (static_cast<int>(k) > 0)
      cutIndex(20, k);
    show("cutIndex", 0);
    cutCounter(9, k);
    show("cutCounter", 0);
  }
}
