//===- BruteForce.h - what the comparisons with enumeration share ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Each category draws small cases from a seed, asks the analysis, and asks again by trying every
// value. A case depends on nothing but its seed, so `loomp-brute-force 1 SEED CATEGORY` repeats it.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TEST_UNIT_BRUTEFORCE_H
#define LOOMP_TEST_UNIT_BRUTEFORCE_H

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace loomp::brute {

/// splitmix64: the same numbers everywhere.
class Random {
public:
  explicit Random(std::uint64_t seed) : State(seed * 0x9e3779b97f4a7c15 + 1) {}
  std::uint64_t next() {
    std::uint64_t z = State += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  /// Both ends included.
  int in(int low, int high) {
    return low + static_cast<int>(next() % static_cast<unsigned>(high - low + 1));
  }
  bool chance(int percent) { return in(1, 100) <= percent; }
  template <class T> const T &among(const std::vector<T> &choices) {
    return choices[next() % choices.size()];
  }

private:
  std::uint64_t State;
};

/// What one category saw.
class Tally {
public:
  void answer(const std::string &kind) {
    ++Cases;
    ++Answers[kind];
  }
  /// Something worth knowing that is no answer.
  void note(const std::string &what) { ++Notes[what]; }
  void difference(std::uint64_t seed, const std::string &what, const std::string &model);

  std::uint64_t cases() const { return Cases; }
  std::uint64_t differences() const { return Differences; }
  std::uint64_t count(const std::string &kind) const {
    auto place = Answers.find(kind);
    return place == Answers.end() ? 0 : place->second;
  }
  std::string summary() const;

private:
  std::uint64_t Cases = 0, Differences = 0;
  std::map<std::string, std::uint64_t> Answers, Notes, Faults;
};

/// Draws cases from `seed` on until there are `cases`.
using Comparison = void (*)(Tally &tally, std::uint64_t seed, std::uint64_t cases);

void compareSystems(Tally &tally, std::uint64_t seed, std::uint64_t cases);
void comparePolynomials(Tally &tally, std::uint64_t seed, std::uint64_t cases);
void compareDependences(Tally &tally, std::uint64_t seed, std::uint64_t cases);
void compareDelinearisation(Tally &tally, std::uint64_t seed, std::uint64_t cases);
void compareScalars(Tally &tally, std::uint64_t seed, std::uint64_t cases);
void compareRanges(Tally &tally, std::uint64_t seed, std::uint64_t cases);
void compareGraphs(Tally &tally, std::uint64_t seed, std::uint64_t cases);

} // namespace loomp::brute

#endif // LOOMP_TEST_UNIT_BRUTEFORCE_H
