//===- LoopHeader.cpp - canonical loops ----------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: `for (i = lb; i < b; i += s)` visits lb, lb + s, ... and nothing else if i is a plain
// local integer that only the increment writes, b and s do not change in the loop, s is not zero
// and points towards b, and no value of i before the last leaves its type. Then iteration number
// and index determine each other, which is what OpenMP's canonical form requires.
//
// Any other loop with these properties has them under another keyword, and visits the same values:
//
//   while (i < b) { ...; i += s; }    the update may stand anywhere in the body, if every iteration
//                                     passes it once: uses behind it see i + s
//   while (i-- > 0)                   or in the condition, where one more runs at the end
//   do { ...; ++i; } while (i < b)    runs at least once; from then on as if the test came first,
//                                     for any constant step if the first one does not wrap around
//
// What the condition must be is the theorem of LoopCondition.cpp.
//
//===----------------------------------------------------------------------===//

#include "analyses/EntryText.h"
#include "analyses/Evaluator.h"
#include "analyses/LoopParts.h"

using namespace clang;

namespace loomp {

void Evaluator::setProblem(LoopId loop, const std::string &problem, const Stmt *site,
                           const std::string &reason) {
  Loop &target = Result.loops[loop];
  if (!target.problem.empty())
    return;
  target.problem = problem;
  target.problemReason = reason;
  target.problemLocation = site->getBeginLoc();
}

bool Evaluator::analyzeStep(LoopId id, const LoopParts &parts) {
  Loop &loop = Result.loops[id];
  InductionCandidate &advance = loop.advance;
  advance.variable = loop.index;
  std::vector<const Expr *> operands;
  if (parts.increment)
    splitCommas(parts.increment, operands);
  if (parts.wrapsBy && splitUpdate(parts.wrapsBy, loop.index, advance.step, advance.negative)) {
    advance.update = parts.wrapsBy->IgnoreParenImpCasts();
    loop.updateSite = UpdateSite::Condition;
  }
  for (const Expr *operand : operands) {
    if (!advance.update && splitUpdate(operand, loop.index, advance.step, advance.negative))
      advance.update = operand->IgnoreParenImpCasts();
    else
      loop.extraIncrements.push_back(operand);
  }
  auto search = [&](const FoundUpdates &updates, UpdateSite site) {
    for (const auto &[update, valueUsed] : updates) {
      if (advance.update || !splitUpdate(update, loop.index, advance.step, advance.negative))
        continue;
      advance.update = update->IgnoreParenImpCasts();
      advance.valueUsed = valueUsed;
      loop.updateSite = site;
    }
  };
  FoundUpdates tested;
  if (parts.condition)
    findUpdates(parts.condition, true, tested);
  search(tested, UpdateSite::Condition);
  search(findBodyUpdates(parts.body), UpdateSite::Body);
  if (!advance.update)
    return false;
  Polynomial value(1);
  if (advance.step) {
    if (!isInvariant(advance.step, *LoopModified.back()) && !isSparedPlace(*advance.step))
      return false;
    Value evaluated = evaluateQuietly(advance.step);
    if (evaluated.kind != Value::Kind::Integer || !evaluated.number.isValid())
      return false;
    value = evaluated.number;
    // `i += k` with a wider k is computed in its type, and what does not fit the index is cut off.
    QualType added = advance.step->IgnoreParenImpCasts()->getType();
    bool isCut = integerType(loop.index->getType()) && added->isIntegerType() &&
                 !value.isConstant() &&
                 Context.getTypeSize(added) > std::max(Context.getTypeSize(loop.index->getType()),
                                                       Context.getTypeSize(Context.IntTy));
    if (isCut || evaluated.modulus != 0) {
      auto fitting = stepThatFits(id, parts);
      if (!fitting)
        return false;
      value = *fitting;
    }
  }
  if (value.isZero())
    return false;
  Result.loops[id].stepIsNotZero =
      provenNonNegative(value - Polynomial(1)) || provenNonNegative(Polynomial(-1) - value);
  Result.loops[id].step = advance.negative ? Polynomial() - value : value;
  return true;
}

bool Evaluator::analyzeHeader(LoopId id, const LoopParts &parts, const LoopCounter &counter) {
  const Stmt &statement = *Result.loops[id].statement;
  bool isFor = isa<ForStmt>(statement);
  const VarDecl *index = counter.index;
  const Expr *lower = counter.start;
  auto siteOf = [&](const Stmt *part) { return part ? part : &statement; };
  if (!index) {
    setProblem(id,
               isFor ? "the loop does not start by setting one index variable"
                     : "no variable counts the iterations of the loop",
               siteOf(parts.init), isFor ? "non-canonical-loop" : "unsupported-loop-form");
    return false;
  }
  // `for (i = j = 0; ...)`: a directive may evaluate the start when and as often as it likes.
  static const ModifiedSet Nothing;
  const ModifiedSet &written = lower ? Modified.of(*lower) : Nothing;
  if (!written.variables.empty() || !written.indirect.empty() || written.anything) {
    setProblem(id, "the start of the loop writes memory", lower);
    return false;
  }
  auto type = integerType(index->getType());
  QualType scalar = scalarType(index->getType());
  bool isPosition = scalar->isPointerType() && scalar->getPointeeType()->isObjectType() &&
                    !isLinkedPosition(Effects, index->getType());
  if ((!isPosition && (!type || type->isBool || index->getType()->isEnumeralType())) ||
      index->getType().isVolatileQualified()) {
    setProblem(id,
               "the loop index '" + index->getNameAsString() +
                   "' is neither an integer nor a position",
               siteOf(parts.init));
    return false;
  }
  if (!index->hasLocalStorage() || AddressTaken.count(index) ||
      index->getType()->isReferenceType()) {
    setProblem(id, "the loop index '" + index->getNameAsString() + "' may be reached another way",
               siteOf(parts.init), "index-modified");
    return false;
  }
  auto count = [&](const ModifiedSet &modified) {
    auto assignments = modified.assignments.find(index->getCanonicalDecl());
    return assignments == modified.assignments.end() ? 0 : assignments->second;
  };
  if (count(*LoopModified.back()) != 1) {
    setProblem(id, "the body changes the loop index '" + index->getNameAsString() + "'", &statement,
               "index-modified");
    return false;
  }
  Loop &loop = Result.loops[id];
  loop.index = index;
  loop.lowerExpression = lower;
  loop.testsLast = parts.testsLast;
  if (!analyzeStep(id, parts)) {
    setProblem(id, "the loop does not advance its index by a fixed step", siteOf(parts.increment),
               isFor ? "non-canonical-loop" : "unsupported-loop-form");
    return false;
  }
  if (isPosition)
    return enterPositions(id);
  // The index was assigned just before the loop, so its value there is the lower bound.
  auto before = loop.valuesAtEntry.find(index);
  if (before != loop.valuesAtEntry.end()) {
    loop.lower = before->second;
  } else {
    Path path{objectOf(*index), {}, index->getType()};
    Value start = fresh(index->getType(), loop.parent, index->getNameAsString(), nullptr);
    loop.lower = start.number;
  }
  if (!lower) {
    // A sum has another meaning in the types of its parts.
    bool isSpelled = loop.lower.asConstant() ||
                     (loop.lower.asSymbol() && loop.updateSite == UpdateSite::Body &&
                      renderAtEntry(Result, id, loop.lower, Context, EntryUse::Header));
    Result.loops[id].needsOwnIndex = !isSpelled;
    if (auto start = Result.loops[id].lower.asSymbol(); start && !isSpelled && loop.isLexical)
      Result.loops[id].namesAtEntry[*start] = index->getNameAsString();
  }
  loop.startIsStable =
      loop.needsOwnIndex ||
      ((!lower || isInvariant(lower, *LoopModified.back())) && isStable(loop, loop.lower));
  // A start value known only modulo 2^w is made exact in front of the loop.
  Symbol symbol{.name = index->getNameAsString(), .kind = SymbolKind::Index, .loop = id};
  auto constantStep = loop.step->asConstant();
  bool unit = constantStep && (*constantStep == 1 || *constantStep == -1);
  if (unit) {
    Coefficient span = Coefficient(1) << type->width;
    symbol.low = type->isSigned ? -span / 2 : 0;
    symbol.high = type->isSigned ? span / 2 - 1 : span - 1;
  } else {
    symbol.name = "iteration of " + symbol.name;
    symbol.low = 0;
    symbol.high = TooManyTrips - 1;
  }
  SymbolId indexSymbol = addSymbol(std::move(symbol));
  Loop &current = Result.loops[id];
  current.indexSymbol = indexSymbol;
  Polynomial unknown = Polynomial::symbol(indexSymbol);
  if (unit) {
    current.direction = *constantStep > 0 ? 1 : -1;
    current.indexValue = unknown;
    current.iteration = (unknown - current.lower) * Polynomial(current.direction);
    Symbol &bounded = Result.symbols[indexSymbol];
    if (current.direction > 0)
      bounded.low =
          std::max<Coefficient>(*bounded.low, lowerBound(current.lower).value_or(*bounded.low));
    else
      bounded.high =
          std::min<Coefficient>(*bounded.high, upperBound(current.lower).value_or(*bounded.high));
  } else {
    current.indexValue = current.lower + *current.step * unknown;
    current.iteration = unknown;
  }
  pushGuard(Constraint{current.iteration, false});
  // Of an index that may be anywhere in 64 bits, what it is multiplied by may wrap; but not so that
  // two iterations come to the same.
  auto start = upperBound(current.lower);
  if (unit && type->width == 64 && !(start && *start < Coefficient(1) << 62))
    pushGuard(Constraint{Polynomial(TooManyTrips - 1) - current.iteration, false});
  Path path{objectOf(*index), {}, index->getType()};
  Entry &entry = Now.memory[keyOf(path)];
  entry.path = path;
  entry.value = Value::integer(current.indexValue);
  return true;
}

/// `while (i-- > 0)` advances its index even if it has no iteration.
void Evaluator::advanceSkipped(LoopId loop, State &skipped) {
  const Loop &left = Result.loops[loop];
  if (!left.index || left.updateSite != UpdateSite::Condition || left.testsLast)
    return;
  for (auto &[key, entry] : skipped.memory)
    if (isNamedHere(entry.path, left.index))
      entry.value = left.step ? Value::integer(left.lower + *left.step,
                                               integerType(left.index->getType())->width)
                              : Value();
}

/// Nobody knows where the loop ends. Its index is counted on, and holds that modulo 2^w.
void Evaluator::letIndexWrap(LoopId loop) {
  const Loop &entered = Result.loops[loop];
  auto type = entered.index ? integerType(entered.index->getType()) : std::nullopt;
  bool overflows = type && type->isSigned && !Options.wrappingIntegers &&
                   type->width >= Context.getIntWidth(Context.IntTy);
  if (!type || overflows || !entered.step)
    return;
  Symbol &number = Result.symbols[entered.indexSymbol];
  (entered.direction > 0 ? number.high : number.low).reset();
  for (auto &[key, entry] : Now.memory)
    if (entry.value.kind == Value::Kind::Integer && entry.value.modulus == 0 &&
        Result.varies(entry.value.number, loop) && isNamedHere(entry.path, entered.index))
      entry.value.modulus = type->width;
}

} // namespace loomp
