//===- ChosenStatements.cpp - what runs where a condition holds -----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   if (valid[i] && a[i] < best)           if (!valid[i] || a[i] >= best)
//     best = a[i];                           continue;
//                                          best = a[i];
//
// Theorem: what stands behind `if (c) continue;` in the block that is the body of the loop runs in
// an iteration that comes there if and only if c does not hold, and nothing of the body runs behind
// it. To say `continue` there is to put it all in an `if` with the opposite condition; and that c
// does not hold means for `a || b` that neither does, where b is evaluated only if a does not hold.
//
//===----------------------------------------------------------------------===//

#include "analyses/ChosenStatements.h"

#include "analyses/Evaluator.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include <algorithm>

using namespace clang;

namespace loomp {

static void collectOperands(const Expr *condition, bool isNegated,
                            std::vector<ChosenOperand> &operands) {
  const Expr *inner = condition->IgnoreParenImpCasts();
  if (const auto *negation = dyn_cast<UnaryOperator>(inner);
      negation && negation->getOpcode() == UO_LNot)
    return collectOperands(negation->getSubExpr(), !isNegated, operands);
  const auto *binary = dyn_cast<BinaryOperator>(inner);
  if (!binary || binary->getOpcode() != (isNegated ? BO_LOr : BO_LAnd)) {
    operands.push_back({condition, isNegated});
    return;
  }
  collectOperands(binary->getLHS(), isNegated, operands);
  collectOperands(binary->getRHS(), isNegated, operands);
}

static const Stmt *bodyOf(const Stmt *loop) {
  if (const auto *counted = dyn_cast<ForStmt>(loop))
    return counted->getBody();
  if (const auto *ranged = dyn_cast<CXXForRangeStmt>(loop))
    return ranged->getBody();
  if (const auto *tested = dyn_cast<WhileStmt>(loop))
    return tested->getBody();
  if (const auto *repeated = dyn_cast<DoStmt>(loop))
    return repeated->getBody();
  return nullptr;
}

/// `block` is the innermost one around the statement, `loop` what `continue` in it goes on with;
/// both may be null.
ChosenStatements chosenBy(const IfStmt &statement, const CompoundStmt *block, const Stmt *loop) {
  auto partsOf = [](const Stmt *whole) -> std::vector<const Stmt *> {
    if (const auto *inner = dyn_cast<CompoundStmt>(whole))
      return {inner->body_begin(), inner->body_end()};
    return {whole};
  };
  ChosenStatements chosen{.statements = partsOf(statement.getThen())};
  bool goesOn = chosen.statements.size() == 1 && isa<ContinueStmt>(chosen.statements.front());
  if (goesOn && block && loop && bodyOf(loop) == block) {
    auto own = std::find(block->body_begin(), block->body_end(), &statement);
    if (own != block->body_end())
      chosen.statements.assign(own + 1, block->body_end());
  }
  collectOperands(statement.getCond(), goesOn, chosen.operands);
  return chosen;
}

const Expr *withoutWidening(ASTContext &context, const Expr *expression) {
  while (true) {
    expression = expression->IgnoreParenImpCasts();
    const auto *cast = dyn_cast<ExplicitCastExpr>(expression);
    if (!cast || !cast->getType()->isArithmeticType() ||
        !keepsOrder(context, cast->getSubExprAsWritten()->getType(), cast->getType()))
      return expression;
    expression = cast->getSubExprAsWritten();
  }
}

bool comparesExactly(ASTContext &context, const BinaryOperator &comparison) {
  return llvm::all_of(
      llvm::ArrayRef{comparison.getLHS(), comparison.getRHS()}, [&](const Expr *operand) {
        QualType type = operand->IgnoreParenImpCasts()->getType();
        return !type->isArithmeticType() || keepsOrder(context, type, operand->getType());
      });
}

bool isTotal(const BinaryOperator &comparison) {
  return comparison.getLHS()->getType()->isIntegerType() &&
         comparison.getRHS()->getType()->isIntegerType();
}

} // namespace loomp
