//===- PeriodicCondition.h - conditions that repeat as a loop goes on -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_PERIODICCONDITION_H
#define LOOMP_ANALYSES_PERIODICCONDITION_H

#include "analyses/State.h"

#include <optional>
#include <vector>

namespace loomp {

/// A quotient that rounds down.
struct Floor {
  Polynomial dividend;
  Coefficient divisor;
};

/// What the symbol is the floor of, if its first facts say so.
std::optional<Floor> floorOf(const Model &model, SymbolId symbol);

/// Is the symbol a quotient, one that rounds down or towards 0?
bool isQuotient(const Model &model, SymbolId symbol);

bool mentionsQuotient(const Model &model, const Condition &condition);

/// The constraint that alone decides whether the condition holds, or whether it does not.
struct Decision {
  Constraint constraint;
  bool isNegated = false;
};
std::optional<Decision> decisionOf(const Condition &condition);

/// One of two integers, by a number that is 1 for the first one and 0 for the other.
std::optional<Value> chosenInteger(const Value &first, const Value &second,
                                   const Polynomial &isFirst);

/// If the condition holds in the same iterations of the loop, over and over: in which of the first
/// ones. It holds in iteration number t if it does in number t % size.
std::optional<std::vector<bool>> periodicTruth(const Model &model, LoopId loop,
                                               const Constraint &condition);

} // namespace loomp

#endif // LOOMP_ANALYSES_PERIODICCONDITION_H
