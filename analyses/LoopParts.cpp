//===- LoopParts.cpp - a loop statement taken apart -----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/LoopParts.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include <algorithm>

using namespace clang;

namespace loomp {

LoopParts writtenPartsOf(const Stmt &loop) {
  if (const auto *counted = dyn_cast<ForStmt>(&loop))
    return {.init = counted->getInit(),
            .condition = counted->getCond(),
            .increment = counted->getInc(),
            .body = counted->getBody()};
  if (const auto *condition = dyn_cast<WhileStmt>(&loop))
    return {.condition = condition->getCond(), .body = condition->getBody()};
  if (const auto *range = dyn_cast<CXXForRangeStmt>(&loop))
    return {.body = range->getBody()};
  const auto *repeat = cast<DoStmt>(&loop);
  return {.condition = repeat->getCond(), .body = repeat->getBody(), .testsLast = true};
}

static bool isAlwaysTrue(const Expr *condition) {
  if (!condition)
    return true;
  condition = condition->IgnoreParenImpCasts();
  if (const auto *number = dyn_cast<IntegerLiteral>(condition))
    return number->getValue() != 0;
  const auto *truth = dyn_cast<CXXBoolLiteralExpr>(condition);
  return truth && truth->getValue();
}

const IfStmt *exitTestOf(const Stmt *body) {
  const auto *block = dyn_cast_or_null<CompoundStmt>(body);
  const auto *test =
      block && !block->body_empty() ? dyn_cast<IfStmt>(block->body_front()) : nullptr;
  if (!test || test->getElse() || test->getInit() || test->getConditionVariable() ||
      test->getStatementKind() != IfStatementKind::Ordinary)
    return nullptr;
  const Stmt *then = test->getThen();
  if (const auto *braces = dyn_cast<CompoundStmt>(then); braces && braces->size() == 1)
    then = braces->body_front();
  return isa<BreakStmt>(then) ? test : nullptr;
}

/// Theorem: a loop whose condition always holds and whose body begins with `if (c) break;` tests
/// `!c` in front of every iteration, be it a `while`, a `for` or a `do` loop, and what it does then
/// is the rest of the body.
LoopParts partsOf(const Stmt &loop) {
  LoopParts parts = writtenPartsOf(loop);
  if (isa<CXXForRangeStmt>(loop) || !isAlwaysTrue(parts.condition))
    return parts;
  if (const IfStmt *test = exitTestOf(parts.body)) {
    parts.exitTest = test;
    parts.condition = test->getCond();
    parts.isNegated = true;
    parts.testsLast = false;
  }
  return parts;
}

static void splitTests(const Expr *condition, bool isNegated, std::vector<LoopTest> &tests) {
  const Expr *bare = condition->IgnoreParens();
  if (const auto *binary = dyn_cast<BinaryOperator>(bare->IgnoreParenImpCasts()))
    if (binary->getOpcode() == (isNegated ? BO_LOr : BO_LAnd)) {
      splitTests(binary->getLHS(), isNegated, tests);
      return splitTests(binary->getRHS(), isNegated, tests);
    }
  if (const auto *unary = dyn_cast<UnaryOperator>(bare->IgnoreParenImpCasts()))
    if (unary->getOpcode() == UO_LNot)
      return splitTests(unary->getSubExpr(), !isNegated, tests);
  tests.push_back({condition, isNegated});
}

std::vector<LoopTest> splitTests(const Expr *condition, bool isNegated) {
  std::vector<LoopTest> tests;
  splitTests(condition, isNegated, tests);
  return tests;
}

/// The value in `{value}`, of a type that has only one.
static const Expr *withoutBraces(const Expr *value) {
  const auto *list = dyn_cast<InitListExpr>(value->IgnoreImplicit());
  if (list && list->getNumInits() == 1 && list->getType()->isScalarType())
    return list->getInit(0);
  const auto *construct = dyn_cast<CXXConstructExpr>(value->IgnoreImplicit());
  bool isBraced = construct && construct->isListInitialization() && construct->getNumArgs() == 1;
  return isBraced ? construct->getArg(0) : value;
}

bool splitStarts(const Stmt *init, std::vector<LoopStart> &starts) {
  if (const auto *declaration = dyn_cast_or_null<DeclStmt>(init)) {
    for (const Decl *each : declaration->decls()) {
      const auto *variable = dyn_cast<VarDecl>(each);
      if (!variable || !variable->getInit())
        return false;
      starts.push_back({variable, withoutBraces(variable->getInit())});
    }
    return true;
  }
  const auto *expression = dyn_cast_or_null<Expr>(init);
  if (!expression)
    return false;
  std::vector<const Expr *> operands;
  splitCommas(expression, operands);
  for (const Expr *operand : operands) {
    const auto *assignment = dyn_cast<BinaryOperator>(operand);
    const auto *call = dyn_cast<CXXOperatorCallExpr>(operand->IgnoreImplicit());
    if (call && call->getOperator() == OO_Equal && namedVariable(call->getArg(0))) {
      starts.push_back({namedVariable(call->getArg(0)), call->getArg(1)});
      continue;
    }
    const VarDecl *variable = assignment && assignment->getOpcode() == BO_Assign
                                  ? namedVariable(assignment->getLHS())
                                  : nullptr;
    if (!variable)
      return false;
    starts.push_back({variable, withoutBraces(assignment->getRHS())});
  }
  return true;
}

/// `it != v.end()` calls a function; its operands count as those of the comparison.
static bool isComparison(const Stmt &statement) {
  const auto *operation = dyn_cast<CXXOperatorCallExpr>(&statement);
  return operation && operation->isComparisonOp();
}

/// Theorem: a loop ends when its condition fails, so what counts its iterations is a variable that
/// the condition reads and the loop writes.
LoopCounter findCounter(const LoopParts &parts, const ModifiedSet &modified) {
  std::vector<LoopStart> starts;
  bool complete = splitStarts(parts.init, starts);
  if (complete && starts.size() == 1)
    return {starts.front().variable, starts.front().value};
  std::vector<const Stmt *> pending = {parts.condition};
  while (!pending.empty()) {
    const Stmt *statement = pending.back();
    pending.pop_back();
    if (!statement || isa<ArraySubscriptExpr, MemberExpr>(statement) ||
        (isa<CallExpr>(statement) && !isComparison(*statement)))
      continue;
    if (const auto *reference = dyn_cast<DeclRefExpr>(statement)) {
      const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
      if (!variable || !modified.assignments.count(variable->getCanonicalDecl()))
        continue;
      for (const LoopStart &start : starts)
        if (complete && start.variable == variable && isa<DeclStmt>(parts.init))
          return {variable, start.value};
      return {variable, nullptr};
    }
    std::vector<const Stmt *> children(statement->child_begin(), statement->child_end());
    pending.insert(pending.end(), children.rbegin(), children.rend());
  }
  return {};
}

const VarDecl *movingBound(const LoopParts &parts, const LoopCounter &counter,
                           const ModifiedSet &modified) {
  Comparison compared = comparisonOf(parts.condition, parts.isNegated);
  if (!counter.index || !compared.right)
    return nullptr;
  const VarDecl *left = namedVariable(compared.left), *right = namedVariable(compared.right);
  const VarDecl *other = left == counter.index ? right : left;
  bool isPair = other && (left == counter.index) != (right == counter.index);
  return isPair && modified.assignments.count(other->getCanonicalDecl()) &&
                 other->getType()->isUnsignedIntegerType() &&
                 other->getType().getCanonicalType().getUnqualifiedType() ==
                     counter.index->getType().getCanonicalType().getUnqualifiedType()
             ? other
             : nullptr;
}

const VarDecl *namedVariable(const Expr *expression) {
  const auto *reference = dyn_cast<DeclRefExpr>(expression->IgnoreParenImpCasts());
  return reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
}

bool mentions(const Stmt *statement, const VarDecl *variable) {
  if (!statement)
    return false;
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
    if (reference->getDecl()->getCanonicalDecl() == variable->getCanonicalDecl())
      return true;
  return std::any_of(statement->child_begin(), statement->child_end(),
                     [&](const Stmt *child) { return mentions(child, variable); });
}

bool splitUpdate(const Expr *update, llvm::function_ref<bool(const Expr *)> isTarget,
                 const Expr *&step, bool &negative) {
  update = update->IgnoreParenImpCasts();
  if (const auto *call = dyn_cast<CXXOperatorCallExpr>(update)) {
    OverloadedOperatorKind op = call->getOperator();
    bool isUnit = op == OO_PlusPlus || op == OO_MinusMinus;
    step = isUnit || call->getNumArgs() < 2 ? nullptr : call->getArg(1);
    negative = op == OO_MinusMinus || op == OO_MinusEqual;
    return (isUnit || op == OO_PlusEqual || op == OO_MinusEqual) && isTarget(call->getArg(0));
  }
  if (const auto *unary = dyn_cast<UnaryOperator>(update)) {
    step = nullptr;
    negative = unary->isDecrementOp();
    return unary->isIncrementDecrementOp() && isTarget(unary->getSubExpr());
  }
  const auto *binary = dyn_cast<BinaryOperator>(update);
  if (!binary || !isTarget(binary->getLHS()))
    return false;
  if (binary->getOpcode() == BO_AddAssign || binary->getOpcode() == BO_SubAssign) {
    step = binary->getRHS();
    negative = binary->getOpcode() == BO_SubAssign;
    return true;
  }
  const auto *sum = binary->getOpcode() == BO_Assign
                        ? dyn_cast<BinaryOperator>(binary->getRHS()->IgnoreParenImpCasts())
                        : nullptr;
  if (!sum || (sum->getOpcode() != BO_Add && sum->getOpcode() != BO_Sub))
    return false;
  negative = sum->getOpcode() == BO_Sub;
  if (isTarget(sum->getLHS())) {
    step = sum->getRHS();
    return true;
  }
  step = sum->getLHS();
  return !negative && isTarget(sum->getRHS());
}

bool splitUpdate(const Expr *update, const VarDecl *variable, const Expr *&step, bool &negative) {
  auto isTarget = [&](const Expr *place) { return namedVariable(place) == variable; };
  return splitUpdate(update, isTarget, step, negative);
}

const Expr *updateTarget(const Expr &update) {
  if (const auto *unary = dyn_cast<UnaryOperator>(&update))
    return unary->isIncrementDecrementOp() ? unary->getSubExpr() : nullptr;
  if (const auto *binary = dyn_cast<BinaryOperator>(&update))
    return binary->isAssignmentOp() ? binary->getLHS() : nullptr;
  const auto *call = dyn_cast<CXXOperatorCallExpr>(&update);
  if (!call)
    return nullptr;
  OverloadedOperatorKind op = call->getOperator();
  bool isUpdate =
      op == OO_PlusPlus || op == OO_MinusMinus || op == OO_PlusEqual || op == OO_MinusEqual;
  return isUpdate ? call->getArg(0) : nullptr;
}

bool isPostfix(const Expr &update) {
  if (const auto *unary = dyn_cast<UnaryOperator>(&update))
    return unary->isPostfix();
  const auto *call = dyn_cast<CXXOperatorCallExpr>(&update);
  return call && call->getNumArgs() == 2 &&
         (call->getOperator() == OO_PlusPlus || call->getOperator() == OO_MinusMinus);
}

void splitCommas(const Expr *expression, std::vector<const Expr *> &operands) {
  expression = expression->IgnoreParens();
  const auto *comma = dyn_cast<BinaryOperator>(expression);
  if (!comma || comma->getOpcode() != BO_Comma) {
    operands.push_back(expression);
    return;
  }
  splitCommas(comma->getLHS(), operands);
  splitCommas(comma->getRHS(), operands);
}

void findUpdates(const Expr *expression, bool valueUsed, FoundUpdates &found) {
  expression = expression->IgnoreParens();
  if (isa<AbstractConditionalOperator, LambdaExpr, StmtExpr, UnaryExprOrTypeTraitExpr,
          CXXNoexceptExpr, CXXTypeidExpr, GenericSelectionExpr, ChooseExpr, RequiresExpr>(
          expression))
    return;
  if (const auto *cleanups = dyn_cast<ExprWithCleanups>(expression))
    return findUpdates(cleanups->getSubExpr(), valueUsed, found);
  if (const auto *binary = dyn_cast<BinaryOperator>(expression)) {
    if (binary->getOpcode() == BO_Comma) {
      findUpdates(binary->getLHS(), false, found);
      return findUpdates(binary->getRHS(), valueUsed, found);
    }
    if (binary->isLogicalOp())
      return findUpdates(binary->getLHS(), true, found);
    if (binary->isAssignmentOp())
      found.emplace_back(binary, valueUsed);
  }
  if (const auto *unary = dyn_cast<UnaryOperator>(expression))
    if (unary->isIncrementDecrementOp())
      found.emplace_back(unary, valueUsed);
  if (const auto *call = dyn_cast<CXXOperatorCallExpr>(expression))
    if (const Expr *target = updateTarget(*call); target && namedVariable(target))
      found.emplace_back(call, valueUsed);
  for (const Stmt *child : expression->children())
    if (const auto *operand = dyn_cast_or_null<Expr>(child))
      findUpdates(operand, true, found);
}

Comparison comparisonOf(const Expr *condition, bool isNegated) {
  if (!condition)
    return {};
  const Expr *bare = condition->IgnoreParens();
  while (const auto *cast = dyn_cast<ImplicitCastExpr>(bare)) {
    if (cast->getCastKind() != CK_IntegralToBoolean && cast->getCastKind() != CK_NoOp)
      break;
    bare = cast->getSubExpr()->IgnoreParens();
  }
  const auto *binary = dyn_cast<BinaryOperator>(bare);
  if (binary && binary->isComparisonOp() && binary->getOpcode() != BO_Cmp) {
    BinaryOperatorKind op = binary->getOpcode();
    return {binary->getLHS(), binary->getRHS(),
            isNegated ? BinaryOperator::negateComparisonOp(op) : op};
  }
  return {bare, nullptr, isNegated ? BO_EQ : BO_NE};
}

bool runsOnce(const Stmt &statement) {
  const auto *repeat = dyn_cast<DoStmt>(&statement);
  if (!repeat)
    return false;
  const Expr *condition = repeat->getCond()->IgnoreParenImpCasts();
  if (const auto *number = dyn_cast<IntegerLiteral>(condition))
    return number->getValue() == 0;
  const auto *truth = dyn_cast<CXXBoolLiteralExpr>(condition);
  return truth && !truth->getValue();
}

bool isLoop(const Stmt &statement) {
  return isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(statement) && !runsOnce(statement);
}

static bool hasContinue(const Stmt *statement) {
  if (!statement || isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt, LambdaExpr>(statement))
    return false;
  if (isa<ContinueStmt, GotoStmt>(statement))
    return true;
  for (const Stmt *child : statement->children())
    if (hasContinue(child))
      return true;
  return false;
}

FoundUpdates findBodyUpdates(const Stmt *body) {
  FoundUpdates updates;
  if (hasContinue(body))
    return updates;
  auto inStatement = [&](const Stmt *child) {
    if (const auto *expression = dyn_cast_or_null<Expr>(child))
      findUpdates(expression, false, updates);
    else if (const auto *declarations = dyn_cast_or_null<DeclStmt>(child))
      for (const Decl *declaration : declarations->decls())
        if (const auto *variable = dyn_cast<VarDecl>(declaration); variable && variable->hasInit())
          findUpdates(variable->getInit(), true, updates);
  };
  if (const auto *block = dyn_cast<CompoundStmt>(body))
    for (const Stmt *child : block->body())
      inStatement(child);
  else
    inStatement(body);
  return updates;
}

} // namespace loomp
