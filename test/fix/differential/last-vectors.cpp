// RUN: %differential %s
// RUN: %loomp fix --cost-model=off --diff %s -- -std=c++20 | grep '^+' | FileCheck %s
// Vectors that each iteration fills anew, and that are read behind the loop.
#include <cstdio>
#include <vector>

// CHECK-COUNT-4: #pragma omp parallel for lastprivate(w)
// CHECK-NOT: lastprivate(w)
static long appended(long n, long m, long *a) {
  std::vector<long> w(3, 7);
  for (long i = 0; i < n; i += 2) {
    w.clear();
    for (long j = 0; j < m; ++j)
      w.push_back(i + j);
    a[i] = long(w.size()) + i;
  }
  return long(w.size()) * 1000 + (w.empty() ? -1 : w.back());
}
static long assigned(long n, long m, long *a) {
  std::vector<long> w;
  w.push_back(3);
  for (long i = n - 1; i >= 0; --i) {
    w = std::vector<long>(4, i);
    if (i % 3 == m)
      w.push_back(i + 1);
    a[i] = w.back();
  }
  return w.back();
}
static long filled(long n, long *a) {
  std::vector<long> w(3, 7);
  for (long i = 0; i < n; i++) {
    w.assign(3, i);
    a[i] = w.front();
  }
  w.push_back(8);
  return w[2] * 10 + w[3];
}
static long iterated(long n, long *a) {
  std::vector<long> w(3, 7);
  for (long i = 0; i < n; i++) {
    w.clear();
    w.push_back(i);
    w.push_back(i + 2);
    long t = 1;
    for (long each : w)
      t = t * 3 % 50 + each;
    a[i] = t;
  }
  return long(w.size()) + w[0];
}
// The last iterations may not fill it.
static long leavesEarly(long n, long *a) {
  std::vector<long> w(3, 7);
  for (long i = 0; i < n; i++) {
    if (a[i] > 90)
      continue;
    w.assign(3, i);
    a[i] = w.front();
  }
  return w[2];
}
int main() {
  long a[500];
  for (long n : {0L, 1L, 2L, 7L, 499L}) {
    for (long i = 0; i < 500; ++i)
      a[i] = i * 37 % 101;
    long sum = 0;
    std::printf("%ld %ld", appended(n, n % 5, a), assigned(n, 1, a));
    std::printf(" %ld %ld", filled(n, a), iterated(n, a));
    for (long i = 0; i < 500; ++i)
      a[i] = i * 37 % 101;
    std::printf(" %ld", leavesEarly(n, a));
    for (long i = 0; i < 500; ++i)
      sum += a[i] * (i % 7);
    std::printf(" %ld\n", sum);
  }
}
