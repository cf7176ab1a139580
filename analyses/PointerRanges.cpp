//===- PointerRanges.cpp - ranges that two parameters delimit -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   void sort(int *first, int *last) {        elements 0 .. last - first - 1 of what first leads to
//     if (last - first < 2)
//       return;
//     int *mid = first + (last - first) / 2;
//
// Theorem: to subtract pointers, or iterators, that lead into different arrays is undefined. So
// where a function does that with two of its parameters before it accesses memory, both lead into
// one array whenever it accesses any, and the second is the first one plus a number.
//
// What stands in front: conditions over parameters under which the function returns at once, or
// goes on with the rest of its body.
//
//===----------------------------------------------------------------------===//

#include "analyses/PointerRanges.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace loomp {

static const ParmVarDecl *parameterNamed(const Expr *expression, const FunctionDecl &function) {
  expression = expression->IgnoreParenImpCasts();
  if (const auto *copy = dyn_cast<CXXConstructExpr>(expression); copy && copy->getNumArgs() == 1)
    expression = copy->getArg(0)->IgnoreParenImpCasts();
  const auto *reference = dyn_cast<DeclRefExpr>(expression);
  const auto *parameter = reference ? dyn_cast<ParmVarDecl>(reference->getDecl()) : nullptr;
  return parameter && parameter->getDeclContext() == &function ? parameter : nullptr;
}

/// Could the two lead into one array? `restrict` says that they do not.
static bool canDelimit(const ParmVarDecl &first, const ParmVarDecl &last) {
  QualType one = first.getType(), other = last.getType();
  bool isPointer = one->isPointerType() && !one->getPointeeType()->isVoidType() &&
                   !one->getPointeeType()->isFunctionType();
  return first.getFunctionScopeIndex() < last.getFunctionScopeIndex() &&
         one.getCanonicalType().getUnqualifiedType() ==
             other.getCanonicalType().getUnqualifiedType() &&
         (isPointer || one->isRecordType()) && !one.isRestrictQualified() &&
         !other.isRestrictQualified();
}

/// Subtractions of parameters that every evaluation of the statement makes.
static void collectDifferences(const Stmt *statement, const FunctionDecl &function,
                               std::map<unsigned, unsigned> &found) {
  if (!statement || isa<LambdaExpr, UnaryExprOrTypeTraitExpr, CXXNoexceptExpr>(statement))
    return;
  const Expr *left = nullptr, *right = nullptr;
  if (const auto *binary = dyn_cast<BinaryOperator>(statement)) {
    if (binary->isLogicalOp())
      return collectDifferences(binary->getLHS(), function, found);
    if (binary->getOpcode() == BO_Sub)
      left = binary->getLHS(), right = binary->getRHS();
  } else if (const auto *call = dyn_cast<CXXOperatorCallExpr>(statement);
             call && call->getOperator() == OO_Minus && call->getNumArgs() == 2) {
    left = call->getArg(0), right = call->getArg(1);
  } else if (const auto *choice = dyn_cast<AbstractConditionalOperator>(statement)) {
    return collectDifferences(choice->getCond(), function, found);
  }
  const ParmVarDecl *last = left ? parameterNamed(left, function) : nullptr;
  const ParmVarDecl *first = right ? parameterNamed(right, function) : nullptr;
  if (first && last && canDelimit(*first, *last))
    found.emplace(last->getFunctionScopeIndex(), first->getFunctionScopeIndex());
  for (const Stmt *child : statement->children())
    collectDifferences(child, function, found);
}

/// Does evaluating this touch nothing but parameters and constants, and change none of them?
static bool isPureOfParameters(const Stmt *expression, const FunctionDecl &function) {
  if (!expression)
    return false;
  if (const auto *reference = dyn_cast<DeclRefExpr>(expression))
    return isa<ParmVarDecl>(reference->getDecl()) && !reference->getType()->isReferenceType() &&
           !cast<ParmVarDecl>(reference->getDecl())->getType()->isReferenceType();
  const auto *binary = dyn_cast<BinaryOperator>(expression);
  const auto *unary = dyn_cast<UnaryOperator>(expression);
  const auto *cast = dyn_cast<ImplicitCastExpr>(expression);
  bool isPlain = (binary && !binary->isAssignmentOp()) ||
                 (unary && (unary->getOpcode() == UO_LNot || unary->getOpcode() == UO_Minus)) ||
                 cast || isa<ParenExpr, IntegerLiteral, CXXBoolLiteralExpr>(expression);
  return isPlain && llvm::all_of(expression->children(), [&](const Stmt *child) {
           return isPureOfParameters(child, function);
         });
}

static bool returnsAtOnce(const Stmt *statement, const FunctionDecl &function) {
  if (const auto *block = dyn_cast<CompoundStmt>(statement))
    return block->size() == 1 && returnsAtOnce(block->body_front(), function);
  const auto *result = dyn_cast<ReturnStmt>(statement);
  return result && (!result->getRetValue() || isPureOfParameters(result->getRetValue(), function));
}

/// From the first statement of a block on, as long as nothing accesses memory.
static void followBlock(const Stmt *statement, const FunctionDecl &function,
                        std::map<unsigned, unsigned> &found) {
  const auto *block = dyn_cast<CompoundStmt>(statement);
  if (!block)
    return collectDifferences(isa<Expr, DeclStmt>(statement) ? statement : nullptr, function,
                              found);
  for (const Stmt *each : block->body()) {
    const auto *condition = dyn_cast<IfStmt>(each);
    if (!condition || condition->getInit() || condition->getConditionVariable() ||
        condition->isConsteval())
      return collectDifferences(isa<Expr, DeclStmt>(each) ? each : nullptr, function, found);
    collectDifferences(condition->getCond(), function, found);
    if (!found.empty() || condition->getElse() ||
        !isPureOfParameters(condition->getCond(), function))
      return;
    if (!returnsAtOnce(condition->getThen(), function))
      return each == block->body_back() ? followBlock(condition->getThen(), function, found)
                                        : void();
  }
}

std::map<unsigned, unsigned> rangeEnds(const FunctionDecl &function) {
  std::map<unsigned, unsigned> found;
  if (const Stmt *body = function.getBody())
    followBlock(body, function, found);
  return found;
}

} // namespace loomp
