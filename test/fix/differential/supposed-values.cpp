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
int main() {
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
}
