//===- DealText.h - the header of a loop that deals its iterations out ----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_DEALTEXT_H
#define LOOMP_ANALYSES_DEALTEXT_H

#include "analyses/HeaderText.h"

namespace loomp {

/// What a statement names or declares, whatever spells it.
void collectNames(const clang::Stmt *statement, std::set<std::string> &names);

/// What a header needs that runs some of the iterations only. `lower` is the first index, `end` one
/// step of 1 or -1 behind the last one, if the steps are; both are valid in front of the loop.
void describeDealing(const HeaderView &view, const std::string &lower,
                     const std::optional<std::string> &end, LoopResult &result);

/// The same of a loop that a pointer or an iterator counts; `difference` is how far its bound lies
/// from `lower`.
void describePositionDealing(const HeaderView &view, const std::string &lower,
                             const std::string &difference, bool isStrict, LoopResult &result);

/// The same of `for (element : r)`, where `begin` is the first position of r.
void describeRangeDealing(const HeaderView &view, const TextRange &header,
                          const std::string &element, const std::string &begin, LoopResult &result);

} // namespace loomp

#endif // LOOMP_ANALYSES_DEALTEXT_H
