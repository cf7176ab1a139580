//===- PositionHeader.cpp - loops that a pointer or iterator counts -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (T *p = first; p != last; ++p)            iteration t: p points to element t behind first
//   while (p != end) { ...; ++p; }                the same under another keyword
//   for (auto it = v.begin(); it < v.end(); it += 2)
//
// Theorem: let p be a local position that only its one update changes, by a constant c, and e one
// that the loop leaves alone. Two positions can be compared with an order, or meet after a walk
// from one to the other, only if both stand in one array (or behind its end): everything else is
// undefined. So `p != e` with c = 1 has e - p iterations, which is not negative, and `p < e` has
// e - p of them if that is positive, else none. In iteration t the position is p + c * t. A c that
// is no number points towards e, or the walk would leave the array, or never end; whether it does
// is asked by nobody, so it holds in the iterations only.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"
#include "analyses/LoopParts.h"

using namespace clang;

namespace loomp {

bool Evaluator::enterPositions(LoopId id) {
  const VarDecl *index = Result.loops[id].index;
  auto fail = [&](const std::string &problem) {
    setProblem(id, problem, Result.loops[id].statement);
    return false;
  };
  Polynomial stride = *Result.loops[id].step;
  auto step = stride.asConstant();
  if (step ? *step > 1024 || *step < -1024 : !stride.isAffine())
    return fail("the loop does not advance its index by a fixed step");
  if (Result.loops[id].updateSite == UpdateSite::Condition || Result.loops[id].testsLast)
    return fail("the loop advances '" + index->getNameAsString() + "' in its condition");
  QualType scalar = scalarType(index->getType());
  auto known = Result.loops[id].targetsAtEntry.find(index);
  Value start = known != Result.loops[id].targetsAtEntry.end()
                    ? Value::pointer(known->second)
                    : fresh(scalar, Result.loops[id].parent, index->getNameAsString(), nullptr);
  if (start.kind != Value::Kind::Pointer)
    return fail("what '" + index->getNameAsString() + "' points to is not known");
  loseRow(start.target);
  SymbolId symbol = addSymbol({.name = "number of " + index->getNameAsString(),
                               .kind = SymbolKind::Index,
                               .loop = id,
                               .low = 0,
                               .high = Coefficient(1) << 62});
  Polynomial number = Polynomial::symbol(symbol);
  Loop &loop = Result.loops[id];
  loop.isPosition = true;
  loop.positionStep = step.value_or(0);
  if (!step)
    loop.positionStride = stride;
  loop.start = start.target;
  loop.indexSymbol = symbol;
  loop.indexValue = loop.iteration = number;
  loop.lower = Polynomial();
  loop.step = Polynomial(1);
  const Expr *first = loop.lowerExpression;
  loop.startIsStable = first && !mentions(first, index) && isInvariant(first, *LoopModified.back());
  loop.needsOwnIndex = !first;
  pushGuard(Constraint{number, false});
  Polynomial advance = stride * Polynomial(positionDirection(Effects, index->getType()));
  if (index->getType()->isPointerType())
    advance = stride;
  Path path{objectOf(*index), {}, scalar};
  Entry &entry = Now.memory[keyOf(path)];
  entry.path = path;
  entry.value = offsetPointer(start, Value::integer(number * advance), false);
  return entry.value.kind == Value::Kind::Pointer ||
         fail("what '" + index->getNameAsString() + "' points to is not known");
}

namespace {
/// `left op right`, be it an operator of the language or of a class.
struct PositionComparison {
  const Expr *left = nullptr, *right = nullptr;
  BinaryOperatorKind op = BO_Comma;
};
} // namespace

static PositionComparison comparisonOf(const Expr *condition) {
  if (!condition)
    return {};
  if (const auto *full = dyn_cast<ExprWithCleanups>(condition))
    condition = full->getSubExpr();
  condition = condition->IgnoreParenImpCasts();
  if (const auto *binary = dyn_cast<BinaryOperator>(condition))
    return {binary->getLHS(), binary->getRHS(), binary->getOpcode()};
  if (const auto *rewritten = dyn_cast<CXXRewrittenBinaryOperator>(condition)) {
    auto form = rewritten->getDecomposedForm();
    return {form.LHS, form.RHS, form.Opcode};
  }
  const auto *call = dyn_cast<CXXOperatorCallExpr>(condition);
  if (!call || !call->isComparisonOp() || call->getNumArgs() != 2)
    return {};
  return {call->getArg(0), call->getArg(1),
          BinaryOperator::getOverloadedOpcode(call->getOperator())};
}

/// The variable that a position is read from, through conversions of it.
static const VarDecl *namedPosition(const Expr *expression) {
  return namedVariable(expression->IgnoreImplicit());
}

/// How many elements `it + 1` stands behind the variable; 0 if it is the variable itself. Absent if
/// it is something else.
static std::optional<Coefficient> elementsAhead(const ASTContext &context, const Expr *expression,
                                                const VarDecl *variable) {
  if (!expression)
    return std::nullopt;
  if (namedPosition(expression) == variable)
    return Coefficient(0);
  expression = expression->IgnoreImplicit()->IgnoreParens();
  const Expr *position = nullptr, *number = nullptr;
  const auto *binary = dyn_cast<BinaryOperator>(expression);
  const auto *call = dyn_cast<CXXOperatorCallExpr>(expression);
  if (binary && binary->getOpcode() == BO_Add) {
    position = binary->getLHS();
    number = binary->getRHS();
  } else if (call && call->getOperator() == OO_Plus && call->getNumArgs() == 2) {
    position = call->getArg(0);
    number = call->getArg(1);
  }
  if (!position || namedPosition(position) != variable)
    return std::nullopt;
  Expr::EvalResult result;
  constexpr int most = 1 << 16;
  if (number->isValueDependent() || !number->EvaluateAsInt(result, context) ||
      result.Val.getInt() < 1 || result.Val.getInt() > most)
    return std::nullopt;
  return Coefficient(result.Val.getInt().getExtValue());
}

/// `v.end()`, or the same of another container.
static bool isEnd(const Expr *expression) {
  const auto *call = dyn_cast<CXXMemberCallExpr>(expression->IgnoreImplicit()->IgnoreParens());
  const CXXMethodDecl *method = call ? call->getMethodDecl() : nullptr;
  return method && method->getDeclName().isIdentifier() &&
         (method->getName() == "end" || method->getName() == "cend") &&
         isOfLibrary(*method->getParent());
}

bool Evaluator::analyzePositionCondition(LoopId loop, const LoopParts &parts) {
  const VarDecl *variable = Result.loops[loop].index;
  PositionComparison compared = comparisonOf(parts.condition);
  if (parts.isNegated && BinaryOperator::isComparisonOp(compared.op) && compared.op != BO_Cmp)
    compared.op = BinaryOperator::negateComparisonOp(compared.op);
  auto refuse = [&](const std::string &problem, const std::string &reason = "non-canonical-loop") {
    pushGuard(std::nullopt);
    setProblem(loop, problem,
               parts.condition ? static_cast<const Stmt *>(parts.condition)
                               : Result.loops[loop].statement,
               reason);
    return false;
  };
  auto aheadLeft = elementsAhead(Context, compared.left, variable);
  auto aheadRight = elementsAhead(Context, compared.right, variable);
  bool isLeft = aheadLeft.has_value(), isRight = aheadRight.has_value();
  const Expr *boundExpression = isLeft ? compared.right : compared.left;
  bool isOrdered = compared.op == BO_NE || compared.op == BO_LT || compared.op == BO_LE ||
                   compared.op == BO_GT || compared.op == BO_GE;
  if (isLeft == isRight || !isOrdered || mentions(boundExpression, variable)) {
    if (parts.condition) {
      Condition general = evaluateCondition(parts.condition);
      pushCondition(general, !parts.isNegated);
    }
    return refuse("the loop does not compare its index with a bound");
  }
  BinaryOperatorKind op = isRight ? BinaryOperator::reverseComparisonOp(compared.op) : compared.op;
  const Expr *indexExpression = isLeft ? compared.left : compared.right;
  // The first test forms `it + 1`, which stands no further than the end: so `v.end() - 1` is there,
  // too, and not in front of the first position.
  Coefficient ahead = isLeft ? *aheadLeft : *aheadRight;
  bool isNext = Result.loops[loop].positionStep == 1 && !Result.loops[loop].positionStride;
  if (ahead != 0 && (!isNext || !isEnd(boundExpression) || (op != BO_LT && op != BO_NE))) {
    Condition general = evaluateCondition(parts.condition);
    pushCondition(general, !parts.isNegated);
    return refuse("the loop does not compare its index with a bound");
  }
  Result.loops[loop].ahead = Polynomial(ahead);
  size_t accesses = Result.accesses.size(), effects = Result.effects.size();
  Value left = positionValue(compared.left), right = positionValue(compared.right);
  Value bound = isLeft ? right : left;
  Result.loops[loop].comparison = op;
  Result.loops[loop].boundExpression = boundExpression;
  Result.loops[loop].indexExpression = indexExpression;
  if (bound.kind != Value::Kind::Pointer)
    return refuse("the bound of the loop is not a known position");
  loseRow(bound.target);
  if (auto start = startOfMovingPosition(loop, *boundExpression, op, bound.target))
    bound.target = *start;
  bool varies = Result.isInside(Result.objects[bound.target.object].loop, loop);
  for (const Component &component : bound.target.components)
    varies |= component.kind == Component::Kind::Unknown ||
              (component.kind == Component::Kind::Index &&
               (!component.index || Result.varies(*component.index, loop)));
  if (varies)
    return refuse("the loop may change its own bound '" + sourceText(boundExpression) + "'",
                  "bound-not-invariant");
  for (size_t i = accesses; i < Result.accesses.size(); ++i)
    if (Result.accesses[i].isWrite &&
        Result.objects[Result.accesses[i].path.object].kind != ObjectKind::Temporary)
      return refuse("the condition of the loop writes memory");
  if (Result.effects.size() > effects)
    return refuse("the condition of the loop is not a plain comparison");

  Coefficient step = Result.loops[loop].positionStep;
  bool up = step > 0, unit = step == 1 || step == -1;
  if (const auto &stride = Result.loops[loop].positionStride) {
    up = op == BO_LT || op == BO_LE;
    Polynomial towards = (up ? *stride : Polynomial() - *stride) - Polynomial(1);
    if (provenNonNegative(Polynomial(-1) - towards))
      return refuse("the step leads away from the bound");
    pushGuard(Constraint{towards, false});
  }
  bool isStrict = op == BO_NE || op == BO_LT || op == BO_GT;
  if ((op == BO_NE && !unit) || (up && (op == BO_GT || op == BO_GE)) ||
      (!up && (op == BO_LT || op == BO_LE)))
    return refuse(op == BO_NE ? "'!=' needs a step of one" : "the step leads away from the bound");
  // How far the bound is away, in the direction of the steps.
  Polynomial distance;
  int direction =
      variable->getType()->isPointerType() ? 1 : positionDirection(Effects, variable->getType());
  if (auto known = positionDifference(bound, Value::pointer(Result.loops[loop].start))) {
    distance = *known * Polynomial(up ? direction : -direction);
  } else {
    Symbol symbol{.name = "(distance of " + variable->getNameAsString() + ")",
                  .kind = SymbolKind::Opaque,
                  .loop = Result.loops[loop].parent,
                  .low = op == BO_NE ? 0 : -(Coefficient(1) << 62),
                  .high = Coefficient(1) << 62};
    SymbolId id = addSymbol(std::move(symbol));
    distance = Polynomial::symbol(id);
    std::string end = sourceText(boundExpression), from = variable->getNameAsString();
    Loop &entered = Result.loops[loop];
    if (entered.startIsStable)
      from = "(" + sourceText(entered.lowerExpression) + ")";
    bool isSpelled = entered.isLexical && (entered.startIsStable || entered.needsOwnIndex) &&
                     !end.empty() && isInvariant(boundExpression, *LoopModified.back());
    if (isSpelled)
      entered.namesAtEntry[id] =
          up ? "((" + end + ") - " + from + ")" : "(" + from + " - (" + end + "))";
  }
  Loop &counted = Result.loops[loop];
  distance = distance - counted.ahead;
  // A walk that ends has met its bound: what follows may rely on it.
  distance = distance + Polynomial(isStrict ? 0 : 1);
  Coefficient size = counted.closing != 0 ? counted.closing : up ? step : -step;
  if (counted.closing != 0) {
    Polynomial trip = tripsUntilMet(loop, distance - Polynomial(1));
    Result.loops[loop].trip = trip;
    pushGuard(Constraint{trip - Polynomial(1) - Result.loops[loop].iteration, false});
  } else if (unit)
    counted.trip = distance;
  else if (auto constant = distance.asConstant(); constant && step != 0)
    counted.trip = Polynomial(*constant <= 0 ? 0 : (*constant + size - 1) / size);
  if (Loop &known = Result.loops[loop]; known.trip)
    known.last = *known.trip - Polynomial(1);
  int outside = std::exchange(Now.guard, Result.loops[loop].guardBefore);
  bool nonEmpty = provenNonNegative(distance - Polynomial(1));
  Now.guard = outside;
  Result.loops[loop].provenNonEmpty = nonEmpty;
  // Of the iterations by a step that is no number, each goes one further at least.
  pushGuard(Constraint{
      distance - Result.loops[loop].iteration * Polynomial(std::max<Coefficient>(size, 1)) -
          Polynomial(1),
      false});
  return true;
}

} // namespace loomp
