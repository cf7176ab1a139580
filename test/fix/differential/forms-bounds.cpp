// RUN: %differential %s
// Loops whose bound has to be computed, whose test stands in the body, or whose index wraps.
#include <climits>
#include <cstdio>
#include <vector>
static double a[4000], b[8000];
static void show(const char *name, long index) {
  double sum = 0;
  for (int i = 0; i < 4000; i++)
    sum += a[i] * (i % 17 + 1);
  std::printf("%s %ld %.17g\n", name, index, sum);
}
static long smaller(int n, int m) {
  int i;
  for (i = 3; i < n && i <= m; i++)
    a[i] = 2 * i;
  return i;
}
static long smallerTurned(int n, int m) {
  int i;
  for (i = 3; i <= n && m > i; i++)
    a[i] = 3 * i;
  return i;
}
static long both(long n, int m) {
  int i;
  for (i = 3; i <= n && i <= m; i++)
    a[i] = 4 * i;
  return i;
}
static long larger(int s, int n, int m) {
  int i;
  for (i = s; i > n && i >= m; i--)
    a[i] = 5 * i;
  return i;
}
static long three(unsigned n, unsigned m, unsigned k) {
  unsigned i;
  for (i = 0; i < n && i <= m && i < k; i++)
    a[i] = 6 * i;
  return i;
}
static long strided(int n, int m) {
  for (int i = 0; i < n && i < m; i += 3)
    a[i] = 7 * i;
  return 0;
}
static double sizes(const std::vector<double> &v, const std::vector<double> &w) {
  double s = 0;
  for (std::size_t i = 0; i < v.size() && i < w.size(); ++i)
    s += v[i] * w[i];
  return s;
}
static long upTo(long s, long n, int m) {
  long i;
  for (i = s; i < n && i <= m; i++)
    a[i - s] = 15;
  return i;
}
static long downTo(long s, long n, int m) {
  long i;
  for (i = s; i > n && i >= m; i--)
    a[s - i] = 16;
  return i;
}
static long widerUpTo(int n, long m) {
  long i;
  for (i = n - 9; i < n && i <= m; i++)
    a[i - n + 9] = 17;
  return i;
}
struct List {
  int count;
};
static long behindTest(int n, const List *list) {
  int i;
  for (i = 0; i < n && i < list->count; i++)
    a[i] = 8 * i;
  return i;
}
static long literal(const std::vector<double> &v) {
  std::size_t i;
  for (i = 0; i < v.size() && i < 16; i++)
    a[i] = 9 * i;
  return i;
}
static int divisors(long n) {
  int count = 0;
  for (long d = 1; d * d <= n; ++d)
    if (n % d == 0)
      count += d * d == n ? 1 : 2;
  return count;
}
static long root(int n) {
  int i;
  for (i = 0; i * i < n; i++)
    a[i % 4000] += i;
  return i;
}
static long rootUpTo(int n) {
  int i;
  for (i = 0; i * i <= n; ++i)
    b[i % 8000] = i;
  return i;
}
static long rootByWhile(long n) {
  int d = 2;
  long sum = 0, d_last = 5, d_bit = 2;
  while (static_cast<long>(d) * d <= n) {
    sum += d % 7;
    ++d;
  }
  return sum + d * d_last * d_bit;
}
static long rootOdd(short n) {
  long sum = 0;
  for (int d = 3; d * d < n; d += 2)
    sum += n % d;
  return sum;
}
static long exitByWhile(int n) {
  int i = 0;
  while (true) {
    if (i >= n)
      break;
    a[i] = 10 * i;
    ++i;
  }
  return i;
}
static long exitByFor(int n) {
  int i;
  for (i = 0;; i++) {
    if (i == n) {
      break; // the end
    }
    a[i] = 11 * i;
  }
  return i;
}
static long exitByDo(int n, int m) {
  int i = 0;
  do {
    if (i >= n || !(i < m)) break;
    a[i] = 12 * i;
    i++;
    a[i] += 0;
  } while (1);
  return i;
}
static long exitByPointer(double *p, const double *end) {
  for (;;) { if (p == end) break; *p++ += 1; }
  return end - p;
}
static long wrapBelow(std::size_t n) {
  for (std::size_t i = n - 1; i < n; i--)
    a[i] = 13 * i;
  return 0;
}
static long wrapBelowUnsigned(unsigned n) {
  unsigned i;
  for (i = n - 1; i < n; --i) {
    if (i % 5 == 0)
      continue;
    a[i] = 14.0 * i;
  }
  return i;
}
static long wrapToMaximum(unsigned m) {
  unsigned i, k = 0;
  for (i = m; i != UINT_MAX; i--)
    a[i] = b[k++] + i;
  return i + k;
}
static long startTwo(const std::vector<double> &v) {
  int i, n, k;
  for (i = 0, k = 4, n = static_cast<int>(v.size()); i < n; ++i)
    a[i] = k * i;
  return i + n + k;
}
static long startFromBound(int m) {
  int i, n;
  for (n = m + 2, i = n - 1; i >= 0; --i)
    a[i] = n - i;
  return i + n;
}
int main() {
  for (int i = 0; i < 8000; i++)
    b[i] = i % 101;
  for (int n : {-7, 0, 1, 2, 3, 4, 7, 1000})
    for (int m : {-2, 0, 3, 4, 5, 1500}) {
      show("smaller", smaller(n, m));
      show("smallerTurned", smallerTurned(n, m));
      show("both", both(n, m));
      show("larger", larger(1000, n + 7, m + 2));
      show("larger", larger(4, n + 7, m + 2));
      show("three", three(n + 7, m + 2, 100));
      show("strided", strided(n, m));
      List list = {m};
      show("behindTest", behindTest(n, n > 0 ? &list : nullptr));
      show("exitByDo", exitByDo(n, m));
      std::vector<double> v(n + 7, 0.5), w(m + 2, 3);
      std::printf("sizes %g\n", sizes(v, w));
      show("literal", literal(w));
    }
  show("upTo", upTo(INT_MAX - 7L, INT_MAX + 9L, INT_MAX));
  show("upTo", upTo(3, 9, 5));
  show("downTo", downTo(INT_MIN + 7L, INT_MIN - 9L, INT_MIN));
  show("downTo", downTo(9, 3, 5));
  show("widerUpTo", widerUpTo(INT_MAX, LONG_MAX));
  show("widerUpTo", widerUpTo(INT_MAX, INT_MAX - 3L));
  show("smaller", smaller(INT_MAX, 10));
  show("smaller", smaller(10, INT_MAX));
  show("smallerTurned", smallerTurned(INT_MAX, 10));
  show("larger", larger(10, INT_MIN, 5));
  show("larger", larger(10, 5, INT_MIN));
  show("three", three(10, UINT_MAX, UINT_MAX));
  for (long n : {-1000000L, -1L, 0L, 1L, 2L, 3L, 4L, 8L, 9L, 10L, 99L, 100L, 101L, 1000000L}) {
    std::printf("divisors %d\n", divisors(n));
    show("root", root(n));
    show("rootUpTo", rootUpTo(n));
    show("rootByWhile", rootByWhile(n));
    show("rootOdd", rootOdd(static_cast<short>(n)));
  }
  std::printf("divisors %d\n", divisors(999966000289L));
  std::printf("root %ld\n", root(46340 * 46340));
  for (int n : {0, 1, 2, 7, 1000}) {
    show("exitByWhile", exitByWhile(n));
    show("exitByFor", exitByFor(n));
    show("exitByPointer", exitByPointer(a, a + n));
    show("wrapBelow", wrapBelow(n));
    show("wrapBelowUnsigned", wrapBelowUnsigned(n));
    show("wrapToMaximum", wrapToMaximum(n - 1));
    show("startTwo", startTwo(std::vector<double>(n)));
    show("startFromBound", startFromBound(n));
  }
}
