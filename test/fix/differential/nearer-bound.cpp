// RUN: %differential %s
// Ranges that end at the nearer of two bounds, of arrays that overlap or do not; blocks of a length
// that is a variable.
#include <cstdio>
#include <cstring>
static double a[40000];
static long blocks[40000];
__attribute__((noinline)) static void rows(int m, long n, const double *u, double *v) {
  for (int q = 0; q < 4000; ++q)
    for (int r = 0; r < m && r < n; ++r)
      v[q * 8 + r] = u[2 * r] * 0.5 + u[r];
}
__attribute__((noinline)) static void untested(int m, long n, const double *u, double *v, long q) {
  do {
    q += 1;
    for (int r = 0; r < m && r < n; ++r)
      v[q * 8 + r] = u[2 * r] * 0.5 + r;
  } while (q < 4000);
}
__attribute__((noinline)) static void clear(long m, long k, long stride, long *v) {
  for (long i = 0; i < m; ++i)
    std::memset(v + i * stride, static_cast<int>(i), k * sizeof(long));
}
static void print() {
  double sum = 0;
  long count = 0;
  for (int i = 0; i < 40000; ++i) {
    sum += a[i] * (i % 13);
    count += blocks[i] % 1009 * (i % 11);
  }
  std::printf("%.6f %ld\n", sum, count);
}
int main() {
  for (int i = 0; i < 40000; ++i) {
    a[i] = i % 89;
    blocks[i] = i;
  }
  rows(5, 7, a + 33000, a);
  print();
  rows(8, 3, a, a + 4);
  print();
  rows(8, 1L << 62, a, a + 9);
  print();
  rows(11, 20, a + 2000, a);
  print();
  untested(6, 4, a + 33000, a, 0);
  print();
  untested(4, 6, a + 17, a, 0);
  print();
  clear(4000, 9, 9, blocks);
  print();
  clear(4000, 12, 9, blocks);
  print();
  clear(1, 12, -5, blocks);
  clear(0, 12, 9, blocks);
  print();
}
