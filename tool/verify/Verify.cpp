//===- Verify.cpp - build both programs, run both, compare ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/Verify.h"

#include "tool/verify/Bench.h"
#include "tool/verify/Deliver.h"
#include "tool/verify/Earlier.h"
#include "tool/verify/Runs.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

using namespace llvm;

namespace loomp {

static void runVerification(Bench &bench, const ProgramSources &sources, VerifyReport &report);
static bool buildVersion(Bench &bench, const ProgramSources &sources, BuildKind kind,
                         Program &program, VerifyReport &report);
static bool checkRaces(Bench &bench, const ProgramSources &sources, VerifyReport &report);

bool isChanged(const ProgramSources &sources) {
  return !sources.headers.empty() || any_of(sources.files, [](const VerifyFile &file) {
    return file.original != file.rewritten;
  });
}

int verify(const ProgramSources &sources, const VerifyOptions &options) {
  VerifyReport report;
  describeRun(sources, options, report);
  int signal = 0;

  if (!isChanged(sources)) {
    report.verdict = VerifyVerdict::Equal;
    report.message = "nothing was rewritten; nothing to verify";
  } else {
    ProgressLine progress(options.progress);
    Bench bench(options, progress);
    if (bench.problem().empty())
      runVerification(bench, sources, report);
    else
      report.message = bench.problem();
    signal = bench.interrupted();
  }
  if (signal)
    endBySignal(signal);

  return deliver(report, options);
}

/// Leaves a verdict and a message in `report`, unless a signal came.
static void runVerification(Bench &bench, const ProgramSources &sources, VerifyReport &report) {
  // 1. What can fail at once.
  if (bench.options.race)
    if (std::string problem = bench.prepareRaceCheck(); !problem.empty()) {
      report.message = "'--race' " + problem;
      return;
    }
  EarlierResult earlier;
  if (!bench.options.earlierFile.empty())
    if (report.message = readEarlier(bench.options.earlierFile, earlier); !report.message.empty())
      return;
  // 2. Both programs.
  Program serial, rewritten;
  if (!buildVersion(bench, sources, BuildKind::Serial, serial, report) ||
      !buildVersion(bench, sources, BuildKind::Parallel, rewritten, report))
    return;
  // 3. Their output and times.
  if (!runPrograms(bench, serial, rewritten, report))
    return;
  // 4. Races.
  if (bench.options.race && !checkRaces(bench, sources, report))
    return;
  judge(report);
  if (!bench.options.earlierFile.empty())
    report.earlier = compareWithEarlier(earlier, report);
  if (bench.options.failIfSlower)
    judgeChanges(report);
}

static bool buildVersion(Bench &bench, const ProgramSources &sources, BuildKind kind,
                         Program &program, VerifyReport &report) {
  StringRef name = kind == BuildKind::Serial ? "serial" : "rewritten";
  BuildResult result = bench.build(sources, kind, bench.options.compiler, name);
  program = result.program;
  if (result.failure == BuildResult::Failure::None)
    return true;

  report.diagnostics = result.diagnostics;
  report.message = "the " + name.str() + " program cannot be built: " + result.message;
  // What the serial program needs is known to be there; a rewritten one that does not link finds
  // no OpenMP library, and that is not the fault of the rewrite.
  bool rewriteIsWrong =
      kind == BuildKind::Parallel && result.failure == BuildResult::Failure::Compile;
  report.verdict = rewriteIsWrong ? VerifyVerdict::DoesNotCompile : VerifyVerdict::CouldNotRun;
  return false;
}

static bool checkRaces(Bench &bench, const ProgramSources &sources, VerifyReport &report) {
  unsigned threads = 0;
  for (const TimedRuns &runs : report.runs)
    threads = std::max(threads, runs.threads);
  RaceCheck check = bench.checkRaces(sources, threads);
  if (bench.interrupted())
    return false;
  report.diagnostics = check.diagnostics;
  if (!check.problem.empty()) {
    report.verdict = VerifyVerdict::CouldNotRun;
    report.message = check.problem;
    return false;
  }
  report.raceNote = check.note;
  report.raceThreads = check.threads;
  report.races = std::move(check.races);
  return true;
}

} // namespace loomp
