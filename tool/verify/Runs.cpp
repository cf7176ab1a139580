//===- Runs.cpp - the serial and the rewritten program, in turns ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The serial program must end by itself and, in every run, do the same, except for fields that are
// found to be unstable. Serial and parallel runs take turns, so that a machine that gets slower
// does so for all.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/Runs.h"

using namespace llvm;

namespace loomp {

using End = ProcessResult::End;

// A field that differs from run to run may agree in two of them by chance, as a time of 0.01 s
// does.
static constexpr unsigned MoreConfirmations = 2;

namespace {
class Series {
public:
  Series(Bench &bench, const Program &serial, const Program &rewritten, VerifyReport &report)
      : bench(bench), serial(serial), rewritten(rewritten), report(report) {}
  bool run();

private:
  bool fail(const std::string &message);
  bool runSerial(const Twine &what, bool isTimed);
  bool confirmMore();
  bool runRewritten(const Twine &what, TimedRuns &runs);

  Bench &bench;
  const Program &serial, &rewritten;
  VerifyReport &report;
  std::optional<Expectation> expected;
  bool wasConfirmedMore = false;
};
} // namespace

bool Series::fail(const std::string &message) {
  report.verdict = VerifyVerdict::CouldNotRun;
  report.message = message;
  return false;
}

/// The first serial run says what is expected, all others confirm it.
bool Series::runSerial(const Twine &what, bool isTimed) {
  bench.progress.say("running " + what + "...");
  Outcome outcome = bench.run(serial, 1, expected ? "serial-again" : "expected");
  if (outcome.process.end == End::Interrupted)
    return false;
  if (outcome.process.end != End::Exited)
    return fail("the serial program " + describeEnd(outcome.process, bench.options.timeoutSeconds) +
                (outcome.lastWords.empty() ? "" : ": " + outcome.lastWords));
  if (isTimed) {
    report.serial.seconds.push_back(outcome.process.wallSeconds);
    report.serial.cpuSeconds.push_back(outcome.process.cpuSeconds);
    report.serial.leftRunning = std::max(report.serial.leftRunning, outcome.process.leftRunning);
  }
  if (!expected) {
    report.serialStatus = outcome.process.code;
    expected.emplace(std::move(outcome), bench.comparison(), bench.options.strictOutput);
    return true;
  }
  std::string problem = expected->confirm(outcome);
  return problem.empty() || fail(problem);
}

bool Series::confirmMore() {
  wasConfirmedMore = true;
  for (unsigned i = 0; i < MoreConfirmations; ++i)
    if (!runSerial("serial once more", false))
      return false;
  return true;
}

bool Series::runRewritten(const Twine &what, TimedRuns &runs) {
  bench.progress.say("running " + what + "...");
  Outcome actual = bench.run(rewritten, runs.threads, "actual");
  if (actual.process.end == End::Interrupted)
    return false;
  if (actual.process.end == End::Exited) {
    runs.seconds.push_back(actual.process.wallSeconds);
    runs.cpuSeconds.push_back(actual.process.cpuSeconds);
    runs.leftRunning = std::max(runs.leftRunning, actual.process.leftRunning);
  }
  expected->judge(actual, bench.options.timeoutSeconds, runs);
  // Before the rewritten program is said to be wrong, the serial one is asked again.
  if (runs.isEqual() || !runs.failure.empty() || wasConfirmedMore)
    return true;
  if (!confirmMore())
    return false;
  expected->judge(actual, bench.options.timeoutSeconds, runs);
  return true;
}

bool Series::run() {
  for (unsigned threads : threadCounts(bench.options)) {
    report.runs.emplace_back();
    report.runs.back().threads = threads;
  }
  unsigned repeat = std::max(1u, bench.options.repeat);
  // The first run also warms up the machine.
  if (!runSerial("the serial program", false))
    return false;
  for (unsigned round = 1; round <= repeat; ++round) {
    std::string count = " " + std::to_string(round) + "/" + std::to_string(repeat);
    if (!runSerial("serial" + count, true))
      return false;
    if (expected->isUnstable() && !wasConfirmedMore && !confirmMore())
      return false;
    for (TimedRuns &runs : report.runs) {
      // One wrong run decides; more of them, each up to the time limit, would tell nothing new.
      if (!runs.isEqual())
        continue;
      const char *threads = runs.threads == 1 ? " thread" : " threads";
      if (!runRewritten(Twine(runs.threads) + threads + count, runs))
        return false;
    }
  }
  report.compared = expected->summary();
  report.compared.runsInCopy = bench.options.runIn != RunIn::Here;
  if (!report.compared.comparesSomething && report.compared.isSomethingUnstable())
    return fail(
        "there is nothing to compare: all that the serial program prints and writes differs "
        "from run to run");
  return true;
}

bool runPrograms(Bench &bench, const Program &serial, const Program &rewritten,
                 VerifyReport &report) {
  return Series(bench, serial, rewritten, report).run();
}

} // namespace loomp
