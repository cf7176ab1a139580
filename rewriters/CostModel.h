//===- CostModel.h - is a loop worth a team of threads? -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_COSTMODEL_H
#define LOOMP_REWRITERS_COSTMODEL_H

#include "analyses/LoopResult.h"

#include <optional>
#include <string>
#include <vector>

namespace loomp {

struct LoopCost {
  double perIteration = 0; ///< estimated scalar operations, inner loops included
  double total = 0;        ///< with 64 iterations where the number is unknown
  bool profitable = true;
  std::string reason;                     ///< why not
  std::optional<std::uint64_t> threshold; ///< iterations from which on a team pays
  std::string schedule;                   ///< for uneven work; empty: the default
};

/// One estimate per loop of `result`, in the same order.
std::vector<LoopCost> estimateCosts(const TranslationUnitResult &result);

/// The cost of a loop that one team runs so many times at once, as part of a nest.
LoopCost costRepeated(const LoopResult &loop, const LoopCost &once, double times);

} // namespace loomp

#endif // LOOMP_REWRITERS_COSTMODEL_H
