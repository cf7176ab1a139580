//===- RangeLimits.cpp - limits that keep a range's ends from overflowing -===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (long i = 0; i < n; i++)
//     a[i * (*p % 4 + 4)] = 0;              n * (*p % 4) + 4 * n: asks -2^36 <= n && n <= 2^36
//
// If the loop may write *p, the ends of the range are those of no execution until the check that is
// made of them has succeeded: nothing says that the serial program forms their sums and products.
// Nor does it form the bound of a loop that something always ends earlier.
//
// Theorem of limits: let the number be a sum of T products, each of a constant c, of factors that
// are at most b in size by what they are, and of f others. If each of these is at most L in size,
// where L^f <= M / T / |c| / b, then no product is larger than M / T, nor any part of it, and no
// sum of some of them larger than M. A limit is a comparison of one value with a constant, so it
// overflows nowhere; it stands in front of what it protects, behind `&&`.
//
// An unsigned subscript that may wrap has no range that is known in front of the loop:
//
//   for (long j = 0; j < n; ++j)
//     a[16u * i + j] = 0;                   asks 16 * i + n - 1 < 2^32
//
// Theorem of wraps: where A - 2^w * s is what is left of A in w bits, and 0 <= A < 2^w holds in all
// iterations, s is 0 in all of them.
//
//===----------------------------------------------------------------------===//

#include "analyses/RangeLimits.h"

#include "analyses/EntryText.h"
#include "analyses/PeriodicCondition.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// How large the value is at most; absent if only its width tells.
static std::optional<Coefficient> naturalSize(const NamedValue &value) {
  constexpr Coefficient most = 1 << 16;
  if (!value.low || !value.high)
    return std::nullopt;
  Coefficient size = std::max<Coefficient>({*value.high, -*value.low, 1});
  return size <= most ? std::optional(size) : std::nullopt;
}

/// The largest number of which the power is no larger than `most`.
static Coefficient root(Coefficient most, size_t power) {
  Coefficient result = 0;
  for (Coefficient bit = Coefficient(1) << 61; bit > 0; bit /= 2) {
    Coefficient product = 1;
    for (size_t i = 0; i < power && product <= most; ++i)
      product *= result + bit;
    if (product <= most)
      result += bit;
  }
  return result;
}

bool limitNumber(const NumberText &number, Coefficient most, ValueLimits &limits) {
  // Fewer elements than this are not worth a second thread.
  constexpr Coefficient useful = 1 << 12;
  for (const NumberText::Term &term : number.terms) {
    Coefficient room = most / static_cast<Coefficient>(number.terms.size());
    Coefficient magnitude = term.coefficient < 0 ? -term.coefficient : term.coefficient;
    if (magnitude > room)
      return false;
    room /= magnitude;
    std::vector<const NamedValue *> others;
    for (const NamedValue &factor : term.factors)
      if (auto size = naturalSize(factor))
        room /= *size;
      else
        others.push_back(&factor);
    Coefficient limit = root(room, std::max<size_t>(others.size(), 1));
    if (!term.factors.empty() && limit < useful)
      return false;
    for (const NamedValue *factor : others) {
      // As a signed number a value is itself only if it fits one.
      if (!factor->low || !factor->high ||
          (*factor->low < 0 && (*factor->low < INT64_MIN || *factor->high > INT64_MAX)))
        return false;
      ValueLimit &known =
          limits.try_emplace(factor->text, ValueLimit{*factor, limit}).first->second;
      known.limit = std::min(known.limit, limit);
    }
  }
  return true;
}

std::vector<std::string> limitTexts(const ValueLimits &limits, const ASTContext &context) {
  std::vector<std::string> result;
  for (const auto &[text, each] : limits) {
    const auto &[value, limit] = each;
    std::string operand = value.isSigned ? text : "(" + wideInteger(context) + ")" + text;
    if (*value.low < -limit)
      result.push_back(operand + " >= " + toString(-limit));
    if (*value.high > limit)
      result.push_back((*value.low < 0 ? operand : text) + " <= " + toString(limit));
  }
  return result;
}

std::optional<std::string> comparisonOf(const NumberText &number, bool isEquality,
                                        const ASTContext &context) {
  const NumberText::Term *single = nullptr;
  Coefficient constant = 0;
  for (const NumberText::Term &term : number.terms) {
    if (term.factors.empty()) {
      constant = term.coefficient;
      continue;
    }
    if (single || term.factors.size() != 1)
      return std::nullopt;
    single = &term;
  }
  if (!single)
    return std::nullopt;
  // c * x + k >= 0: x is no less than -k / c, or no more than k / -c.
  bool rises = single->coefficient > 0;
  Coefficient size = rises ? single->coefficient : -single->coefficient;
  if (isEquality && size != 1)
    return std::nullopt;
  Coefficient most = constant / size - (constant < 0 && constant % size != 0 ? 1 : 0);
  Coefficient bound = rises ? -most : most;
  const auto &[name, low, high, isSigned] = single->factors.front();
  if (!low || !high || *low < INT64_MIN || *high > INT64_MAX || bound > INT64_MAX ||
      bound < -INT64_MAX)
    return std::nullopt;
  return (isSigned ? name : "(" + wideInteger(context) + ")" + name) +
         (isEquality ? " == "
          : rises    ? " >= "
                     : " <= ") +
         toString(bound);
}

std::optional<std::string> limitedNonNegativeText(const Model &model, LoopId loop,
                                                  const Polynomial &value,
                                                  const ASTContext &context, bool &dereferences) {
  // No value of use comes near what only the width of a type explains.
  constexpr Coefficient largest = 2 * MostElements, least = -(Coefficient(1) << 32);
  if (value.constantTerm() > largest || value.constantTerm() < least)
    return std::nullopt;
  ValueLimits limits;
  bool follows = false;
  auto number = numberWithParts(model, loop, value, context, &follows);
  if (auto text = number ? comparisonOf(*number, false, context) : std::nullopt) {
    dereferences |= follows;
    return text;
  }
  if (!number || !limitNumber(*number, Coefficient(1) << 60, limits))
    return std::nullopt;
  dereferences |= follows;
  std::string text;
  for (const std::string &limit : limitTexts(limits, context))
    text += limit + " && ";
  // Where a part has no sign, the sum has none, and is congruent to the value.
  return text + "(" + wideInteger(context) + ")(" + number->text + ") >= 0";
}

Polynomial withoutWraps(const Model &model, LoopId loop, const Polynomial &number,
                        std::vector<Polynomial> &inside) {
  Polynomial result;
  std::vector<Polynomial> found;
  for (const auto &[monomial, coefficient] : number.terms()) {
    auto wraps = monomial.size() == 1 && model.varies(monomial[0], loop)
                     ? floorOf(model, monomial[0])
                     : std::nullopt;
    if (!wraps || wraps->divisor != Coefficient(1) << 32) {
      result.add(monomial, coefficient);
      continue;
    }
    // 0 <= A <= 2^w - 1, where the symbol is the floor of A / 2^w.
    found.push_back(wraps->dividend);
    found.push_back(Polynomial(wraps->divisor - 1) - wraps->dividend);
  }
  bool isLinear = std::none_of(number.terms().begin(), number.terms().end(), [&](const auto &term) {
    return result.terms().count(term.first) == 0 && result.mentions(term.first[0]);
  });
  if (!isLinear)
    return number;
  inside.insert(inside.end(), found.begin(), found.end());
  return result;
}

} // namespace loomp
