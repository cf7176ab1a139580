// Variables that all iterations set before they read them, or none, or all from some iteration on.
// RUN: %differential %s
// RUN: %loomp fix --diff --cost-model=off %s -- | FileCheck-22 %s
// CHECK: firstprivate(t)
// CHECK: firstprivate(level) lastprivate(level) schedule(static)
// CHECK: firstprivate(level) lastprivate(level) schedule(static)
// CHECK: firstprivate(last) lastprivate(last)
#include <cstdio>
#include <initializer_list>
static double a[1000], b[1000];
static int levels[1000];

static double allOrNone(int n, int m) {
  double t = 3;
  for (int i = 0; i < n; i++) {
    for (int j = 0; j < m; j++)
      t = b[j] + i;
    a[i] = t;
  }
  double sum = 0;
  for (int i = 0; i < n; i++)
    sum += a[i] * (i % 7);
  return sum;
}
static int fromSomeIteration(int n, int k) {
  int level = 5;
  for (int i = 0; i < n; i++) {
    if (i > k)
      level = 2 * i;
    levels[i] = level;
  }
  return level;
}
static int downwards(int n, int k) {
  int level = 5;
  for (int i = n - 1; i >= 0; i--) {
    if (i < k)
      level = 3 * i;
    levels[i] += level;
  }
  return level;
}
static double valueAfter(int n, int m) {
  double last = 7;
  for (int i = 0; i < n; i++)
    for (int j = 0; j < m; j++)
      last = b[j] * i;
  return last;
}
static int lastReads(int n) {
  int t = 4, out = 9;
  for (int i = 0; i < n; i++) {
    if (i == n - 1)
      out = t;
    t = levels[i];
  }
  return out;
}
static double inInnerLoop(int n, int m) {
  double s = 1, t = 2;
  for (int i = 1; i < n; i++) {
    for (int j = 0; j < m; j++)
      s = 3 + m;
    t = b[i] + s;
  }
  return s + t;
}
int main() {
  for (int i = 0; i < 1000; i++)
    b[i] = i % 13;
  for (int m : {0, 1, 5})
    for (int n : {0, 1, 400, 1000})
      std::printf("%g %g\n", allOrNone(n, m), valueAfter(n, m) + inInnerLoop(n, m));
  for (int n : {0, 1, 400, 1000})
    for (int k : {-1, 0, 1, 200, 399, 998, 2000}) {
      std::printf("%d %d", fromSomeIteration(n, k), downwards(n, k));
      long sum = 0;
      for (int i = 0; i < 1000; i++)
        sum += levels[i] * (i % 11);
      std::printf(" %ld %d\n", sum, lastReads(n));
    }
}
