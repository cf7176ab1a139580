// RUN: %differential %s
// RUN: %loomp fix --cost-model=off --diff %s -- -std=c++20 | grep '^+' | FileCheck %s
// -1u is -1 of 32 bits, and 4294967295 of 64.
#include <cstdio>
static void wide(unsigned long *a, int n, unsigned long x) {
  // CHECK: x_power
  for (int i = 0; i < n; ++i) {
    a[i] = x;
    x *= -1u;
  }
}
static void signs(unsigned long *a, int n, unsigned long x) {
  // CHECK: ? -x : x
  for (int i = 0; i < n; ++i) {
    a[i] += x;
    x *= -1;
  }
}
int main() {
  static unsigned long a[2000];
  wide(a, 2000, 3);
  signs(a, 2000, 5);
  unsigned long sum = 0;
  for (int i = 0; i < 2000; ++i)
    sum = sum * 31 + a[i];
  std::printf("%lu\n", sum);
}
