//===- Guard.h - limits for the analysis of one file ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A file may need more time or memory than anyone wants to spend on it, and no thread can be
// stopped from outside. So the analysis runs in a child process, and the process that started it
// waits:
//
//   1. The child analyses file after file, says before each which one comes, and then goes on with
//      all the rest of the run. The waiting process ends with its status.
//   2. If the child takes too long for a file, or dies of it, the waiting process does again what
//      the child had done before (quietly: the messages stand on stderr already), takes the
//      file as an error, and starts a new child behind it.
//
// What analysing a file does to the process depends on the file alone, so that (2) leads to the
// state that the child was in. Each file is analysed at most twice, and only once if none of them
// goes beyond the limits.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_GUARD_H
#define LOOMP_TOOL_GUARD_H

#include <optional>
#include <string>

namespace loomp {

struct Limits {
  unsigned seconds = 600;    ///< for each file; 0: none
  unsigned megabytes = 8192; ///< that the process may grow by for each file; 0: none
};

/// A file of which the analysis was ended.
struct Interruption {
  unsigned file = 0;
  std::string why;
};

class Guard {
public:
  explicit Guard(const Limits &limits) : TheLimits(limits) {}

  /// Starts a child that analyses files from number `first` on. Returns nothing in the child (and
  /// where there are no limits); in the waiting process it returns only if a file has to be given
  /// up.
  std::optional<Interruption> start(unsigned first);
  /// Says that file number `file` comes next. Its limits begin.
  void beginFile(unsigned file);
  /// Says that all files are done. There are no limits from here on.
  void end();

private:
  std::optional<Interruption> wait(int child, int progress, unsigned first);

  Limits TheLimits;
  int Progress = -1; ///< in the child: where it says what it does
};

} // namespace loomp

#endif // LOOMP_TOOL_GUARD_H
