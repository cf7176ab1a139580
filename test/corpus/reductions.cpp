//===- reductions.cpp - sums, extrema, logic, and what only looks like it -===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Loops that fold their input into a few variables, with every operator and in the shapes in which
// people write them: conditional, several at once, in members, in structs, per array element. The
// twins use the partial value in mid-loop, or fold with an operator that is not associative.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <complex>
#include <cstddef>
#include <cstdint>
#include <vector>

// Energies.

double kineticEnergy(const double *mass, const double *speed, std::size_t n) {
  double total = 0.0;
  // truth: parallel -- reduction(+ : total)
  for (std::size_t i = 0; i < n; ++i)
    total += 0.5 * mass[i] * speed[i] * speed[i];
  return total;
}

double cumulativeMass(const double *mass, double *upTo, std::size_t n) {
  double total = 0.0;
  // truth: serial carried-flow-dependence|not-a-reduction -- upTo[i] stores the sum that i-1 left
  for (std::size_t i = 0; i < n; ++i) {
    total += mass[i];
    upTo[i] = total;
  }
  return total;
}

// Results by reference.

void addTo(double &sum, const double *a, int n) {
  // truth: parallel -- reduction(+ : sum) in a version for &sum outside a .. a+n
  for (int i = 0; i < n; i++)
    sum += a[i];
}

void blendInto(double &sum, const double *a, int n) {
  // truth: serial carried-flow-dependence|not-a-reduction -- i halves the sum that i-1 left
  for (int i = 0; i < n; i++)
    sum = sum * 0.5 + a[i];
}

// Keys of a cache.

std::uint32_t oddProduct(const std::vector<std::uint32_t> &keys) {
  std::uint32_t h = 1;
  // truth: parallel -- reduction(* : h), exact modulo 2^32
  for (std::uint32_t k : keys)
    h *= 2 * k + 1;
  return h;
}

std::uint32_t rollingHash(const std::vector<std::uint32_t> &keys) {
  std::uint32_t h = 1;
  // truth: serial carried-flow-dependence|not-a-reduction -- i multiplies the h of i-1, then adds
  for (std::uint32_t k : keys)
    h = h * 31 + k;
  return h;
}

// Money.

long long invoiceCents(const std::vector<double> &prices) {
  long long cents = 0;
  // truth: parallel -- reduction(+ : cents), each price is truncated on its own
  for (double price : prices)
    cents += static_cast<long long>(price * 100.0);
  return cents;
}

int balanceUnits(const std::vector<double> &prices) {
  int units = 0;
  // truth: serial not-a-reduction|carried-flow-dependence -- i truncates a sum with i-1's units
  for (double price : prices)
    units += price * 1.5;
  return units;
}

// Extrema.

struct Range {
  float low, high;
};

Range rangeOf(const std::vector<float> &x) {
  float low = x[0], high = x[0];
  // truth: parallel -- reduction(min : low) reduction(max : high)
  for (std::size_t i = 1; i < x.size(); ++i) {
    if (x[i] < low)
      low = x[i];
    if (high < x[i])
      high = x[i];
  }
  return {low, high};
}

int countRecordLows(const std::vector<float> &x) {
  float low = x[0];
  int records = 0;
  // truth: serial carried-flow-dependence|not-a-reduction -- i compares with the low i-1 left
  for (std::size_t i = 1; i < x.size(); ++i)
    if (x[i] < low) {
      low = x[i];
      ++records;
    }
  return records;
}

int nearestTarget(const float *distance, int count) {
  int nearest = 0;
  float best = distance[0];
  // truth: parallel -- arg-min, the first index wins a tie
  for (int i = 1; i < count; ++i)
    if (distance[i] < best) {
      best = distance[i];
      nearest = i;
    }
  return nearest;
}

int switchTarget(const float *distance, int count, float margin) {
  int current = 0;
  float best = distance[0];
  // truth: serial carried-flow-dependence|not-a-reduction -- i compares with the best of i-1
  for (int i = 1; i < count; ++i)
    if (distance[i] < best - margin) {
      best = distance[i];
      current = i;
    }
  return current;
}

int lastHighScore(const std::vector<int> &score) {
  int best = score[0], holder = 0;
  const int n = static_cast<int>(score.size());
  // truth: parallel -- arg-max, the last index wins a tie
  for (int i = 1; i < n; ++i)
    if (score[i] >= best)
      best = score[i], holder = i;
  return holder;
}

// Bit masks.

unsigned foldMasks(const unsigned *mask, int n) {
  unsigned all = ~0u, any = 0, parity = 0;
  // truth: parallel -- reductions &, | and ^ at once
  for (int i = 0; i < n; ++i) {
    all &= mask[i] | 0x10;
    any |= mask[i];
    parity ^= mask[i];
  }
  return all * 7 + any * 3 + parity;
}

unsigned sumOfStates(const unsigned *toggle, int n) {
  unsigned state = 0, sum = 0;
  // truth: serial carried-flow-dependence|not-a-reduction -- sum takes the state made by i-1
  for (int i = 0; i < n; ++i) {
    state ^= toggle[i];
    sum += state;
  }
  return sum;
}

// Logic.

struct Checks {
  bool allSmall, anyEqual;
};

Checks checkAll(const std::vector<int> &v, int key) {
  bool allSmall = true, anyEqual = false;
  // truth: parallel -- reductions && and ||; the skipped operands are in bounds and have no effect
  for (std::size_t i = 0; i < v.size(); ++i) {
    allSmall = allSmall && v[i] < 50;
    anyEqual = anyEqual || v[i] == key;
  }
  return {allSmall, anyEqual};
}

int probes = 0;

bool probeSmall(int value) {
  ++probes;
  return value < 50;
}

bool checkUntilLarge(const std::vector<int> &v) {
  bool allSmall = true;
  // truth: serial speculative-evaluation|carried-flow-dependence|role-not-lexical -- i-1 may stop i
  for (std::size_t i = 0; i < v.size(); ++i)
    allSmall = allSmall && probeSmall(v[i]);
  return allSmall;
}

// Signals.

using Complex = std::complex<double>;

Complex correlate(const std::vector<Complex> &a, const std::vector<Complex> &b) {
  Complex sum;
  // truth: parallel -- declared reduction(+ : sum)
  for (std::size_t i = 0; i < a.size(); ++i)
    sum += a[i] * std::conj(b[i]);
  return sum;
}

Complex orbit(const std::vector<Complex> &kicks) {
  Complex z;
  // truth: serial carried-flow-dependence|not-a-reduction -- i squares the z that i-1 left
  for (std::size_t i = 0; i < kicks.size(); ++i)
    z = z * z + kicks[i];
  return z;
}

// Statistics.

struct Moments {
  long count = 0;
  double sum = 0.0, squares = 0.0;
};

Moments momentsOf(const std::vector<double> &x) {
  Moments m;
  // truth: parallel -- reduction(+) of each member of m, through local copies
  for (double value : x) {
    ++m.count;
    m.sum += value;
    m.squares += value * value;
  }
  return m;
}

Moments recentMoments(const std::vector<double> &x) {
  Moments m;
  // truth: serial carried-flow-dependence|not-a-reduction -- i uses the mean that i-1 left
  for (double value : x) {
    const double delta = value - m.sum;
    ++m.count;
    m.sum += 0.05 * delta;
    m.squares = 0.95 * (m.squares + 0.05 * delta * delta);
  }
  return m;
}

class LevelMeter {
public:
  void scan(const std::vector<float> &samples) {
    // truth: parallel -- reduction(max : peak_) reduction(+ : power_)
    for (float s : samples) {
      peak_ = std::max(peak_, s);
      power_ += s * s;
    }
  }

  void follow(const std::vector<float> &samples) {
    // truth: serial carried-flow-dependence|not-a-reduction -- i lets the peak_ that i-1 left decay
    for (float s : samples) {
      peak_ = std::max(peak_ * 0.999f, s);
      power_ += s * s;
    }
  }

  double reading() const { return peak_ + power_; }

private:
  float peak_ = 0.0f;
  double power_ = 0.0;
};

// Histograms.

void depositCharge(std::vector<double> &grid, const std::vector<int> &cell,
                   const std::vector<double> &charge) {
  // truth: parallel -- atomic update or array reduction, where &grid != &charge
  for (std::size_t p = 0; p < cell.size(); ++p)
    grid[cell[p]] += charge[p];
}

constexpr int Counters = 64, People = 8000;

void drawTickets(int (&next)[Counters], const std::vector<int> &counter, std::vector<int> &ticket) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- next
  for (int p = 0; p < People; ++p)
    ticket[p] = next[counter[p]]++;
}

// Columns.

constexpr int Channels = 8;

void channelSums(const double *frames, int count, double (&sums)[Channels]) {
  // truth: parallel -- reduction(+ : sums[:8]) where sums does not overlap frames
  for (int f = 0; f < count; ++f)
    // truth: parallel -- where sums does not overlap the frame
    for (int c = 0; c < Channels; ++c)
      sums[c] += frames[f * Channels + c];
}

void channelAverages(const double *frames, int count, double (&level)[Channels]) {
  // truth: serial carried-flow-dependence|carried-output-dependence|not-a-reduction -- level of f-1
  for (int f = 0; f < count; ++f)
    // truth: parallel -- where level does not overlap the frame
    for (int c = 0; c < Channels; ++c)
      level[c] = 0.5 * (level[c] + frames[f * Channels + c]);
}

// Small integers.

short wrappingChecksum(const std::vector<short> &words) {
  short sum = 0;
  // truth: parallel -- reduction(+ : sum), exact modulo 2^16
  for (std::size_t i = 0; i < words.size(); ++i)
    sum += words[i];
  return sum;
}

short clippedMix(const std::vector<short> &words) {
  short sum = 0;
  // truth: serial carried-flow-dependence|not-a-reduction -- i clips the sum that i-1 left
  for (std::size_t i = 0; i < words.size(); ++i)
    sum = static_cast<short>(std::clamp(sum + words[i], -300, 300));
  return sum;
}

// A service's counters: of one type with the samples.

void countLatencies(std::int64_t *counters, const std::int64_t *micros, int n, std::int64_t limit) {
  // truth: parallel -- reduction(+) of three elements, where they lie outside micros .. micros+n
  for (int i = 0; i < n; ++i) {
    counters[0] += 1;
    if (micros[i] > limit) {
      counters[1] += 1;
      counters[2] += micros[i] - limit;
    }
  }
}

int main() {
  constexpr int N = 8000;
  const auto mass = corpus::reals<double>(N, 1, 0.5, 1.5);
  const auto speed = corpus::reals<double>(N, 2, -2.0, 2.0);
  std::vector<double> upTo(N);
  corpus::print("kineticEnergy", kineticEnergy(mass.data(), speed.data(), N));
  const double allMass = cumulativeMass(mass.data(), upTo.data(), N);
  corpus::print("cumulativeMass", allMass, corpus::sum(upTo));

  double sum = 1.0;
  addTo(sum, mass.data(), N);
  corpus::print("addTo", sum);
  auto inPlace = mass;
  addTo(inPlace[N / 2], inPlace.data(), N);
  corpus::print("addTo", inPlace[N / 2]);
  blendInto(sum, mass.data(), N);
  corpus::print("blendInto", sum);

  const auto keys = corpus::integers<std::uint32_t>(N, 3, 0, 100000);
  corpus::print("oddProduct", oddProduct(keys));
  corpus::print("rollingHash", rollingHash(keys));

  const auto prices = corpus::reals<double>(N, 4, 0.0, 20.0);
  corpus::print("invoiceCents", invoiceCents(prices));
  corpus::print("balanceUnits", balanceUnits(corpus::reals<double>(N, 13, -20.0, 20.0)));

  const auto distance = corpus::reals<float>(N, 5, 1.0, 900.0);
  const Range range = rangeOf(distance);
  corpus::print("rangeOf", range.low, range.high);
  corpus::print("countRecordLows", countRecordLows(distance));
  corpus::print("nearestTarget", nearestTarget(distance.data(), N));
  corpus::print("switchTarget", switchTarget(distance.data(), N, 25.0f));
  corpus::print("lastHighScore", lastHighScore(corpus::integers<int>(N, 6, 0, 40)));

  const auto masks = corpus::integers<unsigned>(N, 7, 0, 1 << 20);
  corpus::print("foldMasks", foldMasks(masks.data(), N));
  corpus::print("sumOfStates", sumOfStates(masks.data(), N));

  const auto values = corpus::integers<int>(N, 8, 0, 60);
  const Checks checks = checkAll(values, 55);
  corpus::print("checkAll", checks.allSmall, checks.anyEqual);
  const bool small = checkUntilLarge(values);
  corpus::print("checkUntilLarge", small, probes);

  std::vector<Complex> a(N, Complex(0.25, -0.5)), b(N, Complex(0.5, 0.125));
  a[17] = Complex(-0.5, 0.25);
  b[N - 1] = Complex(-0.25, 0.75);
  std::vector<Complex> kicks(500);
  corpus::repeat(500, [&](std::size_t i) { kicks[i] = 0.2 * mass[i] * a[i]; });
  const Complex c = correlate(a, b), z = orbit(kicks);
  corpus::print("correlate", c.real(), c.imag());
  corpus::print("orbit", z.real(), z.imag());

  const Moments m = momentsOf(mass), r = recentMoments(mass);
  corpus::print("momentsOf", m.count, m.sum, m.squares);
  corpus::print("recentMoments", r.count, r.sum, r.squares);

  LevelMeter meter;
  const auto samples = corpus::reals<float>(N, 9, 0.0, 1.0);
  meter.scan(samples);
  corpus::print("scan", meter.reading());
  LevelMeter follower;
  follower.follow(samples);
  corpus::print("follow", follower.reading());

  std::vector<double> grid(64);
  const auto cell = corpus::integers<int>(N, 10, 0, 63);
  depositCharge(grid, cell, mass);
  corpus::print("depositCharge", corpus::sum(grid));
  int next[Counters] = {};
  std::vector<int> ticket(People);
  drawTickets(next, cell, ticket);
  corpus::print("drawTickets", corpus::sum(next), corpus::sum(ticket));

  double sums[Channels] = {}, level[Channels] = {};
  channelSums(mass.data(), N / Channels, sums);
  channelAverages(mass.data(), N / Channels, level);
  corpus::print("channelSums", corpus::sum(sums));
  corpus::print("channelAverages", corpus::sum(level));

  const auto words = corpus::integers<short>(N, 11, -100, 120);
  corpus::print("wrappingChecksum", wrappingChecksum(words));
  corpus::print("clippedMix", clippedMix(words));

  std::int64_t counters[3] = {};
  const auto micros = corpus::integers<std::int64_t>(N, 12, 10, 4000);
  countLatencies(counters, micros.data(), N, 3000);
  corpus::print("countLatencies", counters[0], counters[1], counters[2]);
}
