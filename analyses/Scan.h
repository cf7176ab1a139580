//===- Scan.h - loops that use the sums they have so far ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_SCAN_H
#define LOOMP_ANALYSES_SCAN_H

#include "analyses/Judge.h"

namespace loomp {

/// The loop, parallel but for one variable that two passes can compute; none if it is no such loop.
/// `described`: what is known of its header; `whole`: the verdict as it is.
std::optional<LoopResult> judgeAsScan(const JudgeContext &judgement, LoopId loop,
                                      const LoopResult &described, const LoopResult &whole);

} // namespace loomp

#endif // LOOMP_ANALYSES_SCAN_H
