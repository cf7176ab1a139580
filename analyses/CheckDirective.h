//===- CheckDirective.h - are the directives right that stand there? ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_CHECKDIRECTIVE_H
#define LOOMP_ANALYSES_CHECKDIRECTIVE_H

#include "analyses/Judge.h"
#include "analyses/LoopText.h"

#include <vector>

namespace loomp {

/// A loop of the function with its place, its model and its verdict as serial code.
struct JudgedLoop {
  const LoopSite *site = nullptr;
  LoopId loop = NoLoop; ///< NoLoop: not reached by the analysis
  LoopResult *result = nullptr;
};

/// Holds the directives on the loops of one function against what the loops need. Confirms the
/// loops whose directive is right (`already-parallel`) and returns what is wrong with the others.
/// `loops`: all loops of the function, in source order.
std::vector<Finding> checkDirectives(const JudgeContext &judgement,
                                     const std::vector<JudgedLoop> &loops);

} // namespace loomp

#endif // LOOMP_ANALYSES_CHECKDIRECTIVE_H
