//===- Geometric.cpp - variables that each iteration multiplies -----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (i = 0; i < n; i++) {         for (i = 0; i < n; i++) {
//     out[i] = in[i] * key;       →    unsigned key_i = key * key_power(3, i);
//     key *= 3;                         ...
//   }
//
// Theorem: if every iteration replaces x once by x * f, at the level of its body, and the loop does
// not change f, then iteration t finds x0 * f^t: in integers of w bits modulo 2^w, whatever types
// the product passes through that are as wide, or wider. Where x is signed, the program keeps the
// true value in range, but powers are squared once more than needed: they are formed in the
// unsigned type. A product in a narrower type than x would lose more: integers of 32 bits and more
// only, whose products are formed in their own type at least.
//
// In floating point each product is rounded, so the closed form is as near to the true value as the
// program is, no nearer: like a sum in another order. A value that decides something is refused,
// and so are all with --fp=strict (Roles.cpp).
//
// The factor is a number, or a local variable that no pointer reaches: its name means the same at
// the begin of each iteration as in front of the loop.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

using namespace clang;

namespace loomp {

/// The f of `x *= f`, `x = x * f` or `x = f * x`.
static const Expr *factorOf(const BinaryOperator &assignment, const VarDecl &variable) {
  if (namedVariable(assignment.getLHS()) != &variable)
    return nullptr;
  if (assignment.getOpcode() == BO_MulAssign)
    return assignment.getRHS();
  const auto *product = dyn_cast<BinaryOperator>(assignment.getRHS()->IgnoreParenImpCasts());
  if (assignment.getOpcode() != BO_Assign || !product || product->getOpcode() != BO_Mul)
    return nullptr;
  if (namedVariable(product->getLHS()) == &variable)
    return product->getRHS();
  return namedVariable(product->getRHS()) == &variable ? product->getLHS() : nullptr;
}

static bool isNumeral(const Expr *expression) {
  expression = expression->IgnoreParenImpCasts();
  if (const auto *sign = dyn_cast<UnaryOperator>(expression); sign && sign->getOpcode() == UO_Minus)
    expression = sign->getSubExpr()->IgnoreParenImpCasts();
  return isa<IntegerLiteral, FloatingLiteral>(expression);
}

bool Evaluator::addGeometric(LoopId loop, const Stmt *body, const VarDecl &variable) {
  QualType type = variable.getType().getCanonicalType().getUnqualifiedType();
  auto isReal = [&](QualType each) {
    return Context.hasSameUnqualifiedType(each, Context.FloatTy) ||
           Context.hasSameUnqualifiedType(each, Context.DoubleTy);
  };
  auto isInteger = [&](QualType each) {
    return each->isIntegerType() && !each->isEnumeralType() && !each->isBooleanType() &&
           !each->isBitIntType() && Context.getTypeSize(each) <= 64;
  };
  bool isWide = isInteger(type) &&
                (Context.getTypeSize(type) == 32 || Context.getTypeSize(type) == 64) &&
                !type->isAnyCharacterType();
  const auto *block = dyn_cast<CompoundStmt>(body);
  if (!block || (!isWide && !isReal(type)))
    return false;
  for (const Stmt *statement : block->body()) {
    const auto *expression = dyn_cast<Expr>(statement);
    const auto *assignment =
        expression ? dyn_cast<BinaryOperator>(expression->IgnoreParens()) : nullptr;
    if (!assignment || namedVariable(assignment->getLHS()) != &variable)
      continue;
    GeometricProgression found{.variable = &variable};
    if (assignment->getOpcode() == BO_ShlAssign && isWide) {
      Expr::EvalResult count;
      const Expr *right = assignment->getRHS();
      if (right->isValueDependent() || !right->EvaluateAsInt(count, Context) ||
          count.Val.getInt() < 1 || count.Val.getInt() > 30)
        return false;
      found.shift = static_cast<unsigned>(count.Val.getInt().getZExtValue());
    } else {
      const Expr *factor = factorOf(*assignment, variable);
      if (!factor || factor->getBeginLoc().isMacroID() || factor->getEndLoc().isMacroID())
        return false;
      const Expr *bare = factor->IgnoreParenImpCasts();
      const VarDecl *named = namedVariable(bare);
      bool isFixed = isNumeral(bare) ||
                     (named && named->hasLocalStorage() && !named->getType()->isReferenceType() &&
                      !AddressTaken.count(named) && isInvariant(bare, *LoopModified.back()) &&
                      Result.loops[loop].isVisible(*named));
      bool isSameKind = isInteger(bare->getType()) || (!isWide && isReal(bare->getType()));
      if (!isFixed || !isSameKind || named == Result.loops[loop].index)
        return false;
      found.factor = bare;
    }
    Result.loops[loop].geometric.push_back(found);
    return true;
  }
  return false;
}

} // namespace loomp
