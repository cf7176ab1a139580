//===- recurrences.cpp - each value made of the one before ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Filters, sweeps, tables of dynamic programming, generators and state machines that carry a value
// from one iteration to the next, beside loops that only look back in their input, or that run one
// independent recurrence per element.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Sums and differences.

void integrate(std::vector<long> &v) {
  // truth: serial carried-flow-dependence -- i reads v[i-1], which i-1 wrote
  for (std::size_t i = 1; i < v.size(); ++i)
    v[i] += v[i - 1];
}

void differentiate(const std::vector<long> &v, std::vector<long> &d) {
  // truth: parallel -- where &v != &d
  for (std::size_t i = 1; i < v.size(); ++i)
    d[i] = v[i] - v[i - 1];
}

// Filters.

void fir(const float *x, float *y, int n) {
  // truth: parallel -- looks back in x only; where y does not overlap x
  for (int i = 2; i < n; ++i)
    y[i] = 0.5f * x[i] + 0.25f * x[i - 1] + 0.125f * x[i - 2];
}

void iir(const float *x, float *y, int n) {
  // truth: serial carried-flow-dependence -- i reads y[i-1] and y[i-2], which i-1 and i-2 wrote
  for (int i = 2; i < n; ++i)
    y[i] = 0.5f * x[i] + 0.25f * y[i - 1] + 0.125f * y[i - 2];
}

// Polynomials.

double horner(const std::vector<double> &coefficient, double x) {
  double value = 0.0;
  // truth: serial carried-flow-dependence|not-a-reduction -- i multiplies the value that i-1 left
  for (std::size_t i = 0; i < coefficient.size(); ++i)
    value = value * x + coefficient[i];
  return value;
}

double sumOfPowers(const std::vector<double> &coefficient, double x) {
  double value = 0.0;
  // truth: parallel -- reduction(+ : value)
  for (std::size_t i = 0; i < coefficient.size(); ++i)
    value += coefficient[i] * std::pow(x, static_cast<double>(i));
  return value;
}

// Moving sums.

void movingSums(const std::vector<long> &v, std::vector<long> &out) {
  // truth: parallel -- sum is local; where &v != &out
  for (std::size_t i = 8; i < v.size(); ++i) {
    long sum = 0;
    // truth: parallel -- reduction(+ : sum)
    for (std::size_t k = 0; k < 8; ++k)
      sum += v[i - k];
    out[i] = sum / 8;
  }
}

void slidingSums(const std::vector<long> &v, std::vector<long> &out) {
  long sum = 0;
  // truth: serial carried-flow-dependence|not-a-reduction -- out[i] takes the sum that i-1 left
  for (std::size_t i = 8; i < v.size(); ++i) {
    sum += v[i] - v[i - 8];
    out[i] = sum / 8;
  }
}

// Interpolation.

void fillOdd(double *a, int n) {
  // truth: parallel -- writes odd elements, reads even ones
  for (int i = 1; i < n - 1; i += 2)
    a[i] = 0.5 * (a[i - 1] + a[i + 1]);
}

void fillEach(double *a, int n) {
  // truth: serial carried-flow-dependence|carried-anti-dependence -- i reads a[i-1] of i-1
  for (int i = 1; i < n - 1; i += 1)
    a[i] = 0.5 * (a[i - 1] + a[i + 1]);
}

// Knapsacks.

struct Item {
  int weight;
  long value;
};

long packOnce(const std::vector<Item> &items, int capacity) {
  std::vector<long> now(capacity + 1), next(capacity + 1);
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- swap
  for (const Item &item : items) {
    // truth: parallel -- now and next are two vectors
    for (int w = 0; w <= capacity; ++w)
      next[w] = w < item.weight ? now[w] : std::max(now[w], now[w - item.weight] + item.value);
    now.swap(next);
  }
  return now[capacity];
}

long packOften(const std::vector<Item> &items, int capacity) {
  std::vector<long> best(capacity + 1);
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- best
  for (const Item &item : items)
    // truth: parallel -- where capacity < 2 * item.weight, a check; else w reads what w-weight wrote
    for (int w = item.weight; w <= capacity; ++w)
      best[w] = std::max(best[w], best[w - item.weight] + item.value);
  return best[capacity];
}

// Two texts.

using Table = std::vector<std::vector<int>>;

void matches(const std::string &a, const std::string &b, Table &table) {
  // truth: parallel
  for (std::size_t i = 0; i < a.size(); ++i)
    // truth: parallel
    for (std::size_t j = 0; j < b.size(); ++j)
      table[i + 1][j + 1] = a[i] == b[j] ? 1 : 0;
}

void commonSubsequence(std::string_view a, std::string_view b, Table &table) {
  // truth: serial carried-flow-dependence -- i reads row i, which i-1 wrote
  for (std::size_t i = 0; i < a.size(); ++i)
    // truth: serial carried-flow-dependence -- j reads table[i+1][j], which j-1 wrote
    for (std::size_t j = 0; j < b.size(); ++j)
      table[i + 1][j + 1] =
          a[i] == b[j] ? table[i][j] + 1 : std::max(table[i][j + 1], table[i + 1][j]);
}

// One recurrence per element.

void sweepLines(const double *diagonal, const double *lower, double *x, int lines, int length) {
  // truth: parallel -- where x does not overlap diagonal and lower
  for (int s = 0; s < lines; ++s) {
    double *line = x + s * length;
    // truth: serial carried-flow-dependence -- i reads line[i-1], which i-1 wrote
    for (int i = 1; i < length; ++i)
      line[i] = (line[i] - lower[i] * line[i - 1]) / (2.0 + diagonal[i]);
  }
}

void squareRoots(const std::vector<double> &a, std::vector<double> &root) {
  // truth: parallel -- x is local
  for (std::size_t i = 0; i < a.size(); ++i) {
    double x = 1.0;
    // truth: serial carried-flow-dependence -- a step reads the x of the step before
    for (int step = 0; step < 6; ++step)
      x = 0.5 * (x + a[i] / x);
    root[i] = x;
  }
}

void escapeTimes(std::vector<int> &time, int width) {
  const int n = static_cast<int>(time.size());
  // truth: parallel -- zx, zy and count are local
  for (int p = 0; p < n; ++p) {
    const double cx = 3.0 * (p % width) / width - 2.0, cy = 2.0 * (p / width) / width - 1.0;
    double zx = 0.0, zy = 0.0;
    int count = 0;
    // truth: serial carried-flow-dependence|early-exit|non-canonical-loop|unsupported-loop-form -- z
    while (count < 60 && zx * zx + zy * zy < 4.0) {
      const double t = zx * zx - zy * zy + cx;
      zy = 2.0 * zx * zy + cy;
      zx = t;
      ++count;
    }
    time[p] = count;
  }
}

void scanColumns(long *a, int rows, int cols) {
  // truth: parallel -- a column is made of itself, as c stays in 0 .. cols-1
  for (int c = 0; c < cols; ++c)
    // truth: serial carried-flow-dependence -- r reads row r-1, which r-1 wrote
    for (int r = 1; r < rows; ++r)
      a[r * cols + c] += a[(r - 1) * cols + c];
}

// Oscillators.

void stepAll(double *position, double *velocity, int n, double dt) {
  // truth: parallel -- where position and velocity do not overlap
  for (int i = 0; i < n; ++i) {
    velocity[i] -= dt * position[i];
    position[i] += dt * velocity[i];
  }
}

void stepLong(double *track, int steps, double dt) {
  double position = 1.0, velocity = 0.0;
  // truth: serial carried-flow-dependence -- s reads the position and velocity that s-1 left
  for (int s = 0; s < steps; ++s) {
    velocity -= dt * position;
    position += dt * velocity;
    track[s] = position;
  }
}

// Random numbers.

void shiftRegister(std::vector<std::uint32_t> &out, std::uint32_t state) {
  // truth: serial carried-flow-dependence -- i shifts the state that i-1 left
  for (std::size_t i = 0; i < out.size(); ++i) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    out[i] = state;
  }
}

void counterBased(std::vector<std::uint32_t> &out, std::uint32_t seed) {
  // truth: parallel -- state is made of i
  for (std::size_t i = 0; i < out.size(); ++i) {
    std::uint32_t state = seed + static_cast<std::uint32_t>(i);
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    out[i] = state;
  }
}

// Checksums.

std::uint32_t fletcher(const std::uint8_t *data, std::uint32_t n) {
  std::uint32_t a = 0, b = 0;
  // truth: serial carried-flow-dependence|not-a-reduction -- b takes the a that i-1 left
  for (std::uint32_t i = 0; i < n; ++i) {
    a += data[i];
    b += a;
  }
  return a ^ b;
}

std::uint32_t fletcherWeighted(const std::uint8_t *data, std::uint32_t n) {
  std::uint32_t a = 0, b = 0;
  // truth: parallel -- reduction(+ : a, b)
  for (std::uint32_t i = 0; i < n; ++i) {
    a += data[i];
    b += (n - i) * data[i];
  }
  return a ^ b;
}

// Machines.

int runMachine(const std::string &input, const int (&next)[16][128]) {
  int state = 0;
  // truth: serial carried-flow-dependence -- each character needs the state that the last one left
  for (const char c : input)
    state = next[state][c & 127];
  return state;
}

void countCharacters(const std::string &input, std::array<long, 128> &count) {
  // truth: parallel -- atomic update or array reduction
  for (const char c : input)
    ++count[c & 127];
}

void countPairs(const std::string &input, std::array<long, 1024> &count) {
  // truth: parallel -- the character before is input; atomic update or array reduction
  for (std::size_t i = 1; i < input.size(); ++i)
    ++count[(input[i - 1] & 31) * 32 + (input[i] & 31)];
}

int main() {
  constexpr int N = 6000;
  auto v = corpus::numbers<long>(N, 1), d = v;
  integrate(v);
  corpus::print("integrate", corpus::sum(v));
  differentiate(v, d);
  corpus::print("differentiate", corpus::sum(d));

  movingSums(v, d);
  corpus::print("movingSums", corpus::sum(d));
  movingSums(d, d);
  corpus::print("movingSums", corpus::sum(d));
  slidingSums(v, d);
  corpus::print("slidingSums", corpus::sum(d));

  const auto x = corpus::numbers<float>(N, 2);
  std::vector<float> y(N);
  fir(x.data(), y.data(), N);
  fir(y.data(), y.data() + 1, N - 1);
  corpus::print("fir", corpus::sum(y));
  iir(x.data(), y.data(), N);
  corpus::print("iir", corpus::sum(y));

  auto a = corpus::reals<double>(N, 3, 0.5, 1.5);
  corpus::print("horner", horner(a, 0.99));
  corpus::print("sumOfPowers", sumOfPowers(a, 0.99));
  fillOdd(a.data(), N);
  corpus::print("fillOdd", corpus::sum(a));
  fillEach(a.data(), N);
  corpus::print("fillEach", corpus::sum(a));

  std::vector<Item> items(40);
  corpus::repeat(40, [&](std::size_t i) {
    const int k = static_cast<int>(i);
    items[i] = {5 + k * 37 % 60, 10 + k * 53 % 90};
  });
  corpus::print("knapsack", packOnce(items, 1000), packOften(items, 1000));

  const std::string left = corpus::text(70, 4), right = corpus::text(90, 5);
  Table table(71, std::vector<int>(91));
  matches(left, right, table);
  corpus::print("matches", corpus::sum(table));
  commonSubsequence(left, right, table);
  corpus::print("commonSubsequence", corpus::sum(table));

  auto lines = corpus::numbers<double>(60 * 100, 6);
  sweepLines(a.data(), a.data() + 100, lines.data(), 60, 100);
  corpus::print("sweepLines", corpus::sum(lines));
  squareRoots(a, a);
  corpus::print("squareRoots", corpus::sum(a));
  std::vector<int> time(100 * 100);
  escapeTimes(time, 100);
  corpus::print("escapeTimes", corpus::sum(time));
  scanColumns(d.data(), 75, 80);
  corpus::print("scanColumns", corpus::sum(d));

  stepAll(lines.data(), a.data(), N, 0.1);
  stepAll(lines.data() + 1, lines.data(), N - 1, 0.1);
  corpus::print("stepAll", corpus::sum(lines), corpus::sum(a));
  stepLong(a.data(), N, 0.01);
  corpus::print("stepLong", corpus::sum(a));

  std::vector<std::uint32_t> random(N);
  shiftRegister(random, 2463534242u);
  corpus::print("shiftRegister", corpus::sum(random));
  counterBased(random, 2463534242u);
  corpus::print("counterBased", corpus::sum(random));
  const auto bytes = corpus::numbers<std::uint8_t>(N, 7);
  corpus::print("fletcher", fletcher(bytes.data(), N), fletcherWeighted(bytes.data(), N));

  const std::string input = corpus::text(N, 8);
  static int next[16][128];
  corpus::repeat(16 * 128, [&](std::size_t k) {
    next[k / 128][k % 128] = static_cast<int>((3 * (k / 128) + (k % 128) * (k % 7)) % 16);
  });
  corpus::print("runMachine", runMachine(input, next));
  std::array<long, 128> count = {};
  countCharacters(input, count);
  corpus::print("countCharacters", corpus::sum(count));
  std::array<long, 1024> pairs = {};
  countPairs(input, pairs);
  corpus::print("countPairs", corpus::sum(pairs));
}
