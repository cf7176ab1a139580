//===- Collapse.h - nested loops as one -----------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_COLLAPSE_H
#define LOOMP_REWRITERS_COLLAPSE_H

#include "rewriters/CostModel.h"

#include "analyses/LoopResult.h"

#include <optional>
#include <string>
#include <vector>

namespace loomp {

/// A loop and those inside that one directive can share out with it.
struct Nest {
  std::vector<size_t> loops; ///< indices into the results, from the outermost one
  std::string whyNotMore;    ///< why the next loop inside is none of them; empty if there is none
};

/// So few iterations that most threads of a machine would idle.
bool hasFewIterations(const LoopResult &loop);

/// The nest of the loop, of at most three. Just the loop itself if there is no other.
Nest nestOf(const TranslationUnitResult &result, size_t outer);

/// The loops of the nest that are to be written as one, where the outermost alone is too short:
/// no more than are needed. Empty if they are too short together.
std::vector<size_t> collapsedLoops(const TranslationUnitResult &result, const Nest &nest);

/// The outermost of `loops` as the directive for all of them sees it.
LoopResult asOneLoop(const TranslationUnitResult &result, const std::vector<size_t> &loops);

/// The outermost loop of the nest as a device sees it that runs it and the one inside as one;
/// absent if there is none, or if compilers might not count the iterations right. `mayAsk`: a
/// condition in front may rule that out.
std::optional<LoopResult> asOneOnDevice(const TranslationUnitResult &result, const Nest &nest,
                                        bool mayAsk);

/// What the iterations of all of them cost together; a threshold is one for the innermost.
LoopCost costAsOneLoop(const TranslationUnitResult &result, const std::vector<LoopCost> &costs,
                       const std::vector<size_t> &loops);

/// Which schedule the directive needs, so that compilers count all iterations; empty: any.
std::string scheduleAsOneLoop(const TranslationUnitResult &result,
                              const std::vector<size_t> &loops);

} // namespace loomp

#endif // LOOMP_REWRITERS_COLLAPSE_H
