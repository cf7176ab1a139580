//===- LoopCondition.cpp - what a loop tests before each iteration --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: where the index advances by a fixed step, `index OP bound`, with a bound that the loop
// leaves alone, holds up to some last value and never again. So do
//
//   i + c < b            that is i < b - c
//   i < a && i < b       up to the smaller one: what holds up to two values holds up to the first.
//                        The second bound is read only where the first test holds: see
//                        BoundText.cpp
//   d * d <= n           up to the integer square root, for signed d from 0 on: squares of later
//                        values are larger, or overflow, which is undefined. (Of unsigned numbers
//                        the square wraps, and may be small again.)
//   i < j                with a j that moves towards i: see MovingBound.cpp
//   if (i >= n) break;   in front of everything else in the body: see LoopParts.cpp
//
// Theorem: let the body begin with `if (i == c) break;`, with a c that the loop leaves alone, and
// let i start at c or on this side of it and advance by one. No iteration gets past c.
//
// Theorem: an unsigned i of w bits that starts as b - 1 and goes down by one passes b - 1, ..., 0
// and goes on with 2^w - 1, which is not less than b. For b = 0 it starts there. So with the test
// `i < b`, or `i != 2^w - 1`, the loop is `for (i = b; i-- > 0;)`: see endsByWrapping.
//
// Starting anywhere, at s, it passes s, ..., 0 if s < b, since 2^w - 1 is less than no b. If not,
// it passes nothing: `for (i = (s < b ? s + 1 : 0); i-- > 0;)`. Behind it i would be another one
// then: it must not outlive the loop.
//
//===----------------------------------------------------------------------===//

#include "analyses/BoundText.h"
#include "analyses/Evaluator.h"
#include "analyses/LoopParts.h"

#include <algorithm>

using namespace clang;

namespace loomp {

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

/// Is the expression the product of the variable with itself?
static const BinaryOperator *squareOf(const Expr *expression, const VarDecl *variable) {
  auto plain = [](const Expr *value) {
    for (value = value->IgnoreParens(); isa<CastExpr>(value); value = value->IgnoreParens())
      value = cast<CastExpr>(value)->getSubExpr();
    return value;
  };
  const auto *product = dyn_cast<BinaryOperator>(plain(expression));
  return product && product->getOpcode() == BO_Mul &&
                 namedVariable(plain(product->getLHS())) == variable &&
                 namedVariable(plain(product->getRHS())) == variable
             ? product
             : nullptr;
}

bool Evaluator::analyzeCondition(LoopId id, const LoopParts &parts) {
  std::vector<LoopTest> tests;
  if (parts.condition)
    tests = splitTests(parts.condition, parts.isNegated);
  if (tests.size() > 1 && !parts.testsLast)
    return analyzeConjunction(id, parts, tests);
  LoopParts single = parts;
  if (tests.size() == 1) {
    single.condition = tests.front().expression;
    single.isNegated = tests.front().isNegated;
  }
  if (Result.loops[id].isPosition)
    return analyzePositionCondition(id, single);
  bool isCounted = analyzeComparison(id, single);
  const IfStmt *exit = parts.exitTest ? nullptr : exitTestOf(parts.body);
  const Loop &loop = Result.loops[id];
  auto step = isCounted && loop.step ? loop.step->asConstant() : std::nullopt;
  if (!exit || !step || (*step != 1 && *step != -1) || loop.updateSite == UpdateSite::Condition)
    return isCounted;
  Comparison compared = comparisonOf(exit->getCond(), false);
  bool isLeft = compared.left && namedVariable(compared.left) == loop.index;
  const Expr *index = isLeft ? compared.left : compared.right;
  const Expr *last = isLeft ? compared.right : compared.left;
  if (compared.op != BO_EQ || !index || !last || namedVariable(index) != loop.index ||
      !isPure(last) || !isInvariant(last, *LoopModified.back()))
    return isCounted;
  Value value = evaluateQuietly(last);
  int guard = std::exchange(Now.guard, loop.guardBefore);
  bool isAhead = value.kind == Value::Kind::Integer && value.modulus == 0 &&
                 provenNonNegative((value.number - loop.lower) * Polynomial(*step));
  Now.guard = guard;
  if (isAhead)
    pushGuard(Constraint{(value.number - loop.indexValue) * Polynomial(*step), false});
  return isCounted;
}

bool Evaluator::analyzeConjunction(LoopId id, const LoopParts &parts,
                                   llvm::ArrayRef<LoopTest> tests) {
  std::vector<BoundTest> bounds;
  std::vector<Polynomial> lasts;
  bool isLexical = Result.loops[id].isLexical, isFixed = true, nonEmpty = true;
  auto fail = [&](const Expr *site) {
    Loop &loop = Result.loops[id];
    loop.trip.reset();
    loop.last.reset();
    loop.provenNonEmpty = false;
    setProblem(id, "the loop does not compare its index with a bound", site,
               isa<ForStmt>(loop.statement) ? "non-canonical-loop" : "unsupported-loop-form");
    return false;
  };
  for (size_t i = 0; i < tests.size(); ++i) {
    const auto &[expression, isNegated] = tests[i];
    LoopParts part = parts;
    part.condition = expression;
    part.isNegated = isNegated;
    const Loop &loop = Result.loops[id]; // no loop is entered in between
    // `!=` ends the loop at its bound only if the other tests let it get there.
    bool isTried = !loop.isPosition && comparisonOf(expression, isNegated).op != BO_NE;
    bool isBound = isTried && analyzeComparison(id, part) && loop.boundExpression &&
                   loop.ahead.isZero() && loop.step->isConstant();
    if (!isBound) {
      for (const LoopTest &rest : tests.drop_front(isTried ? i + 1 : i))
        pushCondition(evaluateCondition(rest.expression), !rest.isNegated);
      pushGuard(std::nullopt);
      return fail(expression);
    }
    nonEmpty &= loop.provenNonEmpty;
    isFixed &= isInvariant(loop.boundExpression, *LoopModified.back());
    bounds.push_back({loop.boundExpression, loop.comparison, loop.indexExpression->getType()});
    lasts.push_back(*loop.last);
  }
  Loop &loop = Result.loops[id];
  bool up = *loop.step->asConstant() > 0;
  bool unit = *loop.step->asConstant() == (up ? 1 : -1);
  bool isStrict = std::any_of(bounds.begin(), bounds.end(), [](const BoundTest &bound) {
    return bound.comparison == BO_LT || bound.comparison == BO_GT;
  });
  Polynomial inset = Polynomial(!isStrict ? 0 : up ? 1 : -1);
  Symbol nearest{.name = "bound of " + loop.index->getNameAsString(), .kind = SymbolKind::Opaque};
  for (const Polynomial &last : lasts) {
    LoopId level = levelOf(last);
    if (nearest.loop == NoLoop || Result.isInside(level, nearest.loop))
      nearest.loop = level;
  }
  SymbolId symbol = addSymbol(std::move(nearest));
  Polynomial last = Polynomial::symbol(symbol) - inset;
  for (const Polynomial &each : lasts)
    if (each.isAffine())
      Result.symbols[symbol].facts.push_back({up ? each - last : last - each, false});
  Loop &counted = Result.loops[id];
  counted.comparison = up ? (isStrict ? BO_LT : BO_LE) : (isStrict ? BO_GT : BO_GE);
  counted.bounds = std::move(bounds);
  counted.boundExpression = nullptr;
  counted.last = last;
  counted.trip.reset();
  if (unit)
    counted.trip = (up ? last - counted.lower : counted.lower - last) + Polynomial(1);
  counted.provenNonEmpty = nonEmpty;
  // Not only up to each of the bounds, but up to the nearest.
  Polynomial index = counted.indexValue;
  pushGuard(Constraint{up ? last - index : index - last, false});
  if (isLexical && isFixed) {
    auto text =
        combinedBound(counted.bounds, Context, loop.index->getType(), "", [&](const Expr &bound) {
          const Expr *inner = bound.IgnoreImpCasts();
          bool isPrimary = isa<DeclRefExpr, MemberExpr, CXXMemberCallExpr, IntegerLiteral>(inner);
          return isPrimary ? sourceText(&bound) : "(" + sourceText(&bound) + ")";
        });
    if (text)
      counted.namesAtEntry[symbol] = *text;
  }
  return true;
}

/// `d * d <= n`.
bool Evaluator::analyzeSquare(LoopId id, const Expr &square, const BoundTest &test,
                              const Polynomial &bound) {
  Loop &loop = Result.loops[id];
  auto step = loop.step->asConstant();
  auto type = integerType(loop.index->getType()), product = integerType(square.getType()),
       compared = integerType(test.compared);
  int guard = std::exchange(Now.guard, loop.guardBefore);
  bool isUp = provenNonNegative(loop.lower);
  Now.guard = guard;
  if ((test.comparison != BO_LT && test.comparison != BO_LE) || !step || *step < 1 || !isUp ||
      !type->isSigned || type->width < Context.getIntWidth(Context.IntTy) || !product ||
      !product->isSigned || !compared || !compared->isSigned || Options.wrappingIntegers)
    return false;
  // No square above 2^63 is below a bound, and later values of the index would overflow.
  unsigned bits = std::min(type->width - 1, product->width / 2);
  SymbolId root = addSymbol({.name = "root of " + sourceText(test.bound),
                             .kind = SymbolKind::Opaque,
                             .loop = levelOf(bound),
                             .low = -1,
                             .high = (Coefficient(1) << bits) - 1});
  Loop &counted = Result.loops[id];
  Polynomial last = Polynomial::symbol(root);
  counted.rootBits = bits;
  counted.bounds = {test};
  counted.boundExpression = nullptr;
  counted.comparison = BO_LE;
  counted.ahead = Polynomial();
  counted.last = last;
  if (*step == 1)
    counted.trip = last - counted.lower + Polynomial(1);
  if (auto start = counted.lower.asConstant(); start && *start < (Coefficient(1) << 30)) {
    int inside = std::exchange(Now.guard, counted.guardBefore);
    counted.provenNonEmpty =
        provenNonNegative(bound - Polynomial(*start * *start + (test.comparison == BO_LT ? 1 : 0)));
    Now.guard = inside;
  }
  // How the root depends on the bound is not part of the model.
  pushGuard(std::nullopt);
  pushGuard(Constraint{last - counted.indexValue, false});
  pushGuard(Constraint{bound - counted.indexValue, false});
  Symbol &index = Result.symbols[counted.indexSymbol];
  if (*step == 1)
    index.high = std::min<Coefficient>(*index.high, (Coefficient(1) << bits) - 1);
  return true;
}

/// If so, what the index starts with as written; from here on it starts with one more.
std::optional<Value> Evaluator::endsByWrapping(LoopParts &parts, const LoopCounter &counter) {
  if (!counter.index || !counter.start || !parts.condition || !parts.increment || parts.exitTest ||
      parts.testsLast)
    return std::nullopt;
  auto type = integerType(counter.index->getType());
  Comparison compared = comparisonOf(parts.condition, false);
  const Expr *step = nullptr;
  bool negative = false;
  if (!type || type->isSigned || type->width < Context.getIntWidth(Context.IntTy) ||
      !compared.right || !splitUpdate(parts.increment, counter.index, step, negative) ||
      !negative || step)
    return std::nullopt;
  bool isLeft = namedVariable(compared.left) == counter.index;
  const Expr *bound = isLeft ? compared.right : compared.left;
  BinaryOperatorKind op = isLeft ? compared.op : BinaryOperator::reverseComparisonOp(compared.op);
  if ((!isLeft && namedVariable(compared.right) != counter.index) ||
      mentions(bound, counter.index) || (op != BO_LT && op != BO_NE) || !isPure(bound) ||
      !Context.hasSameUnqualifiedType(compared.left->getType(), counter.index->getType()))
    return std::nullopt;
  Value end = evaluateQuietly(bound);
  Entry *start = nullptr;
  for (auto &[key, entry] : Now.memory)
    if (entry.value.kind == Value::Kind::Integer && isNamedHere(entry.path, counter.index))
      start = &entry;
  if (!start || end.kind != Value::Kind::Integer)
    return std::nullopt;
  Coefficient span = Coefficient(1) << type->width;
  auto isMultiple = [&](const Polynomial &value) {
    return value.isValid() && value.withoutMultiplesOf(span).isZero();
  };
  Polynomial above = start->value.number + Polynomial(1);
  Value written = start->value;
  if (op == BO_LT && !isMultiple(above - end.number)) {
    const auto *declared = dyn_cast_or_null<DeclStmt>(parts.init);
    if (!declared || declared->getSingleDecl() != counter.index || !isPure(counter.start))
      return std::nullopt;
    Polynomial first = exact(start->value, counter.index->getType());
    Polynomial limit = exact(end, compared.left->getType());
    if (!first.isValid() || !limit.isValid())
      return std::nullopt;
    above = first + Polynomial(1);
    if (!provenNonNegative(limit - above)) {
      SymbolId trips = addSymbol({.name = "iterations of " + counter.index->getNameAsString(),
                                  .kind = SymbolKind::Opaque,
                                  .loop = levelOf({&start->value, &end}),
                                  .low = 0,
                                  .high = span - 1});
      for (const Polynomial &most : {limit, above})
        if (most.isAffine())
          Result.symbols[trips].facts.push_back({most - Polynomial::symbol(trips), false});
      above = Polynomial::symbol(trips);
      parts.wrapBound = bound;
    }
    start->value = Value::integer(above);
  } else if (op == BO_NE && !isMultiple(end.number + Polynomial(1))) {
    return std::nullopt;
  } else {
    start->value = Value::integer(above, type->width);
  }
  parts.wrapsBy = std::exchange(parts.increment, nullptr);
  return written;
}

bool Evaluator::analyzeComparison(LoopId id, const LoopParts &parts) {
  Comparison compared = comparisonOf(parts.condition, parts.isNegated);
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
  const Expr *indexSideText = indexLeft ? compared.left : compared.right;
  const BinaryOperator *square = nullptr;
  if (indexLeft != indexRight && !parts.testsLast)
    square = squareOf(indexSideText, variable);
  if (indexLeft == indexRight || !(square || isOffset(indexSideText, variable))) {
    if (parts.condition && !parts.testsLast) {
      Condition general = evaluateCondition(parts.condition);
      pushCondition(general, !parts.isNegated);
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
    // Without this an unsigned 64-bit index could not be added to. Nor
    // does `i + 1 < b` overflow unless it does for the first i: later ones are what an earlier test
    // found to be below b.
    Loop &loop = Result.loops[id];
    auto constantStep = loop.step->asConstant();
    Symbol &symbol = Result.symbols[loop.indexSymbol];
    Coefficient limit = Coefficient(1) << 62;
    if (constantStep && *constantStep == 1) {
      auto low = lowerBound(loop.lower), high = upperBound(loop.lower);
      if (low && *low >= 0 && high && *high < limit)
        symbol.high = std::min(*symbol.high, *high + TooManyTrips);
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
  const BoundTest test{boundExpression, op, type};
  std::optional<Polynomial> moving;
  if (!parts.testsLast && !parts.wrapsBy && index == Result.loops[id].indexValue)
    moving = startOfMovingBound(id, test, boundValue);
  Polynomial bound = moving ? *moving : exact(boundValue, type);
  if (parts.wrapsBy) {
    // What is tested here was tested by the update before; from here on it is `i-- > 0`.
    if (op != BO_NE && Result.varies(bound, id)) {
      pushGuard(std::nullopt);
      return fail("the loop may change its own bound '" + sourceText(boundExpression) + "'",
                  "bound-not-invariant");
    }
    evaluateDiscarded(parts.wrapsBy);
    op = BO_GT;
    boundExpression = nullptr;
    index = Result.loops[id].indexValue;
    bound = Polynomial();
  }
  Loop &loop = Result.loops[id];
  loop.comparison = op;
  loop.boundExpression = boundExpression;
  loop.indexExpression = indexExpression;
  // Of several names for one value, the loop's own header has the best.
  if (auto symbol = bound.asSymbol(); symbol && loop.isLexical && boundExpression &&
                                      namedVariable(boundExpression) &&
                                      mayBeOperand(namedVariable(boundExpression)->getType()))
    loop.namesAtEntry[*symbol] = namedVariable(boundExpression)->getNameAsString();
  auto refuse = [&](const std::string &problem, const std::string &reason = "") {
    pushGuard(std::nullopt);
    return fail(problem, reason);
  };
  bool isSquare = square && index == loop.indexValue * loop.indexValue;
  Polynomial ahead = isSquare ? Polynomial() : index - loop.indexValue;
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

  if (moving) {
    meetBound(id, test, *moving);
    return true;
  }
  if (isSquare)
    return analyzeSquare(id, *square, {boundExpression, op, type}, bound) ||
           refuse("the square of the index may wrap around, or not grow");

  // From here on, and in iterations but the first of a `do` loop, `index OP bound` is what is
  // tested.
  loop.ahead = parts.testsLast ? ahead - *loop.step : ahead;
  bound = bound - loop.ahead;
  bool up = op == BO_LT || op == BO_LE, down = op == BO_GT || op == BO_GE;
  auto constantStep = loop.step->asConstant();
  bool unit = constantStep && (*constantStep == 1 || *constantStep == -1);
  if (op == BO_EQ)
    return refuse("the loop does not compare its index with a bound");
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
  // The first step is taken whatever the test says; there may be more below the bound if it wraps.
  bool mayWrap = !indexType->isSigned || Options.wrappingIntegers ||
                 indexType->width < Context.getIntWidth(Context.IntTy);
  if (runsUntested && mayWrap && constantStep) {
    Coefficient span = Coefficient(1) << indexType->width;
    Coefficient low = indexType->isSigned ? -span / 2 : 0;
    Now.guard = loop.guardBefore;
    mayWrap = !provenWithin(loop.lower + *loop.step, low, low + span - 1);
    Now.guard = outside;
  }
  if (runsUntested && (mayWrap || !constantStep))
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
    loop.trip = Polynomial(span <= 0 ? Coefficient(parts.testsLast) : (span + size - 1) / size);
  }
  loop.provenNonEmpty = nonEmpty || parts.testsLast;
  return true;
}

} // namespace loomp
