// RUN: %differential %s --flags="-std=c++20 -fsanitize=undefined -fno-sanitize-recover=all" --expect-rewritten=8
// Variables, steps and indices of different widths: closed forms of sums that wrap around, or would
// overflow where the sum does not.
#include <cstdio>
#include <initializer_list>
static unsigned long sum;
template <class T> static void keep(const T *a, int n, long q) {
  sum = sum * 31 + q;
  for (int i = 0; i < n; ++i)
    sum = sum * 31 + a[i];
}
static void hugeStep(unsigned q, long step, int n) {
  static unsigned a[2000];
  for (int i = 0; i < n; ++i) {
    a[i] = q;
    q += step;
  }
  keep(a, n, q);
}
static void hugeStepDown(int q, long step, unsigned n) {
  static int a[2000];
  for (unsigned i = 0; i < n; ++i) {
    a[i] = q;
    q -= step;
  }
  keep(a, n, q);
}
static void unsignedStep(int q, unsigned step, long n) {
  static int a[2000];
  for (long i = 0; i < n; ++i) {
    a[i] = q;
    q += step;
  }
  keep(a, n, q);
}
static void promoted(unsigned short q, unsigned short step, long n) {
  static int a[70000];
  for (long i = 0; i < n; ++i) {
    a[i] = q;
    q += step;
  }
  keep(a, n, q);
}
static void narrowIndex(int q, int step, unsigned short n) {
  static int a[70000];
  for (unsigned short i = 0; i < n; ++i) {
    a[i] = q;
    q += step;
  }
  keep(a, n, q);
}
static void changesSign(int step, int n) {
  static int a[2000];
  int q = 2000000000;
  for (int i = 0; i < n; ++i) {
    a[i] = q;
    q += step;
  }
  keep(a, n, q);
}
static void fromZero(int step, int n) {
  static unsigned a[2000];
  unsigned q = 0;
  for (int i = 0; i < n; ++i) {
    a[i] = q;
    q += step;
  }
  keep(a, n, q);
}
static void someIterations(short q, long step, int n) {
  static int a[2000];
  for (int i = 0; i < n; ++i) {
    q += step;
    a[i] = q;
    q -= 3;
  }
  keep(a, n, q);
}
int main() {
  volatile long big = 6000000000, huge = 0x7000000000000000, less = -5000000001;
  for (long step : {+big, +huge, +less}) {
    hugeStep(7, step, 1000);
    hugeStepDown(7, step, 1000);
    someIterations(7, step, 1000);
  }
  hugeStepDown(-2000000000, -3000000, 1000);
  unsignedStep(7, 4000000000, 1000);
  promoted(7, 65535, 70000);
  narrowIndex(-2000000000, 64000, 62000);
  changesSign(-4000000, 1000);
  fromZero(2000000000, 1000);
  std::printf("%lu\n", sum);
}
