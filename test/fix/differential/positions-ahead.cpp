// RUN: %differential %s
// Positions compared one ahead or declared outside, handlers that never run, vectors filled anew,
// reductions behind casts, sums of inner loops.
#include <cstdio>
#include <numeric>
#include <vector>
static void inner(std::vector<double> &v) {
  for (auto it = v.begin() + 1; it + 1 < v.end(); ++it)
    *it = 0.5 * (it[0] + 1);
}
static void in_steps(std::vector<double> &v, const std::vector<double> &u) {
  for (auto it = v.begin(); it + 2 != v.end(); ++it)
    *it = 2 * u[0];
}
static long behind(std::vector<double> &v) {
  auto where = v.begin();
  for (where = v.begin(); where + 1 < v.end(); ++where)
    *where = 2;
  return where - v.begin();
}
static long handlers(float *__restrict a, const long *__restrict b, long n) {
  long t = 0;
  for (long i = 0; i < n; ++i) {
    try {
      long twice = 2 * b[i];
      if (twice > 10)
        twice = 10;
      t = i + twice;
    } catch (...) {
      a[40] = float(i);
    }
  }
  return t;
}
static bool odd(const int *b, long n) {
  bool s = true;
  for (long i = 0; i < n; ++i)
    s = s != (b[i] > 3);
  return s;
}
static unsigned cast(const int *b, long n) {
  unsigned s = 5;
  for (long i = 0; i < n; ++i)
    s = (unsigned)(s - b[i] * 9);
  return s;
}
static unsigned inners(unsigned *a, long n) {
  unsigned q = 5;
  for (long i = 0; i < n; ++i) {
    a[q] += q;
    for (long j = 0; j < 5; ++j)
      q += j * 2 + 1;
    a[q] += 1;
  }
  return q;
}
static void refill(long *__restrict a, long n, long m) {
  std::vector<long> w;
  for (long i = 0; i < n; i++) {
    w.clear();
    for (long j = 0; j < m; ++j)
      w.push_back(long(i + j));
    a[i] = long(w.size()) + (w.empty() ? 0 : w.back());
  }
}
static long behindne(std::vector<double> &v) {
  std::vector<double>::iterator where;
  for (where = v.begin(); where != v.end(); ++where)
    *where = 3;
  return where - v.begin();
}
static void notlive(std::vector<double> &v) {
  std::vector<double>::iterator where;
  for (where = v.begin(); where != v.end(); ++where)
    *where += 3;
}
int main() {
  for (long n : {2L, 3L, 4L, 17L, 100L}) {
    std::vector<double> v(n), u(3, 4.5);
    std::iota(v.begin(), v.end(), 1);
    std::vector<float> a(100);
    std::vector<long> b(n), c(n);
    std::iota(b.begin(), b.end(), 0);
    inner(v);
    double s = 0;
    for (double x : v)
      s = s * 0.5 + x;
    std::printf("%.17g\n", s);
    in_steps(v, u);
    for (double x : v)
      s = s * 0.5 + x;
    std::printf("%.17g\n", s);
    std::printf("%ld\n", behind(v));
    for (double x : v)
      s = s * 0.5 + x;
    std::printf("%.17g\n", s);
    std::printf("%ld ", behindne(v));
    notlive(v);
    for (double x : v)
      s = s * 0.5 + x;
    std::printf("%.17g\n", s);
    std::printf("%ld\n", handlers(a.data(), b.data(), n));
    std::vector<int> d(n);
    for (long i = 0; i < n; ++i)
      d[i] = (i * 7) % 11;
    std::printf("%d %u\n", odd(d.data(), n), cast(d.data(), n));
    std::vector<unsigned> e(10000);
    std::printf("%u ", inners(e.data(), n));
    unsigned h = 0;
    for (unsigned x : e)
      h = h * 31 + x;
    std::printf("%u\n", h);
    for (long m : {0L, 1L, 7L}) {
      refill(c.data(), n, m);
      long z = 0;
      for (long x : c)
        z = z * 7 + x;
      std::printf("%ld\n", z);
    }
  }
}
