//===- Positions.cpp - iterators as pointers ------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   auto it = v.begin();         it points to element 0 of what v owns
//   *it++ = x;                   writes that element, then points to element 1
//   v.rbegin() + 2               points to element v.size() - 3
//
// Theorem: an object of a class that the effect tables call a position stands for the address of
// the element that it designates (for a position that counts down, too). Its operators do with this
// address what those of a pointer do, where `++` adds 1 or, counting down, -1; they touch nothing
// but the positions themselves. So it is a scalar variable of pointer type.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

using namespace clang;

namespace loomp {

/// The type in which the evaluator sees a variable: that of a pointer for a position.
QualType Evaluator::scalarType(QualType type) const {
  QualType element = isPosition(type) ? elementOf(Effects, type) : QualType();
  return element.isNull() ? type : Context.getPointerType(element);
}

/// The address that an expression whose type is a position stands for.
Value Evaluator::positionValue(const Expr *expression) {
  expression = expression->IgnoreParens();
  if (expression->getType()->isPointerType() && !expression->isGLValue())
    return evaluateValue(expression);
  if (const auto *full = dyn_cast<ExprWithCleanups>(expression)) {
    size_t cleanups = Cleanups.size();
    Value value = positionValue(full->getSubExpr());
    runCleanups(cleanups, true);
    return value;
  }
  if (const auto *temporary = dyn_cast<MaterializeTemporaryExpr>(expression))
    return positionValue(temporary->getSubExpr());
  if (const auto *bound = dyn_cast<CXXBindTemporaryExpr>(expression))
    return positionValue(bound->getSubExpr());
  if (const auto *argument = dyn_cast<CXXDefaultArgExpr>(expression))
    return positionValue(argument->getExpr());
  if (const auto *cast = dyn_cast<CastExpr>(expression);
      cast && (!cast->isGLValue() || isa<MaterializeTemporaryExpr>(cast->getSubExpr())))
    return positionValue(cast->getSubExpr());
  if (const auto *call = dyn_cast<CallExpr>(expression)) {
    Place place;
    place.path.object = ~0U;
    Value value = evaluateCallExpression(*call, &place);
    if (value.kind == Value::Kind::Pointer || place.path.object == ~0U)
      return value.kind == Value::Kind::Pointer ? value : Value();
    place.path.type = scalarType(expression->getType());
    return load(place, expression);
  }
  // What compares two positions may be a member of a class below.
  if (const auto *cast = dyn_cast<ImplicitCastExpr>(expression);
      cast && cast->getCastKind() == CK_DerivedToBase && isPosition(cast->getSubExpr()->getType()))
    return positionValue(cast->getSubExpr());
  if (expression->isGLValue()) {
    Place place = evaluatePlace(expression);
    place.path.type = scalarType(expression->getType());
    return load(place, expression->IgnoreParenImpCasts());
  }
  if (const auto *construct = dyn_cast<CXXConstructExpr>(expression)) {
    if (construct->getNumArgs() == 0)
      return {};
    const Expr *source = construct->getArg(0);
    int to = positionDirection(Effects, construct->getType());
    int from =
        source->getType()->isPointerType() ? 1 : positionDirection(Effects, source->getType());
    if (from != 0) {
      // Turned around, it designates the element before.
      Value value = positionValue(source);
      return from == to ? value : offsetPointer(value, Value::integer(Polynomial(to)), false);
    }
  }
  return unsupported(expression,
                     std::string("this iterator (") + expression->getStmtClassName() + ")");
}

/// How many elements `a` stands behind `b`, if both stand in one array.
std::optional<Polynomial> Evaluator::positionDifference(const Value &a, const Value &b) const {
  if (a.kind != Value::Kind::Pointer || b.kind != Value::Kind::Pointer ||
      a.target.object != b.target.object ||
      a.target.components.size() != b.target.components.size() || a.target.components.empty())
    return std::nullopt;
  for (size_t i = 0; i + 1 < a.target.components.size(); ++i) {
    const Component &left = a.target.components[i], &right = b.target.components[i];
    bool isFixed = left.kind == right.kind && left.field == right.field &&
                   left.kind != Component::Kind::Unknown;
    if (!isFixed ||
        (left.kind == Component::Kind::Index &&
         (!left.index || !right.index || !left.index->isValid() || !(*left.index == *right.index))))
      return std::nullopt;
  }
  const Component &left = a.target.components.back(), &right = b.target.components.back();
  if (left.kind != Component::Kind::Index || right.kind != Component::Kind::Index || !left.index ||
      !right.index)
    return std::nullopt;
  Polynomial difference = *left.index - *right.index;
  return difference.isValid() ? std::optional(difference) : std::nullopt;
}

Value Evaluator::evaluatePositionCall(const CallExpr &call, const FunctionDecl &callee,
                                      Place *resultPlace) {
  QualType type = call.getType();
  auto unknown = [&] {
    callUnknown(&call, callee.getNameAsString());
    return fresh(type, currentLoop(), sourceText(&call), nullptr);
  };
  if (const auto *member = dyn_cast<CXXMemberCallExpr>(&call)) {
    const Expr *object = member->getImplicitObjectArgument();
    bool isBase = callee.getDeclName().isIdentifier() && callee.getName() == "base";
    if (!isBase || object->getType()->isPointerType() || !scalarType(type)->isPointerType())
      return unknown();
    Value value = positionValue(object);
    bool turns = positionDirection(Effects, object->getType()) < 0;
    return turns ? offsetPointer(value, Value::integer(Polynomial(1)), false) : value;
  }
  const auto *operation = dyn_cast<CXXOperatorCallExpr>(&call);
  if (!operation)
    return unknown();
  OverloadedOperatorKind op = operation->getOperator();
  const Expr *first = operation->getArg(0);
  const Expr *second = operation->getNumArgs() > 1 ? operation->getArg(1) : nullptr;
  int direction = positionDirection(Effects, first->getType());
  auto number = [&](const Expr *expression) {
    Value value = evaluateValue(expression);
    addDecision(value.taint);
    return Value::integer(elementNumber(value, expression->getType()) * Polynomial(direction));
  };
  auto element = [&](const Value &position) -> Value {
    if (position.kind != Value::Kind::Pointer)
      return unsupported(&call, "the iterator '" + sourceText(first) + "'");
    if (resultPlace) {
      resultPlace->path = position.target;
      resultPlace->path.type = type;
      resultPlace->isVolatile = type.isVolatileQualified();
    }
    return {};
  };
  auto assign = [&](const Place &place, Value value) {
    if (value.kind != Value::Kind::Pointer)
      value = fresh(place.path.type, currentLoop(), sourceText(first), nullptr);
    store(place, value, first->IgnoreParens());
    markUpdated(call);
    if (resultPlace)
      *resultPlace = place;
    return value;
  };
  auto placeOf = [&](const Expr *expression) {
    Place place = evaluatePlace(expression);
    place.path.type = scalarType(expression->getType());
    return place;
  };
  switch (op) {
  case OO_Star:
    return second ? unknown() : element(positionValue(first));
  case OO_Arrow:
    return positionValue(first);
  case OO_Subscript: {
    Value position = positionValue(first);
    return element(offsetPointer(position, number(second), false));
  }
  case OO_PlusPlus:
  case OO_MinusMinus: {
    if (!first->isGLValue())
      return unknown();
    Place place = placeOf(first);
    Value old = load(place, first->IgnoreParens());
    Value one = Value::integer(Polynomial(op == OO_PlusPlus ? direction : -direction));
    Value result = assign(place, offsetPointer(old, one, false));
    if (second && resultPlace)
      resultPlace->path.object = ~0U;
    return second ? old : result;
  }
  case OO_PlusEqual:
  case OO_MinusEqual: {
    if (!first->isGLValue())
      return unknown();
    Value change = number(second);
    Place place = placeOf(first);
    Value old = load(place, first->IgnoreParens());
    return assign(place, offsetPointer(old, change, op == OO_MinusEqual));
  }
  case OO_Equal: {
    if (!first->isGLValue())
      return unknown();
    Value value = positionValue(second);
    return assign(placeOf(first), value);
  }
  case OO_Plus:
  case OO_Minus: {
    if (!second)
      return unknown();
    bool isNumberFirst = direction == 0;
    if (isNumberFirst)
      direction = positionDirection(Effects, second->getType());
    if (isPosition(first->getType()) && isPosition(second->getType())) {
      Value a = positionValue(first), b = positionValue(second);
      if (auto difference = positionDifference(a, b))
        return Value::integer(*difference * Polynomial(direction));
      return fresh(type, currentLoop(), sourceText(&call), nullptr);
    }
    if (!scalarType(type)->isPointerType())
      return unknown();
    if (isNumberFirst) {
      Value offset = number(first);
      return offsetPointer(positionValue(second), offset, false);
    }
    Value position = positionValue(first);
    return offsetPointer(position, number(second), op == OO_Minus);
  }
  case OO_EqualEqual:
  case OO_ExclaimEqual:
  case OO_Less:
  case OO_Greater:
  case OO_LessEqual:
  case OO_GreaterEqual:
    positionValue(first);
    positionValue(second);
    return fresh(type, currentLoop(), sourceText(&call), nullptr);
  default:
    return unknown();
  }
}

} // namespace loomp
