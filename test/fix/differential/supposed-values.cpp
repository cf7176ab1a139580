// RUN: %differential %s
// Numbers of 32 bits that wrap around on some inputs: those where they do, and where they do not.
#include <cstdio>
#include <initializer_list>
static unsigned a[5000];
static long c[400], d[400];
static void show(const char *name, long left) {
  unsigned long sum = 0;
  for (int i = 0; i < 5000; ++i)
    sum = (sum * 31 + a[i]) % 1000003;
  for (int i = 0; i < 400; ++i)
    sum = (sum * 31 + c[i] + 7 * d[i]) % 1000003;
  std::printf("%s %ld %lu\n", name, left, sum);
  for (unsigned &each : a)
    each = 7;
}
static void rows(int m, unsigned *b) {
  for (unsigned i = 0; i < 8; ++i)
    for (long j = 0; j < m; ++j)
      b[(i * m + j) * 2] = b[(i * m + j) * 2] * 3 + i;
}
static void products(unsigned n, unsigned m, unsigned *b) {
  for (unsigned i = 0; i < n; ++i)
    b[2 * i * m] = b[2 * i * m] * 3 + i;
}
static long counts(long step, unsigned *b) {
  unsigned q = 300;
  for (int i = 0; i < 8; ++i) {
    b[q] = b[q] * 5 + i;
    q = q + step;
  }
  return q;
}
static void around(unsigned n, unsigned first, unsigned *b) {
  for (unsigned i = 0; i < n; ++i)
    b[(i + first) % n] += b[(i + first) % n] * i;
}
static void pairs(int n) {
  for (int i = -20; i < n; i += 2)
    c[(i & ~1) + 41] = 3 * i;
}
static void blocks(unsigned n) {
  for (unsigned i = 3; i < n; i += 8)
    c[i & -8u] = 5 * i;
}
static unsigned flips(int n) {
  unsigned q = 1;
  for (int i = 0; i < n; ++i) {
    if (q == 3)
      c[i + 1] = c[i] + 1;
    if (q == 4294967295u)
      c[i + 2] = i;
    q *= -1;
    d[i] = q % 100;
  }
  return q;
}
static unsigned nested(unsigned first, long n, long m, unsigned *b) {
  unsigned q = first;
  for (long i = 0; i < n; ++i)
    for (long j = 0; j < m; ++j) {
      q += 1;
      b[q] = b[q] * 3 + i + 2 * j;
    }
  return q;
}
static unsigned triangle(int n, unsigned *b) {
  unsigned q = 3;
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < i; ++j)
      b[q++] = i + 2 * j;
  return q;
}
static unsigned fallingRows(long n, unsigned *b) {
  unsigned q = 3;
  for (long i = 0; i < n; ++i)
    for (long j = i; j < n; ++j)
      b[q++] = i + 2 * j;
  return q;
}
static short narrow(long n, long m, unsigned *b) {
  short q = -4;
  for (long i = 0; i < n; ++i)
    for (long j = 0; j < m; ++j) {
      q += 1;
      b[(q & 4095) + 8] = b[(q & 4095) + 8] * 3 + i;
    }
  return q;
}
static unsigned short narrowStep(long n, unsigned *b) {
  unsigned short q = 0;
  for (long i = 0; i < n; ++i) {
    b[q / 16] = b[q / 16] * 3 + i;
    q += 16;
  }
  return q;
}
static unsigned taken(int n, long *b) {
  unsigned pos = 1, *at = &pos;
  for (int i = 0; i < n; ++i) {
    b[i] = b[i] * 3 + (pos & 7);
    --pos;
  }
  *at += 3;
  return pos;
}
// The inner loop alone: what it has gained is told by `i`, which is twice the number of the row.
static long rowsInSteps(long n, unsigned *b) {
  long q = 5, s = 1;
  for (int i = 0; i < n; i += 2) {
    for (long j = 0; j <= i; ++j) {
      q += 1;
      b[q] = i + j;
    }
    s = s * 3 % 1009 + b[q];
  }
  return q * 10000 + s;
}
static void strided(unsigned n, unsigned step, unsigned *b) {
  for (unsigned i = 1; i < n; i += step)
    for (unsigned j = 0; j < n && j < 60; ++j)
      b[i * n + j] = b[i * n + j] * 3 + i + j;
}
int main() {
  for (long n : {0l, 1l, 2l, 33l})
    show("rows in steps", rowsInSteps(n, a));
  for (unsigned step : {1u, 3u, 1u << 30}) {
    for (unsigned n : {0u, 1u, 2u, 60u})
      strided(n, step, a);
    show("strided", step);
  }
  for (int m : {-3, 0, 1, 5, 100, 300}) {
    rows(m, a);
    show("rows", m);
  }
  for (unsigned m : {0u, 1u, 7u, 1u << 31}) { // of 2^31 all are one element
    products(60, m, a);
    show("products", m);
  }
  for (long step : {0l, 1l, 200l, -1l, -30l, 1l << 32, (1l << 32) + 3})
    show("counts", counts(step, a));
  for (unsigned first : {0u, 5u, 4294967290u}) {
    around(100, first, a);
    show("around", first);
  }
  for (int n : {-30, -19, 0, 7, 50}) {
    pairs(n);
    blocks(n < 0 ? 0 : unsigned(n) * 4);
    show("masks", flips(n));
  }
  for (long n : {-4l, 0l, 1l, 7l, 40l})
    for (long m : {-3l, 0l, 1l, 100l})
      for (unsigned first : {0u, 900u, 4294967295u}) {
        if (first == 4294967295u && n * m > 1)
          continue;
        show("nested", nested(first, n, m, a));
        show("narrow", narrow(n, m, a));
      }
  for (int n : {-4, 0, 1, 2, 90}) {
    show("triangle", triangle(n, a));
    show("falling", fallingRows(n, a));
    show("taken", taken(n, c));
    show("narrow step", narrowStep(n * 300, a));
  }
}
