//===- inductions.cpp - variables and pointers that count along -----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Loops whose secondary variables are functions of the trip: linear, geometric, polynomial, coupled
// and wrapping ones, pointers that step, loops that count in a `while`, and bounds that must be
// worked out first. The twins let data decide how far the variable moves.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <cmath>
#include <cstddef>
#include <vector>

// Geometric.

void spreadKeys(const std::vector<unsigned> &in, std::vector<unsigned> &out) {
  unsigned factor = 1;
  // truth: parallel -- factor is 3^i modulo 2^32
  for (std::size_t i = 0; i < in.size(); ++i) {
    out[i] = in[i] * factor;
    factor *= 3;
  }
}

void chainKeys(const std::vector<unsigned> &in, std::vector<unsigned> &out) {
  unsigned factor = 1;
  // truth: serial carried-flow-dependence|not-a-reduction -- out[i] takes the factor that i-1 left
  for (std::size_t i = 0; i < in.size(); ++i) {
    out[i] = in[i] * factor;
    factor *= 2 * in[i] + 1;
  }
}

// Polynomial: where the rows of a packed triangle start.

int packedRows(std::vector<int> &start, int n) {
  int at = 0;
  // truth: parallel -- at is i*n - i*(i-1)/2, also after the loop
  for (int i = 0; i < n; ++i) {
    start[i] = at;
    at += n - i;
  }
  return at;
}

int raggedRows(std::vector<int> &start, const std::vector<int> &length, int n) {
  int at = 0;
  // truth: serial carried-flow-dependence|not-a-reduction -- start[i] stores the sum that i-1 left
  for (int i = 0; i < n; ++i) {
    start[i] = at;
    at += length[i];
  }
  return at;
}

// Coupled: a ball, in whole millimetres.

void throwBall(int *height, int frames, int velocity) {
  int position = 0;
  // truth: parallel -- velocity is linear in f, position quadratic
  for (int f = 0; f < frames; ++f) {
    height[f] = position;
    position += velocity;
    velocity -= 2;
  }
}

void swingBall(int *height, int frames, int velocity) {
  int position = 0;
  // truth: serial carried-flow-dependence -- f needs the position and velocity that f-1 left
  for (int f = 0; f < frames; ++f) {
    height[f] = position;
    position += velocity;
    velocity -= position / 8;
  }
}

// Pointers that step.

void amplify(float *dst, const float *src, int n, float gain) {
  // truth: parallel -- dst + i and src + i, where the ranges do not overlap
  while (n-- > 0)
    *dst++ = *src++ * gain;
}

void addEcho(float *line, int n) {
  float *next = line + 1;
  // truth: serial carried-flow-dependence -- i+1 reads line[i+1], which i wrote through next
  while (n-- > 0)
    *next++ += *line++ * 0.5f;
}

// Wrapping.

void unrollRing(const std::vector<int> &ring, int head, std::vector<int> &out) {
  const int n = static_cast<int>(ring.size());
  int k = head;
  // truth: parallel -- k is (head + i) % n, where &ring != &out
  for (int i = 0; i < n; ++i) {
    out[i] = ring[k];
    k = k + 1 == n ? 0 : k + 1;
  }
}

void runLengths(const std::vector<int> &x, std::vector<int> &out) {
  const int n = static_cast<int>(x.size());
  int k = 0;
  // truth: serial carried-flow-dependence -- out[i] takes the k that i-1 left
  for (int i = 0; i < n; ++i) {
    out[i] = k;
    k = x[i] < 0 ? 0 : k + 1;
  }
}

void circularDifference(const std::vector<double> &a, std::vector<double> &d) {
  std::size_t previous = a.size() - 1;
  // truth: parallel -- previous is i - 1 after the first iteration; where &a != &d
  for (std::size_t i = 0; i < a.size(); ++i) {
    d[i] = a[i] - a[previous];
    previous = i;
  }
}

void circularDecay(std::vector<double> &a) {
  std::size_t previous = a.size() - 1;
  // truth: serial carried-flow-dependence|carried-anti-dependence -- i reads the a[i-1] of i-1
  for (std::size_t i = 0; i < a.size(); ++i) {
    a[i] = 0.5 * (a[i] + a[previous]);
    previous = i;
  }
}

// Counting down.

void scaleBackwards(float *level, std::size_t n, float gain) {
  // truth: parallel -- i from n - 1 down to 0
  for (std::size_t i = n; i-- > 0;)
    level[i] *= gain;
}

void leakBackwards(float *level, int n) {
  // truth: serial carried-flow-dependence -- i reads level[i], which i+1 wrote before
  for (int i = n - 1; i > 0; --i)
    level[i - 1] += 0.25f * level[i];
}

// Strides.

int sieve(std::vector<char> &composite, int n) {
  int primes = 0;
  // truth: serial carried-flow-dependence|carried-output-dependence -- p=4 reads the mark of p=2
  for (int p = 2; p <= n; ++p)
    if (!composite[p]) {
      ++primes;
      // truth: parallel -- each m is another element
      for (int m = 2 * p; m <= n; m += p)
        composite[m] = 1;
    }
  return primes;
}

// Counters.

int interleave(const float *left, const float *right, int n, float *out) {
  int k = 0;
  // truth: parallel -- k is 2*i and 2*i + 1, where out does not overlap the inputs
  for (int i = 0; i < n; ++i) {
    out[k++] = left[i];
    out[k++] = right[i];
  }
  return k;
}

int keepPositive(const float *x, int n, float *out) {
  int k = 0;
  // truth: serial carried-flow-dependence -- i stores at the k that i-1 left
  for (int i = 0; i < n; ++i)
    if (x[i] > 0)
      out[k++] = x[i];
  return k;
}

// Loops that count without a for.

long totalWeight(const std::vector<int> &weight) {
  long total = 0;
  std::size_t i = 0;
  // truth: parallel -- reduction(+ : total), as a for loop
  while (i < weight.size()) {
    total += weight[i];
    ++i;
  }
  return total;
}

long skippingWeight(const std::vector<int> &weight, const std::vector<int> &skip) {
  long total = 0;
  std::size_t i = 0;
  // truth: serial carried-flow-dependence|non-canonical-loop|index-modified -- data moves i
  while (i < weight.size()) {
    total += weight[i];
    i += skip[i];
  }
  return total;
}

void clearFrame(unsigned *pixels, int n) {
  int i = 0;
  // truth: parallel -- as a for loop to max(n, 1)
  do {
    pixels[i] = 0xff000000u + i;
  } while (++i < n);
}

int collatzSteps(long n) {
  int steps = 0;
  // truth: serial carried-flow-dependence|non-canonical-loop -- each trip needs the n of the last
  do {
    n = n % 2 == 0 ? n / 2 : 3 * n + 1;
    ++steps;
  } while (n != 1);
  return steps;
}

// Bounds that are squares.

int countDivisors(long n) {
  int count = 0;
  // truth: parallel -- reduction(+ : count) up to the integer square root of n
  for (long d = 1; d * d <= n; ++d)
    if (n % d == 0)
      count += d * d == n ? 1 : 2;
  return count;
}

long largestFactor(long n) {
  // truth: serial carried-flow-dependence|bound-not-invariant|non-canonical-loop -- d uses d-1's n
  for (long d = 2; d * d <= n; ++d)
    // truth: serial carried-flow-dependence|non-canonical-loop -- each trip needs the n of the last
    while (n % d == 0 && n > d)
      n /= d;
  return n;
}

// Bounds that are one less.

void differences(const std::vector<double> &v, std::vector<double> &d) {
  // truth: parallel -- where &v != &d
  for (std::size_t i = 0; i < v.size() - 1; ++i)
    d[i] = v[i + 1] - v[i];
}

void differencesInPlace(std::vector<double> &v) {
  // truth: serial carried-flow-dependence -- i+1 reads v[i+1], which i wrote
  for (std::size_t i = 0; i < v.size() - 1; ++i)
    v[i + 1] -= v[i];
}

// One iteration apart from the others.

void doubleFirst(std::vector<int> &a) {
  // truth: parallel -- the first iteration peeled, which alone writes a[0]
  for (std::size_t i = 0; i < a.size(); ++i)
    a[i] = a[0] * 2;
}

void treeDepths(std::vector<int> &depth) {
  // truth: serial carried-flow-dependence -- i reads the depth of (i-1)/2, written before
  for (std::size_t i = 1; i < depth.size(); ++i)
    depth[i] = depth[(i - 1) / 2] + 1;
}

void relativeToLast(double *a, int n) {
  // truth: parallel -- the last iteration peeled, which alone writes a[n-1]
  for (int i = 0; i < n; ++i)
    a[i] /= a[n - 1];
}

// Offsets.

void shiftDown(float *a, int n, int m) {
  // truth: parallel -- where m >= n, m <= -n or m == 0
  for (int i = 0; i < n; ++i)
    a[i] = a[i + m];
}

void combFilter(float *a, int n) {
  // truth: serial carried-flow-dependence -- i reads a[i-3], which i-3 wrote
  for (int i = 3; i < n; ++i)
    a[i] += a[i - 3] * 0.5f;
}

// Floating-point steps.

void sampleWave(double *y, int n, double step) {
  double phase = 0.25;
  // truth: parallel -- phase is 0.25 + i*step, and only rounding differs
  for (int i = 0; i < n; ++i) {
    y[i] = std::sin(phase);
    phase += step;
  }
}

void sampleTable(double *y, int n, double step, const double (&table)[256]) {
  double phase = 0.25;
  // truth: serial floating-point-decision|carried-flow-dependence -- i truncates the phase of i-1
  for (int i = 0; i < n; ++i) {
    y[i] = table[static_cast<int>(phase) & 255];
    phase += step;
  }
}

int main() {
  constexpr int N = 6000;
  const auto keys = corpus::integers<unsigned>(N, 1, 0, 1000000);
  std::vector<unsigned> spread(N), chained(N);
  spreadKeys(keys, spread);
  chainKeys(keys, chained);
  corpus::print("keys", corpus::sum(spread), corpus::sum(chained));

  std::vector<int> start(N);
  const auto lengths = corpus::integers<int>(N, 2, 1, 20);
  int end = packedRows(start, N);
  corpus::print("packedRows", end, corpus::sum(start));
  end = raggedRows(start, lengths, N);
  corpus::print("raggedRows", end, corpus::sum(start));

  std::vector<int> height(N);
  throwBall(height.data(), N, 900);
  corpus::print("throwBall", corpus::sum(height));
  swingBall(height.data(), N, 900);
  corpus::print("swingBall", corpus::sum(height));

  auto line = corpus::numbers<float>(2 * N, 3);
  std::vector<float> wave(2 * N);
  amplify(wave.data(), line.data(), N, 1.5f);
  corpus::print("amplify", corpus::sum(wave));
  amplify(wave.data() + 1, wave.data(), N, 0.875f);
  corpus::print("amplify", corpus::sum(wave));
  addEcho(line.data(), N - 1);
  corpus::print("addEcho", corpus::sum(line));

  const auto ring = corpus::integers<int>(N, 4, -9, 99);
  std::vector<int> out(N);
  unrollRing(ring, N / 3, out);
  corpus::print("unrollRing", corpus::sum(out));
  runLengths(ring, out);
  corpus::print("runLengths", corpus::sum(out));

  auto a = corpus::reals<double>(N, 5, 0.5, 1.5);
  std::vector<double> d(N);
  circularDifference(a, d);
  corpus::print("circularDifference", corpus::sum(d));
  circularDecay(a);
  corpus::print("circularDecay", corpus::sum(a));

  scaleBackwards(line.data(), N, 0.75f);
  leakBackwards(line.data(), N);
  corpus::print("backwards", corpus::sum(line));

  std::vector<char> composite(N + 1);
  const int primes = sieve(composite, N);
  corpus::print("sieve", primes, corpus::sum(composite));

  int stored = interleave(line.data(), wave.data(), N / 2, wave.data() + N / 2);
  corpus::print("interleave", stored, corpus::sum(wave));
  stored = keepPositive(line.data(), N, wave.data());
  corpus::print("keepPositive", stored, corpus::sum(wave));

  corpus::print("totalWeight", totalWeight(ring), skippingWeight(ring, lengths));
  std::vector<unsigned> pixels(N);
  clearFrame(pixels.data(), N);
  clearFrame(pixels.data() + 10, -3);
  corpus::print("clearFrame", corpus::sum(pixels));
  corpus::print("collatzSteps", collatzSteps(837799));
  corpus::print("countDivisors", countDivisors(9979200), countDivisors(12345654321));
  corpus::print("largestFactor", largestFactor(9979200L * 9973));

  differences(a, d);
  corpus::print("differences", corpus::sum(d));
  differencesInPlace(d);
  corpus::print("differencesInPlace", corpus::sum(d));

  std::vector<int> depth = ring;
  doubleFirst(depth);
  corpus::print("doubleFirst", corpus::sum(depth));
  treeDepths(depth);
  corpus::print("treeDepths", corpus::sum(depth));
  relativeToLast(a.data(), N);
  corpus::print("relativeToLast", corpus::sum(a));

  shiftDown(wave.data(), N, N);
  corpus::print("shiftDown", corpus::sum(wave));
  shiftDown(wave.data() + 5, N, -5);
  corpus::print("shiftDown", corpus::sum(wave));
  combFilter(line.data(), N);
  corpus::print("combFilter", corpus::sum(line));

  std::vector<double> y(N);
  sampleWave(y.data(), N, 0.01);
  corpus::print("sampleWave", corpus::sum(y));
  double table[256];
  corpus::fill(table, 6);
  sampleTable(y.data(), N, 0.1, table);
  corpus::print("sampleTable", corpus::sum(y));
}
