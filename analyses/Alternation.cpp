//===- Alternation.cpp - variables that flip ------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (i = 0; i < n; i++) {         for (i = 0; i < n; i++) {
//     sum += sign * a[i];         →     double sign_i = i % 2 != 0 ? -sign : sign;
//     sign = -sign;                     ...
//   }
//
// Theorem: let every iteration replace x once by f(x), at the level of its body, where f is one of
//   -x,  x * -1,  ~x,  x ^ c,  c - x  (c - x, x ^ c and ~x: integers),  !x  (truth values)
// and c is not changed by the loop. Then f(f(x)) = x, also modulo a power of two, and in floating
// point, where a change of sign is exact. So iteration t finds x0 if t is even, else f(x0).
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

using namespace clang;

namespace loomp {

/// What converts between integers, written or not.
static const Expr *withoutCasts(const Expr *expression) {
  expression = expression->IgnoreParenImpCasts();
  while (const auto *cast = dyn_cast<ExplicitCastExpr>(expression))
    expression = cast->getSubExpr()->IgnoreParenImpCasts();
  return expression;
}

static bool isMinusOne(const Expr *expression, const ASTContext &context) {
  expression = expression->IgnoreParenImpCasts();
  if (const auto *negation = dyn_cast<UnaryOperator>(expression);
      negation && negation->getOpcode() == UO_Minus) {
    const Expr *operand = negation->getSubExpr()->IgnoreParenImpCasts();
    if (const auto *literal = dyn_cast<FloatingLiteral>(operand))
      return literal->getValue().isExactlyValue(1.0);
    const auto *literal = dyn_cast<IntegerLiteral>(operand);
    return literal && literal->getValue() == 1;
  }
  return false;
}

/// Fills in how the statement replaces the variable, if it does so as the theorem says. Returns the
/// expression that replaces it.
const Expr *Evaluator::alternationOf(const Stmt *statement, const VarDecl &variable,
                                     Alternation &found) {
  const auto *expression = dyn_cast<Expr>(statement);
  const auto *assignment =
      expression ? dyn_cast<BinaryOperator>(expression->IgnoreParens()) : nullptr;
  if (!assignment || !assignment->isAssignmentOp() ||
      namedVariable(assignment->getLHS()) != &variable)
    return nullptr;
  QualType type = variable.getType();
  bool isNumber = type->isIntegerType() && !type->isBooleanType();
  auto isFixed = [&](const Expr *operand) {
    return operand->getType()->isIntegerType() && !operand->getBeginLoc().isMacroID() &&
           isInvariant(operand, *LoopModified.back());
  };
  const Expr *right = assignment->getRHS();
  BinaryOperatorKind op = assignment->getOpcode();
  if (op == BO_XorAssign && isNumber && isFixed(right)) {
    found.mask = right;
    return right;
  }
  bool isSameKind = right->getType()->isFloatingType() == type->isFloatingType();
  if (op == BO_MulAssign && (isNumber || type->isFloatingType()) && (isSameKind || !isNumber) &&
      isMinusOne(right, Context)) {
    found.prefix = "-";
    return right;
  }
  const Expr *value = op == BO_Assign ? withoutCasts(right) : nullptr;
  if (!value || right->getBeginLoc().isMacroID() || right->getEndLoc().isMacroID())
    return nullptr;
  bool holds = false;
  if (value->getType()->isFloatingType() != type->isFloatingType())
    return nullptr;
  if (const auto *unary = dyn_cast<UnaryOperator>(value);
      unary && namedVariable(unary->getSubExpr()) == &variable)
    holds = (unary->getOpcode() == UO_Minus && (isNumber || type->isFloatingType())) ||
            (unary->getOpcode() == UO_Not && isNumber) ||
            (unary->getOpcode() == UO_LNot && type->isBooleanType());
  if (const auto *binary = dyn_cast<BinaryOperator>(value)) {
    bool onLeft = namedVariable(binary->getLHS()) == &variable;
    const Expr *other = onLeft ? binary->getRHS() : binary->getLHS();
    bool onRight = !onLeft && namedVariable(binary->getRHS()) == &variable;
    if (binary->getOpcode() == BO_Sub)
      holds = isNumber && onRight && isFixed(other);
    else if (binary->getOpcode() == BO_Xor)
      holds = isNumber && (onLeft || onRight) && isFixed(other);
    else if (binary->getOpcode() == BO_Mul)
      holds =
          (isNumber || type->isFloatingType()) && (onLeft || onRight) && isMinusOne(other, Context);
  }
  // A value that passed through a narrower type, or through floating point, may not come back.
  for (const Expr *step = right->IgnoreParens(); holds && step != value;) {
    const auto *cast = dyn_cast<CastExpr>(step);
    if (!cast)
      break;
    bool isSameKind = cast->getType()->isFloatingType() == type->isFloatingType() &&
                      !cast->getType()->isBooleanType() == !type->isBooleanType();
    bool isWide = isSameKind && Context.getTypeSize(cast->getType()) >= Context.getTypeSize(type);
    holds &= isWide;
    step = cast->getSubExpr()->IgnoreParens();
  }
  if (!holds)
    return nullptr;
  found.value = right;
  return right;
}

bool Evaluator::addAlternation(LoopId loop, const Stmt *body, const VarDecl &variable) {
  const auto *block = dyn_cast<CompoundStmt>(body);
  if (!block)
    return false;
  for (const Stmt *statement : block->body()) {
    Alternation found{.variable = &variable};
    if (!alternationOf(statement, variable, found))
      continue;
    Result.loops[loop].alternations.push_back(std::move(found));
    return true;
  }
  return false;
}

} // namespace loomp
