//===- ForkLoops.h - loops whose iterations call the function itself ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_FORKLOOPS_H
#define LOOMP_ANALYSES_FORKLOOPS_H

#include "analyses/ForkSites.h"
#include "analyses/Judge.h"

namespace loomp {

/// The loop of a `site` of `function` with its iterations as tasks; none, and a blocker more, if
/// its iterations may not run at the same time. `judgement` is about a model in which a summary
/// answers the calls.
std::optional<ForkLoop> judgeForkLoop(const JudgeContext &judgement,
                                      const clang::FunctionDecl &function, const ForkSite &site,
                                      std::vector<Blocker> &blockers);

} // namespace loomp

#endif // LOOMP_ANALYSES_FORKLOOPS_H
