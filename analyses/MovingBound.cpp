//===- MovingBound.cpp - bounds that move towards the index ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (i = 0, j = n - 1; i < j; ++i, --j)       i = 0, j = n - 1;
//     std::swap(a[i], a[j]);                  →   const int i_end = j - j / 2;
//                                                 for (i = 0; i < i_end; ++i)
//                                                   std::swap(a[i], a[j - i]);
//
// Theorem: let the index be L + t in iteration t, and what it is compared with B - c * t for a
// constant c >= 1. Then `i < j` holds up to some t and never again, as the distance of the two is
// B - L in the first iteration and k = 1 + c less in each next one: it holds for the t with
// k * t < B - L, and these are ceil((B - L) / k), or none if that is negative. `i <= j` holds for
// the t with k * t <= B - L. The same downwards, of an index L - t and a bound B + c * t.
//
// These are values of numbers. A signed variable has them, since it would be undefined that it
// overflows. Two unsigned ones with c = 1 have them: where i < j holds, i + 1 <= j fits the type,
// and so does j - 1 >= i. Nothing else may: `i <= j` goes on with a j of -1, and a larger step
// jumps over 0.
//
// Theorem: let all of them have one type, which holds B - L and one more step of both variables
// (docs/standing-assumptions.md: distance and step fit). Then no part of L + (B - L + k - 1) / k
// leaves it, nor of the same for `i <= j`, L + (B - L + k) / k. Division cuts towards zero, so that
// no distance below the first one that allows an iteration makes this more than L. For k = 2 the
// first of them is B - (B - L) / 2. Unsigned numbers have no negative distance; there the test
// comes first, if L is more than 0.
//
// Positions are compared within one array only, where their distance is a number: the same holds of
// `p < q`.
//
// Not handled: an index that does not move by one; bounds that move away, or meet the index by
// `!=`; an index and a bound of different types, or narrower than int.
//
//===----------------------------------------------------------------------===//

#include "analyses/BoundText.h"
#include "analyses/Evaluator.h"
#include "analyses/Judge.h"
#include "analyses/LoopText.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// Of the bound, so that nothing overflows that is not about to.
static constexpr Coefficient LargestStep = 1024;

static bool isUpwards(BinaryOperatorKind op) { return op == BO_LT || op == BO_LE; }

/// By how much the value grows from one iteration to the next.
static Coefficient rateOf(const Loop &loop, const Polynomial &value) {
  auto term = value.terms().find({loop.indexSymbol});
  return term == value.terms().end() ? 0 : term->second * loop.direction;
}

/// What the bound of the loop is in its first iteration, if it moves as the theorem says.
std::optional<Polynomial> Evaluator::startOfMovingBound(LoopId id, const BoundTest &test,
                                                        const Value &bound) {
  Loop &loop = Result.loops[id];
  auto type = integerType(loop.index->getType());
  auto step = loop.step->asConstant();
  bool up = isUpwards(test.comparison),
       isStrict = test.comparison == BO_LT || test.comparison == BO_GT;
  if (!test.bound || !step || *step != (up ? 1 : -1) || bound.kind != Value::Kind::Integer ||
      !bound.number.isValid() || (!up && test.comparison != BO_GT && test.comparison != BO_GE) ||
      type->width < Context.getIntWidth(Context.IntTy) || !isPure(test.bound))
    return std::nullopt;
  QualType own = loop.index->getType();
  if (!Context.hasSameUnqualifiedType(own, test.compared) ||
      !Context.hasSameUnqualifiedType(own, test.bound->IgnoreParenImpCasts()->getType()))
    return std::nullopt;
  Coefficient rate = rateOf(loop, bound.number);
  Coefficient towards = up ? -rate : rate;
  Polynomial start = bound.number - Polynomial(rate) * loop.iteration;
  if (towards < 1 || towards > LargestStep || Result.varies(start, id))
    return std::nullopt;
  auto distance = (up ? start - loop.lower : loop.lower - start).asConstant();
  if (distance && *distance + towards >= (Coefficient(1) << (type->width - 1)))
    return std::nullopt;
  bool isExact = type->isSigned && bound.modulus == 0 && !Options.wrappingIntegers;
  // The start of the variable as a number of its type.
  const VarDecl *variable = namedVariable(test.bound);
  if (!type->isSigned && isStrict && towards == 1 && variable) {
    auto known = loop.valuesAtEntry.find(variable);
    isExact = known != loop.valuesAtEntry.end() && known->second == start;
  }
  if (!isExact)
    return std::nullopt;
  loop.closing = towards + 1;
  return start;
}

/// How many iterations there are with `closing * t <= most`.
Polynomial Evaluator::tripsUntilMet(LoopId id, const Polynomial &most) {
  Coefficient closing = Result.loops[id].closing;
  if (auto constant = most.asConstant())
    return Polynomial(*constant < 0 ? 0 : *constant / closing + 1);
  SymbolId symbol = addSymbol({.name = "iterations of " + Result.loops[id].index->getNameAsString(),
                               .kind = SymbolKind::Derived,
                               .loop = levelOf(most)});
  Polynomial trips = Polynomial::symbol(symbol);
  if (most.isAffine()) { // floor(most / closing) + 1
    Polynomial rest = most - Polynomial(closing) * (trips - Polynomial(1));
    Result.symbols[symbol].facts.push_back({rest, false});
    Result.symbols[symbol].facts.push_back({Polynomial(closing - 1) - rest, false});
  }
  return trips;
}

/// The loop ends where its index meets the bound, which is `start` in the first iteration.
void Evaluator::meetBound(LoopId id, const BoundTest &test, const Polynomial &start) {
  Loop &entered = Result.loops[id];
  bool up = isUpwards(test.comparison);
  bool isStrict = test.comparison == BO_LT || test.comparison == BO_GT;
  Polynomial most =
      (up ? start - entered.lower : entered.lower - start) - Polynomial(isStrict ? 1 : 0);
  Polynomial trip = tripsUntilMet(id, most);
  Loop &loop = Result.loops[id];
  loop.bounds = {test};
  loop.boundExpression = nullptr;
  loop.comparison = up ? BO_LT : BO_GT;
  loop.trip = trip;
  loop.last = up ? loop.lower + trip - Polynomial(1) : loop.lower - trip + Polynomial(1);
  int inside = std::exchange(Now.guard, loop.guardBefore);
  loop.provenNonEmpty = provenNonNegative(most);
  Now.guard = inside;
  pushGuard(Constraint{most - Polynomial(loop.closing) * loop.iteration, false});
  pushGuard(Constraint{trip - Polynomial(1) - loop.iteration, false});
  Symbol &index = Result.symbols[loop.indexSymbol];
  Polynomial end = up ? start : Polynomial() - start; // no index lies beyond it
  if (auto furthest = upperBound(end); furthest && up)
    index.high = std::min(*index.high, *furthest);
  else if (furthest)
    index.low = std::max(*index.low, -*furthest);
}

/// The same of a position: which one the bound is in the first iteration.
std::optional<Path> Evaluator::startOfMovingPosition(LoopId id, const Expr &bound,
                                                     BinaryOperatorKind op, const Path &target) {
  Loop &loop = Result.loops[id];
  const VarDecl *variable = namedVariable(bound.IgnoreImplicit());
  QualType type = loop.index->getType();
  bool up = op == BO_LT;
  bool isForward = type->isPointerType() || positionDirection(Effects, type) == 1;
  if ((!up && op != BO_GT) || !variable || !isForward || !loop.ahead.isZero() ||
      loop.positionStride || loop.positionStep != (up ? 1 : -1) || target.components.empty() ||
      !Context.hasSameUnqualifiedType(variable->getType(), type))
    return std::nullopt;
  const Component &last = target.components.back();
  if (last.kind != Component::Kind::Index || !last.index || !last.index->isValid())
    return std::nullopt;
  Coefficient rate = rateOf(loop, *last.index), towards = up ? -rate : rate;
  if (towards < 1 || towards > LargestStep)
    return std::nullopt;
  Path start = target;
  start.components.back().index = *last.index - Polynomial(rate) * loop.iteration;
  if (isInsideOnly(start, id))
    return std::nullopt;
  loop.closing = towards + 1;
  return start;
}

bool spellMeeting(const HeaderView &view, HeaderTexts &texts) {
  const Loop &loop = view.loop;
  std::string type = copyType(view.context, loop.index->getType(), view.model.isInstantiated);
  const Expr *written =
      loop.isPosition ? loop.boundExpression->IgnoreImplicit() : loop.bounds.front().bound;
  BinaryOperatorKind op = loop.isPosition ? loop.comparison : loop.bounds.front().comparison;
  std::string bound = operandText(view, *written);
  if (type.empty() || bound.empty() || texts.shift != 0)
    return false;
  bound = parenthesized(bound);
  std::string first = parenthesized(texts.lower);
  bool up = isUpwards(op), isStrict = op == BO_LT || op == BO_GT;
  std::string distance = up ? bound + (first == "0" ? "" : " - " + first)
                            : first + (bound == "0" ? "" : " - " + bound);
  std::string size = toString(loop.closing), end;
  if (isStrict && loop.closing == 2)
    end = bound + (up ? " - " : " + ") + parenthesized(distance) + " / 2";
  else
    end = first + (up ? " + " : " - ") +
          parenthesized(plus(distance, isStrict ? loop.closing - 1 : loop.closing)) + " / " + size;
  bool mayWrap = loop.index->getType()->isUnsignedIntegerType() && !loop.provenNonEmpty &&
                 !(up && first == "0");
  if (mayWrap)
    end = first + (up ? " < " : " > ") + bound + " ? " + end + " : " + first;
  std::string name = freshName(view.context, loop.index->getNameAsString() + "_end");
  if (type.back() == '*') // `T *const`, and no pointer to const
    type = type + "const ";
  else
    type = "const " + type + " ";
  texts.below = {type + name + " = " + end + ";"};
  texts.bound = name;
  texts.op = up ? BO_LT : BO_GT;
  return true;
}

} // namespace loomp
