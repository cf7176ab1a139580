//===- StatisticsTest.cpp - medians, intervals, Amdahl's law --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/Statistics.h"
#include "test/unit/Checks.h"
#include "tool/verify/Earlier.h"
#include "tool/verify/SpeedupPlot.h"

#include "llvm/ADT/StringRef.h"

#include <cmath>

using namespace llvm;

namespace loomp {

static bool near(double a, double b) { return std::fabs(a - b) < 1e-9; }

static void testMedian(Checks &checks) {
  EXPECT(median({}) == 0);
  EXPECT(median({3}) == 3);
  EXPECT(median({3, 1}) == 2);
  EXPECT(median({5, 1, 3}) == 3);
  EXPECT(median({4, 1, 3, 2}) == 2.5);
}

static void testIntervals(Checks &checks) {
  EXPECT(!medianInterval({1}));
  std::optional<Interval> five = medianInterval({5, 3, 1, 2, 4});
  EXPECT(five && five->low == 1 && five->high == 5 && five->level == 0.9375);
  // Of ten values the second and the last but one: 1 - 2 (1 + 10) / 1024.
  std::optional<Interval> ten = medianInterval({9, 8, 7, 6, 5, 4, 3, 2, 1, 0});
  EXPECT(ten && ten->low == 1 && ten->high == 8 && ten->level == 1 - 22.0 / 1024);

  std::optional<Interval> ratio = ratioInterval({2, 2, 2, 2, 4}, {1, 1, 1, 1, 2});
  EXPECT(ratio && ratio->low == 1 && ratio->high == 4 && near(ratio->level, 0.875));
  EXPECT(!ratioInterval({2}, {1, 1, 1}));
}

static void testAmdahl(Checks &checks) {
  auto exact = [](double s) {
    std::vector<std::pair<unsigned, double>> times;
    for (unsigned p : {1u, 2u, 4u, 8u})
      times.emplace_back(p, 3 * (s + (1 - s) / p));
    return fitAmdahl(times);
  };
  for (double s : {0.0, 0.1, 0.5, 1.0}) {
    std::optional<AmdahlFit> fit = exact(s);
    EXPECT(fit && near(fit->serialFraction, s) && near(fit->oneThread, 3));
    EXPECT(fit && near(fit->residual, 0) && fit->points == 4);
    EXPECT(fit && near(fit->timeWith(4), 3 * (s + (1 - s) / 4)));
  }
  EXPECT(!fitAmdahl({}) && !fitAmdahl({{2, 1.0}}) && !fitAmdahl({{2, 1.0}, {2, 1.1}}));

  // Better than twice as fast with two threads: no fraction is below none.
  std::optional<AmdahlFit> above = fitAmdahl({{1, 1.0}, {2, 0.4}});
  EXPECT(above && above->isClamped && above->serialFraction == 0 && above->residual > 0);
  // b of the one-parameter fit: (1 * 1 + 0.5 * 0.4) / (1 + 0.25).
  EXPECT(above && near(above->oneThread, 0.96));
  std::optional<AmdahlFit> below = fitAmdahl({{1, 1.0}, {2, 1.5}});
  EXPECT(below && below->isClamped && below->serialFraction == 1 && near(below->oneThread, 1.25));
  EXPECT(percent(0.25) == "25 %" && percent(0.025) == "2.5 %" && percent(0) == "0 %");
}

static TimedRuns runsOf(unsigned threads, const std::vector<double> &seconds) {
  TimedRuns runs;
  runs.threads = threads;
  runs.seconds = runs.cpuSeconds = seconds;
  return runs;
}

/// Counts above the machine's, wrong runs and short ones are not fitted.
static void testFit(Checks &checks) {
  VerifyReport report;
  report.cores = 2;
  report.serial = runsOf(0, {1, 1, 1});
  report.runs = {runsOf(1, {1}), runsOf(2, {0.6}), runsOf(4, {0.6})};
  std::optional<AmdahlFit> fit = fitOf(report);
  EXPECT(fit && fit->points == 2 && near(fit->serialFraction, 0.2));
  report.runs[1].failure = "was killed by SIGSEGV";
  EXPECT(!fitOf(report));
  report.runs[1].failure = "";
  report.serial = runsOf(0, {0.001});
  EXPECT(!fitOf(report));
}

static void testChanges(Checks &checks) {
  EarlierResult earlier;
  earlier.file = "before.json";
  earlier.serial = {1, 1.01, 1.02, 1.03, 1.04};
  earlier.runs[2] = {0.5, 0.51, 0.52, 0.53, 0.54};
  earlier.runs[4] = {0.3, 0.31, 0.32, 0.33, 0.34};
  earlier.runs[8] = {0.2};
  VerifyReport report;
  report.serial = runsOf(0, {1.005, 1.01, 1.02, 1.03, 1.035});
  report.runs = {runsOf(1, {1, 1, 1, 1, 1}), runsOf(2, {0.6, 0.61, 0.62, 0.63, 0.64}),
                 runsOf(4, {0.2, 0.21, 0.22, 0.23, 0.24}), runsOf(8, {0.3, 0.3, 0.3})};
  EarlierComparison comparison = compareWithEarlier(earlier, report);
  using Kind = TimeChange::Kind;
  EXPECT(comparison.changes.size() == 4); // nothing to compare one thread with
  if (comparison.changes.size() == 4) {
    EXPECT(comparison.changes[0].kind == Kind::None && comparison.changes[0].threads == 0);
    EXPECT(comparison.changes[1].kind == Kind::Slower && comparison.changes[1].threads == 2);
    EXPECT(comparison.changes[2].kind == Kind::Faster);
    EXPECT(comparison.changes[3].kind == Kind::Unknown);
  }
  report.earlier = comparison;
  judge(report);
  EXPECT(report.verdict == VerifyVerdict::Equal);
  judgeChanges(report);
  EXPECT(report.verdict == VerifyVerdict::Slower);
  EXPECT(report.message ==
         "with 2 threads the rewritten program is 0.84 times as fast as in 'before.json'");
}

static void testSketch(Checks &checks) {
  VerifyReport report;
  report.serial = runsOf(0, {1});
  report.runs = {runsOf(4, {0.4}), runsOf(1, {1}), runsOf(2, {0.5})};
  auto sketch = [&](bool unicode) {
    std::string text;
    raw_string_ostream out(text);
    printSketch(report, unicode, out);
    return text;
  };
  EXPECT(sketch(false) == "speedup by threads; | is the ideal\n"
                          "     1 ##########|                               1.00\n"
                          "     2 ####################|                     2.00\n"
                          "     4 #########################               | 2.50\n");
  EXPECT(
      StringRef(sketch(true)).contains("     1 ██████████│                               1.00\n"));
  report.runs.resize(1);
  EXPECT(sketch(true).empty());
}

void testStatistics(Checks &checks) {
  testMedian(checks);
  testIntervals(checks);
  testAmdahl(checks);
  testFit(checks);
  testChanges(checks);
  testSketch(checks);
}

} // namespace loomp
