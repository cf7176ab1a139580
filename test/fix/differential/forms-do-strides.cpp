// RUN: %differential %s
// Loops whose first iteration runs untested, with steps beyond one, and what they leave behind.
#include <cstdio>
static int d[200];
static float x[200];
static void show(const char *name, long left) {
  long sum = 0;
  for (int i = 0; i < 200; ++i) {
    sum = (sum * 31 + d[i] + long(x[i]) * 7) % 1000003;
    d[i] = 0;
    x[i] = 0;
  }
  std::printf("%s %ld %ld\n", name, left, sum);
}
static long counted(int n) {
  long z = 0, l = 0;
  do {
    l += 2;
    ++z;
    d[l] = int(z);
    x[l] = float(z);
  } while (l < n);
  return z;
}
static long index(int n) {
  long l = 0;
  do {
    d[l] = int(l) + 1;
    l += 3;
  } while (l < n);
  return l;
}
static long both(int n) {
  long z = 5;
  int l = 1;
  do {
    d[l] = int(z);
    z += 3;
    l += 3;
  } while (l <= n);
  return z * 1000 + l;
}
static long once() {
  long z = 5;
  int l = 10;
  do {
    d[l] = int(z);
    z += 3;
    l += 3;
  } while (l <= 7);
  return z * 1000 + l;
}
static long unsignedBound(unsigned n) {
  long z = 5;
  unsigned l = 1;
  do {
    d[l] = int(z);
    z += 3;
    l += 3;
  } while (l < n);
  return z * 1000 + l;
}
static long down(long n) {
  long z = 5, l = 150;
  do {
    d[l + 8] = int(l);
    z += 3;
    l -= 4;
  } while (l > n);
  return z;
}
static long inCondition(int n) {
  int l = 1;
  do
    d[l] = l;
  while ((l += 3) < n);
  return l;
}
static long fromParameter(int n, int k) {
  int l = k;
  do {
    d[l] = l;
    l += 2;
  } while (l < n);
  return l;
}
#define SET(at) d[(at)] = int(at) % 7 + 1
static long inMacro(int n) {
  long w = 0;
  while (w < n) {
    SET(w);
    ++w;
  }
  return w;
}
int main() {
  for (int n = -3; n < 150; n += n < 12 ? 1 : 17) {
    show("counted", counted(n));
    show("index", index(n));
    show("both", both(n));
    show("once", once());
    show("unsigned", unsignedBound(n < 0 ? 0 : unsigned(n)));
    show("down", down(n));
    show("inCondition", inCondition(n));
    show("fromParameter", fromParameter(n, 3));
    show("inMacro", inMacro(n));
  }
}
