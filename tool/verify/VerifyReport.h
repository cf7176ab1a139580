//===- VerifyReport.h - what verification found, and how it is said -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_VERIFYREPORT_H
#define LOOMP_TOOL_VERIFY_VERIFYREPORT_H

#include "tool/verify/CompareOutput.h"
#include "tool/verify/Race.h"
#include "tool/verify/Statistics.h"

#include "llvm/Support/raw_ostream.h"

#include <optional>
#include <string>
#include <vector>

namespace loomp {

enum class VerifyVerdict { Equal, Wrong, Slower, Race, DoesNotCompile, CouldNotRun };

/// A file that the rewritten program left otherwise than the serial one.
struct FileDifference {
  std::string path;
  std::string what;                     ///< the end of a sentence: `is missing`
  std::optional<OutputDifference> text; ///< of a file of text
};

/// All runs of one program with one number of threads.
struct TimedRuns {
  unsigned threads = 0;        ///< 0 for the serial program
  std::vector<double> seconds; ///< wall time of each run that ended by itself
  std::vector<double> cpuSeconds;
  std::string failure; ///< `was killed by SIGSEGV`; empty if every run ended as the serial one did
  std::string lastWords; ///< what it wrote to stderr last before it failed; may be empty
  std::optional<OutputDifference> difference;
  std::vector<FileDifference> files;
  unsigned leftRunning = 0; ///< processes that it left behind and that had to be killed

  bool isEqual() const { return failure.empty() && !difference && files.empty(); }
};

/// A text of which not all is compared.
struct UnstableText {
  std::string path; ///< of a file; empty for the output
  unsigned lines = 0, unstableLines = 0;
  unsigned numbers = 0, unstableNumbers = 0;
  std::vector<std::pair<unsigned, std::string>> examples; ///< lines, fields in `<` and `>`
};

/// What the serial program prints and writes, and how much of it is the same in all its runs.
struct ComparedOutput {
  bool prints = true;
  bool runsInCopy = true; ///< else files are not compared
  unsigned files = 0;     ///< that it writes and that are compared
  bool comparesSomething = true;
  bool comparesNumbers = true; ///< or bytes of files: more than text around what is left out
  std::vector<UnstableText> unstable;
  std::vector<std::string> unstableFiles; ///< not compared at all

  bool isSomethingUnstable() const { return !unstable.empty() || !unstableFiles.empty(); }
};

/// How a run time compares with an earlier one.
struct TimeChange {
  enum class Kind { Faster, Slower, None, Unknown };
  Kind kind = Kind::None;
  unsigned threads = 0; ///< 0 for the serial program
  double ratio = 0;     ///< earlier median by present one: above 1 is faster
  std::optional<Interval> interval;
};

struct EarlierComparison {
  std::string file;
  std::vector<TimeChange> changes;
  std::vector<std::string> notes; ///< what was otherwise then
};

struct VerifyReport {
  std::string program; ///< its first file
  std::vector<std::string> arguments;
  std::string compiler, optimization;
  std::string processor; ///< its name
  unsigned cores = 0;    ///< hardware threads
  VerifyVerdict verdict = VerifyVerdict::CouldNotRun;
  std::string message;     ///< one line that says the verdict plainly
  std::string diagnostics; ///< of the compiler
  TimedRuns serial;
  int serialStatus = 0; ///< with which both programs should exit
  ComparedOutput compared;
  std::vector<TimedRuns> runs;
  std::optional<std::vector<DataRace>> races; ///< absent if not looked for
  unsigned raceThreads = 0;
  std::string raceNote; ///< what limits the race check; may be empty
  std::optional<EarlierComparison> earlier;
};

/// Judges the runs and races of a report whose programs were built and could be run: sets the
/// verdict and its message.
void judge(VerifyReport &report);

/// Makes `Slower` of an equal verdict if rewritten runs are slower than the earlier ones.
void judgeChanges(VerifyReport &report);

/// Amdahl's law fitted to the medians with up to as many threads as the machine has; with more, the
/// law cannot hold. None if there is too little to fit, or the runs are too short.
std::optional<AmdahlFit> fitOf(const VerifyReport &report);

/// `1 thread`, `2 threads`.
std::string threadCount(unsigned threads);

/// A part of the whole as `12 %`.
std::string percent(double part);

/// The exit status that belongs to a verdict: 0, 1 or 2.
int exitStatus(VerifyVerdict verdict);

/// The verdict as the reports spell it: `equal`, `does-not-compile`.
llvm::StringRef verdictName(VerifyVerdict verdict);

/// How much faster than the serial program; 0 if not known.
double speedup(const VerifyReport &report, const TimedRuns &runs);

/// `unicode`: the terminal shows more than ASCII.
void printVerifyText(const VerifyReport &report, bool color, bool unicode, llvm::raw_ostream &out);
void printVerifyJson(const VerifyReport &report, llvm::raw_ostream &out);

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_VERIFYREPORT_H
