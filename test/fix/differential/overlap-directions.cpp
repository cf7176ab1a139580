// RUN: %differential %s
// Ranges in two directions, apart and overlapping: each check has to notice.
#include <climits>
#include <cstdio>
#include <initializer_list>
static void mirrored(long m, long n, long *to, const long *d) {
  for (long j = m; j > 0; j--)
    to[j] = d[n - j] * 3 + d[j] % 1000;
}
static void reduced(long m, long n, const long *d, long &total) {
  for (long j = m; j > 0; j--)
    total = total + d[j] % 100 * (d[n - j] % 10);
}
static void twoRows(long n, long k, int *to, const int *d) {
  for (long j = 0; j < n; j++)
    to[j] = d[j] % 1000 * 2 + d[j + k];
}
static long a[20001], b[20001];
static int c[40001];
static void reset() {
  for (int i = 0; i < 20001; i++) {
    a[i] = i * 37 % 101;
    b[i] = i * 41 % 103;
    c[i] = c[i + 20000] = i * 43 % 107;
  }
}
static long sum() {
  unsigned long result = 0;
  for (int i = 0; i < 20001; i++)
    result = result * 31 + a[i] + 7 * b[i] + 3 * c[i] + c[i + 20000];
  return static_cast<long>(result % 1000003);
}
int main() {
  const struct {
    long *to;
    const long *d;
    long m, n;
  } cases[] = {
      {a, b, 20000, 20000},        {a, a, 20000, 20000},        {a, a + 10000, 5000, 5000},
      {a, a + 3000, 5000, 5000},   {a + 10000, a, 5000, 20000}, {a + 10000, a, 9000, 15000},
      {a + 10000, a, 5000, 12000}, {a, b, 0, LONG_MAX},         {a, b, -5, 20},
      {nullptr, nullptr, 0, 0}};
  for (const auto &each : cases) {
    reset();
    mirrored(each.m, each.n, each.to, each.d);
    std::printf("mirrored %ld\n", sum());
  }
  long apart = 5;
  reset();
  reduced(20000, 20000, a, apart);
  std::printf("reduced %ld\n", apart);
  // In the rising range, in the falling one, and next to both.
  for (int at : {100, 4999, 5000, 5001, 14999, 15000, 19999, 0}) {
    reset();
    reduced(5000, 20000, a, a[at]);
    std::printf("reduced %d %ld %ld\n", at, a[at], sum());
  }
  for (long k : {0L, 1L, -1L, 5000L, 10000L, -5000L, -20000L})
    for (int to : {0, 3000, 20000}) {
      reset();
      twoRows(10000, k, c + to, c + 20000);
      std::printf("twoRows %ld %d %ld\n", k, to, sum());
    }
}
