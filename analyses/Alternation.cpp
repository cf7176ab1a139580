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
// c - x is its own inverse in floating point, too, if x0 and c are small whole numbers: so is the
// difference, which is then exact. x0 is known where x is assigned in this one place and was
// initialized with a constant: a loop around finds x0 or c - x0 here, and both will do. So it is
// with !x in an integer that starts as 0 or 1: of 2, !!x is 1. In a truth value, x ^ true is !x.
//
// The values of whole numbers that are known are x0 + (f(x0) - x0) * (t % 2) to the model: what is
// subscripted by x, or stands under a condition on it, is so in every second iteration. A truth
// value that is not known is (x0 + t) % 2, and an integer that starts as c, and is assigned in this
// one place, is c or f(c) wherever a loop inside another one finds it: c + (f(c) - c) * ((b + t) %
// 2) where b, 0 or 1, is not known.
//
//===----------------------------------------------------------------------===//

#include "analyses/ChosenStatements.h"
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

/// -1 of a type with a sign: in a wider type `-1u` is 2^32 - 1.
static bool isMinusOne(const Expr *expression, const ASTContext &context) {
  expression = expression->IgnoreParenImpCasts();
  if (const auto *negation = dyn_cast<UnaryOperator>(expression);
      negation && negation->getOpcode() == UO_Minus) {
    const Expr *operand = negation->getSubExpr()->IgnoreParenImpCasts();
    if (const auto *literal = dyn_cast<FloatingLiteral>(operand))
      return literal->getValue().isExactlyValue(1.0);
    const auto *literal = dyn_cast<IntegerLiteral>(operand);
    return literal && literal->getValue() == 1 && literal->getType()->isSignedIntegerType();
  }
  return false;
}

/// Is the variable assigned in one place only? A closure's copy of it has also been assigned where
/// the variable was.
static bool isAssignedOnce(const VarDecl &variable, const FunctionDecl *function,
                           ModifiedSets &modified) {
  const Stmt *body = function ? function->getBody() : nullptr;
  if (!body || !variable.hasLocalStorage() || isa<ParmVarDecl>(variable) ||
      variable.getParentFunctionOrMethod() != function)
    return false;
  const ModifiedSet &written = modified.of(*body);
  auto places = written.assignments.find(variable.getCanonicalDecl());
  return places != written.assignments.end() && places->second == 1;
}

/// The constant that an integer starts as, if it is assigned in one place only.
static std::optional<Coefficient> startOfAlternation(const VarDecl &variable,
                                                     const FunctionDecl *function,
                                                     const ASTContext &context,
                                                     ModifiedSets &modified) {
  const Expr *start = variable.getInit();
  Expr::EvalResult result;
  if (!start || start->isValueDependent() || !variable.getType()->isIntegerType() ||
      !start->EvaluateAsInt(result, context) || !isAssignedOnce(variable, function, modified))
    return std::nullopt;
  return result.Val.getInt().tryExtValue();
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
  auto isTrue = [&](const Expr *operand) {
    Expr::EvalResult result;
    return !operand->isValueDependent() && operand->EvaluateAsInt(result, Context) &&
           result.Val.getInt() == 1;
  };
  bool isNumber = type->isIntegerType() && !type->isBooleanType();
  auto isFlag = [&] {
    auto start = startOfAlternation(variable, Frames.back().function, Context, Modified);
    return isNumber && (start == 0 || start == 1);
  };
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
  if (op == BO_XorAssign && type->isBooleanType() && isTrue(right)) {
    found.prefix = "!";
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
            (unary->getOpcode() == UO_LNot && (type->isBooleanType() || isFlag()));
  if (const auto *binary = dyn_cast<BinaryOperator>(value)) {
    bool onLeft = namedVariable(binary->getLHS()) == &variable;
    const Expr *other = onLeft ? binary->getRHS() : binary->getLHS();
    bool onRight = !onLeft && namedVariable(binary->getRHS()) == &variable;
    if (binary->getOpcode() == BO_Sub)
      holds = onRight && (isNumber ? isFixed(other) : subtractsExactly(variable, *other));
    else if (binary->getOpcode() == BO_Xor)
      holds = (onLeft || onRight) &&
              (isNumber ? isFixed(other) : type->isBooleanType() && isTrue(other));
    else if (binary->getOpcode() == BO_Mul)
      holds =
          (isNumber || type->isFloatingType()) && (onLeft || onRight) && isMinusOne(other, Context);
  }
  // A value that passed through a narrower type, or through floating point, may not come back; and
  // g++ warns of a choice between an enumerator and a number.
  auto isWide = [&](QualType through) {
    if (through->isRealFloatingType() && type->isRealFloatingType())
      return keepsOrder(Context, type, through);
    auto from = integerType(type), to = integerType(through);
    return from && to && to->width >= from->width && to->isBool == from->isBool &&
           (!through->isEnumeralType() || Context.hasSameUnqualifiedType(through, type));
  };
  for (const Expr *step = right->IgnoreParens(); holds && step != value;) {
    const auto *cast = dyn_cast<CastExpr>(step);
    if (!cast)
      break;
    holds &= isWide(cast->getType());
    step = cast->getSubExpr()->IgnoreParens();
  }
  if (!holds)
    return nullptr;
  found.value = right;
  return right;
}

/// Is the value of the variable after one step, found from `start`, a number?
std::optional<Coefficient> Evaluator::alternated(const Alternation &alternation, const Path &path,
                                                 Coefficient start) {
  auto type = integerType(alternation.variable->getType());
  State before = Now;
  bool quiet = std::exchange(Quiet, true);
  Now.memory[keyOf(path)].value = Value::integer(Polynomial(start));
  std::optional<Coefficient> result;
  if (alternation.value) {
    Value value = evaluateValue(alternation.value);
    if (value.kind == Value::Kind::Integer)
      result = exact(value, alternation.value->getType()).asConstant();
  } else if (alternation.mask) {
    Value mask = evaluateValue(alternation.mask);
    if (mask.kind == Value::Kind::Integer)
      if (auto bits = exact(mask, alternation.mask->getType()).asConstant();
          bits && *bits >= 0 && start >= 0)
        result = start ^ *bits;
  } else {
    result = alternation.prefix == "!" ? 1 - start : -start;
  }
  Quiet = quiet;
  Now = std::move(before);
  // Without a sign it is known modulo 2^w; else nothing that the type of the variable would change.
  Coefficient span = Coefficient(1) << (type->isBool ? 1 : type->width);
  if (result && !type->isSigned && !type->isBool)
    result = (*result % span + span) % span;
  Coefficient low = type->isSigned ? -span / 2 : 0;
  if (result && (*result < low || *result >= low + span))
    result.reset();
  return result;
}

/// `other - x` in floating point: see the theorem.
bool Evaluator::subtractsExactly(const VarDecl &variable, const Expr &other) {
  constexpr int64_t most = 1 << 20;
  auto isSmall = [&](const Expr *number) {
    Expr::EvalResult result;
    if (!number || number->isValueDependent() || !number->EvaluateAsRValue(result, Context))
      return false;
    if (result.Val.isInt())
      return result.Val.getInt() >= -most && result.Val.getInt() <= most;
    if (!result.Val.isFloat() || result.Val.getFloat().isNegative()) // there are two zeros
      return false;
    llvm::APSInt whole(64, /*isUnsigned=*/false);
    bool isExact = false;
    auto status =
        result.Val.getFloat().convertToInteger(whole, llvm::APFloat::rmTowardZero, &isExact);
    return status == llvm::APFloat::opOK && isExact && whole >= -most && whole <= most;
  };
  QualType type = variable.getType();
  return type->isRealFloatingType() &&
         Context.getTypeSize(type) >= Context.getTypeSize(Context.FloatTy) &&
         isSmall(variable.getInit()) && isSmall(&other) &&
         isAssignedOnce(variable, Frames.back().function, Modified);
}

bool Evaluator::addAlternation(LoopId loop, const Stmt *body, const VarDecl &variable,
                               const Path *path) {
  const auto *block = dyn_cast<CompoundStmt>(body);
  if (!block)
    return false;
  for (const Stmt *statement : block->body()) {
    Alternation found{.variable = &variable};
    if (!alternationOf(statement, variable, found))
      continue;
    const Loop &entered = Result.loops[loop];
    Polynomial turns = entered.iteration;
    std::optional<Coefficient> start, next;
    if (path && integerType(variable.getType()) && turns.isAffine()) {
      auto known = entered.valuesAtEntry.find(&variable);
      bool isKnown = known != entered.valuesAtEntry.end();
      start = isKnown ? known->second.asConstant() : std::nullopt;
      bool isTruth = variable.getType()->isBooleanType();
      if (!start && isTruth && isKnown && known->second.isAffine()) {
        start = 0;
        turns = turns + known->second;
      } else if (!start) {
        start = isTruth ? std::optional<Coefficient>(0)
                        : startOfAlternation(variable, Frames.back().function, Context, Modified);
        LoopId around = LoopStack.size() > 1 ? LoopStack[LoopStack.size() - 2] : NoLoop;
        if (start)
          turns = turns + fresh(Context.BoolTy, around, variable.getNameAsString(), nullptr).number;
      }
    }
    if (start)
      next = alternated(found, *path, *start);
    if (next)
      Now.memory[keyOf(*path)].value =
          Value::integer(Polynomial(*start) + wrap(turns, 2, 0) * Polynomial(*next - *start));
    Result.loops[loop].alternations.push_back(std::move(found));
    return true;
  }
  return false;
}

} // namespace loomp
