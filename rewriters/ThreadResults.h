//===- ThreadResults.h - results of threads, merged after the loop --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_THREADRESULTS_H
#define LOOMP_REWRITERS_THREADRESULTS_H

#include "rewriters/Layout.h"
#include "rewriters/Plan.h"
#include "rewriters/SourceText.h"

namespace loomp {

/// Lines around a loop whose threads keep results of their own.
struct ThreadResults {
  std::vector<std::string> shared; ///< in front of the parallel region
  std::vector<std::string> copies; ///< in the region, in front of the loop
  std::vector<std::string> merges; ///< in the region, behind the loop
  std::vector<std::string> behind; ///< behind the region
};

/// Does a thread keep this array in memory of its own, too large for its stack?
bool isOnHeap(const Role &role);

/// Does the loop stand in a parallel region, which declares what each thread has of its own?
bool hasRegion(const LoopResult &loop);

/// Makes the loop use variables of the thread. `indent`: of the lines in the region.
ThreadResults keepThreadResults(EditList &edits, const LoopResult &loop, const SourceText &source,
                                const std::string &indent);

} // namespace loomp

#endif // LOOMP_REWRITERS_THREADRESULTS_H
