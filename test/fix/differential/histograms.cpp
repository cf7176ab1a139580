// RUN: %differential %s
// A histogram in each form that can be summed up per thread or atomically, and the twins that must
// stay serial: their results depend on the order of the iterations.
#include <array>
#include <cstdio>
#include <vector>

static long bins[64];
static int key[20000];
static double weight[20000];

struct Cell {
  double mass = 0;
  int count = 0;
};

static void fill(long *h, const int *k, int n) {
  for (int i = 0; i < n; i++)
    h[k[i]]++;
}

static void columns(double *acc, const double *a, int n) {
  for (int i = 0; i < n; i++)
    for (int j = 0; j < 8; j++)
      acc[j] += a[i * 8 + j];
}

class Image {
public:
  void count() {
    for (int i = 0; i < 20000; i++)
      levels[key[i] % 16] += 2;
  }
  void print() const { std::printf("%d %d\n", levels[0], levels[15]); }

private:
  int levels[16] = {};
};

int main() {
  for (int i = 0; i < 20000; i++) {
    key[i] = (i * 7919 + i / 7) % 64;
    weight[i] = i % 5;
  }
  for (int i = 0; i < 20000; i++)
    bins[key[i]]++;
  std::printf("%ld %ld\n", bins[0], bins[63]);

  double local[64] = {}, low[64];
  for (double &x : low)
    x = 1e9;
  for (int i = 0; i < 20000; i++) {
    local[key[i]] += weight[i];
    if (weight[i] + i < low[key[i]])
      low[key[i]] = weight[i] + i;
  }
  std::printf("%g %g %g %g\n", local[1], local[62], low[3], low[60]);

  int two[8][8] = {};
  for (int i = 0; i < 20000; i++)
    two[key[i] % 8][i % 8] += key[i];
  std::printf("%d %d\n", two[1][3], two[7][7]);

  std::array<unsigned, 64> fixed{}, other{};
  for (int i = 0; i < 20000; i++)
    fixed[key[i]] += key[i];
  for (int i = 0; i < 20000; i++)
    if (i % 3)
      fixed[key[i]]++, other[63 - key[i]]++;
  std::printf("%u %u %u\n", fixed[5], fixed[61], other[7]);

  std::vector<float> open(64);
  std::vector<Cell> cells(64);
  for (int i = 0; i < 20000; i++) {
    if (i % 2)
      open[key[i]] += 1;
    else
      open[63 - key[i]] -= 2;
    cells[key[i]].mass += weight[i];
    cells[key[i]].count++;
  }
  std::printf("%g %g %g %d\n", open[0], open[63], cells[9].mass, cells[10].count);

  long outside[64] = {};
  fill(outside, key, 20000);
  double sums[8] = {};
  columns(sums, weight, 2500);
  std::printf("%ld %ld %g %g\n", outside[0], outside[63], sums[0], sums[7]);
  Image image;
  image.count();
  image.print();

  // The twins.
  long seen = 0, last = 0;
  int mixed[4] = {1, 1, 1, 1}, chain[64] = {};
  for (int i = 0; i < 2000; i++)
    seen += bins[key[i]]++ * i;
  for (int i = 0; i < 2000; i++) {
    bins[key[i]]++;
    last += bins[5] * (i % 7);
  }
  for (int i = 0; i < 40; i++) {
    mixed[key[i] % 4] += 3;
    mixed[i % 4] *= 2;
    mixed[i % 4] %= 1001;
  }
  for (int i = 0; i < 2000; i++)
    chain[chain[i % 64] % 64]++;
  std::printf("%ld %ld %d %d %d\n", seen, last, mixed[0], mixed[3], chain[1]);
}
