// RUN: %differential %s
// Steps that wrap the index around: the program asks, and runs the loop as it was where they do.
#include <cstdint>
#include <cstdio>
#include <vector>
static double a[40000];
static unsigned long hash() {
  unsigned long h = 0;
  for (int i = 0; i < 40000; i++) {
    h = h * 31 + (unsigned long)(long)a[i];
    a[i] = 0;
  }
  return h;
}
static void widerStep(int n, long step, double *a) {
  for (int i = 0; i < n; i += step)
    a[i] += i + 1;
}
static void signedStep(unsigned first, unsigned n, int step, double *a) {
  for (unsigned i = first; i < n; i += step)
    a[i] += i + 1;
}
static void longStep(unsigned long n, long step, double *a) {
  for (unsigned long i = 1; i < n; i += step)
    a[i] += i + 1;
}
static void convertedBound(long k, long step, double *a) {
  for (std::uint64_t i = 1; i <= std::uint64_t(k); i += step)
    a[i] += i + 1;
}
static void narrowedBound(long k, long step, double *a) {
  for (unsigned i = 1; i < unsigned(k); i += step)
    a[i] += i + 1;
}
static void widerBound(long k, long step, double *a) {
  for (int i = 1; i < k; i += step)
    a[i] += i + 1;
}
static void downwards(int n, long step, double *a) {
  for (int i = n - 1; i >= 2; i -= step)
    a[i] += i + 1;
}
static void negativeStep(int n, long step, double *a) {
  for (int i = n - 1; i >= 0; i += step)
    a[i] += i + 1;
}
static double sum(int n, long step, const double *a) {
  double s = 0;
  for (int i = 0; i < n; i += step)
    s += a[i];
  return s;
}
static void sizes(std::vector<double> &v, int stride) {
  for (std::size_t i = 0; i < v.size(); i += stride)
    v[i] += i + 1;
}
static int last(int n, long step, double *a) {
  int x = -1;
  for (int i = 0; i < n; i += step) {
    x = i;
    a[i] = x;
  }
  return x;
}
static void nest(unsigned n, int step, double *a, double *b) {
  for (int r = 0; r < 100; ++r) {
    if (step <= 0)
      b[r + 1] = b[r] + 1;
    for (unsigned i = 0; i < n; i += step)
      a[(unsigned long)i * 100 + r] += r + 1;
  }
}
static double chosen(unsigned n, int step, double *a) {
  double x = 7, s = 0;
  for (int r = 0; r < 50; ++r) {
    if (step > 0)
      x = r;
    for (unsigned i = n; i < 20; i += step)
      a[r * 20 + i] += x;
    s += x;
    if (step <= 0)
      x = x + 1;
  }
  return s + x;
}
static void otherMeaning(int n, long step, double *a) {
  for (int r = 0; r < n; r += step) {
    long less = step - 1, step = less;
    for (int i = 0; i < 8; i += step)
      a[r] += i;
  }
}
int main() {
  const long wrap = 1l << 32;
  for (long step : {1l, 3l, 100l, 70000l, wrap + 1, wrap + 3, -wrap + 2, -5 * wrap + 7}) {
    widerStep(20000, step, a + 100);
    std::printf("%ld %lu\n", step, hash());
    widerBound(20000, step, a + 100);
    std::printf("%lu\n", hash());
    narrowedBound(20000, step, a + 100);
    std::printf("%lu\n", hash());
    narrowedBound(wrap + 5000, step, a + 100);
    std::printf("%lu\n", hash());
    downwards(20000, step, a + 100);
    std::printf("%lu\n", hash());
    negativeStep(20000, -step, a + 100);
    std::printf("%lu\n", hash());
    std::printf("%d\n", last(15000, step, a + 100));
    std::printf("%.0f\n", sum(20000, step, a));
    std::printf("%lu\n", hash());
  }
  for (long step : {0l, -1l, -wrap, wrap + 1, 1l, 2l}) {
    for (int n : {0, -5, -2147483647 - 1}) {
      widerStep(n, step, a);
      widerBound(n, step, a);
      widerBound(long(n) * 3, step, a);
      negativeStep(n < -5 ? -5 : n, -step, a);
      downwards(n < -5 ? -5 : n, step, a);
      std::printf("%d\n", last(n, step, a));
      std::printf("%.0f\n", sum(n, step, a));
    }
    longStep(0, step, a);
    convertedBound(0, step, a);
    narrowedBound(wrap, step, a);
    std::printf("%lu\n", hash());
  }
  for (int step : {1, 3, 30000}) {
    signedStep(0, 20000, step, a);
    longStep(20000, step, a);
    convertedBound(20000, step, a);
    std::printf("%lu\n", hash());
  }
  for (int step : {-1, -3, -30000}) { // downwards, until the index wraps around
    signedStep(19999, 20000, step, a);
    longStep(2, step, a);
    convertedBound(1, step, a);
    std::printf("%lu\n", hash());
  }
  std::vector<double> v(20000), none;
  for (int stride : {1, 3, 40000}) {
    sizes(v, stride);
    sizes(none, stride);
  }
  sizes(none, -1);
  sizes(none, 0);
  for (int i = 0; i < 20000; i++)
    a[i] = v[i];
  std::printf("%lu\n", hash());
  for (long step : {wrap + 2, 2l, 3l}) {
    otherMeaning(20000, step, a);
    std::printf("%lu\n", hash());
  }
  for (int step : {1, 3, -1, -2}) {
    nest(step > 0 ? 300 : 1, step, a, a + 35000);
    std::printf("%lu\n", hash());
    std::printf("%.0f\n", chosen(step > 0 ? 0 : 19, step, a));
    std::printf("%lu\n", hash());
    std::printf("%.0f\n", chosen(20, step, a));
    std::printf("%lu\n", hash());
  }
}
