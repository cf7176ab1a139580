//===- Peeling.h - loops in which one iteration stands apart --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_PEELING_H
#define LOOMP_ANALYSES_PEELING_H

#include "analyses/Judge.h"

#include <optional>

namespace loomp {

/// Judges the loop without its first or last iteration, or without one in the middle. `described`:
/// the loop's texts, not judged yet; `whole`: the verdict on all of it, which is not parallel.
/// Absent if that iteration cannot run on its own, or nothing would be gained. The model is as
/// before when the function returns.
std::optional<LoopResult> judgeWithout(PeeledPart part, const JudgeContext &judgement, Model &model,
                                       LoopId loop, const LoopResult &described,
                                       const LoopResult &whole);

} // namespace loomp

#endif // LOOMP_ANALYSES_PEELING_H
