//===- Simd.h - loops whose iterations run in vector lanes ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_SIMD_H
#define LOOMP_REWRITERS_SIMD_H

#include "rewriters/SourceText.h"

#include <string>
#include <vector>

namespace loomp {

/// Why a parallel loop cannot be a `simd` loop, as one phrase; empty if it can.
std::string whyNotSimd(const LoopResult &loop);

/// Why lanes would not pay for a loop that could have them; empty if they may. `ofThreads`: each
/// thread of a team has lanes.
std::string whyLanesDoNotPay(const LoopResult &loop, bool ofThreads);

struct LaneLoop {
  LoopResult loop;
  std::vector<std::string> linear; ///< see DirectiveClauses::linear
};

/// `loop` for lanes: without the induction variables that a clause `linear` describes, whose
/// updates stay. `ofThreads`: each thread of a team has lanes.
LaneLoop keepLinear(const LoopResult &loop, bool ofThreads, const SourceText &source);

} // namespace loomp

#endif // LOOMP_REWRITERS_SIMD_H
