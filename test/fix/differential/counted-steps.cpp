// RUN: %differential %s
// Counters that some iterations move: from some number on, up to some number, in one, in all or in
// none; with bounds in front of the loop, in it, behind it and at the ends of their types.
#include <climits>
#include <cstdio>
#include <initializer_list>
static double a[200];
static void show(const char *name, long left) {
  unsigned long sum = 0;
  for (double each : a)
    sum = (sum * 31 + (unsigned long)(long)each) % 1000003;
  std::printf("%s %ld %lu\n", name, left, sum);
  for (double &each : a)
    each = 7;
}
static long fromOn(long n, long m) {
  long q = 5;
  for (long i = 0; i < n; i++) {
    a[i] += q;
    if (i >= m)
      q += 2;
    a[i] += 3 * q;
  }
  return q;
}
static long behind(long n, long m) {
  long q = -5;
  for (long i = 1; i < n; i++) {
    a[i] += q;
    if (m < i)
      q -= 3;
  }
  return q;
}
static unsigned upTo(long n, long m) {
  unsigned q = 4294967290u;
  for (long i = 0; i < n; i++) {
    a[i] += q;
    if (i < m)
      q += 7;
  }
  return q;
}
static unsigned ints(int n, int m) {
  unsigned q = 3;
  for (int i = 3; i < n; i++) {
    if (i <= m)
      q++;
    else
      q += 5;
    a[i] += q;
  }
  return q;
}
static int down(int n, int m) {
  int q = 3;
  for (int i = n; i > 0; --i) {
    a[i] += q;
    if (i < m)
      q += 3;
  }
  return q;
}
static int downFrom(int n, int m) {
  int q = 3;
  for (int i = n; i > 0; --i) {
    if (i > m)
      --q;
    a[i] += q;
  }
  return q;
}
static long strided(int n) {
  long q = 0;
  for (int i = 1; i < n; i += 3) {
    a[i] += q;
    if (i >= 20)
      q += 4;
    if (i == 31)
      q += 100;
    if (i == 33)
      q += 1000;
  }
  return q;
}
static short butOne(int n) {
  short q = 32760;
  for (int i = 0; i < n; i++) {
    a[i] += q;
    if (i != 3)
      q++;
  }
  return q;
}
static long one(long n, long k) {
  long q = 0;
  for (long i = 2; i < n; i++) {
    a[i] += q;
    if (i == k)
      q += 5;
  }
  return q;
}
static unsigned char invariant(int n, int m) {
  unsigned char q = 250;
  for (int i = 0; i < n; i++) {
    a[i] += q;
    if (m > 3)
      q += 2;
    else
      q--;
  }
  return q;
}
static long both(int n, int m, int k) {
  long q = 0;
  for (int i = 0; i < n; i++) {
    a[i] += q;
    if (m != k)
      if (i > k)
        q += m;
  }
  return q;
}
static unsigned nested(long n, long m) {
  unsigned q = 0;
  for (long i = 0; i < n; i++) {
    a[i] += q;
    for (long j = 0; j < m; ++j)
      if (j != 2)
        q++;
    for (long j = 0; j < m; ++j)
      if (j >= 4)
        q += 10;
    a[i] += q;
  }
  return q;
}
static unsigned bounded(unsigned n, unsigned m) {
  unsigned q = 1;
  for (unsigned i = 0; i < n; i++) {
    a[i] += q;
    if (i >= m)
      q *= 1, q += 6;
  }
  return q;
}
static unsigned laterThan(unsigned n, unsigned m) {
  unsigned q = 1;
  for (unsigned i = 5; i < n; i++) {
    a[i] += q;
    if (i > m)
      q += 6;
  }
  return q;
}
int main() {
  for (long n : {0l, -5l, -1000000l, 1l, 2l, 7l, 50l})
    for (long m : {LONG_MIN, LONG_MIN + 1, -3l, -1l, 0l, 1l, 2l, 5l, 49l, 50l, 60l, LONG_MAX - 1,
                   LONG_MAX}) {
      show("from", fromOn(n, m));
      show("behind", behind(n, m));
      show("up to", upTo(n, m));
      show("one", one(n, m));
    }
  for (int n : {0, -5, -1000000, 1, 2, 7, 50}) {
    for (int m : {INT_MIN, -3, -1, 0, 1, 2, 3, 4, 5, 49, 50, INT_MAX - 1, INT_MAX}) {
      show("ints", ints(n, m));
      show("down", down(n, m));
      show("down from", downFrom(n, m));
      show("invariant", invariant(n, m));
      show("both", both(n, m / 100000, 4));
      show("nested", nested(n, m % 1000));
      show("bounded", bounded(n < 0 ? 0 : n, m));
      show("later", laterThan(n < 0 ? 0 : n, m));
    }
    show("strided", strided(n));
    show("but one", butOne(n));
  }
}
