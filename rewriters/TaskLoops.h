//===- TaskLoops.h - loops whose iterations run as tasks ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_TASKLOOPS_H
#define LOOMP_REWRITERS_TASKLOOPS_H

#include "rewriters/Plan.h"
#include "rewriters/SourceText.h"

namespace loomp {

/// Why the text of the loop, whose `taskLoop` is set, cannot be rewritten; empty if it can.
std::string whyNotTaskLoop(const LoopResult &loop, const SourceText &source);

/// The edits that make a task of each iteration.
std::vector<Edit> taskLoopEdits(const LoopResult &loop, const SourceText &source);

} // namespace loomp

#endif // LOOMP_REWRITERS_TASKLOOPS_H
