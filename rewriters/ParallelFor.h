//===- ParallelFor.h - the edits that make a loop parallel ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_PARALLELFOR_H
#define LOOMP_REWRITERS_PARALLELFOR_H

#include "rewriters/Plan.h"
#include "rewriters/SourceText.h"

namespace loomp {

/// The names of the source changes that `loop` needs beyond its directive.
std::vector<std::string> parallelForTransforms(const LoopResult &loop);

/// What the analysis could not spell and the rewrite of `loop` would need; empty if nothing.
std::string whyNotWritable(const LoopResult &loop);

/// The edits that put `directive` (one line) on `loop`. `worksharing`: the directive of the loop
/// where the other one opens a region around it, else empty. `conditions`: under which the loop may
/// run so at all, where it needs two versions.
std::vector<Edit> parallelForEdits(const LoopResult &loop, const std::string &directive,
                                   const std::string &worksharing,
                                   const std::vector<std::string> &conditions,
                                   const SourceText &source);

} // namespace loomp

#endif // LOOMP_REWRITERS_PARALLELFOR_H
