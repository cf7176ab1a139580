//===- EvaluateOperator.cpp - operators and conditions --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"
#include "analyses/PeriodicCondition.h"

#include <algorithm>

using namespace clang;

namespace loomp {

static Taint merged(const Value &a, const Value &b) {
  Taint taint = a.taint;
  taint.insert(b.taint.begin(), b.taint.end());
  return taint;
}

void Evaluator::pushGuard(std::optional<Constraint> constraint, bool onData) {
  Result.guards.push_back({std::move(constraint), onData, Now.guard, currentLoop()});
  Now.guard = static_cast<int>(Result.guards.size() - 1);
}

void Evaluator::pushCondition(const Condition &condition, bool outcome) {
  constexpr Coefficient least = -(Coefficient(1) << 120);
  for (const Constraint &constraint : outcome ? condition.whenTrue : condition.whenFalse) {
    // Of products only the ranges are known: they may tell that it never holds.
    bool isProduct = !constraint.isEquality && !constraint.value.isAffine();
    if (isProduct && provenWithin(constraint.value, least, -1))
      pushGuard(Constraint{Polynomial(-1), false});
    pushGuard(constraint);
  }
  if (!(outcome ? condition.exactTrue : condition.exactFalse))
    pushGuard(std::nullopt, condition.onData);
  if (condition.constant && *condition.constant != outcome) {
    pushGuard(std::nullopt); // what is walked through all the same never runs
    Now.dead = true;
  }
}

/// `a OP b` over exact integers.
static Condition compareExact(BinaryOperatorKind op, const Polynomial &a, const Polynomial &b) {
  Condition result;
  auto nonNegative = [](const Polynomial &value) {
    return std::vector<Constraint>{{value, false}};
  };
  switch (op) {
  case BO_LT:
    result.whenTrue = nonNegative(b - a - Polynomial(1));
    result.whenFalse = nonNegative(a - b);
    break;
  case BO_LE:
    result.whenTrue = nonNegative(b - a);
    result.whenFalse = nonNegative(a - b - Polynomial(1));
    break;
  case BO_GT:
    return compareExact(BO_LT, b, a);
  case BO_GE:
    return compareExact(BO_LE, b, a);
  case BO_EQ:
    result.whenTrue = {{a - b, true}};
    result.exactFalse = false;
    break;
  case BO_NE:
    result.whenFalse = {{a - b, true}};
    result.exactTrue = false;
    break;
  default:
    result.exactTrue = result.exactFalse = false;
    return result;
  }
  if (auto difference = (a - b).asConstant()) {
    Coefficient d = *difference;
    result.constant = op == BO_LT ? d < 0 : op == BO_LE ? d <= 0 : op == BO_EQ ? d == 0 : d != 0;
  }
  return result;
}

Condition Evaluator::compare(BinaryOperatorKind op, const Value &left, const Value &right,
                             QualType operandType) {
  Condition unknown;
  unknown.exactTrue = unknown.exactFalse = false;
  unknown.onData = true;
  addDecision(merged(left, right));
  if (left.kind != Value::Kind::Integer || right.kind != Value::Kind::Integer ||
      !integerType(operandType))
    return unknown;
  Polynomial a = exact(left, operandType), b = exact(right, operandType);
  if (!a.isValid() || !b.isValid())
    return unknown;
  Condition result = compareExact(op, a, b);
  // `a != b` is an inequality where the order of the two is known.
  if ((op == BO_EQ || op == BO_NE) && !result.constant && a.isAffine() && b.isAffine()) {
    bool above = provenNonNegative(a - b), below = !above && provenNonNegative(b - a);
    if (above || below) {
      Constraint apart{(above ? a - b : b - a) - Polynomial(1), false};
      (op == BO_EQ ? result.whenFalse : result.whenTrue) = {apart};
      (op == BO_EQ ? result.exactFalse : result.exactTrue) = true;
    } else if (!IsTrial && mentionsQuotient(Result, result)) {
      if (auto isEqual = truthOf({a - b, true})) { // `i % 5 != 1`
        (op == BO_EQ ? result.whenFalse : result.whenTrue) = {{*isEqual, true}};
        (op == BO_EQ ? result.exactFalse : result.exactTrue) = true;
      }
    } else if (!IsTrial) {
      (op == BO_EQ ? result.whenFalse : result.whenTrue) = constraintsApart(a - b);
    }
  }
  return result;
}

/// That a value within known bounds, which changes with an index, is not 0: it is positive or
/// negative.
std::vector<Constraint> Evaluator::constraintsApart(const Polynomial &value) {
  LoopId level = levelOf(value);
  bool isOfIndex = llvm::any_of(value.terms(), [&](const auto &term) {
    return term.first.size() == 1 && Result.symbols[term.first[0]].kind == SymbolKind::Index;
  });
  Polynomial above = value - Polynomial(1), below = Polynomial(-1) - value;
  auto low = lowerBound(above), lowOfBelow = lowerBound(below);
  if (level == NoLoop || !isOfIndex || !low || !lowOfBelow)
    return {};
  SymbolId isAbove = addSymbol({.name = "(" + Result.text(value) + " > 0)",
                                .kind = SymbolKind::Opaque,
                                .loop = level,
                                .low = 0,
                                .high = 1});
  return eitherIsNonNegative(above, low, below, lowOfBelow, Polynomial::symbol(isAbove));
}

/// What `x OP x` yields, whatever x holds: a number is not less than itself, nor is a NaN, which is
/// not equal to itself either.
static std::optional<bool> withItself(BinaryOperatorKind op, QualType type) {
  if (!type->isIntegerType() && !type->isRealFloatingType())
    return std::nullopt;
  if (op == BO_LT || op == BO_GT)
    return false;
  return type->isIntegerType() ? std::optional(op != BO_NE) : std::nullopt;
}

Condition Evaluator::evaluateCondition(const Expr *expression) {
  expression = expression->IgnoreParens();
  if (const auto *rewritten = dyn_cast<CXXRewrittenBinaryOperator>(expression))
    return evaluateCondition(rewritten->getSemanticForm());
  if (const auto *cleanups = dyn_cast<ExprWithCleanups>(expression))
    return evaluateCondition(cleanups->getSubExpr());
  if (const auto *cast = dyn_cast<ImplicitCastExpr>(expression))
    if ((cast->getCastKind() == CK_NoOp && cast->getSubExpr()->isPRValue()) ||
        cast->getCastKind() == CK_IntegralToBoolean)
      return evaluateCondition(cast->getSubExpr());
  if (const auto *call = dyn_cast<CallExpr>(expression)) {
    const FunctionDecl *callee = call->getDirectCallee();
    if (callee && callee->getBuiltinID() == Builtin::BI__builtin_expect)
      return evaluateCondition(call->getArg(0));
  }
  if (const auto *unary = dyn_cast<UnaryOperator>(expression);
      unary && unary->getOpcode() == UO_LNot) {
    Condition inner = evaluateCondition(unary->getSubExpr());
    std::swap(inner.whenTrue, inner.whenFalse);
    std::swap(inner.exactTrue, inner.exactFalse);
    if (inner.constant)
      inner.constant = !*inner.constant;
    return inner;
  }
  if (const auto *binary = dyn_cast<BinaryOperator>(expression)) {
    if (binary->isComparisonOp() && binary->getOpcode() != BO_Cmp) {
      Value left = evaluateValue(binary->getLHS());
      Value right = evaluateValue(binary->getRHS());
      Condition result = compare(binary->getOpcode(), left, right, binary->getLHS()->getType());
      if (isSame(binary->getLHS(), binary->getRHS()) && !binary->HasSideEffects(Context))
        if (auto known = withItself(binary->getOpcode(), binary->getLHS()->getType()))
          result.constant = known;
      return result;
    }
    if (binary->isLogicalOp()) {
      bool isAnd = binary->getOpcode() == BO_LAnd;
      Condition left = evaluateCondition(binary->getLHS());
      State before = Now;
      pushCondition(left, isAnd);
      size_t accesses = Result.accesses.size(), effects = Result.effects.size();
      Condition right = evaluateCondition(binary->getRHS());
      State skipped = before;
      bool onlyReads = Result.effects.size() == effects &&
                       std::none_of(Result.accesses.begin() + accesses, Result.accesses.end(),
                                    [](const Access &access) { return access.isWrite; });
      int guard = before.guard;
      if (left.constant && *left.constant != isAnd)
        Now = std::move(before); // the right operand is skipped
      else if (left.constant)
        Now.dead = before.dead;
      else if (!onlyReads || Now.dead || before.dead)
        Now = join(Now, skipped); // else what memory holds was merely looked up
      Now.guard = guard;
      Condition result;
      auto &both = isAnd ? result.whenTrue : result.whenFalse;
      const auto &fromLeft = isAnd ? left.whenTrue : left.whenFalse;
      const auto &fromRight = isAnd ? right.whenTrue : right.whenFalse;
      both = fromLeft;
      both.insert(both.end(), fromRight.begin(), fromRight.end());
      result.exactTrue = isAnd && left.exactTrue && right.exactTrue;
      result.exactFalse = !isAnd && left.exactFalse && right.exactFalse;
      result.onData = left.onData || right.onData;
      if (left.constant && *left.constant != isAnd)
        result.constant = *left.constant;
      else if (left.constant && right.constant)
        result.constant = *right.constant;
      return result;
    }
  }
  Value value = evaluateValue(expression);
  addDecision(value.taint);
  Condition result;
  result.exactTrue = result.exactFalse = false;
  result.onData = true;
  if (value.kind == Value::Kind::Integer && value.modulus == 0) {
    if (auto constant = value.number.asConstant())
      result.constant = *constant != 0;
    if (result.constant)
      result.exactTrue = result.exactFalse = true;
    else
      result.whenFalse = {{value.number, true}};
    result.exactFalse = true;
    // Not 0, where the sign is known.
    bool above = !result.constant && provenNonNegative(value.number);
    bool below = !result.constant && !above && provenNonNegative(Polynomial() - value.number);
    if (above || below) {
      result.whenTrue = {{(above ? value.number : Polynomial() - value.number) - Polynomial(1)}};
      result.exactTrue = true;
    }
  }
  return result;
}

Value Evaluator::offsetPointer(const Value &pointer, const Value &offset, bool negative) {
  if (pointer.kind != Value::Kind::Pointer || offset.kind != Value::Kind::Integer)
    return {};
  Value result = pointer;
  Polynomial number = negative ? Polynomial() - offset.number : offset.number;
  if (number.isZero())
    return result;
  auto &components = result.target.components;
  if (components.empty() || components.back().kind != Component::Kind::Index)
    components.push_back({.kind = Component::Kind::Unknown});
  else if (components.back().index)
    components.back().index = *components.back().index + number;
  return result;
}

void loseRow(Path &path) {
  size_t count = path.components.size();
  if (count >= 2 && path.components[count - 1].kind == Component::Kind::Index &&
      path.components[count - 2].kind == Component::Kind::Index)
    path.components[count - 1].isFlat = true;
}

void joinNames(Path &path, const Path &other) {
  if (path.name != other.name || path.namedIn != other.namedIn)
    path.name = nullptr;
}

Value Evaluator::evaluateUnary(const UnaryOperator &expression) {
  const Expr *operand = expression.getSubExpr();
  QualType type = expression.getType();
  switch (expression.getOpcode()) {
  case UO_PostInc:
  case UO_PreInc:
  case UO_PostDec:
  case UO_PreDec:
    return evaluateIncrement(expression);
  case UO_AddrOf: {
    if (const auto *reference = dyn_cast<DeclRefExpr>(operand->IgnoreParens()))
      if (isa<FunctionDecl>(reference->getDecl()))
        return {};
    if (type->isMemberPointerType())
      return {};
    Place place = evaluatePlace(operand);
    loseResult(place, operand);
    loseRow(place.path);
    return Value::pointer(place.path);
  }
  case UO_Plus:
  case UO_Extension:
    return evaluateValue(operand);
  case UO_Minus: {
    Value value = evaluateValue(operand);
    Value result = arithmetic(BO_Sub, Value::integer(Polynomial()), value, type);
    result.taint = value.taint;
    return result;
  }
  case UO_Not: { // ~x == -1 - x
    Value value = evaluateValue(operand);
    return arithmetic(BO_Sub, Value::integer(Polynomial(-1)), value, type);
  }
  case UO_LNot: {
    if (operand->getType()->isBooleanType() && isa<DeclRefExpr>(operand->IgnoreParenImpCasts())) {
      Value value = evaluateValue(operand);
      addDecision(value.taint);
      if (value.kind == Value::Kind::Integer && value.modulus == 0 && value.number.isValid())
        return Value::integer(Polynomial(1) - value.number);
      return fresh(Context.BoolTy, currentLoop(), "condition", nullptr);
    }
    Condition condition = evaluateCondition(operand);
    if (condition.constant)
      return Value::integer(Polynomial(!*condition.constant));
    if (auto decision = mentionsQuotient(Result, condition) ? decisionOf(condition) : std::nullopt)
      if (auto truth = truthOf(decision->constraint))
        return Value::integer(decision->isNegated ? *truth : Polynomial(1) - *truth);
    return fresh(Context.BoolTy, currentLoop(), "condition", nullptr);
  }
  case UO_Deref:
    evaluatePlace(&expression);
    return {};
  default:
    return unsupported(&expression, "this operator");
  }
}

Value Evaluator::evaluateBinary(const BinaryOperator &expression) {
  const Expr *left = expression.getLHS(), *right = expression.getRHS();
  BinaryOperatorKind op = expression.getOpcode();
  if (op == BO_Assign)
    return evaluateAssignment(expression);
  if (op == BO_Comma) {
    evaluateDiscarded(left);
    return evaluateValue(right);
  }
  if (expression.isLogicalOp() || (expression.isComparisonOp() && op != BO_Cmp)) {
    Condition condition = evaluateCondition(&expression);
    if (condition.constant)
      return Value::integer(Polynomial(*condition.constant));
    if (auto decision = mentionsQuotient(Result, condition) ? decisionOf(condition) : std::nullopt)
      if (auto truth = truthOf(decision->constraint))
        return Value::integer(decision->isNegated ? Polynomial(1) - *truth : *truth);
    return fresh(Context.BoolTy, currentLoop(), "condition", nullptr);
  }
  if (expression.isPtrMemOp() || op == BO_Cmp)
    return unsupported(&expression, "this operator");
  Value a = evaluateValue(left), b = evaluateValue(right);
  bool leftPointer = left->getType()->isPointerType(),
       rightPointer = right->getType()->isPointerType();
  if (leftPointer && rightPointer) { // difference of two pointers
    if (a.kind == Value::Kind::Pointer && b.kind == Value::Kind::Pointer &&
        a.target.object == b.target.object && a.target.components.size() == 1 &&
        b.target.components.size() == 1 && a.target.components[0].index &&
        b.target.components[0].index)
      return Value::integer(*a.target.components[0].index - *b.target.components[0].index);
    return fresh(expression.getType(), currentLoop(), "value", nullptr);
  }
  if (leftPointer || rightPointer) {
    const Expr *numberExpression = leftPointer ? right : left;
    Value number = leftPointer ? b : a;
    Value base = leftPointer ? a : b;
    if (base.kind == Value::Kind::Pointer)
      loseRow(base.target);
    return offsetPointer(base, Value::integer(elementNumber(number, numberExpression->getType())),
                         op == BO_Sub);
  }
  Value result = arithmetic(op, a, b, expression.getType());
  if (auto symbol = result.number.asSymbol(); symbol && result.kind == Value::Kind::Integer)
    if (Symbol &unnamed = Result.symbols[*symbol]; !unnamed.origin && unnamed.name == "value") {
      unnamed.origin = &expression;
      unnamed.name = "(" + sourceText(&expression) + ")";
    }
  return result;
}

Value Evaluator::evaluateAssignment(const BinaryOperator &expression, Place *assigned) {
  matchUpdate(&expression);
  if (expression.getType()->isRecordType()) { // C: the bytes are copied
    const Expr *source = expression.getRHS()->IgnoreParenImpCasts();
    Place from;
    if (source->isGLValue()) {
      from = evaluatePlace(source);
    } else {
      from = temporary(expression.getType());
      evaluateInitializer(from.path, expression.getType(), source);
    }
    Place to = evaluatePlace(expression.getLHS());
    copyObject(from, to, expression.getType(), source, &expression);
    return {};
  }
  // C++17: the right operand first. C leaves the order open; a program that depends on it is wrong.
  Value value = evaluateValue(expression.getRHS());
  if (value.kind == Value::Kind::Pointer)
    loseRow(value.target);
  forEachChosen(*expression.getLHS(), [&](const Expr &left) {
    Place place = evaluatePlace(&left);
    store(place, value, &left);
    if (assigned)
      *assigned = place;
  });
  markUpdated(expression);
  return value;
}

/// `(c ? a : b) = e` assigns to one of two places: under c to the first, else to the second.
void Evaluator::forEachChosen(const Expr &place, llvm::function_ref<void(const Expr &)> assign) {
  const Expr *left = place.IgnoreParens();
  const auto *choice = dyn_cast<ConditionalOperator>(left);
  if (!choice)
    return assign(*left);
  Condition condition = evaluateCondition(choice->getCond());
  State before = Now;
  pushCondition(condition, true);
  if (!Now.dead)
    forEachChosen(*choice->getTrueExpr(), assign);
  State afterTrue = std::exchange(Now, before);
  pushCondition(condition, false);
  if (!Now.dead)
    forEachChosen(*choice->getFalseExpr(), assign);
  Now = join(afterTrue, Now);
  Now.guard = before.guard;
}

/// From here on the induction variable that this expression advances has its new value.
void Evaluator::markUpdated(const Expr &update) {
  if (Quiet)
    return;
  for (LoopId loop : LoopStack) {
    for (InductionCandidate &candidate : Result.loops[loop].inductions)
      if (candidate.update == &update)
        candidate.updated = true;
    if (Result.loops[loop].advance.update == &update)
      Result.loops[loop].advance.updated = true;
  }
}

Value Evaluator::evaluateCompoundAssignment(const CompoundAssignOperator &expression,
                                            Place *assigned) {
  matchUpdate(&expression);
  Value change = evaluateValue(expression.getRHS());
  Value result;
  forEachChosen(*expression.getLHS(), [&](const Expr &left) {
    Place place = evaluatePlace(&left);
    result = updated(expression, load(place, &left), change);
    // The variable's own taint says "depends on itself", which every update does.
    store(place, result, &left);
    if (assigned)
      *assigned = place;
  });
  markUpdated(expression);
  if (isa<ConditionalOperator>(expression.getLHS()->IgnoreParens()))
    return fresh(expression.getType(), currentLoop(), sourceText(&expression), nullptr);
  return result;
}

/// What `old OP= change` leaves.
Value Evaluator::updated(const CompoundAssignOperator &expression, const Value &old,
                         const Value &change) {
  const Expr *left = expression.getLHS()->IgnoreParens();
  BinaryOperatorKind op = BinaryOperator::getOpForCompoundAssignment(expression.getOpcode());
  QualType type = expression.getLHS()->getType();
  Value result;
  if (type->isPointerType()) {
    Value pointer = old;
    if (pointer.kind == Value::Kind::Pointer)
      loseRow(pointer.target);
    result = offsetPointer(pointer,
                           Value::integer(elementNumber(change, expression.getRHS()->getType())),
                           op == BO_Sub);
    if (result.kind != Value::Kind::Pointer)
      result = fresh(type, currentLoop(), sourceText(left), nullptr);
    return result;
  }
  QualType computation = expression.getComputationLHSType();
  if (integerType(type) && !integerType(computation)) {
    addDecision(merged(old, change));
    return fresh(type, currentLoop(), sourceText(left), nullptr);
  }
  Value operand = integerType(type) ? convert(old, type, computation) : old;
  result = arithmetic(op, operand, change, expression.getComputationResultType());
  if (integerType(type))
    result = convert(result, expression.getComputationResultType(), type);
  result.taint = merged(old, change);
  return result;
}

Value Evaluator::evaluateIncrement(const UnaryOperator &expression, Place *assigned) {
  matchUpdate(&expression);
  const Expr *operand = expression.getSubExpr()->IgnoreParens();
  Place place = evaluatePlace(operand);
  Value old = load(place, operand);
  QualType type = operand->getType();
  Value one = Value::integer(Polynomial(1));
  BinaryOperatorKind op = expression.isIncrementOp() ? BO_Add : BO_Sub;
  Value result;
  if (type->isPointerType()) {
    if (old.kind == Value::Kind::Pointer)
      loseRow(old.target);
    result = offsetPointer(old, one, op == BO_Sub);
    if (result.kind != Value::Kind::Pointer)
      result = fresh(type, currentLoop(), sourceText(operand), nullptr);
  } else if (auto integer = integerType(type)) {
    QualType computation =
        integer->width < Context.getIntWidth(Context.IntTy) ? Context.IntTy : type;
    Value wide = convert(old, type, computation);
    result = convert(arithmetic(op, wide, one, computation), computation, type);
  } else {
    result.taint = old.taint;
  }
  store(place, result, operand);
  if (assigned)
    *assigned = place;
  markUpdated(expression);
  return expression.isPostfix() ? old : result;
}

Value Evaluator::evaluateConditional(const AbstractConditionalOperator &expression) {
  if (const auto *binary = dyn_cast<BinaryConditionalOperator>(&expression))
    OpaqueValues[binary->getOpaqueValue()] = evaluateValue(binary->getCommon());
  return choose(expression, false);
}

/// `c ? a : b`. For `a < b ? a : b` and its kin the result is known to be the smaller or larger.
Value Evaluator::choose(const AbstractConditionalOperator &expression, bool loadOperands) {
  auto operand = [&](const Expr *branch) {
    const auto *nested = dyn_cast<ConditionalOperator>(branch->IgnoreParens());
    if (loadOperands && nested)
      return choose(*nested, true);
    return loadOperands ? load(evaluatePlace(branch), branch->IgnoreParenImpCasts())
                        : evaluateValue(branch);
  };
  Condition condition = evaluateCondition(expression.getCond());
  State before = Now;
  pushCondition(condition, true);
  Value first = operand(expression.getTrueExpr());
  State afterTrue = std::exchange(Now, before);
  pushCondition(condition, false);
  Value second = operand(expression.getFalseExpr());
  if (condition.constant) {
    if (*condition.constant) {
      Now = afterTrue;
      second = first;
    } else {
      first = second;
    }
  } else {
    Now = join(afterTrue, Now);
  }
  Now.guard = before.guard;
  if (first.kind == Value::Kind::Integer && second.kind == first.kind &&
      first.number == second.number && first.modulus == second.modulus)
    return first;
  auto decision = decisionOf(condition);
  // Steps that depend on the index; what is the same in all iterations has a text of its own.
  bool isStep = IsTrial && first.number.isConstant() && second.number.isConstant() && decision &&
                levelOf(decision->constraint.value) != NoLoop;
  if (decision && (isStep || mentionsQuotient(Result, condition)))
    if (auto truth = truthOf(decision->constraint))
      if (auto value = decision->isNegated ? chosenInteger(second, first, *truth)
                                           : chosenInteger(first, second, *truth)) {
        value->taint = merged(first, second);
        return *value;
      }
  bool exactIntegers = first.kind == Value::Kind::Integer && second.kind == first.kind &&
                       first.modulus == 0 && second.modulus == 0 && condition.exactTrue &&
                       condition.exactFalse && condition.whenTrue.size() == 1 &&
                       !condition.whenTrue.front().isEquality;
  LoopId level = currentLoop();
  if (exactIntegers) {
    LoopId other = levelOf({&first, &second});
    Value tested = Value::integer(condition.whenTrue.front().value);
    level = levelOf({&tested});
    if (level == NoLoop || Result.isInside(other, level))
      level = other;
  }
  Value result = fresh(expression.getType(), level, sourceText(&expression), nullptr);
  if (result.kind == Value::Kind::Pointer)
    result = {};
  if (exactIntegers && result.kind == Value::Kind::Integer && first.number.isAffine() &&
      second.number.isAffine()) {
    auto slack = (condition.whenTrue.front().value - (second.number - first.number)).asConstant();
    auto opposite =
        (condition.whenTrue.front().value - (first.number - second.number)).asConstant();
    std::vector<Constraint> &facts = Result.symbols.back().facts;
    if (slack && (*slack == 0 || *slack == -1))
      facts = {{first.number - result.number, false}, {second.number - result.number, false}};
    else if (opposite && (*opposite == 0 || *opposite == -1))
      facts = {{result.number - first.number, false}, {result.number - second.number, false}};
  }
  result.taint = merged(first, second);
  return result;
}

} // namespace loomp
