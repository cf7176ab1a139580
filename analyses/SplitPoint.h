//===- SplitPoint.h - the iteration in the middle that stands apart -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to Peeling.cpp.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_SPLITPOINT_H
#define LOOMP_ANALYSES_SPLITPOINT_H

#include "analyses/HeaderText.h"
#include "analyses/LinearSystem.h"

#include <optional>
#include <vector>

namespace loomp {

/// Values of the index, each the same all through the loop, at which an iteration may touch what
/// many others touch, too. Only a guess: nothing is promised.
std::vector<Polynomial> splitCandidates(const Model &model, LoopId loop);

/// The headers of three loops: up to this value of the index, at it, and from it on; absent if they
/// cannot be spelled.
std::optional<Peeling> spellSplit(const HeaderView &view, const IntegerSolver &solver,
                                  const Polynomial &at);

} // namespace loomp

#endif // LOOMP_ANALYSES_SPLITPOINT_H
