// RUN: %differential %s
// One element that all iterations of an inner loop update.
#include <cstdio>
#include <vector>

struct Particle {
  double x, mass, fx;
};

static void pairs(std::vector<Particle> &p) {
  for (std::size_t i = 0; i < p.size(); ++i)
    for (std::size_t j = i + 1; j < p.size(); ++j) {
      const double f = p[i].mass * p[j].mass * (p[j].x - p[i].x);
      p[i].fx += f;
      p[j].fx -= f;
    }
}

// The outer loop reads what the inner one added up, so that only the inner one is parallel.
static void chain(const std::vector<int> &first, std::vector<long> &rho, const int *w) {
  for (std::size_t i = 1; i < rho.size(); ++i) {
    rho[i] = rho[i - 1] % 1000;
    for (int k = first[i - 1]; k < first[i]; ++k)
      rho[i] += w[k];
  }
}

static void offset(long *y, const int *x, int n, int k) {
  for (int j = 0; j < n; j++)
    y[k] += x[j];
}

static void overlapping(long *y, const long *x, int n, int k) {
  for (int j = 0; j < n; j++)
    y[k] += x[j];
}

static void products(long (&c)[20][20], const long (&a)[20][20]) {
  for (int s = 1; s < 20; s++)
    for (int i = 1; i < 20; i++)
      for (int k = 0; k < 20; k++)
        c[s][i] += a[s][k] * c[s - 1][k] % 7;
}

int main() {
  std::vector<Particle> p(40);
  for (int i = 0; i < 40; ++i)
    p[i] = {0.25 * i, 1.0 + i % 3, 0.0};
  pairs(p);
  std::vector<int> first(30), w(400);
  for (int i = 0; i < 30; ++i)
    first[i] = i * i % 2 ? 3 * i : i * 10;
  for (int i = 0; i < 400; ++i)
    w[i] = i * 37 % 101 - 50;
  std::vector<long> rho(30, 5);
  chain(first, rho, w.data());
  long y[8] = {}, z[60];
  offset(y, w.data(), 400, 3);
  offset(y, w.data(), 0, 1000000000);
  for (int i = 0; i < 60; ++i)
    z[i] = i;
  overlapping(z, z, 60, 30);
  overlapping(z + 50, z, 50, 3);
  static long c[20][20], a[20][20];
  for (int i = 0; i < 20; ++i)
    for (int j = 0; j < 20; ++j)
      c[i][j] = i + j, a[i][j] = i - j;
  products(c, a);
  for (const Particle &each : p)
    std::printf("%.3f ", each.fx);
  for (long each : rho)
    std::printf("%ld ", each);
  for (long each : y)
    std::printf("%ld ", each);
  for (long each : z)
    std::printf("%ld ", each);
  for (int i = 0; i < 20; ++i)
    for (int j = 0; j < 20; ++j)
      std::printf("%ld ", c[i][j]);
  std::printf("\n");
}
