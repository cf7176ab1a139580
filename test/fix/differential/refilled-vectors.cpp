// RUN: %differential %s
// RUN: %loomp fix --cost-model=off --diff %s -- -std=c++20 | grep '^+' | FileCheck %s
// Vectors that each iteration empties in loops or branches, or gives their size and new elements.
#include <cstdio>
#include <vector>

// CHECK-COUNT-6: private(w)
// CHECK-NOT: private(w)
static void emptied(long n, long m, long *a) {
  std::vector<long> w(3, 7);
  for (long r = 0; r < m; ++r)
    for (long i = 0; i < n / m; i++) {
      w.resize(0);
      w.push_back(i);
      a[r * (n / m) + i] = w.back() + r;
    }
}
static void inLoop(long n, long m, long *a) {
  std::vector<long> w;
  for (long i = 0; i < n; i++) {
    long t = 0;
    for (long j = 0; j < i % m; j++) {
      if (j % 3 == 1)
        continue;
      w.clear();
      w.push_back(i + j);
      w.push_back(j);
      t += w.back() * long(w.size());
    }
    a[i] = t;
  }
}
static void inBranches(long n, long *a) {
  std::vector<long> w(2, 3);
  for (long i = 0; i < n; i++) {
    if (i % 3 == 1) {
      w.clear();
    } else {
      w.assign(2, i);
    }
    w.push_back(i);
    a[i] = long(w.size()) + w[0];
  }
}
static void sized(long n, long m, long *a) {
  std::vector<long> w(9, 4);
  for (long i = 0; i < n; i++) {
    w.resize(m);
    for (long j = 0; j < m; j++)
      w[j] = i * j;
    long t = 0;
    for (long j = 0; j < m; j++)
      t += w[j] % 5;
    a[i] = t + long(w.size());
  }
}
static void sizedOtherwise(long n, long *a) {
  std::vector<long> w(2, 4);
  for (long i = 0; i < n; i++) {
    w.resize(i % 7 + 1, 3);
    for (long j = 0; j < i % 7 + 1; j++)
      w[j] = i + j;
    a[i] = w[0] * w[i % 7];
  }
}
static long neverFilled(long n, long *a) {
  std::vector<long> w;
  for (long i = 0; i < n; i++) {
    if (a[i] % 3 == 1)
      w.clear();
    a[i] = w.empty() ? i : w.back();
  }
  return long(w.size());
}
// Element 3 is what an earlier iteration left.
static void partly(long n, long *a) {
  std::vector<long> w;
  for (long i = 0; i < n; i++) {
    w.resize(4, 1);
    for (long j = 0; j < 3; j++)
      w[j] = i * j;
    a[i] = w[3] + w[2];
    w[3] = i;
  }
}
static long sum(const std::vector<long> &a) {
  long total = 0;
  for (std::size_t i = 0; i < a.size(); i++)
    total = total * 31 % 1000003 + a[i];
  return total;
}
int main() {
  const long n = 6000;
  std::vector<long> a(n, 2);
  emptied(n, 6, a.data());
  std::printf("%ld\n", sum(a));
  inLoop(n, 5, a.data());
  std::printf("%ld\n", sum(a));
  inBranches(n, a.data());
  std::printf("%ld\n", sum(a));
  sized(n, 11, a.data());
  std::printf("%ld\n", sum(a));
  sizedOtherwise(n, a.data());
  std::printf("%ld\n", sum(a));
  const long size = neverFilled(n, a.data());
  std::printf("%ld %ld\n", size, sum(a));
  partly(n, a.data());
  std::printf("%ld\n", sum(a));
}
