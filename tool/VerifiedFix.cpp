//===- VerifiedFix.cpp - keep those rewrites that pass --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A set of rewrites passes if the program with them compiles with every compiler, gives the serial
// program's results with every number of threads, has no race, and no rewrite of the set could be
// left out with a gain of time:
//
//   1. All rewrites are tried together. Most often they pass, and that is all.
//      (So much slower that there is no doubt about it counts as a failure here, too.)
//   2. If they fail, a smallest failing subset is looked for (MinimalFailure.h). The last rewrite
//      of it is rolled back with the reason that was seen, and the rest is tried again. If the
//      program fails without any rewrite, none of them can be judged: nothing is changed.
//   3. The program is timed with and without each rewrite in turn, in pairs (PairedTimes.h), with
//      the largest number of threads. A rewrite with which it is slower, two times in a row, and
//      faster with no other number of threads, is rolled back.
//   4. What is left is timed against the serial program, and tried once more.
//
// Every step takes rewrites away, so it ends.
//
//===----------------------------------------------------------------------===//

#include "tool/VerifiedFix.h"

#include "tool/verify/Bench.h"
#include "tool/verify/Expectation.h"
#include "tool/verify/MinimalFailure.h"
#include "tool/verify/PairedTimes.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace loomp {

// So slow that no second measurement is needed, and that waiting for the others would take long.
static constexpr double FarSlower = 3;

namespace {

/// Loops of the report whose rewrites are applied, in ascending order.
using Rewrites = std::vector<size_t>;

struct Failure {
  Measured::End end = Measured::End::Kept;
  std::string message;
  std::vector<RacePlace> places; ///< of races
};

class VerifiedFix {
public:
  VerifiedFix(Report &report, const Options &options, Bench &bench)
      : report(report), options(options), bench(bench) {
    compilers = {bench.options.compiler};
    append_range(compilers, bench.options.furtherCompilers);
    counts = threadCounts(bench.options);
    most = *max_element(counts);
  }

  /// Returns what keeps anything from being measured, or an empty string.
  std::string run();

private:
  bool runSerial();
  bool confirm(size_t compiler);
  std::optional<Failure> examine(ArrayRef<size_t> rewrites);
  std::optional<Failure> buildAll(const ProgramSources &sources);
  std::optional<Failure> runAll();
  std::optional<Failure> runOnce(size_t compiler, unsigned threads);
  std::optional<Failure> lookForRaces(const ProgramSources &sources);
  bool isBlameless();
  void isolate(Rewrites &kept, const Failure &failure);
  bool rollBackSlower(Rewrites &kept);
  bool isSlower(const Program &program, const Program &other, PairedTimes &times);
  std::optional<Failure> judge(const Outcome &actual, size_t compiler, unsigned threads);
  PairedTimes timePairs(const Program &first, const Program &second, unsigned threads);
  std::optional<Program> buildSet(ArrayRef<size_t> rewrites, StringRef name);
  void rollBack(Rewrites &kept, size_t loop, Measured measured);
  ProgramSources sourcesWith(ArrayRef<size_t> rewrites);
  std::string where(size_t loop) const;
  std::string withCompiler(size_t compiler) const;

  /// Whether the run ends here: something keeps it from going on.
  bool stopped() { return !problem.empty() || bench.interrupted(); }

  Report &report;
  const Options &options;
  Bench &bench;
  std::vector<std::string> compilers;
  std::vector<unsigned> counts; ///< of threads
  unsigned most = 1;
  std::vector<Program> serial;        ///< by compiler
  std::vector<double> serialSeconds;  ///< of its slowest run, by compiler
  std::vector<Expectation> expected;  ///< of the serial program, by compiler
  std::vector<Program> rewritten;     ///< the set that was built last, by compiler
  std::optional<bool> blameless;      ///< the program passes without any rewrite
  std::optional<Failure> rareFailure; ///< of a run that was to be timed only
  std::string problem;
};

} // namespace

std::string VerifiedFix::run() {
  Rewrites kept;
  for (size_t i = 0; i < report.plans.size(); ++i)
    if (isRewritten(report.result.loops[i], report.plans[i])) {
      kept.push_back(i);
      report.measured[i] = {};
    }
  if (kept.empty())
    return "";
  if (std::string missing = bench.prepareRaceCheck(); !missing.empty())
    return "'--verified' " + missing;
  if (!runSerial())
    return problem;

  bool isTimed = false;
  while (!kept.empty() && !stopped()) {
    if (std::optional<Failure> failure = examine(kept)) {
      if (!isBlameless())
        break;
      isolate(kept, *failure);
      continue;
    }
    if (stopped() || isTimed)
      break;
    isTimed = true;
    bool changed = rollBackSlower(kept);
    if (rareFailure && !stopped())
      // Too rare to tell whose it is.
      for (size_t loop : Rewrites(kept))
        rollBack(kept, loop, {rareFailure->end, rareFailure->message, std::nullopt, most});
    if (!changed)
      break;
  }
  if (problem.empty())
    report.onlyStatusCompared = !expected.front().summary().comparesSomething;
  return problem;
}

//===----------------------------------------------------------------------===//
// What is built
//===----------------------------------------------------------------------===//

ProgramSources VerifiedFix::sourcesWith(ArrayRef<size_t> rewrites) {
  std::vector<Plan> plans = report.plans;
  for (const auto &[loop, measured] : report.measured)
    plans[loop].selected = is_contained(rewrites, loop);
  return sourcesOf(report, plans, options, problem);
}

std::string VerifiedFix::where(size_t loop) const {
  const Position &position = report.result.loops[loop].position;
  return formatv("{0}:{1}", position.file, position.line);
}

/// ` with 'g++'`; nothing where the project's build chooses.
std::string VerifiedFix::withCompiler(size_t compiler) const {
  bool isChosen = !bench.options.buildCommand.empty() && !bench.options.compilerIsGiven;
  return isChosen ? "" : " with '" + compilers[compiler] + "'";
}

static std::string nameOf(StringRef version, size_t compiler) {
  return (version + "-" + Twine(compiler)).str();
}

/// The serial program is the judge, so it is judged first.
bool VerifiedFix::runSerial() {
  ProgramSources sources = sourcesWith({});
  for (size_t i = 0; i < compilers.size() && !stopped(); ++i) {
    BuildResult built = bench.build(sources, BuildKind::Serial, compilers[i], nameOf("serial", i));
    if (built.failure != BuildResult::Failure::None) {
      errs() << built.diagnostics;
      problem = "the serial program cannot be built" + withCompiler(i) + ": " + built.message;
      return false;
    }
    serial.push_back(built.program);
    // What differs between two runs by chance may agree in the next two.
    unsigned runs = 2;
    for (unsigned run = 0; run < runs && !stopped(); ++run)
      if (confirm(i) && expected[i].isUnstable())
        runs = 4;
  }
  return !stopped();
}

/// One more run of the serial program. Returns whether it says what is expected.
bool VerifiedFix::confirm(size_t compiler) {
  bench.progress.say("running the serial program...");
  bool isFirst = expected.size() == compiler;
  Outcome outcome =
      bench.run(serial[compiler], 1, isFirst ? nameOf("expected", compiler) : "serial-again");
  if (bench.interrupted())
    return false;
  if (outcome.process.end != ProcessResult::End::Exited) {
    problem = "the serial program " + describeEnd(outcome.process, bench.options.timeoutSeconds) +
              (outcome.lastWords.empty() ? "" : ": " + outcome.lastWords);
  } else if (isFirst) {
    serialSeconds.push_back(outcome.process.wallSeconds);
    expected.emplace_back(std::move(outcome), bench.comparison(), bench.options.strictOutput);
  } else {
    serialSeconds[compiler] = std::max(serialSeconds[compiler], outcome.process.wallSeconds);
    problem = expected[compiler].confirm(outcome);
  }
  return problem.empty();
}

//===----------------------------------------------------------------------===//
// Whether a set of rewrites passes
//===----------------------------------------------------------------------===//

/// The first thing that is wrong with the program; nothing if it passes, or if `stopped`.
std::optional<Failure> VerifiedFix::examine(ArrayRef<size_t> rewrites) {
  ProgramSources sources = sourcesWith(rewrites);
  std::optional<Failure> failure = buildAll(sources);
  if (!failure && !stopped())
    failure = runAll();
  if (!failure && !stopped())
    failure = lookForRaces(sources);
  if (bench.interrupted())
    return std::nullopt;
  return failure;
}

/// The first line of a compiler's diagnostics that is an error.
static std::string firstError(StringRef diagnostics) {
  SmallVector<StringRef> lines;
  diagnostics.split(lines, '\n');
  for (StringRef line : lines)
    if (line.contains("error:") || line.contains("Error "))
      return line.trim().str();
  return lines.empty() ? "" : lines.front().trim().str();
}

std::optional<Failure> VerifiedFix::buildAll(const ProgramSources &sources) {
  rewritten.clear();
  for (size_t i = 0; i < compilers.size(); ++i) {
    BuildResult built =
        bench.build(sources, BuildKind::Parallel, compilers[i], nameOf("rewritten", i));
    rewritten.push_back(built.program);
    switch (built.failure) {
    case BuildResult::Failure::None:
      continue;
    case BuildResult::Failure::Compile:
      return Failure{Measured::End::DoesNotCompile,
                     formatv("the program does not compile{0}: {1}", withCompiler(i),
                             firstError(built.diagnostics)),
                     {}};
    case BuildResult::Failure::Link:
    case BuildResult::Failure::Setup:
    case BuildResult::Failure::Interrupted:
      errs() << built.diagnostics;
      problem =
          "the rewritten program cannot be built with '" + compilers[i] + "': " + built.message;
      return std::nullopt;
    }
  }
  return std::nullopt;
}

/// How the first difference is said.
static std::string describeDifference(const TimedRuns &runs) {
  if (!runs.failure.empty())
    return "the program " + runs.failure;
  if (!runs.difference)
    return "the file '" + runs.files.front().path + "' " + runs.files.front().what;
  return formatv("line {0} of the output is '{1}' instead of '{2}'", runs.difference->line,
                 printableLine(runs.difference->actual, runs.difference->column, 40),
                 printableLine(runs.difference->expected, runs.difference->column, 40));
}

std::optional<Failure> VerifiedFix::runAll() {
  for (size_t i = 0; i < compilers.size(); ++i)
    for (unsigned threads : counts)
      for (unsigned round = 0; round < std::min(3u, bench.options.repeat); ++round) {
        std::optional<Failure> failure = runOnce(i, threads);
        if (failure || stopped())
          return failure;
      }
  return std::nullopt;
}

std::optional<Failure> VerifiedFix::runOnce(size_t compiler, unsigned threads) {
  bench.progress.say("running the rewritten program with " + threadCount(threads) + "...");
  Outcome actual = bench.run(rewritten[compiler], threads, "actual");
  if (bench.interrupted())
    return std::nullopt;
  if (std::optional<Failure> failure = judge(actual, compiler, threads); failure || stopped())
    return failure;
  double seconds = actual.process.wallSeconds;
  if (seconds <= FarSlower * serialSeconds[compiler] + 1)
    return std::nullopt;
  return Failure{Measured::End::Slower,
                 formatv("the program takes {0:f2} s with {1}, the serial one {2:f2} s", seconds,
                         threadCount(threads), serialSeconds[compiler]),
                 {}};
}

/// What a run of the rewritten program did otherwise than the serial one.
std::optional<Failure> VerifiedFix::judge(const Outcome &actual, size_t compiler,
                                          unsigned threads) {
  double limit = bench.options.timeoutSeconds;
  TimedRuns runs;
  expected[compiler].judge(actual, limit, runs);
  // Before the rewritten program is said to be wrong, the serial one is asked again.
  if (!runs.isEqual() && runs.failure.empty()) {
    if (!confirm(compiler) || !confirm(compiler))
      return std::nullopt;
    runs = TimedRuns();
    expected[compiler].judge(actual, limit, runs);
  }
  if (runs.isEqual())
    return std::nullopt;
  return Failure{
      Measured::End::Differs, "with " + threadCount(threads) + " " + describeDifference(runs), {}};
}

std::optional<Failure> VerifiedFix::lookForRaces(const ProgramSources &sources) {
  RaceCheck check = bench.checkRaces(sources, most);
  if (!check.problem.empty()) {
    errs() << check.diagnostics;
    problem = check.problem;
  }
  if (!problem.empty() || check.races.empty())
    return std::nullopt;
  Failure failure{Measured::End::Races, "", {}};
  for (const DataRace &race : check.races)
    append_range(failure.places, ArrayRef{race.place, race.previous});
  const DataRace &first = check.races.front();
  failure.message = formatv("data race with {0}: {1} in line {2}, and {3} of another thread in "
                            "line {4} of '{5}'",
                            threadCount(check.threads), first.access, first.place.line,
                            first.previousAccess, first.previous.line, first.previous.file);
  return failure;
}

//===----------------------------------------------------------------------===//
// Which rewrite is to blame
//===----------------------------------------------------------------------===//

/// Whether the program passes without any rewrite. Asked only if something fails.
bool VerifiedFix::isBlameless() {
  if (!blameless) {
    std::optional<Failure> same = examine({});
    if (stopped())
      return false;
    blameless = !same;
    if (same)
      problem = "the program fails without any rewrite as soon as OpenMP is on: " + same->message;
  }
  return *blameless;
}

void VerifiedFix::isolate(Rewrites &kept, const Failure &failure) {
  Failure last = failure;
  auto fails = [&](ArrayRef<size_t> rewrites) {
    if (stopped())
      return false;
    std::optional<Failure> found = examine(rewrites);
    if (found)
      last = *found;
    return bool(found);
  };
  Rewrites guilty;
  // A race names its place.
  for (size_t loop : kept) {
    const LoopResult &result = report.result.loops[loop];
    bool isThere = any_of(failure.places, [&](const RacePlace &place) {
      return place.file == result.position.file && result.position.line <= place.line &&
             place.line <= result.endLine;
    });
    if (isThere && guilty.empty() && kept.size() > 1 && fails(loop))
      guilty = {loop};
  }
  if (guilty.empty())
    guilty = minimalFailure(kept, fails);
  if (stopped())
    return;
  Measured measured;
  measured.end = last.end;
  measured.message = last.message;
  if (guilty.size() > 1) {
    std::vector<std::string> others;
    for (size_t loop : drop_end(guilty))
      others.push_back(where(loop));
    measured.message += ", if " + join(others, ", ") +
                        (others.size() == 1 ? " is rewritten, too" : " are rewritten, too");
  }
  rollBack(kept, guilty.back(), std::move(measured));
}

void VerifiedFix::rollBack(Rewrites &kept, size_t loop, Measured measured) {
  Plan &plan = report.plans[loop];
  plan.selected = false;
  plan.reason = "rolled back: " + measured.message;
  report.measured[loop] = std::move(measured);
  erase(kept, loop);
}

//===----------------------------------------------------------------------===//
// Time
//===----------------------------------------------------------------------===//

PairedTimes VerifiedFix::timePairs(const Program &first, const Program &second, unsigned threads) {
  PairedTimes times;
  for (unsigned round = 0; round < bench.options.repeat && !stopped(); ++round) {
    bench.progress.say(formatv("timing with {0}: {1}/{2}...", threadCount(threads), round + 1,
                               bench.options.repeat));
    // Who goes first changes, for the second finds warmer caches.
    Outcome a, b;
    if (round % 2 == 0)
      a = bench.run(first, threads, "first");
    b = bench.run(second, threads, "second");
    if (round % 2 == 1)
      a = bench.run(first, threads, "first");
    times.first.push_back(a.process.wallSeconds);
    times.second.push_back(b.process.wallSeconds);
    // What goes wrong once in many runs shows where there are many.
    for (auto [program, outcome] : {std::pair(&first, &a), std::pair(&second, &b)})
      if (program != &serial.front() && !rareFailure && !stopped())
        rareFailure = judge(*outcome, 0, threads);
  }
  return times;
}

/// Whether `program` is slower than `other`, by the rule at the top of this file. `times` is the
/// measurement with the largest number of threads.
bool VerifiedFix::isSlower(const Program &program, const Program &other, PairedTimes &times) {
  times = timePairs(program, other, most);
  if (stopped() || !times.firstIsSlower())
    return false;
  times = timePairs(program, other, most);
  if (stopped() || !times.firstIsSlower())
    return false;
  return none_of(counts, [&](unsigned threads) {
    return threads != most && timePairs(program, other, threads).secondIsSlower();
  });
}

/// Builds a program that is known to compile; nothing if that fails nevertheless.
std::optional<Program> VerifiedFix::buildSet(ArrayRef<size_t> rewrites, StringRef name) {
  BuildResult built =
      bench.build(sourcesWith(rewrites), BuildKind::Parallel, compilers.front(), name);
  if (built.failure == BuildResult::Failure::None)
    return built.program;
  if (!bench.interrupted())
    problem = "the program with fewer rewrites cannot be built: " + built.message;
  return std::nullopt;
}

static std::string slowerMessage(const PairedTimes &times, StringRef than, unsigned threads) {
  return formatv("the program takes {0:f2} times as long as {1} with {2}, {3:f3} s instead of "
                 "{4:f3} s (medians of {5} pairs)",
                 times.ratio(), than, threadCount(threads), median(times.first),
                 median(times.second), times.first.size());
}

/// Rolls back what costs time. Returns whether there was such a rewrite.
bool VerifiedFix::rollBackSlower(Rewrites &kept) {
  bool changed = false;
  Program program = rewritten.front();
  for (size_t loop : Rewrites(kept)) {
    Rewrites others = kept;
    erase(others, loop);
    std::optional<Program> without = buildSet(others, "without");
    if (stopped())
      return changed;
    PairedTimes times;
    bool slower = isSlower(program, *without, times);
    if (stopped() || rareFailure)
      return changed;
    if (!slower) {
      report.measured[loop].speedup = times.ratio() > 0 ? 1 / times.ratio() : 0;
      report.measured[loop].threads = most;
      continue;
    }
    changed = true;
    rollBack(kept, loop,
             {Measured::End::Slower, slowerMessage(times, "without it", most), std::nullopt, most});
    std::optional<Program> next = buildSet(kept, "rewritten-0");
    if (stopped())
      return changed;
    program = *next;
  }

  // Together they may cost what none of them shows alone: the start of a runtime, for one.
  while (!kept.empty() && !stopped()) {
    PairedTimes times;
    bool slower = isSlower(program, serial.front(), times);
    if (rareFailure)
      break;
    report.wholeSpeedup = times.ratio() > 0 ? 1 / times.ratio() : 0;
    report.wholeThreads = most;
    if (!slower || stopped())
      break;
    Rewrites guilty = minimalFailure(kept, [&](ArrayRef<size_t> rewrites) {
      std::optional<Program> part = buildSet(rewrites, "without");
      PairedTimes ignored;
      return part && isSlower(*part, serial.front(), ignored);
    });
    if (stopped() || rareFailure)
      break;
    changed = true;
    rollBack(
        kept, guilty.back(),
        {Measured::End::Slower, slowerMessage(times, "the serial one", most), std::nullopt, most});
    std::optional<Program> next = buildSet(kept, "rewritten-0");
    if (stopped())
      break;
    program = *next;
  }
  return changed;
}

//===----------------------------------------------------------------------===//
// From and to the report
//===----------------------------------------------------------------------===//

std::string keepVerified(Report &report, const Options &options, const VerifyOptions &verify) {
  std::string problem;
  int signal = 0;
  {
    ProgressLine progress(verify.progress);
    Bench bench(verify, progress);
    problem = bench.problem();
    if (problem.empty())
      problem = VerifiedFix(report, options, bench).run();
    signal = bench.interrupted();
  }
  if (signal)
    endBySignal(signal);
  return problem;
}

} // namespace loomp
