//===- Expectation.h - what the rewritten program must print and write ----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The serial program is the judge, so it is judged first: what it prints and the files that it
// writes are expected of the rewritten one as far as they are the same in all its own runs.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_EXPECTATION_H
#define LOOMP_TOOL_VERIFY_EXPECTATION_H

#include "tool/verify/FileTree.h"
#include "tool/verify/Process.h"
#include "tool/verify/UnstableFields.h"
#include "tool/verify/VerifyReport.h"

#include "llvm/Support/MemoryBuffer.h"

#include <map>
#include <memory>
#include <set>
#include <string>

namespace loomp {

/// What one run of a program left behind.
struct Outcome {
  ProcessResult process;
  std::unique_ptr<llvm::MemoryBuffer> output; ///< what it printed
  std::string lastWords;                      ///< the last line on stderr
  WrittenFiles files;
  llvm::StringRef text() const { return output ? output->getBuffer() : ""; }
};

class Expectation {
public:
  /// `first` is a run of the serial program that ended by itself.
  Expectation(Outcome first, const ComparisonOptions &comparison, bool strict)
      : first(std::move(first)), comparison(comparison), strict(strict) {}

  /// Takes in what another run of the serial program says. Returns why it cannot be said what the
  /// program should do, or an empty string.
  std::string confirm(const Outcome &again);

  /// Whether some confirmation differed in something that is now left out.
  bool isUnstable() const { return !output.empty() || !files.empty() || !fields.empty(); }

  /// Enters into `runs` what one run of a rewritten program did otherwise.
  void judge(const Outcome &actual, double timeLimit, TimedRuns &runs) const;

  /// What is compared and what is not.
  ComparedOutput summary() const;

private:
  Outcome first;
  ComparisonOptions comparison;
  bool strict; ///< everything must be the same in all runs
  UnstableFields output;
  std::map<std::string, UnstableFields> fields; ///< of files of text
  std::set<std::string> files;                  ///< that differ otherwise, or are not always there
};

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_EXPECTATION_H
