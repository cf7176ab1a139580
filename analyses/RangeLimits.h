//===- RangeLimits.h - limits that keep a range's ends from overflowing ---===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_RANGELIMITS_H
#define LOOMP_ANALYSES_RANGELIMITS_H

#include "analyses/EntryParts.h"

#include <map>

namespace loomp {

/// No object has as many elements.
constexpr Coefficient MostElements = Coefficient(1) << 40;

/// How far from 0 values may be, by their text.
struct ValueLimit {
  NamedValue value;
  Coefficient limit;
};
using ValueLimits = std::map<std::string, ValueLimit>;

/// Adds limits under which the number is formed without an overflow and is no further from 0 than
/// `most`, which is less than 2^62. False if they would not hold for values that are of use.
bool limitNumber(const NumberText &number, Coefficient most, ValueLimits &limits);

/// Conditions, as C text, that hold within the limits only, and that overflow nowhere.
std::vector<std::string> limitTexts(const ValueLimits &limits, const clang::ASTContext &context);

/// `x >= 3` for 2 * x - 5, if the number is formed of one value and constants; or `x == 3`.
std::optional<std::string> comparisonOf(const NumberText &number, bool isEquality,
                                        const clang::ASTContext &context);

/// A condition, as C text, that holds only if the value is not negative, whatever names it needs.
/// `dereferences`: see elementNumberAtEntry.
std::optional<std::string> limitedNonNegativeText(const Model &model, LoopId loop,
                                                  const Polynomial &value,
                                                  const clang::ASTContext &context,
                                                  bool &dereferences);

/// The number without the multiples of 2^w by which its computation wraps around in the loop.
/// `inside` gets values; where none of them is negative in any iteration, there are none.
Polynomial withoutWraps(const Model &model, LoopId loop, const Polynomial &number,
                        std::vector<Polynomial> &inside);

} // namespace loomp

#endif // LOOMP_ANALYSES_RANGELIMITS_H
