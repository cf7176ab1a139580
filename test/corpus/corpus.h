//===- corpus.h - input, checksums and output of the corpus ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Deterministic input, checksums in which each position has its own weight, and output with six
// digits: a sum that was associated in another way prints the same, a wrong parallelization does
// not. The loops of this file are not scored.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TEST_CORPUS_H
#define LOOMP_TEST_CORPUS_H

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace corpus {

/// A hash of the position: the source of all numbers.
inline std::uint32_t mix(std::uint32_t x) {
  x = (x ^ (x >> 16)) * 0x45d9f3bu;
  x = (x ^ (x >> 16)) * 0x45d9f3bu;
  return x ^ (x >> 16);
}

/// One number of type `T`: floating point in [-1, 1], integers in [-100, 100] or [0, 200].
template <class T> T number(std::uint32_t bits) {
  if constexpr (std::is_same_v<T, bool>)
    return (bits & 1) != 0;
  else if constexpr (std::is_floating_point_v<T>)
    return static_cast<T>((static_cast<int>(bits % 2049) - 1024) / 1024.0);
  else if constexpr (std::is_signed_v<T>)
    return static_cast<T>(static_cast<int>(bits % 201) - 100);
  else
    return static_cast<T>(bits % 201);
}

/// Fills a range of numbers, or a range of such ranges.
template <class Range> void fill(Range &range, std::uint32_t seed = 1) {
  std::uint32_t position = 0;
  for (auto &&element : range) {
    using Element = std::remove_cvref_t<decltype(element)>;
    std::uint32_t bits = mix(seed * 7919u + position++);
    if constexpr (std::is_arithmetic_v<Element>)
      element = number<Element>(bits);
    else if constexpr (std::is_same_v<std::remove_cvref_t<Range>, std::vector<bool>>)
      element = (bits & 1) != 0;
    else
      fill(element, bits);
  }
}

/// `count` numbers of type `T`.
template <class T> std::vector<T> numbers(std::size_t count, std::uint32_t seed = 1) {
  std::vector<T> values(count);
  fill(values, seed);
  return values;
}

/// `count` integers in [low, high].
template <class T>
std::vector<T> integers(std::size_t count, std::uint32_t seed, long long low, long long high) {
  std::vector<T> values(count);
  for (std::size_t i = 0; i < count; ++i)
    values[i] = static_cast<T>(low + mix(seed * 7919u + static_cast<std::uint32_t>(i)) %
                                         static_cast<std::uint64_t>(high - low + 1));
  return values;
}

/// `count` numbers in [low, high), multiples of 1/4096 of the way.
template <class T>
std::vector<T> reals(std::size_t count, std::uint32_t seed, double low, double high) {
  std::vector<T> values(count);
  for (std::size_t i = 0; i < count; ++i)
    values[i] = static_cast<T>(
        low + (high - low) * (mix(seed * 7919u + static_cast<std::uint32_t>(i)) % 4096) / 4096.0);
  return values;
}

/// 0 ... count-1.
template <class T> std::vector<T> iota(std::size_t count) {
  std::vector<T> values(count);
  for (std::size_t i = 0; i < count; ++i)
    values[i] = static_cast<T>(i);
  return values;
}

/// 0 ... count-1 in another order.
template <class T> std::vector<T> permutation(std::size_t count, std::uint32_t seed = 1) {
  std::vector<T> values = iota<T>(count);
  for (std::size_t i = count; i > 1; --i)
    std::swap(values[i - 1], values[mix(seed * 7919u + static_cast<std::uint32_t>(i)) % i]);
  return values;
}

/// Pointers to the elements of `values` at `positions`.
template <class T>
std::vector<T *> pointers(std::vector<T> &values, const std::vector<int> &positions) {
  std::vector<T *> result;
  for (int position : positions)
    result.push_back(values.data() + position);
  return result;
}

/// The weighted sum of a range, or of a range of such ranges: 64 bits for integers, else double.
template <class Range> auto sum(const Range &range) {
  using Element = std::remove_cvref_t<decltype(*std::begin(range))>;
  if constexpr (std::is_integral_v<Element> || std::is_enum_v<Element>) {
    std::uint64_t total = 0, weight = 1;
    for (const auto &element : range)
      total += static_cast<std::uint64_t>(element) * (weight++ % 1009);
    return static_cast<long long>(total);
  } else if constexpr (std::is_floating_point_v<Element>) {
    double total = 0.0;
    std::uint64_t weight = 1;
    for (const auto &element : range)
      total += static_cast<double>(element) * static_cast<double>(1 + weight++ % 61);
    return total;
  } else {
    using Part = decltype(sum(*std::begin(range)));
    using Total = std::conditional_t<std::is_integral_v<Part>, std::uint64_t, Part>;
    Total total = 0;
    std::uint64_t weight = 1;
    for (const auto &element : range)
      total += static_cast<Total>(sum(element)) * static_cast<Total>(1 + weight++ % 53);
    return static_cast<Part>(total);
  }
}

inline void printOne(const char *text) { std::printf(" %s", text); }
inline void printOne(const std::string &text) { std::printf(" %s", text.c_str()); }
template <class T>
  requires std::is_arithmetic_v<T>
void printOne(T value) {
  if constexpr (std::is_floating_point_v<T>)
    std::printf(" %.6g", static_cast<double>(value) + 0.0);
  else if constexpr (std::is_signed_v<T>)
    std::printf(" %lld", static_cast<long long>(value));
  else
    std::printf(" %llu", static_cast<unsigned long long>(value));
}

/// One line: the name, then each value.
template <class... Values> void print(const char *name, const Values &...values) {
  std::printf("%s:", name);
  (printOne(values), ...);
  std::printf("\n");
}

/// Calls `function(0)` ... `function(count - 1)`: set-up that needs more than a fill.
template <class Function> void repeat(std::size_t count, Function function) {
  for (std::size_t i = 0; i < count; ++i)
    function(i);
}

/// `count` characters: lower-case words between single or double blanks.
inline std::string text(std::size_t count, std::uint32_t seed = 1) {
  std::string characters(count, ' ');
  for (std::size_t i = 0; i < count; ++i)
    if (std::uint32_t bits = mix(seed * 7919u + static_cast<std::uint32_t>(i)); bits % 7 != 0)
      characters[i] = static_cast<char>('a' + bits / 7 % 26);
  return characters;
}

} // namespace corpus

#endif
