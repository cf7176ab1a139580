//===- index-arrays.cpp - subscripts that come out of memory --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Gathers, scatters, histograms, graphs and sparse matrices: what an index array holds is known at
// run time only. Gathers and commutative updates are parallel, scatters if no index occurs twice;
// the twins read what they update, or have more indices than elements.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

// Gathers.

void pick(const std::vector<double> &in, const std::vector<int> &index, std::vector<double> &out) {
  // truth: parallel -- where &in != &out
  for (std::size_t i = 0; i < index.size(); ++i)
    out[i] = in[index[i]];
}

constexpr int Places = 2000;

void pickInPlace(std::array<double, Places> &a, const std::array<int, Places> &index) {
  // truth: serial carried-flow-dependence|carried-anti-dependence -- i may read a[j], j < i
  for (int i = 0; i < Places; ++i)
    a[i] = 0.5 * a[index[i]] + 1.0;
}

void translate(const std::vector<int> &word, const std::vector<int> &canonical,
               const std::vector<float> &score, float *out) {
  // truth: parallel -- where out does not overlap the elements of score
  for (std::size_t i = 0; i < word.size(); ++i)
    out[i] = score[canonical[word[i]]];
}

// Scatters.

void place(const std::vector<double> &in, const std::vector<int> &to, std::vector<double> &out) {
  // truth: parallel -- where no index occurs twice in to, and &in != &out
  for (std::size_t i = 0; i < to.size(); ++i)
    out[to[i]] = in[i];
}

void placeMirrored(const double *in, double *out, int n) {
  static const int mirror[8] = {0, 1, 2, 3, 3, 2, 1, 0};
  // truth: serial carried-output-dependence -- i and i+8 write out[mirror[i % 8]]
  for (int i = 0; i < n; ++i)
    out[mirror[i % 8]] = in[i];
}

void invert(const std::vector<int> &perm, std::vector<int> &inverse) {
  // truth: parallel -- where no index occurs twice in perm, and &perm != &inverse
  for (std::size_t i = 0; i < perm.size(); ++i)
    inverse[perm[i]] = static_cast<int>(i);
}

void invertInPlace(std::array<int, Places> &perm) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- perm
  for (int i = 0; i < Places; ++i)
    perm[perm[i]] = i;
}

void coolListed(std::vector<double> &heat, const std::vector<int> &listed,
                const std::vector<double> &power) {
  // truth: parallel -- where no index occurs twice in listed, and &heat != &power
  for (std::size_t i = 0; i < listed.size(); ++i)
    heat[listed[i]] = 0.5 * heat[listed[i]] + power[i];
}

constexpr int Samples = 5000, Bins = 64;

void coolHashed(std::array<double, Bins> &heat, const std::array<unsigned, Samples> &key) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- cell
  for (const unsigned k : key)
    heat[k % Bins] = 0.5 * heat[k % Bins] + 0.125 * (k % 3);
}

// Index arrays of this iteration.

void spreadEven(std::vector<int> &index, std::vector<double> &a, int n) {
  // truth: parallel -- index[i] is 2*i where it is used
  for (int i = 0; i < n; ++i) {
    index[i] = 2 * i;
    a[index[i]] = 0.5 * i;
  }
}

void spreadHalf(std::vector<int> &index, std::vector<double> &a, int n) {
  // truth: serial carried-output-dependence -- index[i] is i/2, so 2*k and 2*k+1 write a[k]
  for (int i = 0; i < n; ++i) {
    index[i] = i / 2;
    a[index[i]] = 0.5 * i;
  }
}

// Histograms.

void countBins(const std::vector<unsigned char> &bin, std::vector<int> &count) {
  // truth: parallel -- atomic update or array reduction
  for (std::size_t i = 0; i < bin.size(); ++i)
    ++count[bin[i]];
}

void admitFirst(const std::array<unsigned char, Samples> &bin, std::array<int, Bins> &count,
                std::array<bool, Samples> &admitted) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- bins
  for (int i = 0; i < Samples; ++i)
    admitted[i] = count[bin[i]]++ < 50;
}

void cheapestPerShop(const std::vector<int> &shop, const std::vector<float> &price,
                     std::vector<float> &cheapest) {
  // truth: parallel -- array reduction min, where &price != &cheapest
  for (std::size_t i = 0; i < shop.size(); ++i)
    cheapest[shop[i]] = std::min(cheapest[shop[i]], price[i]);
}

void priceChanges(const std::array<unsigned char, Samples> &shop,
                  const std::array<float, Samples> &price, std::array<float, Bins> &last,
                  std::array<float, Samples> &change) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- last
  for (int i = 0; i < Samples; ++i) {
    change[i] = price[i] - last[shop[i]];
    last[shop[i]] = price[i];
  }
}

// Sparse rows.

void sparseMultiply(const std::vector<int> &start, const std::vector<int> &column,
                    const std::vector<double> &value, const std::vector<double> &x,
                    std::vector<double> &y) {
  const int rows = static_cast<int>(start.size()) - 1;
  // truth: parallel -- where &y is not &x or &value
  for (int r = 0; r < rows; ++r) {
    double sum = 0.0;
    // truth: parallel -- reduction(+ : sum)
    for (int k = start[r]; k < start[r + 1]; ++k)
      sum += value[k] * x[column[k]];
    y[r] = sum;
  }
}

void sparseRelax(const std::vector<int> &start, const std::vector<int> &column,
                 const std::vector<double> &value, std::vector<double> &x) {
  const int rows = static_cast<int>(start.size()) - 1;
  // truth: serial carried-flow-dependence|carried-anti-dependence -- r may read x[c], c < r
  for (int r = 0; r < rows; ++r) {
    double sum = 0.0;
    // truth: parallel -- reduction(+ : sum)
    for (int k = start[r]; k < start[r + 1]; ++k)
      sum += value[k] * x[column[k]];
    x[r] = 0.5 * x[r] + 0.125 * sum;
  }
}

void scaleRows(const std::vector<int> &start, const std::vector<double> &scale,
               std::vector<double> &value) {
  const int rows = static_cast<int>(start.size()) - 1;
  // truth: parallel -- atomic *= or where start ascends; where &scale != &value
  for (int r = 0; r < rows; ++r)
    // truth: parallel -- where &scale != &value
    for (int k = start[r]; k < start[r + 1]; ++k)
      value[k] *= scale[r];
}

// Graphs.

struct Edge {
  int from, to;
  long length;
};

void countDegrees(const std::vector<Edge> &edges, std::vector<int> &degree) {
  // truth: parallel -- atomic updates or array reduction
  for (const Edge &e : edges) {
    ++degree[e.from];
    ++degree[e.to];
  }
}

void relaxInto(const std::vector<Edge> &edges, const std::vector<long> &distance,
               std::vector<long> &next) {
  // truth: parallel -- array reduction min, where &distance != &next
  for (const Edge &e : edges)
    next[e.to] = std::min(next[e.to], distance[e.from] + e.length);
}

void relax(const std::vector<Edge> &edges, std::vector<long> &distance) {
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- e.to
  for (const Edge &e : edges)
    distance[e.to] = std::min(distance[e.to], distance[e.from] + e.length);
}

// Orders.

long sumInOrder(const std::vector<int> &order, const std::vector<long> &value) {
  long sum = 0;
  // truth: parallel -- reduction(+ : sum)
  for (std::size_t i = 0; i < order.size(); ++i)
    sum += value[order[i]];
  return sum;
}

long sumOfChain(const std::vector<int> &next, const std::vector<long> &value, int head) {
  long sum = 0;
  // truth: serial carried-flow-dependence|non-canonical-loop -- each i comes from the i before it
  for (int i = head; i > 0; i = next[i])
    sum += value[i];
  return sum;
}

int main() {
  constexpr int N = 5000;
  const auto in = corpus::numbers<double>(N, 1);
  const auto anywhere = corpus::integers<int>(N, 2, 0, N - 1);
  const auto order = corpus::permutation<int>(N, 3);
  std::vector<double> out(2 * N);
  pick(in, anywhere, out);
  corpus::print("pick", corpus::sum(out));

  std::array<double, Places> a;
  corpus::fill(a, 4);
  std::array<int, Places> index;
  corpus::repeat(Places, [&](std::size_t i) { index[i] = anywhere[i] % Places; });
  pickInPlace(a, index);
  corpus::print("pickInPlace", corpus::sum(a));

  const auto score = corpus::numbers<float>(N, 5);
  std::vector<float> scores(N);
  translate(anywhere, order, score, scores.data());
  corpus::print("translate", corpus::sum(scores));

  place(in, order, out);
  corpus::print("place", corpus::sum(out));
  place(in, anywhere, out);
  corpus::print("place", corpus::sum(out));
  placeMirrored(in.data(), out.data(), N);
  corpus::print("placeMirrored", corpus::sum(out));

  std::vector<int> inverse(N);
  invert(order, inverse);
  corpus::print("invert", corpus::sum(inverse));
  invert(anywhere, inverse);
  corpus::print("invert", corpus::sum(inverse));
  const auto small = corpus::permutation<int>(Places, 6);
  corpus::repeat(Places, [&](std::size_t i) { index[i] = small[i]; });
  invertInPlace(index);
  corpus::print("invertInPlace", corpus::sum(index));

  coolListed(out, order, in);
  corpus::print("coolListed", corpus::sum(out));
  coolListed(out, anywhere, in);
  corpus::print("coolListed", corpus::sum(out));
  std::array<double, Bins> heat = {};
  std::array<unsigned, Samples> keys;
  corpus::fill(keys, 7);
  coolHashed(heat, keys);
  corpus::print("coolHashed", corpus::sum(heat));

  spreadEven(inverse, out, N);
  corpus::print("spreadEven", corpus::sum(inverse), corpus::sum(out));
  spreadHalf(inverse, out, N);
  corpus::print("spreadHalf", corpus::sum(inverse), corpus::sum(out));

  std::vector<int> count(256);
  countBins(corpus::numbers<unsigned char>(N, 8), count);
  corpus::print("countBins", corpus::sum(count));
  std::array<unsigned char, Samples> bin;
  corpus::repeat(Samples, [&](std::size_t i) { bin[i] = anywhere[i] % Bins; });
  std::array<int, Bins> bins = {};
  static std::array<bool, Samples> admitted;
  admitFirst(bin, bins, admitted);
  corpus::print("admitFirst", corpus::sum(bins), corpus::sum(admitted));

  static std::array<float, Samples> price, change;
  std::array<float, Bins> last = {};
  corpus::fill(price, 9);
  std::vector<float> cheapest(N, 1.0f);
  cheapestPerShop(anywhere, score, cheapest);
  corpus::print("cheapestPerShop", corpus::sum(cheapest));
  priceChanges(bin, price, last, change);
  corpus::print("priceChanges", corpus::sum(last), corpus::sum(change));

  constexpr int Rows = 1000;
  std::vector<int> start(Rows + 1), column(N);
  corpus::repeat(Rows + 1, [&](std::size_t r) { start[r] = static_cast<int>(5 * r); });
  corpus::repeat(N, [&](std::size_t k) { column[k] = anywhere[k] % Rows; });
  auto value = corpus::numbers<double>(N, 10), x = corpus::numbers<double>(Rows, 11);
  std::vector<double> y(Rows);
  sparseMultiply(start, column, value, x, y);
  corpus::print("sparseMultiply", corpus::sum(y));
  sparseMultiply(start, column, value, y, y);
  corpus::print("sparseMultiply", corpus::sum(y));
  sparseRelax(start, column, value, x);
  corpus::print("sparseRelax", corpus::sum(x));
  scaleRows(start, y, value);
  start[7] = 0;
  scaleRows(start, x, value);
  corpus::print("scaleRows", corpus::sum(value));

  std::vector<Edge> edges(N);
  corpus::repeat(N, [&](std::size_t i) { edges[i] = {anywhere[i], order[i], 1 + order[i] % 7}; });
  std::vector<int> degree(N);
  countDegrees(edges, degree);
  corpus::print("countDegrees", corpus::sum(degree));
  auto distance = corpus::integers<long>(N, 12, 0, 1000), next = distance;
  relax(edges, distance);
  corpus::print("relax", corpus::sum(distance));
  relaxInto(edges, distance, next);
  relaxInto(edges, next, next);
  corpus::print("relaxInto", corpus::sum(next));

  corpus::print("sumInOrder", sumInOrder(anywhere, distance));
  corpus::print("sumOfChain", sumOfChain(order, distance, order[0]));
}
