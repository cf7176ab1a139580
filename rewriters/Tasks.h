//===- Tasks.h - recursive functions whose calls run as tasks -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_TASKS_H
#define LOOMP_REWRITERS_TASKS_H

#include "rewriters/Plan.h"
#include "rewriters/SourceText.h"

namespace loomp {

/// Why the text of the function does not allow it to stand in the file again under other names;
/// empty if it does.
std::string whyNotRenamable(const LoopResult &recursion, const SourceText &source);

/// The directive of the first task, as a summary of the plan.
std::string taskSummary(const LoopResult &recursion);

/// What the rewrite does beyond directives: `serial-version`, `depth-limit`.
std::vector<std::string> taskTransforms(const LoopResult &recursion, bool hasCutOff);

/// The edits that make tasks of the calls. `hasCutOff`: small problems stay serial.
std::vector<Edit> taskEdits(const LoopResult &recursion, const SourceText &source, bool hasCutOff);

} // namespace loomp

#endif // LOOMP_REWRITERS_TASKS_H
