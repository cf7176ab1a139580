//===- BruteForceTest.cpp - the core of the analysis against enumeration --===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   loomp-brute-force [CASES [SEED [CATEGORY]]]
//
// Compares what the analysis answers about small loops with what happens when every iteration is
// run for every small value of the parameters. An answer may be `unknown`; an answer that is given
// must be true. Prints the answers of each category and exits with 1 on any difference, and also if
// a category decides too little: a test in which everything is unknown tests nothing.
//
//===----------------------------------------------------------------------===//

#include "test/unit/BruteForce.h"

#include "llvm/Support/raw_ostream.h"

#include <chrono>
#include <cstdlib>

namespace loomp::brute {

void Tally::difference(std::uint64_t seed, const std::string &what, const std::string &model) {
  constexpr unsigned shown = 3;
  ++Differences;
  if (++Faults[what] <= shown)
    llvm::errs() << "DIFFERENCE at seed " << seed << ": " << what << '\n' << model << '\n';
}

std::string Tally::summary() const {
  std::string text = std::to_string(Cases) + " cases:";
  for (const auto &[kind, count] : Answers)
    text += " " + std::to_string(count) + " " + kind + ",";
  text += " " + std::to_string(Differences) + " differences";
  for (const auto &[what, count] : Faults)
    text += "; " + std::to_string(count) + " '" + what + "'";
  for (const auto &[what, count] : Notes)
    text += "; " + std::to_string(count) + " " + what;
  return text;
}

namespace {
struct Category {
  std::string name;
  Comparison compare;
  unsigned share;                     ///< of all cases, in percent
  std::map<std::string, int> atLeast; ///< answer -> percent of the category's cases
};
} // namespace

static const std::vector<Category> &categories() {
  static const std::vector<Category> all = {
      {"systems", compareSystems, 10, {{"yes", 20}, {"no", 20}}},
      {"polynomials", comparePolynomials, 10, {{"holds", 100}}},
      {"dependences", compareDependences, 40, {{"none", 15}, {"proven", 15}}},
      {"delinearisation", compareDelinearisation, 20, {{"none", 10}}},
      {"scalars", compareScalars, 10, {{"parallel", 10}, {"serial", 10}}},
      {"ranges", compareRanges, 10, {{"parallel", 10}, {"serial", 10}}},
      {"graphs", compareGraphs, 10, {{"graph", 20}}},
  };
  return all;
}

} // namespace loomp::brute

using namespace loomp::brute;

int main(int count, char **arguments) {
  auto number = [&](int place, std::uint64_t otherwise) {
    return count > place ? std::strtoull(arguments[place], nullptr, 10) : otherwise;
  };
  std::uint64_t cases = number(1, 101000), seed = number(2, 1), total = 0, failures = 0;
  std::string only = count > 3 ? arguments[3] : "";
  for (const Category &category : categories()) {
    if (!only.empty() && only != category.name)
      continue;
    auto start = std::chrono::steady_clock::now();
    Tally tally;
    category.compare(tally, seed, only.empty() ? cases * category.share / 100 : cases);
    std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    llvm::outs() << category.name << ": " << tally.summary()
                 << llvm::format("; %.1f s\n", seconds.count());
    total += tally.cases();
    failures += tally.differences();
    for (const auto &[kind, percent] : category.atLeast)
      if (tally.cases() >= 1000 && tally.count(kind) * 100 < tally.cases() * percent) {
        llvm::errs() << category.name << ": fewer than " << percent << " % of the answers are '"
                     << kind << "'\n";
        ++failures;
      }
  }
  llvm::outs() << total << " cases, " << failures << " differences\n";
  return failures ? 1 : 0;
}
