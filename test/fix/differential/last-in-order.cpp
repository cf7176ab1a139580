// What some iterations assign last is a maximum only if each thread runs its iterations in order.
// RUN: %differential %s
// RUN: %loomp fix --diff %s -- | FileCheck-22 %s
// CHECK: reduction(max : last) {{.*}}schedule(static)
// CHECK: reduction(max : last) {{.*}}schedule(static)
#include <cstdio>
static double a[3000];
static long uneven(int n) {
  long last = -1;
  for (int i = 0; i < n; i++) {
    double s = 0;
    for (int j = 0; j < (n - i) * 4; j++)
      s += 0.5 * j;
    if (s + a[i] > -1e9)
      last = i;
  }
  return last;
}
static long even(int n) {
  long last = -1;
  for (int i = 0; i < n; i++)
    if (a[i] > 3)
      last = i;
  return last;
}
int main() {
  for (int i = 0; i < 3000; i++)
    a[i] = i % 7;
  for (int round = 0; round < 20; round++)
    std::printf("%ld %ld\n", uneven(3000 - round), even(3000 - round));
}
