// Counters that start again, in types narrower than int; numbers kept in a type that has all of
// them, and in one that has not; sums through a pointer.
// RUN: %differential %s --race --flags="-std=c++20 -Wextra" --expect-rewritten=11
#include <cstdio>
#include <initializer_list>
static long circles(int n, long *__restrict a) {
  short s = 3; signed char r = 2; unsigned char u = 5, v = 1; short w = 6;
  for (int i = 0; i < n; i += 1) {
    if (++s == 4) s = 0;
    r = (r + 3) % 7;
    u = (u + 9) & 7;
    v = v + 1 == 127 ? 0 : v + 1;
    w++;
    if (w >= 32767) w = 0;
    a[i] += s + 10 * r + 1000 * u + 10000 * v + 1000000l * w;
  }
  return s + 10 * r + 1000 * u + 10000 * v + 1000000l * w;
}
static long overflow(int n, long *__restrict a) {
  signed char q = 0;
  for (int i = 0; i < n; i += 1) {
    q = (q + 1) % 200;
    a[i] += q;
  }
  return q;
}
static long start(int n, long *__restrict a, signed char q) {
  for (int i = 0; i < n; i += 1) {
    if (++q == 100) q = 0;
    a[i] += q;
  }
  return q;
}
// The sum of two int numbers is a number of type double; with `>=` the last one counts.
static long last(int n, const int *b) {
  double best = 5;
  int at = -1;
  for (int i = 0; i < n; i++)
    if (b[i] + b[i + 1] >= best) {
      best = b[i] + b[i + 1];
      at = int(i);
    }
  unsigned char high = 9;
  int most = -1;
  for (int i = 0; i < n; i++)
    if (most < high * (b[i] & 63))
      most = high * (b[i] & 63);
  long winner = 0;
  for (int i = 0; i < n; i++)
    if (b[i] < b[winner])
      winner = long(i);
  return at + 1000L * long(best) + 1000000L * most + 1000000000L * winner;
}

// Not every long is a double: of two that are rounded to one, the first or the last may be kept.
static long rounded(int n, const long *b) {
  double best = 5;
  int at = -1;
  for (int i = 0; i < n; i++)
    if (b[i] > best) {
      best = b[i];
      at = i;
    }
  return at;
}

static double byPointer(int n, const int *b) {
  double s = 1;
  double *const p = &s;
  for (int i = 0; i < n; i++) {
    *p += b[i] > 3 ? 1.0 : -0.5;
    *p += b[i] % 2;
  }
  return s;
}

static long a[100000];
static int b[100001];
int main() {
  for (int i = 0; i <= 100000; i++)
    b[i] = int(i * 7919L % 10007) % 1000 - 300;
  for (int n : {0, 1, 5, 33333, 70000}) {
    long x = circles(n, a), y = overflow(n, a), z = start(n, a, 120), s = 0;
    for (int i = 0; i < n; i++) s += a[i] * (i % 77 + 1);
    std::printf("%ld %ld %ld %ld %ld %g\n", x, y, z, s, last(n, b), byPointer(n, b));
    std::printf("%ld\n", rounded(n, a));
  }
}
