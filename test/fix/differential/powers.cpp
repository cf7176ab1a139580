// RUN: %differential %s --args "3000 7 5 12|3000 -3 90 12|37 2147483647 -4 12|1 3 12 12|0 3 11 12"
// Products of one factor become powers, counters in a circle remainders if they start within it.
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <vector>

static long checksum(const std::vector<long> &v) {
  long sum = 0;
  for (long each : v)
    sum = (sum * 31 + each) % 1000003;
  return sum;
}

static unsigned unsignedKeys(std::vector<long> &out, unsigned f) {
  unsigned key = 5;
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = key;
    key *= f;
  }
  return key;
}

static std::size_t wideKeys(std::vector<long> &out, int n) {
  std::size_t key = 1;
  for (int i = n; i > 0; i--) {
    out[i - 1] = static_cast<long>(key % 1009);
    key = key * 11;
  }
  return key;
}

// The true values stay in range: the exponent is small.
static int signedKeys(std::vector<long> &out) {
  int n = static_cast<int>(out.size()) < 19 ? static_cast<int>(out.size()) : 19;
  int key = -1;
  for (int i = 0; i < n; ++i) {
    out[i] = key;
    key *= 3;
  }
  return key;
}

static int negativeFactor(std::vector<long> &out) {
  int n = static_cast<int>(out.size()) < 30 ? static_cast<int>(out.size()) : 30, key = 1;
  for (int i = 0; i < n; i++) {
    key *= -2;
    out[i] = key;
  }
  return key;
}

static unsigned bits(std::vector<long> &out) {
  unsigned bit = 3;
  for (std::size_t i = 0; i < out.size(); i++) {
    out[i] += bit;
    bit <<= 1;
  }
  return bit;
}

// Powers of two are exact.
static double halves(std::vector<double> &x) {
  double gain = 1.0;
  for (std::size_t i = 0; i < x.size(); i++) {
    x[i] *= gain;
    gain *= 0.5;
  }
  return gain;
}

static int ring(std::vector<long> &out, int k, int m) {
  for (std::size_t i = 0; i < out.size(); i++) {
    out[i] = k * 3L;
    k = k + 1 == m ? 0 : k + 1;
  }
  return k;
}

static int ringBySteps(std::vector<long> &out, int k, int m) {
  for (std::size_t i = 0; i < out.size(); i++) {
    out[i] = k * 3L;
    k = (k + 5) % m;
  }
  return k;
}

static int ringByTest(std::vector<long> &out, int k, int m) {
  for (std::size_t i = 0; i < out.size(); i++) {
    out[i] = k;
    if (++k == m)
      k = 0;
    out[i] += 2 * k;
  }
  return k;
}

int main(int, char **argv) {
  int n = std::atoi(argv[1]), f = std::atoi(argv[2]), k = std::atoi(argv[3]),
      m = std::atoi(argv[4]);
  std::vector<long> out(n);
  unsigned key = unsignedKeys(out, static_cast<unsigned>(f));
  std::printf("%u %ld\n", key, checksum(out));
  std::size_t wide = wideKeys(out, n);
  std::printf("%zu %ld\n", wide, checksum(out));
  int small = signedKeys(out);
  std::printf("%d %ld\n", small, checksum(out));
  small = negativeFactor(out);
  std::printf("%d %ld\n", small, checksum(out));
  key = bits(out);
  std::printf("%u %ld\n", key, checksum(out));
  std::vector<double> x(n, 3.0);
  double gain = halves(x);
  std::printf("%g %g %g\n", gain, n > 0 ? x[0] : 0, n > 9 ? x[9] : 0);
  int last = ring(out, k, m);
  std::printf("%d %ld\n", last, checksum(out));
  last = ringBySteps(out, k, m);
  std::printf("%d %ld\n", last, checksum(out));
  last = ringByTest(out, k, m);
  std::printf("%d %ld\n", last, checksum(out));
}
