// Counters that a mask of low bits sets back, from starts in and out of its range.
// RUN: %differential %s
// RUN: %loomp fix --diff --cost-model=off %s -- | FileCheck-22 %s
// CHECK: & 7
#include <cstdio>
#include <initializer_list>
static long out[1000], from[64];

static long known(int n) {
  int k = 5;
  for (int i = 0; i < n; i++) {
    out[i] = from[k];
    k = (k + 3) & 7;
    out[i] += 2 * k;
  }
  return k;
}
static long given(int n, long k) {
  for (long i = 3; i < n; i++) {
    out[i] = 3 * k;
    k = (k + 1) & 15;
    out[i] += k;
  }
  return k;
}
static unsigned withoutSign(int n) {
  unsigned k = 2;
  for (int i = 0; i < n; i++) {
    out[i] = from[k];
    k = (k + 1) & 31;
  }
  return k;
}
static long again(int n) {
  long q = 2;
  for (int r = 0; r < 3; r++)
    for (int i = 0; i < n; i++) {
      out[i] = q * i;
      q = (q + 1) & 3;
    }
  return q;
}
static void show(long last) {
  long sum = last;
  for (int i = 0; i < 1000; i++)
    sum += out[i] * (i % 7);
  std::printf("%ld %ld\n", last, sum);
}
int main() {
  for (int i = 0; i < 64; i++)
    from[i] = i * i;
  for (int n : {0, 1, 7, 1000}) {
    show(known(n));
    for (long k : {0L, 15L, 16L, -1L, 1000000000000L})
      show(given(n, k));
    show(withoutSign(n));
    show(again(n));
  }
}
