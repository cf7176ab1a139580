// RUN: %differential %s
// Checks whose ends are conversions, numbers of outer iterations or rows found by number, with
// numbers that wrap, and with ranges that overlap by little in either direction.
#include <climits>
#include <cstdio>
#include <vector>
static long arena[4096];
static unsigned sum() {
  unsigned s = 0;
  for (unsigned char *p = (unsigned char *)arena, *e = p + sizeof arena; p != e; ++p)
    s = s * 31 + *p;
  return s;
}
static void reset() {
  for (long k = 0; k < 4096; ++k)
    arena[k] = (k * 7919) % 1013;
}
static void narrowed(int *a, const int *b, long n) {
  for (unsigned j = 0; j != unsigned(n); ++j)
    a[j] = b[j] + 1;
}
static void chars(signed char *a, const signed char *b, long n) {
  for (long j = 0; j < (signed char)(n); ++j)
    a[j] = b[j] + 1;
}
static void shortened(short *a, const short *b, long k) {
  for (long j = long(short(k)) - 1; j >= 0; --j)
    a[j] = b[j] + 1;
}
static void offset(long *a, const long *b, unsigned l, long n) {
  for (long q = 0; q < n; ++q)
    a[l * 1073741824u + q] = b[l * 3221225472u + q] + 1;
}
static void firstUntested(unsigned *a, const int *b, long m) {
  int j = 1;
  do {
    a[j] = unsigned(b[j]) + 1;
    j += 1;
  } while (j < m);
}
static void strided(long *a, const long *b, long n, long step, long j) {
  for (long p = n - 1; p >= j; p -= step)
    a[j * 9 + p] = b[p * 2] + 1;
}
static void strideUp(long *a, const long *b, long n, long step, long c) {
  for (long p = 3; p < n; p += step)
    a[p] = b[c - p] + 1;
}
static void stride2(long *a, const long *b, unsigned long n, unsigned long off) {
  for (unsigned long p = 0; p < n; p += 2)
    a[p + off] = b[p * 3 + off] + 1;
}
static void rd(long *a, const long *b, const int *row, long k, int i) {
  for (long j = row[i]; j < row[i] + k; ++j)
    a[j] = b[j] + 1;
}
static void halves(const std::vector<long *> &w, int i, long m) {
  if (i < 0)
    return;
  for (long j = 0; j < m; ++j)
    w[i / 2][j] = w[i + 1][j] + j;
}
static void shifts(long *const *w, int i, long m) {
  for (long j = 0; j < m; ++j)
    w[i >> 1][j] = w[i + 1][j] + j;
}
int main() {
  unsigned total = 0;
  auto take = [&](const char *name) {
    unsigned s = sum();
    std::printf("%s %u\n", name, s);
    total = total * 17 + s;
    reset();
  };
  reset();
  long *m = arena + 2048;
  for (long d = -5; d <= 5; ++d) {
    for (long n : {0L, 1L, 9L, 4294967296L, 4294967296L + 7, -4294967296L + 5}) {
      narrowed((int *)m, (int *)m + d, n);
      take("narrowed");
    }
    for (long n : {0L, 100L, 300L, -1L, 255L, 65536L + 12, 511L}) {
      chars((signed char *)m, (signed char *)m + d * 9, n);
      take("chars");
      shortened((short *)m, (short *)m + d, n);
      take("short");
    }
    for (unsigned l : {0u, 1u, 4u, 8u})
      for (long n : {-3L, 0L, 12L})
        if (l % 4 == 0) {
          offset(m, m + d, l, n);
          take("offset");
        }
    for (long n : {LONG_MIN, -1L, 0L, 1L, 2L, 3L, 20L}) {
      firstUntested((unsigned *)m, (int *)m + d, n);
      take("untested");
    }
    for (long n : {0L, 1L, 30L})
      for (long s : {1L, 3L, 100L})
        for (long j : {0L, 2L}) {
          strided(m, m + 20 * d, n, s, j);
          take("strided");
          strideUp(m, m + d, n, s, 5);
          take("strideUp");
          stride2(m, m + d, n, j);
          take("stride2");
        }
    for (long k : {0L, 3L, 40L}) {
      const int row[] = {-3, 0, 6};
      for (int i = 0; i < 3; ++i) {
        rd(m, m + d, row, k, i);
        take("rd");
      }
    }
    std::vector<long *> w;
    for (int r = 0; r < 8; ++r)
      w.push_back(m + r * d);
    for (int i = 0; i < 6; ++i)
      for (long k : {0L, 5L, 40L}) {
        halves(w, i, k);
        take("halves");
      }
    for (int i = -2; i < 5; ++i)
      for (long k : {0L, 5L, 40L}) {
        shifts(w.data() + 2, i, k);
        take("shifts");
      }
  }
  std::printf("%u\n", total);
}
