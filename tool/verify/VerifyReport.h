//===- VerifyReport.h - what verification found, and how it is said -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_VERIFYREPORT_H
#define LOOMP_TOOL_VERIFY_VERIFYREPORT_H

#include "tool/verify/CompareOutput.h"
#include "tool/verify/Race.h"

#include "llvm/Support/raw_ostream.h"

#include <optional>
#include <string>
#include <vector>

namespace loomp {

enum class VerifyVerdict { Equal, Wrong, Slower, Race, DoesNotCompile, CouldNotRun };

/// All runs of one program with one number of threads.
struct TimedRuns {
  unsigned threads = 0;        ///< 0 for the serial program
  std::vector<double> seconds; ///< wall time of each run that ended by itself
  std::vector<double> cpuSeconds;
  std::string failure; ///< `was killed by SIGSEGV`; empty if every run ended as the serial one did
  std::string lastWords; ///< what it wrote to stderr last before it failed; may be empty
  std::optional<OutputDifference> difference;
  unsigned leftRunning = 0; ///< processes that it left behind and that had to be killed

  bool isEqual() const { return failure.empty() && !difference; }
};

struct VerifyReport {
  std::string compiler, optimization;
  VerifyVerdict verdict = VerifyVerdict::CouldNotRun;
  std::string message;     ///< one line that says the verdict plainly
  std::string diagnostics; ///< of the compiler
  TimedRuns serial;
  int serialStatus = 0;     ///< with which both programs should exit
  bool serialPrints = true; ///< there is output to compare
  std::vector<TimedRuns> runs;
  std::optional<std::vector<DataRace>> races; ///< absent if not looked for
  unsigned raceThreads = 0;
  std::string raceNote; ///< what limits the race check; may be empty
};

/// 0 if `values` is empty.
double median(std::vector<double> values);

/// Judges the runs and races of a report whose programs were built and could be run: sets the
/// verdict and its message.
void judge(VerifyReport &report);

/// The exit status that belongs to a verdict: 0, 1 or 2.
int exitStatus(VerifyVerdict verdict);

void printVerifyText(const VerifyReport &report, bool color, llvm::raw_ostream &out);
void printVerifyJson(const VerifyReport &report, llvm::raw_ostream &out);

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_VERIFYREPORT_H
