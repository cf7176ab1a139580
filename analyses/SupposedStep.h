//===- SupposedStep.h - steps that are fixed on some inputs ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_SUPPOSEDSTEP_H
#define LOOMP_ANALYSES_SUPPOSEDSTEP_H

#include "analyses/Judge.h"

namespace loomp {

/// A C condition, valid in front of the loop, under which all that the walk supposed holds; absent
/// if it has none, or nothing was supposed.
std::optional<std::string> suppositionText(const JudgeContext &judgement, LoopId loop);

/// Must the condition choose between two versions of the loop, of which this is the result?
bool restsOnSupposition(const Model &model, const Loop &loop, const LoopResult &result);

} // namespace loomp

#endif // LOOMP_ANALYSES_SUPPOSEDSTEP_H
