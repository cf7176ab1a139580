//===- PreviousValue.cpp - what the iteration before left -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   last = n - 1;                         last_i = i == 0 ? last : i - 1
//   for (i = 0; i < n; i++) {
//     b[i] = a[last] - a[i];
//     last = i;                           k_i = (k + i) % 10
//     if (++k == 10) k = 0;
//   }
//
// Theorem (previous value): if every iteration assigns x once, at the level of its body, a value
// that is a function of the index and of what the loop does not change, then each iteration but the
// first finds in x that function of the index before. Evaluating it once more reads what the
// iteration before has read, and in floating point loads only, so that the value is the same.
//
// Theorem (circular counter): if 0 <= x0 < n and every iteration makes x + 1 of x, and 0 of n, or
// (x + c) % n with c >= 0, then iteration t finds (x0 + c * t) % n. For n = 2^k a mask does the
// same, whatever type the sum has: `(x + c) & (n - 1)`, the mask being a constant. Where x0 is not
// known to be in range the program asks, and runs the loop as it was if it is not: nothing else may
// build on it.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// Is some statement after which an iteration goes on elsewhere in the body?
static bool holdsJump(const Stmt *statement) {
  if (!statement || isa<LambdaExpr>(statement))
    return false;
  if (isa<ContinueStmt, GotoStmt, LabelStmt, CXXTryStmt>(statement))
    return true;
  for (const Stmt *child : statement->children())
    if (holdsJump(child))
      return true;
  return false;
}

static std::vector<const Stmt *> statementsOf(const Stmt *body) {
  if (const auto *block = dyn_cast<CompoundStmt>(body))
    return {block->body_begin(), block->body_end()};
  return {body};
}

/// `x = e` as a statement.
static const BinaryOperator *assignmentOf(const Stmt *statement, const VarDecl *variable) {
  const auto *expression = dyn_cast<Expr>(statement);
  const auto *assignment =
      expression ? dyn_cast<BinaryOperator>(expression->IgnoreParens()) : nullptr;
  bool matches = assignment && assignment->getOpcode() == BO_Assign &&
                 namedVariable(assignment->getLHS()) == variable;
  return matches ? assignment : nullptr;
}

bool Evaluator::dependsOnIndexOnly(LoopId loop, const Expr *expression) {
  const Loop &entered = Result.loops[loop];
  if (!isInvariant(expression, *LoopModified.back(), entered.index))
    return false;
  std::vector<const Stmt *> pending = {expression};
  while (!pending.empty()) {
    const Stmt *statement = pending.back();
    pending.pop_back();
    if (!statement)
      continue;
    // A sum may be fused with a product at one place and not at the other.
    if (isa<CallExpr, CXXConstructExpr, LambdaExpr>(statement) &&
        !isa<CXXOperatorCallExpr>(statement))
      return false;
    const auto *binary = dyn_cast<BinaryOperator>(statement);
    if (binary && binary->getType()->isFloatingType())
      return false;
    for (const Stmt *child : statement->children())
      pending.push_back(child);
  }
  return true;
}

/// The value, or what a constant of the body was initialized with, if it has a meaning elsewhere.
const Expr *Evaluator::functionOfIndex(LoopId loop, const Stmt *body, const VarDecl &variable,
                                       const Expr *value) {
  QualType type = variable.getType();
  for (unsigned depth = 0; depth < 3; ++depth) {
    QualType given = value->IgnoreParenImpCasts()->getType();
    bool same = Context.hasSameUnqualifiedType(type, given);
    bool numbers = given->isArithmeticType() && type->isArithmeticType() &&
                   !(type->isIntegerType() && given->isFloatingType());
    if (!same && !numbers)
      return nullptr;
    if (dependsOnIndexOnly(loop, value))
      return value;
    const VarDecl *local = namedVariable(value);
    if (!local || !local->hasInit() || !local->hasLocalStorage() ||
        local->getType()->isReferenceType() || AddressTaken.count(local) ||
        LoopModified.back()->variables.count(local) ||
        !Context.hasSameUnqualifiedType(local->getType(),
                                        local->getInit()->IgnoreParenImpCasts()->getType()))
      return nullptr;
    bool atTop = false;
    for (const Stmt *statement : statementsOf(body))
      if (const auto *declarations = dyn_cast<DeclStmt>(statement))
        for (const Decl *declaration : declarations->decls())
          atTop |= declaration == local;
    if (!atTop)
      return nullptr;
    value = local->getInit();
  }
  return nullptr;
}

/// Splits `x + c` with x the variable into c.
static const Expr *addedTo(const Expr *sum, const VarDecl *variable) {
  const auto *binary = dyn_cast<BinaryOperator>(sum->IgnoreParenImpCasts());
  if (!binary || binary->getOpcode() != BO_Add)
    return nullptr;
  if (namedVariable(binary->getLHS()) == variable)
    return binary->getRHS();
  return namedVariable(binary->getRHS()) == variable ? binary->getLHS() : nullptr;
}

static bool isNumber(const Expr *expression, uint64_t number, const ASTContext &context) {
  Expr::EvalResult result;
  return expression && !expression->isValueDependent() &&
         expression->EvaluateAsInt(result, context) && result.Val.getInt() == number;
}

/// `x + 1` or `++x`.
static bool isNext(const Expr *expression, const VarDecl *variable, bool byUpdate,
                   const ASTContext &context) {
  expression = expression->IgnoreParenImpCasts();
  if (byUpdate) {
    const auto *unary = dyn_cast<UnaryOperator>(expression);
    return unary && unary->getOpcode() == UO_PreInc &&
           namedVariable(unary->getSubExpr()) == variable;
  }
  return isNumber(addedTo(expression, variable), 1, context);
}

/// The n of `next == n`, `next >= n`, or (if `whenBelow`) `next < n`, `next != n`.
static const Expr *limitOf(const Expr *condition, const VarDecl *variable, bool byUpdate,
                           bool isCounted, bool &whenBelow, const ASTContext &context) {
  const auto *comparison = dyn_cast<BinaryOperator>(condition->IgnoreParenImpCasts());
  if (!comparison)
    return nullptr;
  BinaryOperatorKind op = comparison->getOpcode();
  whenBelow = op == BO_LT || op == BO_NE;
  if (!whenBelow && op != BO_EQ && op != BO_GE)
    return nullptr;
  bool matches = isCounted ? namedVariable(comparison->getLHS()) == variable
                           : isNext(comparison->getLHS(), variable, byUpdate, context);
  return matches ? comparison->getRHS() : nullptr;
}

bool Evaluator::addCircularCounter(LoopId loop, const Stmt *body, const VarDecl &variable,
                                   const Path &path) {
  const Loop &entered = Result.loops[loop];
  const Expr *modulus = nullptr, *step = nullptr;
  unsigned places = 1;
  bool isMask = false;
  std::vector<const Stmt *> statements = statementsOf(body);
  for (size_t i = 0; i < statements.size() && !modulus; ++i) {
    bool whenBelow = false;
    if (const BinaryOperator *assignment = assignmentOf(statements[i], &variable)) {
      const Expr *value = assignment->getRHS()->IgnoreParenImpCasts();
      if (const auto *rest = dyn_cast<BinaryOperator>(value);
          rest && (rest->getOpcode() == BO_Rem || rest->getOpcode() == BO_And)) {
        step = addedTo(rest->getLHS(), &variable);
        modulus = step ? rest->getRHS() : nullptr;
        isMask = modulus && rest->getOpcode() == BO_And;
      }
      if (const auto *choice = dyn_cast<ConditionalOperator>(value)) {
        modulus = limitOf(choice->getCond(), &variable, false, false, whenBelow, Context);
        const Expr *next = whenBelow ? choice->getTrueExpr() : choice->getFalseExpr();
        const Expr *first = whenBelow ? choice->getFalseExpr() : choice->getTrueExpr();
        if (!isNext(next, &variable, false, Context) || !isNumber(first, 0, Context))
          modulus = nullptr;
      }
    }
    const auto *test = dyn_cast<IfStmt>(statements[i]);
    if (!test || test->getElse() || test->getInit() || test->getConditionVariable())
      continue;
    std::vector<const Stmt *> inside = statementsOf(test->getThen());
    const BinaryOperator *reset = inside.size() == 1 ? assignmentOf(inside[0], &variable) : nullptr;
    if (!reset || !isNumber(reset->getRHS(), 0, Context))
      continue;
    places = 2;
    modulus = limitOf(test->getCond(), &variable, true, false, whenBelow, Context);
    if (!modulus && i > 0) // `k++; if (k == n) k = 0;`
      if (const auto *update = dyn_cast<UnaryOperator>(statements[i - 1]);
          update && update->isIncrementOp() && namedVariable(update->getSubExpr()) == &variable)
        modulus = limitOf(test->getCond(), &variable, false, true, whenBelow, Context);
    if (whenBelow)
      modulus = nullptr;
  }
  auto assignments = LoopModified.back()->assignments.find(&variable);
  if (!modulus || assignments->second != places || !isInvariant(modulus, *LoopModified.back()) ||
      (step && !isInvariant(step, *LoopModified.back())))
    return false;
  bool quiet = std::exchange(Quiet, true);
  Value limit = evaluateValue(modulus), change = Value::integer(Polynomial(1));
  limit = Value::integer(exact(limit, modulus->getType()));
  if (isMask) {
    auto mask = limit.number.asConstant();
    if (!mask || *mask < 1 || *mask >= (Coefficient(1) << 30) || (*mask & (*mask + 1)) != 0) {
      Quiet = quiet;
      return false;
    }
    limit = Value::integer(Polynomial(*mask + 1));
  }
  if (step)
    change = Value::integer(exact(evaluateValue(step), step->getType()));
  Quiet = quiet;
  std::optional<Polynomial> start;
  if (auto known = entered.valuesAtEntry.find(&variable); known != entered.valuesAtEntry.end())
    start = known->second;
  else if (auto residue = entered.residuesAtEntry.find(&variable);
           residue != entered.residuesAtEntry.end() && residue->second.isConstant())
    start = exact(Value::integer(residue->second, Context.getIntWidth(variable.getType())),
                  variable.getType());
  auto type = integerType(variable.getType());
  auto amount = change.number.asConstant();
  // Nothing below may be computed in a type in which it wraps. What is narrower than `int` is added
  // up in that, and holds all values up to n.
  auto constantLimit = limit.number.asConstant();
  bool isNarrow = type && type->width < 32;
  bool holdsLimit = !isNarrow || (constantLimit && *constantLimit > 0 &&
                                  *constantLimit >> (type->width - type->isSigned) == 0);
  // Of numbers that are not negative the remainder by a small one is the same with and without a
  // sign.
  bool isSmall = constantLimit && *constantLimit > 0 && *constantLimit <= (Coefficient(1) << 30);
  if (limit.kind != Value::Kind::Integer || limit.modulus != 0 || !amount || *amount < 0 ||
      *amount > INT32_MAX || !type || !holdsLimit ||
      (step && !isMask && !isNarrow && !isSmall &&
       modulus->IgnoreParenImpCasts()->getType()->isUnsignedIntegerType() !=
           variable.getType()->isUnsignedIntegerType()))
    return false;
  int guard = std::exchange(Now.guard, entered.guardBefore);
  bool inRange = start && provenNonNegative(*start) &&
                 provenNonNegative(limit.number - *start - Polynomial(1)) &&
                 provenNonNegative(Polynomial(Coefficient(1) << 30) - limit.number);
  bool isBeyond = start && (provenNonNegative(*start - limit.number) ||
                            provenNonNegative(Polynomial(-1) - *start));
  Now.guard = guard;
  if (isBeyond || (isNarrow && !inRange))
    return false; // no check would ever hold, or be of use
  if (!inRange) {
    // In `int` the next value is at most n, and the closed form is computed in a wider type.
    bool isInt =
        Context.hasSameUnqualifiedType(variable.getType(), Context.IntTy) &&
        Context.hasSameUnqualifiedType(modulus->IgnoreParenImpCasts()->getType(), Context.IntTy);
    // A wider variable needs no more than that where n is small.
    auto constant = limit.number.asConstant();
    isInt |= type->isSigned && constant && *constant <= (Coefficient(1) << 30) && *amount <= 1;
    if (isInt && entered.isVisible(variable))
      Result.loops[loop].circularCounters.push_back(
          {&variable, change.number, limit.number, /*isChecked=*/true});
    return isInt;
  }
  Entry &entry = Now.memory[keyOf(path)];
  if (auto constant = limit.number.asConstant())
    entry.value = Value::integer(wrap(*start + change.number * entered.iteration, *constant, 0));
  Result.loops[loop].circularCounters.push_back({&variable, change.number, limit.number});
  return true;
}

void Evaluator::findPreviousValues(LoopId loop, const Stmt *body) {
  if (Result.loops[loop].isPosition)
    return;
  if (!Result.loops[loop].step || !Result.loops[loop].isLexical || !Result.loops[loop].index ||
      Now.dead || Quiet || holdsJump(body))
    return;
  for (const auto &[declaration, count] : LoopModified.back()->assignments) {
    const auto *variable = dyn_cast<VarDecl>(declaration);
    if (!variable || count > 2 || variable == Result.loops[loop].index ||
        !variable->hasLocalStorage() || AddressTaken.count(variable) ||
        !variable->getType()->isScalarType() || variable->getType().isVolatileQualified() ||
        variable->getType()->isEnumeralType())
      continue;
    Path path;
    unsigned places = 0;
    for (const auto &[key, entry] : Now.memory) {
      const Object &object = Result.objects[entry.path.object];
      if (object.declaration != variable || !isWholeVariable(entry.path))
        continue;
      path = entry.path;
      places += Result.isInside(object.loop, loop) ? 2 : 1;
    }
    if ((count == 1 && addAlternation(loop, body, *variable, places == 1 ? &path : nullptr)) ||
        places != 1 || variable->getType()->isBooleanType())
      continue;
    if (variable->getType()->isIntegerType() && addCircularCounter(loop, body, *variable, path))
      continue;
    if (count != 1 || addGeometric(loop, body, *variable))
      continue;
    for (const Stmt *statement : statementsOf(body))
      if (const BinaryOperator *assignment = assignmentOf(statement, variable))
        if (const Expr *value = functionOfIndex(loop, body, *variable, assignment->getRHS()))
          Result.loops[loop].previousValues.push_back({variable, value});
  }
}

} // namespace loomp
