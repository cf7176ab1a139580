//===- EvaluateInitializer.cpp - declarations, initializers, casts --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

using namespace clang;

namespace loomp {

Value Evaluator::evaluateInitializer(const Path &target, QualType type, const Expr *initializer) {
  const Expr *inner = initializer;
  if (const auto *full = dyn_cast<ExprWithCleanups>(initializer)) {
    size_t cleanups = Cleanups.size();
    Value value = evaluateInitializer(target, type, full->getSubExpr());
    runCleanups(cleanups, true);
    return value;
  }
  while (true) {
    if (const auto *bound = dyn_cast<CXXBindTemporaryExpr>(inner))
      inner = bound->getSubExpr();
    else if (const auto *paren = dyn_cast<ParenExpr>(inner))
      inner = paren->getSubExpr();
    else if (const auto *constant = dyn_cast<ConstantExpr>(inner))
      inner = constant->getSubExpr();
    else if (const auto *cast = dyn_cast<CastExpr>(inner);
             cast && (cast->getCastKind() == CK_ConstructorConversion ||
                      cast->getCastKind() == CK_UserDefinedConversion ||
                      (cast->getCastKind() == CK_NoOp && type->isRecordType())))
      inner = cast->getSubExpr();
    else if (const auto *argument = dyn_cast<CXXDefaultArgExpr>(inner))
      inner = argument->getExpr();
    else if (const auto *field = dyn_cast<CXXDefaultInitExpr>(inner))
      inner = field->getExpr();
    else
      break;
  }
  if (isPosition(type)) {
    Value value = positionValue(inner);
    store({.path = {target.object, target.components, scalarType(type)}}, value, inner);
    return value;
  }
  // A closure that is a member of a variable is known by its place: no other one ever stands there,
  // but in a union. One that is made elsewhere takes what it refers to there.
  auto heldAsMember = [&](Value value) {
    if (value.kind != Value::Kind::Closure || Quiet)
      return value;
    Path place{target.object, target.components, type};
    ObjectKind kind = Result.objects[target.object].kind;
    if (kind != ObjectKind::Variable && kind != ObjectKind::Temporary) {
      store({.path = place}, {}, inner);
      for (const auto &[variable, captured] : *value.captures)
        Result.pointerStores.push_back({Result.accesses.size() - 1, captured.object});
    } else if (!target.components.empty() && !standsInUnion(target) &&
               llvm::all_of(target.components, [](const Component &c) { return c.field; })) {
      Now.memory[keyOf(place)] = {.path = place, .value = value};
    }
    return value;
  };
  if (const auto *construct = dyn_cast<CXXConstructExpr>(inner)) {
    if (const auto *array = type->getAsArrayTypeUnsafe()) {
      if (!construct->getConstructor()->isTrivial())
        initializeArray(target, *array, nullptr, construct);
      return {};
    }
    return heldAsMember(evaluateConstruct(*construct, target));
  }
  if (const auto *list = dyn_cast<InitListExpr>(inner)) {
    if (!type->isRecordType() && !type->isArrayType())
      return list->getNumInits() == 1 ? evaluateInitializer(target, type, list->getInit(0))
                                      : Value::integer(Polynomial());
    if (const auto *array = type->getAsArrayTypeUnsafe()) {
      initializeArray(target, *array, list, list->getArrayFiller());
      return {};
    }
    const RecordDecl *record = type->getAsRecordDecl();
    bool structural =
        record && !record->isUnion() &&
        (!isa<CXXRecordDecl>(record) || cast<CXXRecordDecl>(record)->getNumBases() == 0);
    store({.path = {target.object, target.components, type}}, {}, inner);
    auto field = record ? record->field_begin() : RecordDecl::field_iterator();
    for (unsigned i = 0; i < list->getNumInits(); ++i) {
      Path part = target;
      QualType partType = list->getInit(i)->getType();
      if (structural) {
        while (field != record->field_end() && field->isUnnamedBitField())
          ++field;
        if (field == record->field_end())
          break;
        partType = field->getType();
        part.components.push_back({.kind = Component::Kind::Field, .field = *field++});
      } else {
        part.components.push_back({.kind = Component::Kind::Unknown});
      }
      part.type = partType;
      if (partType->isReferenceType()) {
        bindReference(part, list->getInit(i));
        continue;
      }
      Value value = evaluateInitializer(part, partType, list->getInit(i));
      if (structural && !partType->isRecordType() && !partType->isArrayType())
        store({.path = part}, value, list->getInit(i));
    }
    return {};
  }
  if (isa<ImplicitValueInitExpr, CXXScalarValueInitExpr>(inner))
    return integerType(type) ? Value::integer(Polynomial()) : Value();
  if (isa<StringLiteral, ArrayInitLoopExpr>(inner) && type->isArrayType()) {
    if (isa<ArrayInitLoopExpr>(inner))
      return unsupported(inner, "a copy of an array");
    store({.path = {target.object, target.components, type}}, {}, inner);
    return {};
  }
  if (const auto *list = dyn_cast<CXXStdInitializerListExpr>(inner)) {
    evaluatePlace(list->getSubExpr()); // an array of its own
    store({.path = {target.object, target.components, type}}, {}, inner);
    return {};
  }
  if (isa<LambdaExpr>(inner))
    return heldAsMember(evaluateValue(inner));
  if (type->isRecordType()) {
    if (const auto *call = dyn_cast<CallExpr>(inner))
      return heldAsMember(
          initializeFromCall({target.object, target.components, type}, type, *call));
    if (const auto *load = dyn_cast<ImplicitCastExpr>(inner);
        load && load->getCastKind() == CK_LValueToRValue) { // C: the bytes are copied
      copyObject(evaluatePlace(load->getSubExpr()),
                 {.path = {target.object, target.components, type}}, type, load->getSubExpr(),
                 inner);
      return {};
    }
    if (const auto *choice = dyn_cast<ConditionalOperator>(inner))
      return initializeFromChoice(target, type, *choice);
    return unsupported(inner,
                       std::string("this initialization (") + inner->getStmtClassName() + ")");
  }
  return evaluateValue(initializer);
}

/// The value of a variable that the language itself takes for a constant: `constexpr int n = 8`.
static std::optional<Coefficient> constantVariable(const Expr *place) {
  place = place->IgnoreParens();
  const ValueDecl *named = nullptr;
  if (const auto *reference = dyn_cast<DeclRefExpr>(place))
    named = reference->getDecl();
  const auto *variable = dyn_cast_or_null<VarDecl>(named);
  if (!variable || !variable->getType()->isIntegralOrUnscopedEnumerationType() ||
      variable->getType().isVolatileQualified() || variable->isWeak() ||
      !variable->isUsableInConstantExpressions(variable->getASTContext()))
    return std::nullopt;
  const VarDecl *initialized = nullptr; // of the declarations, the one with the value
  const Expr *initializer = variable->getAnyInitializer(initialized);
  if (!initializer || initializer->isValueDependent())
    return std::nullopt;
  const APValue *value = initialized->evaluateValue();
  if (!value || !value->isInt() || value->getInt().getSignificantBits() > 64)
    return std::nullopt;
  return value->getInt().isSigned() ? Coefficient(value->getInt().getExtValue())
                                    : Coefficient(value->getInt().getZExtValue());
}

/// Loads what `place` holds. A pointer parameter names what it has pointed to from the start.
Value Evaluator::loadNamed(const Place &place, const Expr *expression) {
  Value value = load(place, expression);
  if (value.kind != Value::Kind::Pointer || !place.name || !Frames.back().isLexical)
    return value;
  const Object &target = Result.objects[value.target.object];
  if (target.kind == ObjectKind::Pointee && target.declaration == place.name) {
    value.target.name = place.name;
    value.target.namedIn = currentLoop();
  }
  return value;
}

/// The value of an lvalue that is only read. Of a call that is walked through, what it returns is
/// read there, so that it need not be one and the same place on every way.
Value Evaluator::loadFrom(const Expr &expression) {
  if (const auto *conditional = dyn_cast<ConditionalOperator>(&expression))
    return choose(*conditional, true);
  const auto *call = dyn_cast<CallExpr>(&expression);
  if (!call || !call->getType()->isScalarType())
    return loadNamed(evaluatePlace(&expression), &expression);
  // An operand of an update is read here, not where the callee names it.
  bool isOperand = UpdateOccurrences.count(call) != 0;
  const Expr *outer = std::exchange(Loaded, isOperand ? nullptr : call);
  Place place;
  Value value = evaluateCallPlace(*call, place);
  bool isLoaded = std::exchange(Loaded, outer) != call && !isOperand;
  return isLoaded ? value : loadNamed(place, &expression);
}

Value Evaluator::evaluateCast(const CastExpr &cast) {
  const Expr *inner = cast.getSubExpr();
  QualType from = inner->getType(), to = cast.getType();
  switch (cast.getCastKind()) {
  case CK_LValueToRValue:
    if (auto value = constantVariable(cast.getSubExpr()))
      return Value::integer(Polynomial(*value));
    return loadFrom(*inner->IgnoreParens());
  case CK_NoOp:
    if (inner->isGLValue()) {
      evaluatePlace(inner);
      return {};
    }
    return evaluateValue(inner);
  case CK_ConstructorConversion:
  case CK_UserDefinedConversion:
  case CK_LValueToRValueBitCast:
    return evaluateValue(inner);
  case CK_IntegralCast:
    return convert(evaluateValue(inner), from, to);
  case CK_BooleanToSignedIntegral:
    return fresh(to, currentLoop(), "value", nullptr);
  case CK_IntegralToBoolean:
  case CK_PointerToBoolean:
  case CK_FloatingToBoolean: {
    Value value = evaluateValue(inner);
    addDecision(value.taint);
    if (auto constant = value.number.asConstant();
        value.kind == Value::Kind::Integer && value.modulus == 0 && constant)
      return Value::integer(Polynomial(*constant != 0));
    if (value.kind == Value::Kind::Integer && value.modulus == 0 &&
        provenWithin(value.number, 0, 1))
      return Value::integer(value.number);
    return fresh(Context.BoolTy, levelOf({&value}), "condition", nullptr);
  }
  case CK_FloatingToIntegral: {
    Value value = evaluateValue(inner);
    addDecision(value.taint);
    // The text of an implicit conversion is that of its operand.
    bool isSpelled = isa<ExplicitCastExpr>(cast);
    return fresh(to, levelOf({&value}), sourceText(&cast), isSpelled ? &cast : nullptr);
  }
  case CK_IntegralToFloating:
  case CK_FloatingCast:
  case CK_FloatingRealToComplex:
  case CK_FloatingComplexToReal:
  case CK_FloatingComplexCast: {
    Value value = evaluateValue(inner);
    Value result;
    result.taint = value.taint;
    result.level = levelOf({&value});
    return result;
  }
  case CK_ArrayToPointerDecay: {
    Place place = evaluatePlace(inner);
    Path target = place.path;
    Component element{.kind = Component::Kind::Index, .index = Polynomial()};
    if (const auto *array = Context.getAsConstantArrayType(from))
      element.extent = array->getSize().getZExtValue();
    target.components.push_back(element);
    target.type = to->getPointeeType();
    return Value::pointer(target);
  }
  case CK_FunctionToPointerDecay:
  case CK_BuiltinFnToFnPtr:
  case CK_NullToPointer:
    evaluateValue(inner);
    return {};
  case CK_ToVoid:
    evaluateDiscarded(inner);
    return {};
  case CK_DerivedToBase:
  case CK_UncheckedDerivedToBase:
  case CK_BaseToDerived: {
    if (inner->isGLValue()) {
      evaluatePlace(inner);
      return {};
    }
    return evaluateValue(inner);
  }
  case CK_BitCast: {
    Value value = evaluateValue(inner);
    if (value.kind != Value::Kind::Pointer || !to->isPointerType())
      return value;
    QualType target = to->getPointeeType();
    if (Context.hasSameUnqualifiedType(target, from->getPointeeType()))
      return value;
    if (target->isVoidType())
      return value;
    // Fresh memory, and what a `void *` parameter points to, get their type from the first cast;
    // any other reinterpretation loses the element number.
    Object &object = Result.objects[value.target.object];
    bool isUntyped = object.kind == ObjectKind::Allocation ||
                     (object.kind == ObjectKind::Pointee && object.declaration &&
                      object.declaration->getType()->isVoidPointerType());
    bool isStart = isUntyped && value.target.components.size() == 1 &&
                   value.target.components[0].index && value.target.components[0].index->isZero();
    if (isStart && from->getPointeeType()->isVoidType() && object.elementType.isNull())
      object.elementType = target;
    bool isTyped = isStart && !object.elementType.isNull() &&
                   Context.hasSameUnqualifiedType(object.elementType, target);
    if (!isTyped)
      value.target.components = {{.kind = Component::Kind::Unknown}};
    value.target.type = target;
    return value;
  }
  default: {
    unsupported(&cast, "this cast");
    if (inner->isPRValue())
      evaluateValue(inner);
    return fresh(to, currentLoop(), "value", nullptr);
  }
  }
}

/// Does the compiler know all addresses in the constant variable or reference? clang puts those of
/// static variables in place of it, whatever clause renames them.
static bool isAddressConstant(ASTContext &context, const VarDecl &variable) {
  QualType type = variable.getType();
  return (type->isReferenceType() || type.isConstQualified()) && variable.hasInit() &&
         !variable.getInit()->isValueDependent() &&
         variable.getInit()->isConstantInitializer(context, type->isReferenceType());
}

void Evaluator::evaluateDeclaration(const VarDecl &declaration) {
  const VarDecl &variable = *declaration.getCanonicalDecl();
  QualType type = variable.getType();
  if (variable.isStaticLocal()) {
    Frames.back().declared.push_back(&variable);
    if (variable.hasInit() && !variable.hasConstantInitialization() &&
        (currentLoop() != NoLoop || Assumed || SpansStatements))
      addEffect({.reason = "hidden-state",
                 .message = "the static variable '" + variable.getNameAsString() +
                            "' is initialized by the first " +
                            (currentLoop() != NoLoop ? "iteration" : "call")},
                variable.getInit());
    return;
  }
  if (!variable.hasLocalStorage())
    return;
  if (const auto *cleanup = variable.getAttr<CleanupAttr>()) {
    // Its function is called with the variable's address wherever the scope is left.
    addEffect({.reason = "unsupported-construct",
               .message = "'" + cleanup->getFunctionDecl()->getNameAsString() +
                          "' is called at the end of the scope of '" + variable.getNameAsString() +
                          "'",
               .location = variable.getLocation()},
              nullptr);
    Result.hasJumps = true;
  }
  if (type->isReferenceType()) {
    if (!variable.hasInit())
      return;
    Place place = evaluatePlace(variable.getInit());
    loseResult(place, variable.getInit());
    Frames.back().declared.push_back(&variable);
    if (isAddressConstant(Context, variable))
      place.path.name = nullptr;
    Frames.back().references[&variable] = place.path;
    Cleanups.insert(Cleanups.end(), Lasting.begin(), Lasting.end());
    Lasting.clear();
    if (const auto *bindings = dyn_cast<DecompositionDecl>(&variable))
      evaluateBindings(*bindings);
    return;
  }
  bool taken = AddressTaken.count(&variable);
  std::string name = variable.getNameAsString();
  if (const auto *bindings = dyn_cast<DecompositionDecl>(&variable)) {
    for (const BindingDecl *binding : bindings->bindings())
      name += (name.empty() ? "[" : ", ") + binding->getNameAsString();
    name += "]";
  }
  ObjectId object = addObject({.kind = ObjectKind::Variable,
                               .name = name,
                               .declaration = &variable,
                               .loop = currentLoop(),
                               .reachable = taken || constructionSharesAddress(variable),
                               .preexisting = false});
  Frames.back().variables[&variable] = object;
  Frames.back().declared.push_back(&variable);
  Path path{object, {}, scalarType(type)};
  evaluateSizes(type);
  if (!variable.hasInit()) {
    addCleanup(path, type, nullptr);
    return;
  }
  Value value = isPosition(type) ? positionValue(variable.getInit())
                                 : evaluateInitializer(path, type, variable.getInit());
  if (value.kind == Value::Kind::Pointer)
    loseRow(value.target);
  bool isAggregate = type->isRecordType() || type->isArrayType();
  if ((isAggregate || value.kind == Value::Kind::Pointer) && isAddressConstant(Context, variable)) {
    value.target.name = nullptr;
    if (isAggregate)
      for (auto &[key, entry] : Now.memory)
        if (entry.path.object == object)
          entry.value.target.name = nullptr;
  }
  // Before the variable is visible nobody else can see it: storing records the definition only.
  if ((!type->isRecordType() || isPosition(type)) && !type->isArrayType())
    store({.path = path, .name = &variable}, value, variable.getInit());
  else if (value.kind == Value::Kind::Closure) {
    Entry &entry = Now.memory[keyOf(path)];
    entry.path = path;
    entry.value = value;
  }
  addCleanup(path, type, variable.getInit());
  Cleanups.insert(Cleanups.end(), Lasting.begin(), Lasting.end());
  Lasting.clear();
  if (const auto *bindings = dyn_cast<DecompositionDecl>(&variable))
    evaluateBindings(*bindings);
}

} // namespace loomp
