// RUN: %differential %s --args "30|5|4|3|1|0|-1"
// RUN: %loomp fix --cost-model=off --diff %s -- -std=c++20 | FileCheck-22 %s
// What the last iteration leaves: bounds that are converted, strides, references, members, and
// conditions that the last iteration need not fulfil.
// CHECK: lastprivate(tLocal)
// CHECK: lastprivate(lastLocal)
// CHECK: n >= 5
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <vector>
static double a[4000];
static void reference(double &t, int n) {
  for (int i = 0; i < n; ++i) {
    t = i * 0.25;
    a[i] = 0.5 * t;
  }
}
struct Store {
  double cells[64] = {};
  long last = 7;
  void run(int n) {
    for (int i = 0; i < n; ++i) {
      last = i;
      cells[i] = 0.5 * last;
    }
  }
};
static double conditional(double t, int n) {
  for (int i = 0; i < n; ++i)
    if (i > 3) {
      t = i * 0.25;
      a[i] += t;
    }
  return t;
}
static double conditionalByReference(double &t, int n) {
  for (int i = 2; i < n; ++i) {
    a[i] *= 2;
    if (i != 2)
      t = a[i];
  }
  return t;
}
static long converted(long n) {
  long t = 5;
  for (std::size_t i = 2; i < std::size_t(n + 2); ++i) {
    t = long(i);
    a[i] += t;
  }
  return t;
}
static long strided(long n) {
  long t = 5;
  for (unsigned i = 1; i < unsigned(n); i += 3) {
    t = long(i);
    a[i] += t;
  }
  return t;
}
static int byTurns(int n) {
  int q = 9;
  for (long i = 1; i < n + 2; i += 2) {
    a[i] += q;
    q = 3 - q;
  }
  return q;
}
static int advanced(int n) {
  int q = 9;
  for (int i = n; i >= 2; i -= 3) {
    a[i] += q;
    q += 5;
  }
  return q;
}
static long indexAfter(long n) {
  long i;
  for (i = 3; i < n; i += 4)
    a[i] = 1;
  return i;
}
static int downAfter(int n) {
  int i;
  for (i = n; i > 1; i -= 3)
    a[i] += 1;
  return i;
}
static void startOfAnotherType(int n, unsigned long from, long step) {
  for (long j = from; j < n; j += step)
    a[2 * j + 2] += 7;
}
int main(int argc, char **argv) {
  int n = argc > 1 ? std::atoi(argv[1]) : 20;
  double t = -1;
  reference(t, n);
  std::printf("%g\n", t);
  reference(a[5], n); // i=0 sets what i=5 reads
  std::printf("%g\n", a[5]);
  Store store;
  store.run(n);
  std::printf("%ld %g\n", store.last, store.cells[5]);
  std::printf("%g\n", conditional(-2, n));
  conditionalByReference(t, n);
  std::printf("%g\n", t);
  if (n >= 0)
    std::printf("%ld %ld\n", converted(n), strided(n));
  std::printf("%d %d\n", byTurns(n), advanced(n));
  std::printf("%ld %d\n", indexAfter(n), downAfter(n));
  startOfAnotherType(n, 2, 3);
  double sum = 0;
  for (int i = 0; i < 4000; ++i)
    sum += a[i] * (i % 17);
  std::printf("%g\n", sum);
}
