//===- TaskLoops.h - loops whose iterations run as tasks ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_TASKLOOPS_H
#define LOOMP_REWRITERS_TASKLOOPS_H

#include "rewriters/Layout.h"
#include "rewriters/Plan.h"
#include "rewriters/SourceText.h"

namespace loomp {

/// Makes a task of a part of an iteration. `above`: lines in front of it; `begin`: those at its
/// begin, which give it braces. Returns where the last statement ends.
unsigned addTask(EditList &edits, const SourceText &source, const TaskBody &body,
                 const std::string &directive, std::vector<std::string> above = {},
                 const std::vector<std::string> &begin = {});

/// Makes a task of each iteration of the loop whose header and body these are. `indent`: of the
/// loop; `directive`: what is written above a task that has copies of these.
void addTaskOfEach(
    EditList &edits, const SourceText &source, const TaskLoop &form, bool bodyIsBlock,
    llvm::StringRef indent,
    llvm::function_ref<std::string(const std::vector<std::string> &firstPrivate)> directive);

/// Why the text of the loop, whose `taskLoop` is set, cannot be rewritten; empty if it can.
std::string whyNotTaskLoop(const LoopResult &loop, const SourceText &source);

/// Why tasks cannot share out the iterations of a counted loop, as `taskloop` has them do; empty if
/// they can.
std::string whyNotChunked(const LoopResult &loop);

/// The edits that make a task of each iteration.
std::vector<Edit> taskLoopEdits(const LoopResult &loop, const SourceText &source);

} // namespace loomp

#endif // LOOMP_REWRITERS_TASKLOOPS_H
