// Loops in the lanes of one thread: overlapping arrays keep their order, reductions, last values
// and induction variables are what they were.
// RUN: %differential %s --fix-options="--form=simd" --flags="-std=c++20 -Wextra"
#include <cstdint>
#include <cstdio>
#include <vector>

static double dot(const double *x, const double *y, int n) {
  double sum = 0;
  for (int i = 0; i < n; i++)
    sum += x[i] * y[i];
  return sum;
}

static void scale(float *a, const float *b, int n) {
  for (int i = 0; i < n; i++)
    a[i] = 2 * b[i] + 1;
}

static double pi(int steps) {
  double step = 1.0 / steps, x = 0.5 * step, sum = 0;
  for (int i = 0; i < steps; ++i) {
    sum += 4.0 / (1.0 + x * x);
    x += step;
  }
  return sum * step;
}

static int last(const std::vector<int> &a, int n) {
  int t = -1;
  for (int i = 0; i < n; i++)
    t = a[i] * 2;
  return t;
}

static long xorOf(const long *a, int n) {
  long bits = 0;
  int i;
  for (i = 0; i < n; i += 3)
    bits ^= a[i];
  return bits + i;
}

static void shifted(int *a, int m, int n) {
  for (int i = 0; i < n; i++)
    a[i] = a[i + m] + 1; // lanes only where m is not below 0
}

static void rows(std::vector<double> &a, int n, int m) {
  for (int i = 0; i < n; i++)
    for (int j = 0; j < m; j++)
      a[i * 100 + j] = i - j;
}

int main() {
  std::vector<double> x(100), y(100, 2), z(10000);
  for (int i = 0; i < 100; i++)
    x[i] = i * 0.5;
  std::vector<float> f(300);
  for (int i = 0; i < 300; i++)
    f[i] = i % 7;
  scale(f.data() + 150, f.data(), 100);
  scale(f.data() + 1, f.data(), 100);
  scale(f.data(), f.data() + 1, 100);
  double c = 0;
  for (int i = 0; i < 300; i++)
    c += f[i] < 1e9f ? double(std::int64_t(f[i]) % 1000) : 1; // larger ones are no integers
  std::vector<int> g(200);
  std::vector<long> h(200);
  for (int i = 0; i < 200; i++) {
    g[i] = i;
    h[i] = i * 77;
  }
  shifted(g.data(), 1, 100);
  shifted(g.data() + 50, -1, 100);
  rows(z, 100, 90);
  std::printf("%.6f %.9f %d %d %ld %ld\n", dot(x.data(), y.data(), 100), pi(1000), last(g, 50),
              last(g, 0), xorOf(h.data(), 200), xorOf(h.data(), 0));
  std::printf("%.1f %d %d %.1f\n", c, g[60], g[149], z[5005]);
}
