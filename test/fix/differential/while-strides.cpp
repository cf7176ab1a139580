// RUN: %differential %s
// `while` loops with a stride whose index is read behind them, with indices and bounds of several
// types, and other variables that they move; steps from outside, in unsigned variables.
#include <cstddef>
#include <cstdio>
#include <initializer_list>
static long a[1000];
static void show(const char *name, long left) {
  unsigned long sum = 0;
  for (long each : a)
    sum = (sum * 31 + (unsigned long)each) % 1000003;
  std::printf("%s %ld %lu\n", name, left, sum);
  for (long &each : a)
    each = 7;
}
static long plain(long n) {
  long j = 1;
  while (j < n) {
    a[j] += 3 * j;
    j += 2;
  }
  return j;
}
static long upTo(int n) {
  int j = 5;
  while (j <= n) {
    a[j] += j;
    j += 3;
  }
  return j;
}
static long reversed(int n) {
  long j = 0;
  while (2 * n - 3 > j) {
    a[j] += j;
    j += 4;
  }
  return j;
}
static long unsignedBound(unsigned n) {
  long j = 1;
  while (j < n) {
    a[j] += j;
    j += 2;
  }
  return j;
}
static long sizes(std::size_t n) {
  std::size_t j = 2;
  while (j < n) {
    a[j] += j;
    j += 5;
  }
  return j;
}
static long narrowBound(signed char n) {
  int j = 0;
  while (j < n) {
    a[j] += j;
    j += 7;
  }
  return j;
}
static long counted(int n) {
  int j = 1;
  long q = 3;
  while (j < n) {
    a[q] = j;
    q += 2;
    j += 2;
  }
  return q * 1000 + j;
}
static long nested(int n) {
  long sum = 0;
  for (int i = 0; i < n; ++i) {
    long j = 1;
    while (j < i) {
      a[j] += 1;
      j += 3;
    }
    sum += j;
  }
  return sum;
}
static long movedAbove(int n) {
  int j = 1;
  while (j < n) {
    j += 2;
    a[j] += j;
  }
  return j;
}
static unsigned steps(int n, long step) {
  unsigned q = 5;
  for (int i = 1; i < n; ++i) {
    a[q] += i;
    q = q + step;
  }
  return q;
}
static unsigned twoPlaces(int n, int step) {
  unsigned q = 300;
  for (int i = 3; i < n; ++i) {
    a[q] += i;
    q += step;
    a[q + 50] = 1;
  }
  return q;
}
int main() {
  for (int n : {-5, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 30, 31, 100, 101}) {
    show("plain", plain(n));
    show("upTo", upTo(n));
    show("reversed", reversed(n));
    show("unsignedBound", unsignedBound(n < 0 ? 0 : n));
    show("sizes", sizes(n < 0 ? 0 : n));
    show("narrowBound", narrowBound((signed char)n));
    show("counted", counted(n));
    show("nested", nested(n));
    show("movedAbove", movedAbove(n));
  }
  for (long step : {0, 1, 2, 3, 60, 61, -2})
    for (int n : {0, 1, 2, 4, 7, 9}) {
      show("steps", steps(n, step < 0 ? 0 : step));
      show("twoPlaces", twoPlaces(n, step));
      show("more", twoPlaces(step == 1 || step < 0 ? 90 : n, step));
    }
}
