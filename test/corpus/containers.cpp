//===- containers.cpp - loops over the standard containers ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// RUN: %differential %s --flags=-Wextra --tolerance=1e-5 --race
//
// Range-based, iterator and index loops over the containers of the standard library. Elements of
// one container are distinct, buffers of two containers too, but two parameters may name the same
// container, packed bits share bytes, and lookups and insertions differ by one character.
//
//===----------------------------------------------------------------------===//

#include "corpus.h"

#include <array>
#include <bitset>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <valarray>
#include <vector>

// Range-for: by reference, by value, auto &&, structured bindings, with a counter of its own.

void amplify(std::vector<double> &samples, double gain) {
  // truth: parallel
  for (double &x : samples)
    x *= gain;
}

void leak(std::vector<double> &samples, double decay) {
  double charge = 0.0;
  // truth: serial carried-flow-dependence -- sample i reads the charge that sample i-1 left
  for (double &x : samples) {
    x += charge * decay;
    charge = x;
  }
}

double loudest(const std::vector<double> &samples, double gain) {
  double peak = 0.0;
  // truth: parallel -- reduction(max : peak); x is a copy
  for (double x : samples) {
    x *= gain;
    if (x > peak)
      peak = x;
  }
  return peak;
}

void invert(std::vector<std::uint8_t> &flags) {
  // truth: parallel
  for (auto &&flag : flags)
    flag = !flag;
}

void invert(std::vector<bool> &flags) {
  // truth: serial shared-bytes -- bits 0 and 1 are read and written in the same word
  for (auto &&flag : flags)
    flag = !flag;
}

double stockValue(const std::vector<std::pair<int, double>> &stock) {
  double total = 0.0;
  // truth: parallel -- reduction(+ : total)
  for (const auto &[count, price] : stock)
    total += count * price;
  return total;
}

double stockValue(const std::map<int, double> &stock) {
  double total = 0.0;
  // truth: serial non-canonical-loop|unsupported-loop-form|carried-flow-dependence -- walks a tree
  for (const auto &[count, price] : stock)
    total += count * price;
  return total;
}

void squares(const std::vector<double> &in, std::vector<double> &out) {
  std::size_t k = 0;
  // truth: parallel -- k is an induction variable
  for (double x : in)
    out[k++] = x * x;
}

std::size_t keepPositive(const std::vector<double> &in, std::vector<double> &out) {
  std::size_t k = 0;
  // truth: serial carried-flow-dependence -- where x goes depends on how many were kept before it
  for (double x : in)
    if (x > 0)
      out[k++] = x;
  return k;
}

// Iterators.

void clampNegative(std::vector<int> &v) {
  // truth: parallel
  for (auto it = v.begin(); it != v.end(); ++it)
    if (*it < 0)
      *it = 0;
}

void eraseNegative(std::vector<int> &v) {
  // truth: serial index-modified|bound-not-invariant|carried-flow-dependence|non-canonical-loop -- erase moves what follows
  for (auto it = v.begin(); it != v.end();)
    it = *it < 0 ? v.erase(it) : std::next(it);
}

// Index loops over deque, valarray, span, string, bitset and unique_ptr<T[]>.

void addBias(std::deque<int> &queue, int bias) {
  // truth: parallel
  for (std::size_t i = 0; i < queue.size(); ++i)
    queue[i] += bias;
}

void slopes(std::valarray<double> &out, const std::valarray<double> &in) {
  // truth: parallel -- run-time check &out != &in
  for (std::size_t i = 1; i < in.size(); ++i)
    out[i - 1] = in[i] - in[i - 1];
}

void integrate(std::valarray<double> &v) {
  // truth: serial carried-flow-dependence -- i reads v[i-1], which i-1 wrote
  for (std::size_t i = 1; i < v.size(); ++i)
    v[i] = v[i] * 0.5 + v[i - 1];
}

void blend(std::span<float> dst, std::span<const float> src, float w) {
  // truth: parallel -- run-time check that the spans do not overlap
  for (std::size_t i = 0; i < dst.size(); ++i)
    dst[i] = dst[i] * (1 - w) + src[i] * w;
}

void blendDown(std::span<float> dst, float w) {
  // truth: serial carried-flow-dependence -- i reads dst[i/2], which iteration i/2 wrote
  for (std::size_t i = 0; i < dst.size(); ++i)
    dst[i] = dst[i] * (1 - w) + dst[i / 2] * w;
}

void shout(std::string &text) {
  // truth: parallel
  for (char &c : text)
    if (c >= 'a' && c <= 'z')
      c = static_cast<char>(c - 'a' + 'A');
}

void redactQuoted(std::string &text) {
  bool inside = false;
  // truth: serial carried-flow-dependence -- inside carries from each character to the next
  for (char &c : text) {
    if (c == '"')
      inside = !inside;
    else if (inside)
      c = '*';
  }
}

using Mask = std::bitset<4096>;

void clearMasked(const Mask &mask, std::vector<int> &level) {
  // truth: parallel
  for (std::size_t i = 0; i < mask.size(); ++i)
    if (mask[i])
      level[i] = 0;
}

void makeMask(Mask &mask, const std::vector<int> &level) {
  // truth: serial shared-bytes -- bits 0 and 1 are written in the same word
  for (std::size_t i = 0; i < mask.size(); ++i)
    mask[i] = level[i] > 50;
}

void smooth(const std::unique_ptr<double[]> &out, const std::unique_ptr<double[]> &in, int n) {
  // truth: parallel -- run-time check that out[1..n-2] and in[0..n-1] do not overlap
  for (int i = 1; i < n - 1; ++i)
    out[i] = 0.5 * (in[i - 1] + in[i + 1]);
}

void relax(const std::unique_ptr<double[]> &out, const std::unique_ptr<double[]> &in, int n) {
  // truth: serial carried-flow-dependence -- i reads out[i-1], which i-1 wrote
  for (int i = 1; i < n - 1; ++i)
    out[i] = 0.5 * (out[i - 1] + in[i + 1]);
}

// Vectors of vectors.

using Grid = std::vector<std::vector<double>>;

void addGrid(Grid &grid, const Grid &delta) {
  // truth: parallel -- rows are distinct vectors; the same grid twice touches the same elements
  for (std::size_t i = 0; i < grid.size(); ++i)
    // truth: parallel
    for (std::size_t j = 0; j < grid[i].size(); ++j)
      grid[i][j] += delta[i][j];
}

void cumulateDown(Grid &grid) {
  // truth: serial carried-flow-dependence -- row i reads row i-1, which iteration i-1 wrote
  for (std::size_t i = 1; i < grid.size(); ++i)
    // truth: parallel
    for (std::size_t j = 0; j < grid[i].size(); ++j)
      grid[i][j] += grid[i - 1][j];
}

// Growth, lookups, counting.

void twice(const std::vector<long> &in, std::vector<long> &out) {
  out.resize(in.size());
  // truth: parallel
  for (std::size_t i = 0; i < in.size(); ++i)
    out[i] = 2 * in[i];
}

void appendTwice(const std::vector<long> &in, std::vector<long> &out) {
  out.reserve(out.size() + in.size());
  // truth: serial carried-flow-dependence|carried-output-dependence|unknown-call|may-throw -- grows
  for (std::size_t i = 0; i < in.size(); ++i)
    out.push_back(2 * in[i]);
}

void quote(const std::map<int, double> &price, const std::vector<int> &ids,
           std::vector<double> &out) {
  // truth: parallel -- find does not change the map
  for (std::size_t i = 0; i < ids.size(); ++i) {
    auto found = price.find(ids[i]);
    out[i] = found == price.end() ? -1.0 : found->second;
  }
}

void quoteOrInsert(std::map<int, double> &price, const std::vector<int> &ids,
                   std::vector<double> &out) {
  // truth: serial carried-flow-dependence|carried-output-dependence|unknown-call|may-throw -- grows
  for (std::size_t i = 0; i < ids.size(); ++i)
    out[i] = price[ids[i]];
}

void quoteOrThrow(const std::map<int, double> &price, const std::vector<int> &ids,
                  std::vector<double> &out) {
  // truth: serial may-throw|unknown-call -- at() throws for an unknown id and leaves the rest alone
  for (std::size_t i = 0; i < ids.size(); ++i)
    out[i] = price.at(ids[i]);
}

std::array<int, 256> histogram(const std::vector<std::uint8_t> &pixels) {
  std::array<int, 256> count{};
  // truth: parallel -- array reduction or atomic update of count
  for (std::uint8_t p : pixels)
    ++count[p];
  return count;
}

void rankWithinShade(const std::vector<std::uint8_t> &pixels, std::vector<int> &rank) {
  std::array<int, 256> count{};
  // truth: serial carried-flow-dependence|carried-anti-dependence|carried-output-dependence -- bins
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    rank[i] = count[pixels[i]] + count[pixels[i] / 2];
    ++count[pixels[i]];
  }
}

int main() {
  auto samples = corpus::numbers<double>(5000, 3);
  amplify(samples, 1.5);
  corpus::print("amplify", corpus::sum(samples));
  leak(samples, 0.75);
  corpus::print("leak", corpus::sum(samples));
  corpus::print("loudest", loudest(samples, 0.5));

  auto bytes = corpus::numbers<std::uint8_t>(5000, 5);
  invert(bytes);
  corpus::print("invert bytes", corpus::sum(bytes));
  std::vector<bool> bits(5000);
  corpus::fill(bits, 7);
  invert(bits);
  corpus::print("invert bits", corpus::sum(bits));

  std::vector<std::pair<int, double>> stock;
  std::map<int, double> price;
  corpus::repeat(2000, [&](std::size_t i) {
    stock.emplace_back(static_cast<int>(i % 17), 0.25 * static_cast<double>(i % 101));
    price.emplace(static_cast<int>(3 * i), 0.5 * static_cast<double>(i % 71));
  });
  corpus::print("stockValue", stockValue(stock), stockValue(price));

  std::vector<double> out(5000);
  squares(samples, out);
  corpus::print("squares", corpus::sum(out));
  const std::size_t kept = keepPositive(samples, out);
  corpus::print("keepPositive", kept, corpus::sum(out));

  auto ints = corpus::numbers<int>(4096, 11);
  auto erased = ints;
  eraseNegative(erased);
  corpus::print("eraseNegative", erased.size(), corpus::sum(erased));
  auto clamped = ints;
  clampNegative(clamped);
  corpus::print("clampNegative", corpus::sum(clamped));

  std::deque<int> queue(ints.begin(), ints.end());
  addBias(queue, 13);
  corpus::print("addBias", corpus::sum(queue));

  std::valarray<double> heights(3000), differences(3000);
  corpus::fill(heights, 13);
  slopes(differences, heights);
  integrate(heights);
  slopes(heights, heights);
  corpus::print("valarray", corpus::sum(heights), corpus::sum(differences));

  auto front = corpus::numbers<float>(4000, 17), back = corpus::numbers<float>(4000, 19);
  blend(front, back, 0.25f);
  corpus::print("blend", corpus::sum(front));
  blendDown(front, 0.5f);
  blend(std::span(front).subspan(1, 2000), std::span(front).first(2000), 0.5f);
  corpus::print("blendDown", corpus::sum(front));

  std::string text = corpus::text(4000, 23);
  text[100] = text[900] = text[2500] = '"';
  redactQuoted(text);
  shout(text);
  corpus::print("text", corpus::sum(text));

  Mask mask;
  makeMask(mask, ints);
  clearMasked(mask, ints);
  corpus::print("mask", mask.count(), corpus::sum(ints));

  auto in = std::make_unique<double[]>(3000), smoothed = std::make_unique<double[]>(3000);
  std::span<double> inView(in.get(), 3000), smoothedView(smoothed.get(), 3000);
  corpus::fill(inView, 29);
  smooth(smoothed, in, 3000);
  corpus::print("smooth", corpus::sum(smoothedView));
  relax(smoothed, in, 3000);
  smooth(smoothed, smoothed, 3000);
  corpus::print("relax", corpus::sum(smoothedView));

  Grid grid(80, std::vector<double>(60)), delta(80, std::vector<double>(60));
  corpus::fill(grid, 31);
  corpus::fill(delta, 37);
  addGrid(grid, delta);
  corpus::print("addGrid", corpus::sum(grid));
  cumulateDown(grid);
  corpus::print("cumulateDown", corpus::sum(grid));

  auto longs = corpus::numbers<long>(4000, 41);
  std::vector<long> doubled;
  twice(longs, doubled);
  appendTwice(longs, doubled);
  corpus::print("twice", doubled.size(), corpus::sum(doubled));

  auto ids = corpus::integers<int>(3000, 43, 0, 7000);
  std::vector<double> quotes(3000);
  quote(price, ids, quotes);
  corpus::print("quote", corpus::sum(quotes));
  quoteOrInsert(price, ids, quotes);
  corpus::print("quoteOrInsert", price.size(), corpus::sum(quotes));
  quoteOrThrow(price, ids, quotes);
  ids[1500] = -1;
  try {
    quoteOrThrow(price, ids, quotes);
  } catch (const std::out_of_range &) {
    corpus::print("quoteOrThrow", corpus::sum(quotes));
  }

  corpus::print("histogram", corpus::sum(histogram(bytes)));
  auto shades = corpus::integers<std::uint8_t>(6000, 47, 0, 255);
  std::vector<int> rank(6000);
  rankWithinShade(shades, rank);
  corpus::print("rank", corpus::sum(histogram(shades)), corpus::sum(rank));
}
