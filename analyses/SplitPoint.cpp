//===- SplitPoint.cpp - the iteration in the middle that stands apart -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (int i = 0; i < n; i++)        const int split = k < 0 ? 0 : k < n - 1 ? k : n - 1;
//     d[i] += d[k];                 →  #pragma omp parallel for
//                                      for (int i = 0; i < split; i++)
//                                        d[i] += d[k];
//                                      for (int i = split; i == split; i++)
//                                        d[i] += d[k];
//                                      #pragma omp parallel for
//                                      for (int i = split + 1; i < n; i++)
//                                        d[i] += d[k];
//
// Where to look: one of two accesses depends on the index i, the other on an invariant instead, and
// they meet where i equals it: `d[i]` and `d[k]`, `d[i * n + j]` and `d[k * n + j]`; or a condition
// compares the two. Whether anything is gained there, judging tells.
//
// Theorem: let the loop run, and let s be k clamped to the first and last value of the index. The
// three loops run every iteration once: those in front of s, s, and those behind it. All in the
// first are in front of k, all in the last behind it, whether or not k is a value of the index.
// Neither s, nor s + 1 behind it, leaves what the index of the serial loop goes through.
//
// All texts are compared, changed and assigned in the type of the index, which must hold the values
// of their own types: others are converted before anything is done with them.
//
//===----------------------------------------------------------------------===//

#include "analyses/SplitPoint.h"

#include "analyses/Dependence.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// The value of `index` at which `moving`, which depends on it, equals `fixed`, as far as the terms
/// with one cofactor of the index tell.
static std::optional<Polynomial> meetingPoint(const Model &model, LoopId loop, SymbolId index,
                                              const Polynomial &moving, const Polynomial &fixed) {
  Monomial cofactor;
  Coefficient factor = 0;
  for (const auto &[monomial, coefficient] : moving.terms())
    if (auto at = std::find(monomial.begin(), monomial.end(), index); at != monomial.end()) {
      if (factor != 0)
        return std::nullopt; // not linear
      factor = coefficient;
      cofactor = monomial;
      cofactor.erase(cofactor.begin() + (at - monomial.begin()));
    }
  if (factor == 0 || fixed.mentions(index))
    return std::nullopt;
  Polynomial point;
  const Polynomial difference = fixed - moving;
  for (const auto &[monomial, coefficient] : difference.terms()) {
    Monomial rest = monomial;
    bool isMultiple = true;
    for (SymbolId symbol : cofactor) {
      auto at = std::find(rest.begin(), rest.end(), symbol);
      isMultiple &= at != rest.end();
      if (at != rest.end())
        rest.erase(at);
    }
    if (std::find(rest.begin(), rest.end(), index) != rest.end())
      continue;
    if (cofactor.empty() || isMultiple) {
      if (coefficient % factor != 0)
        return std::nullopt;
      point.add(rest, coefficient / factor);
    }
  }
  return model.varies(point, loop) ? std::nullopt : std::optional(point);
}

std::vector<Polynomial> splitCandidates(const Model &model, LoopId id) {
  constexpr size_t most = 3; // each is judged twice
  const Loop &loop = model.loops[id];
  std::vector<Polynomial> found;
  auto consider = [&](const Polynomial &moving, const Polynomial &fixed) {
    auto point = meetingPoint(model, id, loop.indexSymbol, moving, fixed);
    if (point && point->isValid() && found.size() < most && !(*point == loop.lower) &&
        !(*point == *loop.last) && std::find(found.begin(), found.end(), *point) == found.end())
      found.push_back(*point);
  };
  for (size_t i = loop.accessBegin; i < loop.accessEnd && found.size() < most; ++i)
    for (size_t k = loop.accessBegin; k < loop.accessEnd && found.size() < most; ++k) {
      const Access &a = model.accesses[i], &b = model.accesses[k];
      if (a.path.object != b.path.object || !(a.isWrite || b.isWrite))
        continue;
      size_t depth = std::min(a.path.components.size(), b.path.components.size());
      for (size_t c = 0; c < depth; ++c)
        if (a.path.components[c].index && b.path.components[c].index)
          consider(*a.path.components[c].index, *b.path.components[c].index);
    }
  auto considerGuards = [&](int guard) {
    for (; guard >= 0 && guard != loop.guardInside; guard = model.guards[guard].parent)
      if (const auto &constraint = model.guards[guard].constraint;
          constraint && constraint->isEquality)
        consider(constraint->value, Polynomial());
  };
  for (size_t i = loop.accessBegin; i < loop.accessEnd; ++i)
    considerGuards(model.accesses[i].guard);
  for (size_t i = loop.effectBegin; i < loop.effectEnd; ++i)
    considerGuards(model.effects[i].guard);
  return found;
}

/// Does the one type hold all values of the other, which arithmetic leaves as it is?
static bool holds(const ASTContext &context, QualType type, QualType other) {
  if (context.hasSameUnqualifiedType(type, other))
    return true;
  return other->isIntegerType() && !other->isEnumeralType() &&
         context.getIntWidth(other) < context.getIntWidth(type) &&
         (other->isUnsignedIntegerType() || type->isSignedIntegerType());
}

/// The text of a number as one of the type of the index.
static std::string converted(const HeaderView &view, const std::string &text, QualType own) {
  QualType type = view.loop.index->getType().getUnqualifiedType();
  bool isNumeral = text.find_first_not_of("0123456789") == std::string::npos;
  if (isNumeral || view.context.hasSameUnqualifiedType(type, own))
    return text;
  return convertedTo(view.context, type, text);
}

/// `name + 1`, if it is certain to stay within the type of the index where the loop starts.
static std::optional<std::string> spellPoint(const HeaderView &view, const IntegerSolver &solver,
                                             const Polynomial &at) {
  const Loop &loop = view.loop;
  QualType type = loop.index->getType();
  if (at.isConstant()) {
    Coefficient constant = at.constantTerm();
    bool isPlain = constant <= INT32_MAX &&
                   constant >= (type->isUnsignedIntegerType() ? Coefficient(0) : -INT32_MAX);
    return isPlain ? std::optional(toString(constant)) : std::nullopt;
  }
  auto symbol = (at - Polynomial(at.constantTerm())).asSymbol();
  auto name = symbol ? renderAtEntry(view.model, view.id, Polynomial::symbol(*symbol), view.context,
                                     EntryUse::Check)
                     : std::nullopt;
  auto declaration = name ? loop.scope.find(*name) : loop.scope.end();
  const auto *variable =
      declaration != loop.scope.end() ? dyn_cast<VarDecl>(declaration->second) : nullptr;
  if (!variable || !holds(view.context, type, variable->getType().getNonReferenceType()))
    return std::nullopt;
  name = converted(view, *name, variable->getType().getNonReferenceType());
  if (at.constantTerm() == 0)
    return name;
  unsigned width = view.context.getIntWidth(type);
  bool isSigned = type->isSignedIntegerType();
  Coefficient high = (Coefficient(1) << (width - isSigned)) - 1, low = isSigned ? -high - 1 : 0;
  if (!isNonNegativeAt(view.model, solver, loop.guardBefore, Polynomial(high) - at) ||
      !isNonNegativeAt(view.model, solver, loop.guardBefore, at - Polynomial(low)))
    return std::nullopt;
  return plus(*name, at.constantTerm());
}

std::optional<Peeling> spellSplit(const HeaderView &view, const IntegerSolver &solver,
                                  const Polynomial &at) {
  const Loop &loop = view.loop;
  const ASTContext &context = view.context;
  QualType type = loop.index->getType().getUnqualifiedType();
  std::vector<LoopStart> starts;
  splitStarts(view.parts.init, starts);
  const Expr *start = starts.front().value, &bound = *loop.boundExpression;
  auto step = loop.step->asConstant();
  auto value = loop.indexValue.asSymbol();
  if (!start || !step || (*step != 1 && *step != -1) || !value || *value != loop.indexSymbol ||
      type->isDependentType() || view.model.isInstantiated || !type->isIntegerType() ||
      type->isEnumeralType() || context.getIntWidth(type) < context.getIntWidth(context.IntTy))
    return std::nullopt;
  auto startRange = view.rangeOf(start->getSourceRange());
  auto conditionRange = view.rangeOf(view.parts.condition->getSourceRange());
  auto point = spellPoint(view, solver, at);
  // A constant is as good as a value of the type.
  auto isHeld = [&](const Expr &expression, const Polynomial &value) {
    auto constant = value.asConstant();
    QualType own = expression.IgnoreParenImpCasts()->getType();
    return holds(context, type, own) ||
           (constant && *constant >= 0 && *constant < INT32_MAX && own->isIntegerType());
  };
  std::string boundText =
      converted(view, operandText(view, bound), bound.IgnoreParenImpCasts()->getType());
  auto lower = view.render(loop.lower);
  if (lower && !loop.lower.isConstant())
    lower = converted(view, *lower, start->IgnoreParenImpCasts()->getType());
  if (!startRange || !conditionRange || !point || boundText.empty() || !lower ||
      !isHeld(*start, loop.lower) || !isHeld(bound, *loop.last) ||
      context.getTypeSize(bound.IgnoreParenImpCasts()->getType()) <
          context.getTypeSize(context.IntTy))
    return std::nullopt;
  std::string last = isStrict(loop.comparison) ? plus(boundText, -*step) : boundText;
  bool rises = *step > 0;
  auto isBehind = [&](const Polynomial &distance) {
    return isNonNegativeAt(view.model, solver, loop.guardInside,
                           rises ? distance : Polynomial() - distance);
  };
  const std::string less = rises ? " < " : " > ", &k = *point;
  std::string clamped = isBehind(*loop.last - at) ? k : k + less + last + " ? " + k + " : " + last;
  if (!isBehind(at - loop.lower))
    clamped = k + less + *lower + " ? " + *lower + " : " + clamped;
  const std::string index = loop.index->getNameAsString(), name = freshName(context, "split");
  std::string spelled = spelledType(context, type);
  return Peeling{.part = PeeledPart::Middle,
                 .others = {*conditionRange, index + less + name},
                 .alone = {{*startRange, name}, {*conditionRange, index + " == " + name}},
                 .behind = {{*startRange, plus(name, *step)}},
                 .declaration = "const " + spelled + " " + name + " = " + clamped + ";",
                 .point = k};
}

} // namespace loomp
