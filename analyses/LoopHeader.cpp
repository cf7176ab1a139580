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
//   do { ...; ++i; } while (i < b)    runs at least once; from then on as if the test came first
//   i + c < b                         is i < b - c
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
    if (!isInvariant(advance.step, *LoopModified.back()))
      return false;
    bool quiet = std::exchange(Quiet, true);
    Value evaluated = evaluateValue(advance.step);
    Quiet = quiet;
    if (evaluated.kind != Value::Kind::Integer || evaluated.modulus != 0 ||
        !evaluated.number.isValid())
      return false;
    value = evaluated.number;
  }
  if (value.isZero())
    return false;
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
  unsigned expected = 1 + (parts.init ? count(Modified.of(*parts.init)) : 0);
  if (count(*LoopModified.back()) != expected) {
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
  Path path{objectOf(*index), {}, index->getType()};
  Entry &entry = Now.memory[keyOf(path)];
  entry.path = path;
  entry.value = Value::integer(current.indexValue);
  return true;
}

/// What a loop's condition compares; `n--` alone is `n-- != 0`.
struct Comparison {
  const Expr *left = nullptr, *right = nullptr; ///< right null: zero
  BinaryOperatorKind op = BO_Comma;
};

/// Is the expression the variable, plus or minus something at most?
static bool isOffset(const Expr *expression, const VarDecl *variable) {
  expression = expression->IgnoreParens();
  const Expr *step = nullptr;
  bool negative = false;
  if (namedVariable(expression) == variable || splitUpdate(expression, variable, step, negative))
    return true;
  if (const auto *cast = dyn_cast<CastExpr>(expression))
    return isOffset(cast->getSubExpr(), variable);
  const auto *binary = dyn_cast<BinaryOperator>(expression);
  if (!binary || !binary->isAdditiveOp() ||
      mentions(binary->getLHS(), variable) == mentions(binary->getRHS(), variable))
    return false;
  bool isLeft = mentions(binary->getLHS(), variable);
  return (isLeft || binary->getOpcode() == BO_Add) &&
         isOffset(isLeft ? binary->getLHS() : binary->getRHS(), variable);
}

static Comparison comparisonOf(const Expr *condition) {
  if (!condition)
    return {};
  const Expr *bare = condition->IgnoreParens();
  while (const auto *cast = dyn_cast<ImplicitCastExpr>(bare)) {
    if (cast->getCastKind() != CK_IntegralToBoolean && cast->getCastKind() != CK_NoOp)
      break;
    bare = cast->getSubExpr()->IgnoreParens();
  }
  const auto *binary = dyn_cast<BinaryOperator>(bare);
  if (binary && (binary->isRelationalOp() || binary->getOpcode() == BO_NE))
    return {binary->getLHS(), binary->getRHS(), binary->getOpcode()};
  return {bare, nullptr, BO_NE};
}

bool Evaluator::analyzeCondition(LoopId id, const LoopParts &parts) {
  if (Result.loops[id].isPosition)
    return analyzePositionCondition(id, parts);
  Comparison compared = comparisonOf(parts.condition);
  bool isFor = isa<ForStmt>(Result.loops[id].statement);
  auto fail = [&](const std::string &problem, const std::string &reason = "") {
    setProblem(id, problem,
               parts.condition ? static_cast<const Stmt *>(parts.condition)
                               : Result.loops[id].statement,
               !reason.empty() ? reason
               : isFor         ? "non-canonical-loop"
                               : "unsupported-loop-form");
    return false;
  };
  const VarDecl *variable = Result.loops[id].index;
  bool indexLeft = compared.left && mentions(compared.left, variable);
  bool indexRight = compared.right && mentions(compared.right, variable);
  if (indexLeft == indexRight || !isOffset(indexLeft ? compared.left : compared.right, variable)) {
    if (parts.condition && !parts.testsLast) {
      Condition general = evaluateCondition(parts.condition);
      pushCondition(general, true);
    }
    pushGuard(std::nullopt);
    return fail("the loop does not compare its index with a bound");
  }
  BinaryOperatorKind op =
      indexRight ? BinaryOperator::reverseComparisonOp(compared.op) : compared.op;
  QualType type = compared.left->getType();
  const Expr *boundExpression = indexLeft ? compared.right : compared.left;
  const Expr *indexExpression = indexLeft ? compared.left : compared.right;
  auto indexType = integerType(variable->getType());
  auto highest = Result.symbols[Result.loops[id].indexSymbol].high;
  {
    // No loop makes 2^62 trips; without this an unsigned 64-bit index could not be added to. Nor
    // does `i + 1 < b` overflow unless it does for the first i: later ones are what an earlier test
    // found to be below b.
    Loop &loop = Result.loops[id];
    auto constantStep = loop.step->asConstant();
    Symbol &symbol = Result.symbols[loop.indexSymbol];
    Coefficient limit = Coefficient(1) << 62;
    if (constantStep && *constantStep == 1) {
      auto low = lowerBound(loop.lower), high = upperBound(loop.lower);
      if (low && *low >= 0 && high && *high < limit)
        symbol.high = std::min(*symbol.high, *high + limit);
      if (op == BO_LT && !indexType->isSigned && high && *high < *symbol.high)
        symbol.high = *symbol.high - 1;
    }
  }
  // Before the condition holds the index may be one step past the bound, so its own value decides.
  size_t accesses = Result.accesses.size(), effects = Result.effects.size();
  Value left, right = Value::integer(Polynomial());
  if (parts.testsLast) {
    // What the body leaves behind is tested: the index has advanced, unless the test itself does
    // it. Here only its value counts; the accesses are recorded where they happen.
    Value bound = right;
    if (boundExpression) {
      bool quiet = std::exchange(Quiet, Quiet || !isPure(boundExpression, MaximalPureDepth));
      bound = evaluateValue(boundExpression);
      Quiet = quiet;
    }
    State before = Now;
    std::vector<InductionCandidate> inductions = Result.loops[id].inductions;
    InductionCandidate advance = Result.loops[id].advance;
    size_t accessesBefore = Result.accesses.size(), effectsBefore = Result.effects.size();
    const Loop &loop = Result.loops[id];
    if (loop.updateSite == UpdateSite::Body) {
      Path path{objectOf(*variable), {}, variable->getType()};
      bool exactly = indexType->isSigned && !Options.wrappingIntegers &&
                     indexType->width >= Context.getIntWidth(Context.IntTy);
      Now.memory[keyOf(path)].value =
          Value::integer(loop.indexValue + *loop.step, exactly ? 0 : indexType->width);
    }
    Value counted = evaluateValue(indexExpression);
    Now = before;
    Result.loops[id].inductions = std::move(inductions);
    Result.loops[id].advance = std::move(advance);
    Result.accesses.resize(accessesBefore);
    Result.effects.resize(effectsBefore);
    left = indexLeft ? counted : bound;
    right = indexLeft ? bound : counted;
  } else {
    left = evaluateValue(compared.left);
    if (compared.right)
      right = evaluateValue(compared.right);
  }
  Value indexSide = indexLeft ? left : right;
  Value boundValue = indexLeft ? right : left;
  addDecision(boundValue.taint);
  if (boundValue.kind != Value::Kind::Integer || indexSide.kind != Value::Kind::Integer ||
      !integerType(type)) {
    pushGuard(std::nullopt);
    return fail("the bound of the loop is not an integer");
  }
  Polynomial index = exact(indexSide, type);
  Polynomial bound = exact(boundValue, type);
  Loop &loop = Result.loops[id];
  loop.comparison = op;
  loop.boundExpression = boundExpression;
  loop.indexExpression = indexExpression;
  // Of several names for one value, the loop's own header has the best.
  if (auto symbol = bound.asSymbol();
      symbol && loop.isLexical && boundExpression && namedVariable(boundExpression))
    loop.namesAtEntry[*symbol] = namedVariable(boundExpression)->getNameAsString();
  auto refuse = [&](const std::string &problem, const std::string &reason = "") {
    pushGuard(std::nullopt);
    return fail(problem, reason);
  };
  Polynomial ahead = index - loop.indexValue;
  if (!index.isValid() || Result.varies(ahead, id)) {
    Result.symbols[loop.indexSymbol].high = highest;
    return refuse("the index is compared in a type that may not hold it");
  }
  if (!bound.isValid() || Result.varies(bound, id))
    return refuse("the loop may change its own bound '" + sourceText(boundExpression) + "'",
                  "bound-not-invariant");
  for (size_t i = accesses; i < Result.accesses.size(); ++i)
    if (Result.accesses[i].isWrite &&
        Result.objects[Result.accesses[i].path.object].declaration != variable)
      return refuse("the condition of the loop writes memory");
  for (size_t i = effects; i < Result.effects.size(); ++i)
    return refuse("the condition of the loop is not a plain comparison");

  // From here on, and in iterations but the first of a `do` loop, `index OP bound` is what is
  // tested.
  loop.ahead = parts.testsLast ? ahead - *loop.step : ahead;
  bound = bound - loop.ahead;
  bool up = op == BO_LT || op == BO_LE, down = op == BO_GT || op == BO_GE;
  auto constantStep = loop.step->asConstant();
  bool unit = constantStep && (*constantStep == 1 || *constantStep == -1);
  if (op == BO_NE) {
    if (!unit)
      return refuse("'!=' needs a step of one");
    up = *constantStep > 0;
    down = !up;
    Polynomial distance = up ? bound - loop.lower : loop.lower - bound;
    int guard = std::exchange(Now.guard, loop.guardBefore);
    bool ordered = provenNonNegative(distance - Polynomial(parts.testsLast ? 1 : 0));
    // The end that is the lower one by rights: where it is, a way around takes too long.
    constexpr Coefficient half = Coefficient(1) << 63;
    bool isLow = provenNonNegative(Polynomial(half) - (up ? loop.lower : bound));
    Now.guard = guard;
    // Overflow of the index is undefined, or takes longer than any program runs; not if it starts
    // at n - 1 and goes down to -1, as unsigned numbers.
    bool cannotOverflow = indexType->isSigned && !Options.wrappingIntegers &&
                          indexType->width >= Context.getIntWidth(Context.IntTy);
    bool cannotWrap = cannotOverflow || (indexType->width == 64 && isLow);
    if (!ordered && !cannotWrap)
      return refuse("the index may have to wrap around to reach its bound");
  }
  if (constantStep && ((*constantStep > 0) != up || (*constantStep < 0) != down))
    return refuse("the step leads away from the bound");
  if (!constantStep) {
    Polynomial advance = (up ? *loop.step : Polynomial() - *loop.step) - Polynomial(1);
    if (provenNonNegative(Polynomial(-1) - advance))
      return refuse("the step leads away from the bound");
    pushGuard(Constraint{advance, false});
  }

  // A narrow index promoted for the comparison must be able to pass every value up to the bound.
  bool strict = op == BO_LT || op == BO_GT || op == BO_NE;
  if (indexType->width < Context.getIntWidth(Context.IntTy)) {
    Coefficient span = Coefficient(1) << indexType->width;
    Coefficient low = indexType->isSigned ? -span / 2 : 0, high = low + span - 1;
    Coefficient margin = strict ? 0 : 1;
    int guard = std::exchange(Now.guard, loop.guardBefore);
    // The last value that passes the test still has a step to go.
    Coefficient beyond = constantStep ? (up ? *constantStep : -*constantStep) - 1 : 0;
    bool fits = constantStep && (up ? provenNonNegative(Polynomial(high - margin - beyond) - bound)
                                    : provenNonNegative(bound - Polynomial(low + margin + beyond)));
    auto start = loop.lower.asConstant(), end = bound.asConstant();
    if (constantStep && start && end && !fits) {
      Coefficient size = up ? *constantStep : -*constantStep;
      Coefficient length = (up ? *end - *start : *start - *end) + (strict ? 0 : 1);
      Coefficient steps = length <= 0 ? 0 : (length + size - 1) / size;
      Coefficient behind = *start + steps * *constantStep;
      fits = behind >= low && behind <= high;
    }
    Now.guard = guard;
    if (!fits)
      return refuse("the type of the index may be too narrow for the bound");
  }
  // Found by a differential test: g++ 12 computes the number of iterations in the type of the
  // index, and runs none at all where `distance + step - 1` leaves it.
  bool isNarrow = indexType->width < Context.getIntWidth(Context.IntTy);
  Polynomial distance =
      (up ? bound - loop.lower : loop.lower - bound) + Polynomial((strict ? 0 : 1) - 1);
  distance =
      distance + (constantStep ? Polynomial(up ? *constantStep : -*constantStep) : Polynomial());
  if (isNarrow || distance.asConstant()) {
    Coefficient most = (Coefficient(1) << (indexType->width - (indexType->isSigned ? 1 : 0))) - 1;
    int guard = std::exchange(Now.guard, loop.guardBefore);
    bool isCounted = provenNonNegative(Polynomial(most) - distance);
    Now.guard = guard;
    if (!isCounted)
      return refuse("the number of iterations may not fit the type of the index");
  }
  if (down && !indexType->isSigned) {
    // Counting down an unsigned index ends only if it stays above zero.
    int guard = std::exchange(Now.guard, loop.guardBefore);
    bool fits = unit && provenNonNegative(bound - Polynomial(strict ? 0 : 1));
    Now.guard = guard;
    if (!fits)
      return refuse("an unsigned index that counts down may wrap around");
  }
  Coefficient inset = strict ? 1 : 0;
  loop.last = bound + Polynomial(up ? -inset : inset);
  int outside = std::exchange(Now.guard, loop.guardBefore);
  bool nonEmpty = provenNonNegative(up ? *loop.last - loop.lower : loop.lower - *loop.last);
  Now.guard = outside;
  // `!=` would otherwise have to wrap around.
  bool runsUntested = parts.testsLast && !nonEmpty && op != BO_NE;
  if (runsUntested && !unit)
    return refuse("the first iteration runs untested");
  if (runsUntested) {
    // The last index is the first one, or what the test says if that is further.
    SymbolId furthest = addSymbol({.name = "last " + variable->getNameAsString(),
                                   .kind = SymbolKind::Opaque,
                                   .loop = Result.loops[id].parent});
    Polynomial reached = Polynomial::symbol(furthest);
    Symbol &symbol = Result.symbols[furthest];
    for (const Polynomial &end : {loop.lower, *loop.last})
      if (end.isAffine())
        symbol.facts.push_back({up ? reached - end : end - reached, false});
    loop.testedLast = loop.last;
    loop.last = reached;
    pushGuard(std::nullopt);
  }
  pushGuard(Constraint{up ? *loop.last - loop.indexValue : loop.indexValue - *loop.last, false});
  // A truncating quotient in the bound is a floor wherever it is positive, as it is inside.
  for (const auto &[monomial, coefficient] : bound.terms())
    for (SymbolId symbol : monomial)
      if (Result.symbols[symbol].dividend &&
          provenNonNegative(Polynomial::symbol(symbol) - Polynomial(1)))
        pushGuard(
            Constraint{*Result.symbols[symbol].dividend -
                           Polynomial::symbol(symbol) * Polynomial(Result.symbols[symbol].divisor),
                       false});
  Symbol &symbol = Result.symbols[loop.indexSymbol];
  if (unit) {
    if (up)
      symbol.high =
          std::min<Coefficient>(*symbol.high, upperBound(*loop.last).value_or(*symbol.high));
    else
      symbol.low = std::max<Coefficient>(*symbol.low, lowerBound(*loop.last).value_or(*symbol.low));
    loop.trip = (up ? *loop.last - loop.lower : loop.lower - *loop.last) + Polynomial(1);
  } else if (auto range = (bound - loop.lower).asConstant(); range && constantStep) {
    Coefficient size = *constantStep > 0 ? *constantStep : -*constantStep;
    Coefficient span = (up ? *range : -*range) + (strict ? 0 : 1);
    loop.trip = Polynomial(span <= 0 ? 0 : (span + size - 1) / size);
  }
  loop.provenNonEmpty = nonEmpty || parts.testsLast;
  return true;
}

} // namespace loomp
