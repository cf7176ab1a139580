//===- Jobs.h - work on many files at once, each within limits ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A file may need more time or memory than anyone wants to spend on it, or end the process that
// works on it; and several files can be worked on at once. So the process that was started works on
// none of them. It starts workers, one for each job, and waits:
//
//   1. A worker that is free gets the next file in order. (A process for each file would cost much
//      more: what a file needs most is memory, and a worker has that of the file before.)
//   2. It sends its result, and what it says on stderr, through pipes. If it takes too long, or
//      dies, that file is given up, and another worker takes its place.
//   3. The waiting process hands results and messages on in the order of the files.
//
// What a worker sends depends on its file alone: nothing of one analysis outlives it, and a worker
// in which one has crashed gets no other file. So by (3) neither the number of jobs nor the order
// in which they end changes anything but the time. No file is worked on twice.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_JOBS_H
#define LOOMP_TOOL_JOBS_H

#include "llvm/ADT/STLFunctionalExtras.h"

#include <optional>
#include <string>

namespace loomp {

struct Limits {
  unsigned seconds = 600;    ///< for each file; 0: none
  unsigned megabytes = 8192; ///< that a worker may grow by for it; 0: none
};

/// What became of one file.
struct JobEnd {
  std::string bytes;    ///< of its result
  std::string messages; ///< for stderr
  std::string problem;  ///< why there is no result; empty if there is one
};

struct JobResult {
  std::string bytes;
  bool isCrash = false; ///< the worker may be in any state
};

struct JobCallbacks {
  /// In a worker, for file number `job`. `isLast`: nothing else is done in this process.
  llvm::function_ref<JobResult(unsigned job, bool isLast)> work;
  /// In the waiting process, for each file in order.
  llvm::function_ref<void(unsigned job, JobEnd end)> finish;
  /// The same, for each file as soon as it is done, and every second without a number.
  llvm::function_ref<void(std::optional<unsigned> job)> tick;
};

/// Works on files 0 to `count` - 1, on `jobs` of them at a time. One job without limits is done
/// here, without any other process. A signal that ends this process ends them all.
void runJobs(unsigned count, unsigned jobs, const Limits &limits, const JobCallbacks &callbacks);

} // namespace loomp

#endif // LOOMP_TOOL_JOBS_H
