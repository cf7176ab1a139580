//===- PeriodicCondition.cpp - conditions that repeat as a loop goes on ---===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (i = 0; i < n; i += 2)       i % 3 is 0, 2, 1, 0, 2, 1, ...: the condition holds in the
//     if (i % 3 == 0) q++;           iterations with the numbers 0, 3, 6, ...
//
// Theorem: call f periodic with (p, d) if f(t + p) = f(t) + d for all t. The index of a loop that
// starts at a constant is so with (1, step), and sums of such functions with (P, D), P the least
// common multiple of their p. If f is periodic with (p, d), then floor(f / m) is so with (p * k, d
// * k / m), where k = m / gcd(m, d). So a value that is made of the index, constants and floors
// repeats its values if D is 0, and what it is compared with 0 to is known from the first P of
// them.
//
// C's quotients round towards 0: f / m is the floor, or the ceiling where f is negative, and that
// repeats in the same way. So the condition repeats if f is never negative; or if it does not
// matter which of the two it is, as in `i % 3 == 0`, other than in `i % 2 == 1`.
//
// Not handled: a start that is no constant, two quotients that may be ceilings, long periods.
//
//===----------------------------------------------------------------------===//

#include "analyses/PeriodicCondition.h"

#include <algorithm>
#include <cstdint>
#include <set>

namespace loomp {

/// 0 <= A - d * s, and 0 <= d - 1 - (A - d * s).
std::optional<Floor> floorOf(const Model &model, SymbolId symbol) {
  const Symbol &known = model.symbols[symbol];
  const std::vector<Constraint> &facts = known.facts;
  if (known.kind != SymbolKind::Derived || facts.size() < 2 || facts[0].isEquality ||
      facts[1].isEquality)
    return std::nullopt;
  auto most = (facts[0].value + facts[1].value).asConstant();
  auto own = facts[0].value.terms().find({symbol});
  if (!most || own == facts[0].value.terms().end() || own->second != -(*most + 1))
    return std::nullopt;
  Coefficient divisor = *most + 1;
  return Floor{facts[0].value + Polynomial(divisor) * Polynomial::symbol(symbol), divisor};
}

/// A quotient that rounds towards 0, as if it rounded down.
static std::optional<Floor> truncatedOf(const Model &model, SymbolId symbol) {
  const Symbol &known = model.symbols[symbol];
  return known.dividend && known.divisor > 0 ? std::optional(Floor{*known.dividend, known.divisor})
                                             : std::nullopt;
}

bool isQuotient(const Model &model, SymbolId symbol) {
  return floorOf(model, symbol) || truncatedOf(model, symbol);
}

bool mentionsQuotient(const Model &model, const Condition &condition) {
  for (const auto &constraints : {condition.whenTrue, condition.whenFalse})
    for (const Constraint &constraint : constraints)
      for (const auto &[monomial, coefficient] : constraint.value.terms())
        for (SymbolId symbol : monomial)
          if (isQuotient(model, symbol))
            return true;
  return false;
}

std::optional<Decision> decisionOf(const Condition &condition) {
  bool isWhole = condition.exactTrue && condition.whenTrue.size() == 1;
  bool isNegated = !isWhole && condition.exactFalse && condition.whenFalse.size() == 1;
  if (condition.constant || (!isWhole && !isNegated))
    return std::nullopt;
  const Constraint &constraint = (isWhole ? condition.whenTrue : condition.whenFalse).front();
  if (!constraint.value.isValid() || !constraint.value.isAffine())
    return std::nullopt;
  return Decision{constraint, isNegated};
}

std::optional<Value> chosenInteger(const Value &first, const Value &second,
                                   const Polynomial &isFirst) {
  if (first.kind != Value::Kind::Integer || second.kind != Value::Kind::Integer ||
      !first.number.isValid() || !second.number.isValid() ||
      (first.modulus != 0 && second.modulus != 0 && first.modulus != second.modulus))
    return std::nullopt;
  Polynomial value = second.number + (first.number - second.number) * isFirst;
  return value.isValid()
             ? std::optional(Value::integer(value, std::max(first.modulus, second.modulus)))
             : std::nullopt;
}

namespace {
constexpr Coefficient LongestPeriod = 64, LargestNumber = Coefficient(1) << 40;
constexpr unsigned DeepestNesting = 3;

struct Period {
  Coefficient length = 1, increase = 0;
};

/// Values as functions of the number of an iteration.
class OverIterations {
public:
  OverIterations(const Model &model, LoopId loop);
  std::optional<Period> periodOf(const Polynomial &value, unsigned depth = 0);
  Coefficient valueIn(Coefficient iteration, const Polynomial &value, bool roundsUp) const;
  const std::set<SymbolId> &truncated() const { return Truncated; }

private:
  std::optional<Period> periodOf(SymbolId symbol, unsigned depth);

  const Model &M;
  SymbolId Index;
  std::optional<Coefficient> First; ///< value of the index symbol in the first iteration
  Coefficient Step = 1;             ///< by which it changes
  std::set<SymbolId> Truncated;     ///< quotients met that round towards 0
};
} // namespace

OverIterations::OverIterations(const Model &model, LoopId loop)
    : M(model), Index(model.loops[loop].indexSymbol) {
  const Loop &entered = model.loops[loop];
  if (entered.iteration == Polynomial::symbol(Index)) {
    First = 0;
  } else {
    First = entered.lower.asConstant();
    Step = entered.direction;
    // What the index symbol stands for is checked, not only known.
    if (First &&
        !(entered.iteration == (Polynomial::symbol(Index) - Polynomial(*First)) * Polynomial(Step)))
      First.reset();
  }
  if (First && (*First > LargestNumber || *First < -LargestNumber))
    First.reset();
}

std::optional<Period> OverIterations::periodOf(SymbolId symbol, unsigned depth) {
  if (symbol == Index)
    return First ? std::optional(Period{1, Step}) : std::nullopt;
  std::optional<Floor> quotient = floorOf(M, symbol);
  if (!quotient && (quotient = truncatedOf(M, symbol)))
    Truncated.insert(symbol);
  if (!quotient || depth >= DeepestNesting || quotient->divisor > LargestNumber ||
      quotient->dividend.mentions(symbol))
    return std::nullopt;
  auto period = periodOf(quotient->dividend, depth + 1);
  if (!period)
    return std::nullopt;
  Coefficient repeats = quotient->divisor / greatestDivisor(quotient->divisor, period->increase);
  return Period{period->length * repeats, period->increase * repeats / quotient->divisor};
}

std::optional<Period> OverIterations::periodOf(const Polynomial &value, unsigned depth) {
  if (!value.isValid() || !value.isAffine())
    return std::nullopt;
  Period sum;
  for (const auto &[monomial, coefficient] : value.terms()) {
    if (coefficient > LargestNumber || coefficient < -LargestNumber)
      return std::nullopt;
    if (monomial.empty())
      continue;
    auto period = periodOf(monomial.front(), depth);
    if (!period || period->length > LongestPeriod)
      return std::nullopt;
    Coefficient length =
        std::lcm(static_cast<std::int64_t>(sum.length), static_cast<std::int64_t>(period->length));
    if (length > LongestPeriod)
      return std::nullopt;
    sum = {length, sum.increase * (length / sum.length) +
                       coefficient * period->increase * (length / period->length)};
    if (sum.increase > LargestNumber || sum.increase < -LargestNumber)
      return std::nullopt;
  }
  return sum;
}

/// Of a value that has a period.
Coefficient OverIterations::valueIn(Coefficient iteration, const Polynomial &value,
                                    bool roundsUp) const {
  Coefficient total = 0;
  for (const auto &[monomial, coefficient] : value.terms()) {
    Coefficient factor = 1;
    if (!monomial.empty() && monomial.front() == Index) {
      factor = *First + Step * iteration;
    } else if (!monomial.empty()) {
      bool isTruncated = Truncated.count(monomial.front()) > 0;
      bool isCeiling = isTruncated && roundsUp;
      Floor quotient =
          isTruncated ? *truncatedOf(M, monomial.front()) : *floorOf(M, monomial.front());
      Coefficient dividend =
          valueIn(iteration, quotient.dividend, roundsUp) + (isCeiling ? quotient.divisor - 1 : 0);
      factor = dividend / quotient.divisor - (dividend % quotient.divisor < 0 ? 1 : 0);
    }
    total += coefficient * factor;
  }
  return total;
}

std::optional<std::vector<bool>> periodicTruth(const Model &model, LoopId loop,
                                               const Constraint &condition) {
  OverIterations numbers(model, loop);
  auto period = numbers.periodOf(condition.value);
  if (!period || period->increase != 0 || numbers.truncated().size() > 1)
    return std::nullopt;
  auto truth = [&](bool roundsUp) {
    std::vector<bool> holds;
    for (Coefficient t = 0; t < period->length; ++t) {
      Coefficient value = numbers.valueIn(t, condition.value, roundsUp);
      holds.push_back(condition.isEquality ? value == 0 : value >= 0);
    }
    return holds;
  };
  std::vector<bool> holds = truth(false);
  if (numbers.truncated().empty() || holds == truth(true))
    return holds;
  const Polynomial &dividend = *model.symbols[*numbers.truncated().begin()].dividend;
  auto own = numbers.periodOf(dividend);
  bool isNegative = !own || own->increase < 0;
  for (Coefficient t = 0; own && t < own->length; ++t)
    isNegative |= numbers.valueIn(t, dividend, false) < 0;
  return isNegative ? std::nullopt : std::optional(holds);
}

} // namespace loomp
