//===- ConditionalValue.cpp - what some iterations leave in a variable ----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (i = 0; i < n; i++)         reduction(|| : found)
//     if (a[i] == key) {            reduction(max : last)     where last starts below 0
//       found = true;
//       last = i;
//     }
//
// Theorem: let no iteration read a variable x, and let each write of it that is no update
// (MatchUpdate.cpp) leave the value v, which is a function of the index alone and does not fall
// from one iteration to the next. If v in the first iteration is at least what x holds before the
// loop, then what the last write leaves is the largest value that was ever in x, and x is a
// reduction with `max`; for truth values that is `||`. The same holds for values that do not rise,
// with `min` and `&&`. A thread's copy is assigned, so the thread must run its iterations in order,
// unless they all leave the same value.
//
//===----------------------------------------------------------------------===//

#include "analyses/Dependence.h"
#include "analyses/EntryText.h"
#include "analyses/Judge.h"

using namespace clang;

namespace loomp {

std::optional<Coefficient> growthPerIteration(const Model &model, LoopId id,
                                              const Polynomial &value) {
  const Loop &loop = model.loops[id];
  Coefficient growth = 0;
  for (const auto &[monomial, coefficient] : value.terms()) {
    bool varies = false;
    for (SymbolId symbol : monomial)
      varies |= model.varies(symbol, id);
    if (!varies)
      continue;
    if (monomial.size() != 1 || monomial.front() != loop.indexSymbol)
      return std::nullopt;
    growth = coefficient * loop.direction;
  }
  return growth;
}

Polynomial firstOfIndexSymbol(const Loop &loop) {
  Polynomial rest = loop.iteration.substitute(loop.indexSymbol, Polynomial());
  return rest * Polynomial(-loop.direction); // the number is direction * symbol + rest
}

/// The value that all these writes leave, and the operator of the updates among them, if any.
static std::optional<Polynomial> commonValue(const Model &model,
                                             const std::vector<size_t> &accesses, std::string &op) {
  std::optional<Polynomial> value;
  for (size_t each : accesses) {
    const Access &access = model.accesses[each];
    if (access.update >= 0) {
      const Update &update = model.updates[access.update];
      if (!update.variable || !update.rejection.empty() || !update.skipped.empty() ||
          update.needsTruthValue || (!op.empty() && op != update.op))
        return std::nullopt;
      op = update.op;
      continue;
    }
    if (!access.isWrite || !access.value || (value && !(*value == *access.value)))
      return std::nullopt;
    value = access.value;
  }
  return value;
}

std::optional<Role> asFlag(const JudgeContext &judgement, LoopId id, const ValueDecl *variable,
                           const std::vector<size_t> &accesses) {
  const Model &model = judgement.model;
  const Loop &loop = model.loops[id];
  QualType type = variable ? variable->getType().getNonReferenceType() : QualType();
  if (type.isNull() || !type->isIntegerType() || type->isEnumeralType() ||
      type.isVolatileQualified())
    return std::nullopt;
  std::string op;
  auto value = commonValue(model, accesses, op);
  if (!value)
    return std::nullopt;
  Role role{.variable = variable->getNameAsString(), .kind = RoleKind::Reduction};
  auto asConstant = [](const std::optional<Polynomial> &number, int constant) {
    auto known = number ? number->asConstant() : std::nullopt;
    return known && *known == constant;
  };
  std::optional<Polynomial> start;
  if (auto known = loop.valuesAtEntry.find(variable); known != loop.valuesAtEntry.end())
    start = known->second;
  bool isTruthValue = type->isBooleanType() || asConstant(start, 0) || asConstant(start, 1);
  if (isTruthValue && asConstant(value, 1))
    role.op = "||";
  else if (isTruthValue && asConstant(value, 0))
    role.op = "&&";
  if (type->isBooleanType()) {
    // `any |= e` is the same on truth values.
    bool agrees = op.empty() || op == role.op || op == (role.op == "||" ? "|" : "&");
    return !role.op.empty() && agrees ? std::optional(role) : std::nullopt;
  }
  if (!op.empty())
    return std::nullopt;
  if (!role.op.empty())
    return role;
  auto growth = growthPerIteration(model, id, *value);
  if (!growth || !start)
    return std::nullopt;
  Polynomial first = *value;
  if (*growth != 0)
    first = first.substitute(loop.indexSymbol, firstOfIndexSymbol(loop));
  auto isAtLeast = [&](const Polynomial &a, const Polynomial &b) {
    return isNonNegativeAt(model, judgement.solver, loop.guardBefore, a - b);
  };
  role.inOrder = *growth != 0;
  if (*growth >= 0 && isAtLeast(first, *start))
    role.op = "max";
  else if (*growth <= 0 && isAtLeast(*start, first))
    role.op = "min";
  return role.op.empty() ? std::nullopt : std::optional(role);
}

// Theorem (writesLast): let an iteration write x if its conditions, which all are affine, hold, and
// let nothing leave it early. If in them the index is replaced by its last value, what they say
// does not depend on the iteration, and is true if and only if the last iteration writes x.
std::optional<std::string> writesLast(const JudgeContext &judgement, LoopId id,
                                      const ValueDecl *variable,
                                      const std::vector<size_t> &accesses) {
  const Model &model = judgement.model;
  const Loop &loop = model.loops[id];
  const Path &place = model.accesses[accesses.front()].path;
  bool isMember = !place.components.empty();
  auto isPlace = [&](const Path &path) { return isSamePlace(path, place); };
  if (isMember ? llvm::any_of(loop.membersWrittenInEveryIteration, isPlace)
               : loop.writtenInEveryIteration.count(variable) > 0)
    return "";
  auto step = loop.step ? loop.step->asConstant() : std::nullopt;
  if (!loop.isCanonical || !loop.last || loop.isPosition || loop.testedLast || !loop.isLexical ||
      (step != Coefficient(1) && step != Coefficient(-1)) ||
      !(loop.indexValue == Polynomial::symbol(loop.indexSymbol)))
    return std::nullopt;
  for (size_t i = loop.effectBegin; i < loop.effectEnd; ++i)
    if (model.effects[i].reason == "early-exit" || model.effects[i].reason == "may-throw")
      return std::nullopt;
  auto holds = [&](const Polynomial &value) {
    return isNonNegativeAt(model, judgement.solver, loop.guardInside, value);
  };
  // `p >= q` with all terms where they are added: no part leaves its type before the sum does. What
  // is wider than 32 bits may be anything, and the sum leave its type, too.
  auto isNarrow = [&](const Symbol &symbol) {
    constexpr Coefficient most = Coefficient(1) << 32;
    return symbol.low && symbol.high && *symbol.low >= -most && *symbol.high <= most;
  };
  auto asText = [&](const Polynomial &value) -> std::optional<std::string> {
    Polynomial left, right;
    for (const auto &[monomial, coefficient] : value.terms()) {
      for (SymbolId symbol : monomial)
        if (monomial.size() > 1 || !isNarrow(model.symbols[symbol]))
          return std::nullopt;
      Polynomial term(coefficient < 0 ? -coefficient : coefficient);
      for (SymbolId symbol : monomial)
        term = term * Polynomial::symbol(symbol);
      (coefficient < 0 ? right : left) = (coefficient < 0 ? right : left) + term;
    }
    auto text = [&](const Polynomial &side) {
      return renderAtEntry(model, id, side, judgement.context, EntryUse::Check);
    };
    auto more = text(left), less = text(right);
    return more && less ? std::optional(*more + " >= " + *less) : std::nullopt;
  };
  for (size_t each : accesses) {
    const Access &access = model.accesses[each];
    if (!access.isWrite || access.mayKeep || access.loop != id || !access.isInFunction ||
        access.path.components.size() != place.components.size())
      continue;
    std::string conditions;
    bool isKnown = true;
    int guard = access.guard;
    for (; guard >= 0 && guard != loop.guardInside && isKnown; guard = model.guards[guard].parent) {
      const auto &constraint = model.guards[guard].constraint;
      isKnown = constraint && constraint->value.isAffine();
      if (!isKnown)
        break;
      Polynomial last = constraint->value.substitute(loop.indexSymbol, *loop.last);
      isKnown = !model.varies(last, id) && !constraint->isEquality;
      if (!isKnown || holds(last))
        continue;
      auto text = last.isConstant() ? std::nullopt : asText(last); // a constant says no
      isKnown = text.has_value() && conditions.empty();
      conditions = text.value_or("");
    }
    if (isKnown && guard == loop.guardInside)
      return conditions;
  }
  return std::nullopt;
}

} // namespace loomp
