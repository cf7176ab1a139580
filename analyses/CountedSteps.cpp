//===- CountedSteps.cpp - counters that some iterations move --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (i = 0; i < n; i++) {       q = q0 + 2 * max(0, i - max(0, m)) as iteration i starts
//     ... q ...
//     if (i >= m) q += 2;
//   }
//
// Theorem: let [P] be 1 where P holds, and 0 where it does not. If the two ways through a branch
// leave x and x + d, and P is what decides between them, then the branch leaves x + d * [P],
// provided that P is the whole condition. So a trial walk (Recurrence.cpp) finds steps such as
// 2 * [i - m >= 0]. Let the value in P be a * s + b in iteration number s, with an a of 1 or -1, or
// with a constant b, and with nothing else that varies in the loop. For a > 0 it holds from number
// f = ceil(-b / a) on: of the iterations before number t >= 0 in max(0, t - max(0, f)). For a < 0
// it holds up to number floor(b / -a): in all of them, less those from the next number on. What is
// to be 0 is so in iteration -b / a only, if there is one: before number t in [0 <= f && f < t].
// For a == 0 all iterations do the same. A condition on `i % 3` and the like repeats with some
// period p (PeriodicCondition.cpp): it holds in the iterations of certain remainders r < p, of
// which there are floor((t + p - 1 - r) / p) before number t, for each r.
//
// So behind a branch with such a condition [P] is the difference between number t + 1 and number t,
// which is a value that the dependence test follows, other than some 0 or 1.
//
// What P says of the variable itself, of data, or of another counter varies in the loop in other
// ways, and gives no closed form.
//
// Not handled: two such conditions at once, and what else a step is a product of that varies.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"
#include "analyses/PeriodicCondition.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// A value that is 1 where the condition holds, and 0 where it does not.
Polynomial Evaluator::indicator(const Constraint &constraint) {
  std::string key = (constraint.isEquality ? "=" : ">") + constraint.value.key();
  auto [place, isNew] = Indicators.try_emplace(key, 0);
  if (isNew)
    place->second = addSymbol({.name = "[" + Result.text(constraint.value) +
                                       (constraint.isEquality ? " == 0]" : " >= 0]"),
                               .kind = SymbolKind::Opaque,
                               .loop = levelOf(constraint.value),
                               .low = 0,
                               .high = 1,
                               .indicatorOf = constraint});
  Polynomial truth = Polynomial::symbol(place->second);
  if (isNew && !IsTrial && !constraint.isEquality) {
    const Polynomial &held = constraint.value, below = Polynomial(-1) - held;
    Result.symbols[place->second].facts =
        eitherIsNonNegative(held, lowerBound(held), below, lowerBound(below), truth);
  }
  return truth;
}

/// In how many iterations of a period something may happen, or not happen, that is to be counted.
static constexpr auto MostRemainders = 4;

/// The steps of the iterations in which a condition holds that repeats so, each with a remainder;
/// and the step of all of them.
static std::optional<std::vector<CountedStep>>
periodicSteps(const std::vector<bool> &holds, const Polynomial &step, Polynomial &ofAll) {
  auto often = std::count(holds.begin(), holds.end(), true);
  auto size = static_cast<long>(holds.size());
  bool isUsual = 2 * often > size;
  if ((isUsual ? size - often : often) > MostRemainders)
    return std::nullopt;
  std::vector<CountedStep> counts;
  for (long remainder = 0; remainder < size; ++remainder)
    if (holds[remainder] != isUsual)
      counts.push_back({.step = isUsual ? Polynomial() - step : step,
                        .from = Polynomial(remainder),
                        .mayBeNegative = false,
                        .period = size});
  ofAll = isUsual ? step : Polynomial();
  return counts;
}

/// A value that is 1 where the condition holds, and 0 where it does not: outside of trials, if it
/// repeats.
std::optional<Polynomial> Evaluator::truthOf(const Constraint &constraint) {
  if (IsTrial)
    return indicator(constraint);
  LoopId loop = levelOf(constraint.value);
  auto holds = loop == NoLoop ? std::nullopt : periodicTruth(Result, loop, constraint);
  if (!holds)
    return std::nullopt;
  Polynomial truth;
  auto counts = periodicSteps(*holds, Polynomial(1), truth);
  if (!counts)
    return std::nullopt;
  const Polynomial number = Result.loops[loop].iteration;
  for (const CountedStep &count : *counts) {
    auto before = countAt(count, number), behind = countAt(count, number + Polynomial(1));
    if (!before || !behind)
      return std::nullopt;
    truth = truth + count.step * (*behind - *before);
  }
  return truth;
}

/// Behind a branch: the integers of which it is known how they depend on its condition.
void Evaluator::chooseValues(const State &chosen, const State &otherwise,
                             const Condition &condition) {
  std::optional<Decision> decision = decisionOf(condition);
  std::optional<Polynomial> truth;
  for (auto &[key, entry] : Now.memory) {
    auto first = chosen.memory.find(key), second = otherwise.memory.find(key);
    if (!decision || first == chosen.memory.end() || second == otherwise.memory.end() ||
        !isWholeVariable(entry.path))
      continue;
    const Value &held = first->second.value, &other = second->second.value;
    if (held.kind != Value::Kind::Integer || other.kind != Value::Kind::Integer ||
        held.number == other.number)
      continue;
    if (!truth && !(truth = truthOf(decision->constraint)))
      return;
    auto value = decision->isNegated ? chosenInteger(other, held, *truth)
                                     : chosenInteger(held, other, *truth);
    if (!value)
      continue;
    value->taint = std::move(entry.value.taint);
    entry.value = std::move(*value);
  }
}

/// Adds what the iterations gain in which the condition holds.
bool Evaluator::addCount(LoopId loop, const Polynomial &step, const Constraint &condition,
                         Recurrence &sum) {
  if (auto holds = periodicTruth(Result, loop, condition); holds && !Result.varies(step, loop)) {
    Polynomial ofAll;
    auto counts = periodicSteps(*holds, step, ofAll);
    sum.linear = sum.linear + ofAll;
    if (counts)
      sum.counts.insert(sum.counts.end(), counts->begin(), counts->end());
    return counts.has_value();
  }
  const Loop &entered = Result.loops[loop];
  SymbolId number = entered.indexSymbol;
  Polynomial value = condition.value;
  if (!(entered.iteration == Polynomial::symbol(number)))
    value = value.substitute(number, entered.lower + Polynomial(entered.direction) *
                                                         Polynomial::symbol(number));
  if (!value.isValid() || !value.isAffine() || Result.varies(step, loop))
    return false;
  auto term = value.terms().find({number});
  if (term == value.terms().end())
    return false;
  const Coefficient factor = term->second, size = factor > 0 ? factor : -factor;
  const Polynomial rest = value - Polynomial::symbol(number) * Polynomial(factor);
  if (Result.varies(rest, loop))
    return false;
  auto constant = rest.asConstant();
  if (size != 1 && !constant)
    return false;
  auto floor = [&](Coefficient dividend) {
    return dividend >= 0 ? dividend / size : -((-dividend + size - 1) / size);
  };
  CountedStep count{.step = step, .isOnce = condition.isEquality};
  if (condition.isEquality) {
    if (constant && *constant % size != 0)
      return true; // it never holds
    count.from = constant ? Polynomial(-*constant / factor) : rest * Polynomial(-factor);
  } else if (factor > 0) {
    count.from = constant ? Polynomial(-floor(*constant)) : Polynomial() - rest;
  } else {
    count.from = (constant ? Polynomial(floor(*constant)) : rest) + Polynomial(1);
    sum.linear = sum.linear + step;
    count.step = Polynomial() - step;
  }
  if (auto from = count.from.asConstant(); from && *from <= 0) {
    if (!count.isOnce)
      sum.linear = sum.linear + count.step;
    if (!count.isOnce || *from < 0)
      return true;
  }
  int guard = std::exchange(Now.guard, entered.guardBefore); // also where no iteration runs
  count.mayBeNegative = !provenNonNegative(count.from);
  Now.guard = guard;
  sum.counts.push_back(std::move(count));
  return true;
}

/// How often the step was made before iteration number `number`, which is not negative.
std::optional<Polynomial> Evaluator::countAt(const CountedStep &count, const Polynomial &number) {
  if (count.period > 1) {
    Polynomial dividend = number + Polynomial(count.period - 1) - count.from, quotient;
    if (!dividend.isAffine())
      return Polynomial::symbol(addSymbol(
          {.name = "times", .kind = SymbolKind::Opaque, .loop = levelOf(dividend), .low = 0}));
    Polynomial multiple = dividend - wrap(dividend, count.period, 0);
    for (const auto &[monomial, coefficient] : multiple.terms())
      quotient.add(monomial, coefficient / count.period);
    return quotient;
  }
  if (count.isOnce)
    return count.mayBeNegative
               ? std::nullopt
               : std::optional(indicator({number - count.from - Polynomial(1), false}));
  Polynomial part =
      positivePart(number - (count.mayBeNegative ? positivePart(count.from) : count.from));
  if (auto symbol = part.asSymbol(); symbol && number.isAffine())
    Result.symbols[*symbol].facts.push_back({number - part, false});
  return part;
}

} // namespace loomp
