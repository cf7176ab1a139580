//===- EvaluateCall.cpp - calls, constructors and destructors -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A call is, in this order: a row of the effect tables; a callee whose body is walked through with
// the arguments bound (so its accesses and values are those of this very call); or an effect on
// anything.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

#include "clang/AST/Attr.h"

using namespace clang;

namespace loomp {

namespace {
constexpr unsigned MaximalCallDepth = 12;
}

void Evaluator::callUnknown(const Expr *site, const std::string &name) {
  addEffect({.reason = "unknown-call",
             .message = "the effects of the call to '" + name + "' are not known",
             .remedy = "make the body of '" + name + "' visible in this translation unit"},
            site);
  forgetReachable();
  if (Quiet)
    return;
  for (auto &[key, entry] : Now.memory)
    if (Result.objects[entry.path.object].reachable)
      entry.value = {};
}

Value Evaluator::evaluateCallExpression(const CallExpr &call, Place *resultPlace) {
  const FunctionDecl *callee = call.getDirectCallee();
  llvm::ArrayRef<const Expr *> arguments(call.getArgs(), call.getNumArgs());
  const Expr *object = nullptr;
  if (const auto *member = dyn_cast<CXXMemberCallExpr>(&call)) {
    callee = member->getMethodDecl();
    object = member->getImplicitObjectArgument();
    const auto *access = dyn_cast<MemberExpr>(member->getCallee()->IgnoreParens());
    const auto *method = dyn_cast_or_null<CXXMethodDecl>(callee);
    bool direct = access && access->hasQualifier();
    if (method && method->isVirtual() && !direct && !method->hasAttr<FinalAttr>() &&
        !method->getParent()->hasAttr<FinalAttr>()) {
      for (const Expr *argument : arguments)
        argument->isGLValue() ? void(evaluatePlace(argument)) : void(evaluateValue(argument));
      callUnknown(&call, method->getNameAsString());
      return fresh(call.getType(), currentLoop(), sourceText(&call), nullptr);
    }
  } else if (isa<CXXOperatorCallExpr>(call)) {
    const auto *method = dyn_cast_or_null<CXXMethodDecl>(callee);
    if (method && method->isInstance()) {
      object = arguments.front();
      arguments = arguments.drop_front();
    }
  }
  if (!callee) {
    evaluateValue(call.getCallee());
    for (const Expr *argument : arguments)
      argument->isGLValue() ? void(evaluatePlace(argument)) : void(evaluateValue(argument));
    callUnknown(&call, sourceText(call.getCallee()));
    return fresh(call.getType(), currentLoop(), sourceText(&call), nullptr);
  }
  return evaluateCall(&call, callee, object, arguments, resultPlace);
}

/// The place of an implicit object argument, which may be written `p->f()`.
static bool isPointerObject(const Expr *object) { return object->getType()->isPointerType(); }

Value Evaluator::evaluateCall(const Expr *site, const FunctionDecl *callee, const Expr *object,
                              llvm::ArrayRef<const Expr *> arguments, Place *resultPlace,
                              std::optional<Path> constructed) {
  std::optional<Place> objectPlace;
  const LambdaExpr *lambda = nullptr;
  if (object) {
    const auto *method = dyn_cast<CXXMethodDecl>(callee);
    bool isLambda = method && method->getParent()->isLambda();
    if (isLambda) {
      const Expr *closure = object->IgnoreParenImpCasts();
      while (const auto *temporary = dyn_cast<MaterializeTemporaryExpr>(closure))
        closure = temporary->getSubExpr()->IgnoreParenImpCasts();
      if (const auto *literal = dyn_cast<LambdaExpr>(closure))
        lambda = literal;
      else if (closure->isGLValue()) {
        Place place = evaluatePlace(closure);
        auto entry = Now.memory.find(keyOf(place.path));
        if (entry != Now.memory.end() && entry->second.value.kind == Value::Kind::Closure)
          lambda = entry->second.value.lambda;
      }
      if (!lambda) {
        callUnknown(site, "lambda");
        return fresh(site->getType(), currentLoop(), sourceText(site), nullptr);
      }
    } else if (isPointerObject(object)) {
      Value pointer = evaluateValue(object);
      Place place;
      if (pointer.kind == Value::Kind::Pointer)
        place.path = pointer.target;
      else
        place.path = {addObject({.kind = ObjectKind::Anything, .name = sourceText(object)}),
                      {{.kind = Component::Kind::Unknown}},
                      object->getType()->getPointeeType()};
      objectPlace = place;
    } else if (object->isGLValue()) {
      objectPlace = evaluatePlace(object);
    } else {
      objectPlace = temporary(object->getType());
      evaluateInitializer(objectPlace->path, object->getType(), object);
    }
  }
  Result.callees.insert(callee->getCanonicalDecl());
  if (callee->isTrivial() && objectPlace && arguments.size() == 1 && arguments[0]->isGLValue()) {
    Place source = evaluatePlace(arguments[0]); // a trivial assignment copies the bytes
    if (source.path.type->isRecordType())
      source.path.components.push_back({.kind = Component::Kind::Unknown});
    recordRead(source, arguments[0]->IgnoreParenImpCasts());
    store(*objectPlace, {}, site);
    if (resultPlace)
      *resultPlace = *objectPlace;
    return {};
  }
  if (const EffectRow *row = Effects.find(effectTableName(*callee)))
    return applyRow(*row, site, *callee, objectPlace, arguments, resultPlace, constructed);
  std::optional<Path> path;
  if (constructed)
    path = *constructed;
  else if (objectPlace)
    path = objectPlace->path;
  return walkThrough(*callee, site, path, arguments, resultPlace, lambda);
}

Value Evaluator::walkThrough(const FunctionDecl &callee, const Expr *site,
                             std::optional<Path> object, llvm::ArrayRef<const Expr *> arguments,
                             Place *resultPlace, const LambdaExpr *lambda) {
  const FunctionDecl *definition = nullptr;
  bool hasBody = callee.hasBody(definition) && !definition->isDefaulted();
  bool recursive = false;
  for (const Frame &frame : Frames)
    recursive |= definition && frame.function == definition;
  QualType resultType = callee.getReturnType().getNonReferenceType();
  bool known = hasBody && !recursive && Frames.size() < MaximalCallDepth && !callee.isVariadic() &&
               !Quiet && !isa<CoroutineBodyStmt>(definition->getBody()) && !definition->isWeak() &&
               Depth < 300;

  // Arguments are evaluated in the caller, in order; parameters are bound afterwards.
  Frame frame;
  frame.function = definition;
  frame.site = site;
  frame.isSystem = sources().isInSystemHeader(callee.getLocation());
  frame.loop = currentLoop();
  frame.targets = Targets.size();
  size_t argumentCleanups = Cleanups.size();
  struct Binding {
    const ParmVarDecl *parameter;
    Value value;
    ObjectId object;
  };
  std::vector<Binding> bindings;
  for (size_t i = 0; i < arguments.size(); ++i) {
    const Expr *argument = arguments[i];
    const ParmVarDecl *parameter =
        definition && i < definition->getNumParams() ? definition->getParamDecl(i) : nullptr;
    QualType type = parameter ? parameter->getType() : argument->getType();
    if (argument->isGLValue()) {
      Place place = evaluatePlace(argument);
      if (!parameter || !known)
        continue;
      frame.references[parameter] = place.path;
      bool isResult = isa<CallExpr>(argument->IgnoreParenImpCasts()) && argument->isLValue() &&
                      Result.objects[place.path.object].kind == ObjectKind::Temporary;
      if (!type->isReferenceType() || isResult)
        known = false;
      continue;
    }
    if (type->isRecordType()) {
      ObjectId copy = addObject({.kind = ObjectKind::Variable,
                                 .name = parameter ? parameter->getNameAsString() : "argument",
                                 .declaration = parameter,
                                 .loop = currentLoop(),
                                 .preexisting = false});
      evaluateInitializer({copy, {}, type}, type, argument);
      if (parameter)
        frame.variables[parameter] = copy;
      addCleanup({copy, {}, type}, type, argument);
      continue;
    }
    Value value = evaluateValue(argument);
    if (!parameter)
      continue;
    ObjectId variable = addObject({.kind = ObjectKind::Variable,
                                   .name = parameter->getNameAsString(),
                                   .declaration = parameter,
                                   .loop = currentLoop(),
                                   .reachable = true,
                                   .preexisting = false});
    frame.variables[parameter] = variable;
    bindings.push_back({parameter, value, variable});
  }
  if (!known) {
    if (!Quiet)
      callUnknown(site, callee.getNameAsString().empty() ? "function" : callee.getNameAsString());
    runCleanups(argumentCleanups, true);
    return fresh(resultType, currentLoop(), sourceText(site), nullptr);
  }
  noteAddressTaken(*definition);
  frame.thisObject = object;
  if (lambda && !Frames.empty())
    frame.thisObject = Frames.back().thisObject;
  // By-value captures must still have the value they were captured with.
  if (lambda)
    for (const LambdaCapture &capture : lambda->captures())
      if (capture.capturesVariable() && capture.getCaptureKind() == LCK_ByCopy) {
        const auto *variable = dyn_cast<VarDecl>(capture.getCapturedVar());
        const ModifiedSet &whole = Modified.of(*Frames.front().function->getBody());
        if (!variable || variable->isInitCapture() || whole.assignments.count(variable) ||
            variable->getType()->isRecordType() || whole.variables.count(variable))
          callUnknown(site, "lambda");
      }
  frame.cleanups = Cleanups.size();
  Frames.push_back(std::move(frame));
  for (const Binding &binding : bindings) {
    Path path{binding.object, {}, binding.parameter->getType()};
    Entry &entry = Now.memory[keyOf(path)];
    entry.path = path;
    entry.value = binding.value;
    entry.definedIn = LoopStack;
  }
  int guard = Now.guard;
  if (const auto *constructor = dyn_cast<CXXConstructorDecl>(definition); constructor && object) {
    for (const CXXCtorInitializer *initializer : constructor->inits()) {
      if (initializer->isAnyMemberInitializer()) {
        const FieldDecl *field = initializer->getAnyMember();
        Path part = *object;
        part.components.push_back({.kind = Component::Kind::Field, .field = field});
        part.type = field->getType();
        if (field->getType()->isReferenceType()) {
          unsupported(initializer->getInit(), "a member of reference type");
          continue;
        }
        Value value = evaluateInitializer(part, field->getType(), initializer->getInit());
        if (!field->getType()->isRecordType())
          store({.path = part}, value, initializer->getInit());
      } else if (initializer->isBaseInitializer() || initializer->isDelegatingInitializer()) {
        Path base = *object;
        evaluateInitializer(base, base.type, initializer->getInit());
      }
    }
  }
  evaluate(definition->getBody());
  if (!Now.dead)
    runCleanups(Frames.back().cleanups, false);
  Cleanups.resize(Frames.back().cleanups);
  Frame finished = std::move(Frames.back());
  Frames.pop_back();
  std::vector<State> exits = std::move(finished.returns);
  exits.push_back(Now);
  Now = joinAll(std::move(exits));
  Now.guard = guard; // conditions of an early return in the callee do not bind the caller
  runCleanups(argumentCleanups, true);

  if (!finished.returnPlaces.empty()) {
    const Path &first = finished.returnPlaces.front();
    bool same = true;
    for (const Path &place : finished.returnPlaces)
      same &= !keyOf(place).empty() && keyOf(place) == keyOf(first);
    if (resultPlace && (same || finished.returnPlaces.size() == 1))
      resultPlace->path = first;
    return {};
  }
  if (finished.returnValues.empty())
    return {};
  Value result = finished.returnValues.front();
  for (const Value &other : finished.returnValues) {
    result.taint.insert(other.taint.begin(), other.taint.end());
    bool equal = other.kind == result.kind &&
                 (other.kind != Value::Kind::Integer ||
                  (other.number == result.number && other.modulus == result.modulus)) &&
                 (other.kind != Value::Kind::Pointer ||
                  (!keyOf(other.target).empty() && keyOf(other.target) == keyOf(result.target)));
    if (!equal) {
      Taint taint = result.taint;
      result = fresh(resultType, currentLoop(), sourceText(site), nullptr);
      if (result.kind == Value::Kind::Pointer)
        result = {};
      result.taint = std::move(taint);
    }
  }
  return result;
}

void Evaluator::runDestructor(const Path &object, const CXXDestructorDecl &destructor,
                              const Expr *site) {
  if (Effects.find(effectTableName(destructor)))
    return;
  if (destructor.isVirtual() && !destructor.hasBody()) {
    callUnknown(site, destructor.getNameAsString());
    return;
  }
  const CXXRecordDecl *record = destructor.getParent();
  if (!destructor.isDefaulted()) {
    walkThrough(destructor, site, object, {}, nullptr, nullptr);
  }
  auto destroyPart = [&](Path part, QualType type) {
    const CXXRecordDecl *inner = type->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
    if (!inner || !inner->hasDefinition() || inner->hasTrivialDestructor())
      return;
    if (type->isArrayType() || !inner->getDestructor())
      unsupported(site, "this destructor");
    else
      runDestructor(part, *inner->getDestructor(), site);
  };
  for (const FieldDecl *field : record->fields()) {
    Path part = object;
    part.components.push_back({.kind = Component::Kind::Field, .field = field});
    part.type = field->getType();
    destroyPart(part, field->getType());
  }
  for (const CXXBaseSpecifier &base : record->bases())
    destroyPart(object, base.getType());
}

Value Evaluator::evaluateConstruct(const CXXConstructExpr &construct, const Path &target) {
  const CXXConstructorDecl *constructor = construct.getConstructor();
  llvm::ArrayRef<const Expr *> arguments(construct.getArgs(), construct.getNumArgs());
  QualType type = construct.getType();
  if (constructor->isTrivial() ||
      (constructor->isDefaulted() && constructor->isCopyOrMoveConstructor() &&
       type.isTriviallyCopyableType(Context))) {
    if (constructor->isCopyOrMoveConstructor() && !arguments.empty()) {
      Place source = evaluatePlace(arguments.front());
      source.path.components.push_back({.kind = Component::Kind::Unknown});
      recordRead(source, arguments.front());
      store({.path = {target.object, target.components, type}}, {}, &construct);
    }
    return {};
  }
  // A closure is copied or moved: it stays the same lambda.
  if (constructor->getParent()->isLambda() && !arguments.empty()) {
    const Expr *source = arguments.front()->IgnoreParenImpCasts();
    if (const auto *temporary = dyn_cast<MaterializeTemporaryExpr>(source))
      source = temporary->getSubExpr()->IgnoreParenImpCasts();
    return evaluateValue(source);
  }
  evaluateCall(&construct, constructor, nullptr, arguments, nullptr, target);
  return {};
}

Value Evaluator::applyRow(const EffectRow &row, const Expr *site, const FunctionDecl &callee,
                          std::optional<Place> object, llvm::ArrayRef<const Expr *> arguments,
                          Place *resultPlace, std::optional<Path> constructed) {
  QualType type = site ? site->getType() : callee.getReturnType();
  std::string name = callee.getNameAsString();
  std::vector<Value> values;
  std::vector<Place> places;
  for (const Expr *argument : arguments) {
    if (argument->isGLValue()) {
      places.push_back(evaluatePlace(argument));
      bool readsIt = row.effect == CallEffect::Pure || row.effect == CallEffect::Minimum ||
                     row.effect == CallEffect::Maximum || row.effect == CallEffect::Absolute ||
                     row.effect == CallEffect::Element || row.effect == CallEffect::CheckedElement;
      const Expr *inner = argument->IgnoreParenImpCasts();
      bool isTemporary = Result.objects[places.back().path.object].kind == ObjectKind::Temporary;
      values.push_back(readsIt && !isTemporary ? load(places.back(), inner) : Value());
      if (readsIt && isTemporary)
        if (auto entry = Now.memory.find(keyOf(places.back().path)); entry != Now.memory.end())
          values.back() = entry->second.value;
    } else if (argument->getType()->isRecordType()) {
      Place place = temporary(argument->getType());
      evaluateInitializer(place.path, argument->getType(), argument);
      places.push_back(place);
      values.push_back({});
    } else {
      values.push_back(evaluateValue(argument));
      places.push_back({});
    }
  }
  Value result;
  for (const Value &value : values)
    result.taint.insert(value.taint.begin(), value.taint.end());
  if (row.isDiscontinuous)
    addDecision(result.taint);
  if (row.setsErrno && Options.errnoIsRead)
    addEffect({.reason = "hidden-state",
               .message = "'" + name + "' may set errno, which the program reads"},
              site);
  auto returnScalar = [&](Value value) {
    value.taint.insert(result.taint.begin(), result.taint.end());
    if (resultPlace) {
      *resultPlace = temporary(type);
      if (!Quiet) {
        Entry &entry = Now.memory[keyOf(resultPlace->path)];
        entry.path = resultPlace->path;
        entry.value = value;
      }
    }
    return value;
  };
  auto element = [&](Polynomial number) {
    Place place = object.value_or(Place{});
    if (!object)
      place = temporary(type);
    const auto *method = dyn_cast<CXXMethodDecl>(&callee);
    bool owns = method && method->getParent()->getName() == "vector";
    Component index{.kind = Component::Kind::Index, .index = std::move(number)};
    if (owns)
      place.path.components.push_back({.kind = Component::Kind::Buffer});
    else if (method)
      if (const auto *array = dyn_cast<ClassTemplateSpecializationDecl>(method->getParent()))
        if (array->getTemplateArgs().size() == 2 &&
            array->getTemplateArgs()[1].getKind() == TemplateArgument::Integral)
          index.extent = array->getTemplateArgs()[1].getAsIntegral().getExtValue();
    place.path.components.push_back(std::move(index));
    place.path.type = type.getNonReferenceType();
    place.name = nullptr;
    place.isSharedByte = false;
    return place;
  };
  auto sizePlace = [&](Place place) {
    place.path.components.push_back({.kind = Component::Kind::Size});
    place.path.type = Context.getSizeType();
    place.name = nullptr;
    return place;
  };
  auto isBitVector = [&] {
    const auto *method = dyn_cast<CXXMethodDecl>(&callee);
    const auto *container =
        method ? dyn_cast<ClassTemplateSpecializationDecl>(method->getParent()) : nullptr;
    return container && container->getTemplateArgs().size() > 0 &&
           container->getTemplateArgs()[0].getKind() == TemplateArgument::Type &&
           container->getTemplateArgs()[0].getAsType()->isBooleanType() &&
           container->getName() == "vector";
  };

  switch (row.effect) {
  case CallEffect::Pure:
  case CallEffect::Absolute: {
    LoopId level = NoLoop;
    for (const Value &value : values)
      if (LoopId own = levelOf({&value}); level == NoLoop || Result.isInside(own, level))
        level = own;
    Value value = fresh(type, level, sourceText(site), nullptr);
    value.level = level;
    if (value.kind == Value::Kind::Pointer)
      value = {};
    if (row.effect == CallEffect::Absolute && value.kind == Value::Kind::Integer)
      Result.symbols.back().low = 0;
    return returnScalar(value);
  }
  case CallEffect::Minimum:
  case CallEffect::Maximum: {
    Value value = fresh(type, currentLoop(), sourceText(site), nullptr);
    QualType plain = type.getNonReferenceType();
    bool integers = value.kind == Value::Kind::Integer && values.size() == 2;
    for (const Value &argument : values)
      integers &= argument.kind == Value::Kind::Integer;
    if (integers) {
      // The result is attached to the outermost loop in which an argument varies.
      Polynomial a = exact(values[0], plain), b = exact(values[1], plain);
      LoopId level = NoLoop;
      for (LoopId loop : LoopStack)
        if (Result.varies(a, loop) || Result.varies(b, loop))
          level = loop;
      SymbolId symbol = *value.number.asSymbol();
      Result.symbols[symbol].loop = level;
      bool minimum = row.effect == CallEffect::Minimum;
      for (const Polynomial &argument : {a, b})
        if (argument.isAffine())
          Result.symbols[symbol].facts.push_back(
              {minimum ? argument - value.number : value.number - argument, false});
    }
    return returnScalar(value);
  }
  case CallEffect::Forward:
    if (arguments.empty())
      break;
    if (resultPlace && arguments.front()->isGLValue())
      *resultPlace = places.front();
    return values.front();
  case CallEffect::Element:
  case CallEffect::CheckedElement: {
    if (values.empty() || !object)
      break;
    addDecision(values.front().taint);
    if (row.effect == CallEffect::CheckedElement)
      addEffect({.reason = "may-throw",
                 .message = "'" + name + "' throws if the element number is out of bounds",
                 .remedy = "use '[]' where the bounds are known to hold"},
                site);
    if (isBitVector() && callee.getReturnType()->isBooleanType()) {
      Place bits = *object;
      bits.path.components.push_back({.kind = Component::Kind::Buffer});
      bits.path.components.push_back({.kind = Component::Kind::Unknown});
      bits.path.type = Context.BoolTy;
      recordRead(bits, site);
      return fresh(Context.BoolTy, currentLoop(), sourceText(site), nullptr);
    }
    if (isBitVector())
      addEffect({.reason = "shared-bytes",
                 .message = "elements of 'std::vector<bool>' share their bytes",
                 .remedy = "use 'std::vector<char>'"},
                site);
    Place place = element(elementNumber(values.front(), arguments.front()->getType()));
    if (resultPlace)
      *resultPlace = place;
    if (callee.getReturnType()->isReferenceType())
      return {};
    return fresh(type, currentLoop(), sourceText(site), nullptr);
  }
  case CallEffect::First:
  case CallEffect::Last: {
    if (!object)
      break;
    Polynomial number;
    if (row.effect == CallEffect::Last) {
      Value size = load(sizePlace(*object), site);
      if (size.kind != Value::Kind::Integer)
        break;
      number = size.number - Polynomial(1);
    }
    Place place = element(number);
    if (resultPlace)
      *resultPlace = place;
    return {};
  }
  case CallEffect::Size: {
    if (!object)
      break;
    Place probe = element(Polynomial());
    if (auto extent = probe.path.components.back().extent)
      return returnScalar(Value::integer(Polynomial(*extent)));
    return returnScalar(load(sizePlace(*object), site));
  }
  case CallEffect::Empty: {
    if (!object)
      break;
    Place probe = element(Polynomial());
    if (!probe.path.components.back().extent)
      load(sizePlace(*object), site);
    return returnScalar(fresh(type, currentLoop(), sourceText(site), nullptr));
  }
  case CallEffect::Data: {
    if (!object)
      break;
    Place place = element(Polynomial());
    place.path.type = type->getPointeeType();
    load(sizePlace(*object), site);
    return Value::pointer(place.path);
  }
  case CallEffect::Construct: {
    bool moved = false;
    for (size_t i = 0; i < places.size(); ++i)
      if (arguments[i]->isGLValue()) {
        Place whole = places[i];
        if (arguments[i]->getType()->isRecordType())
          whole.path.components.push_back({.kind = Component::Kind::Unknown});
        if (arguments[i]->isXValue() && arguments[i]->getType()->isRecordType()) {
          moved |= Result.objects[whole.path.object].kind != ObjectKind::Temporary;
          store(whole, {}, site);
        } else {
          recordRead(whole, arguments[i]->IgnoreParenImpCasts());
        }
      }
    // Elements with constructors of their own are only known for plain element types.
    const auto *method = dyn_cast<CXXMethodDecl>(&callee);
    const auto *container =
        method ? dyn_cast<ClassTemplateSpecializationDecl>(method->getParent()) : nullptr;
    QualType elementType =
        container && container->getTemplateArgs().size() &&
                container->getTemplateArgs()[0].getKind() == TemplateArgument::Type
            ? container->getTemplateArgs()[0].getAsType()
            : QualType();
    const CXXRecordDecl *record =
        elementType.isNull() ? nullptr : elementType->getAsCXXRecordDecl();
    bool nested = record && Effects.find("std::" + record->getNameAsString() +
                                         "::" + record->getNameAsString());
    if (elementType.isNull() || (record && !nested && !record->hasTrivialDestructor()))
      unsupported(site, "a container of objects with constructors");
    if (constructed) {
      Path whole = *constructed;
      whole.type = type;
      store({.path = whole}, {}, site);
      if (moved)
        Result.objects[constructed->object].preexisting = true;
    }
    return {};
  }
  case CallEffect::Destroy:
  case CallEffect::Ignore:
    return {};
  case CallEffect::Reorganize:
  case CallEffect::Exchange: {
    std::vector<Place> written;
    for (size_t i = 0; i < places.size(); ++i) {
      if (places[i].path.type.isNull())
        continue;
      if (row.effect == CallEffect::Exchange || arguments[i]->isXValue()) {
        written.push_back(places[i]);
        continue;
      }
      Place source = places[i];
      if (source.path.type->isRecordType())
        source.path.components.push_back({.kind = Component::Kind::Unknown});
      recordRead(source, arguments[i]->IgnoreParenImpCasts());
    }
    if (object)
      written.push_back(*object);
    bool anyPreexisting = false;
    for (const Place &place : written)
      if (!place.path.type.isNull())
        anyPreexisting |= Result.objects[place.path.object].preexisting;
    bool scalars = row.effect == CallEffect::Exchange && !object && places.size() == 2 &&
                   !places[0].path.type.isNull() && !places[0].path.type->isRecordType() &&
                   !places[0].path.type->isArrayType();
    if (scalars) {
      const Expr *first = arguments[0]->IgnoreParenImpCasts();
      const Expr *second = arguments[1]->IgnoreParenImpCasts();
      Value a = load(places[0], first), b = load(places[1], second);
      store(places[0], b, first);
      store(places[1], a, second);
      return {};
    }
    for (Place place : written) {
      if (place.path.type.isNull() ||
          Result.objects[place.path.object].kind == ObjectKind::Temporary)
        continue;
      Result.objects[place.path.object].preexisting |= anyPreexisting;
      recordRead(place, site);
      store(place, {}, site);
    }
    if (resultPlace && object)
      *resultPlace = *object;
    return {};
  }
  case CallEffect::Allocate: {
    ObjectId fresh = addObject({.kind = ObjectKind::Allocation,
                                .name = name,
                                .loop = currentLoop(),
                                .reachable = true,
                                .preexisting = false});
    Path target{fresh, {{.kind = Component::Kind::Index, .index = Polynomial()}}, Context.VoidTy};
    return Value::pointer(target);
  }
  case CallEffect::Release:
  case CallEffect::FillMemory:
  case CallEffect::CopyMemory: {
    for (size_t i = 0; i < values.size() && i < 2; ++i) {
      bool written = i == 0;
      if (!written && row.effect != CallEffect::CopyMemory)
        break;
      Place place;
      if (values[i].kind == Value::Kind::Pointer)
        place.path = values[i].target;
      else
        place.path = {
            addObject({.kind = ObjectKind::Anything, .name = sourceText(arguments[i])}), {}, {}};
      place.path.components = {{.kind = Component::Kind::Unknown}};
      place.path.type = Context.CharTy;
      if (written)
        store(place, {}, site);
      else
        recordRead(place, site);
    }
    return values.empty() ? Value() : values.front();
  }
  case CallEffect::InputOutput:
    addEffect({.reason = "observable-order",
               .message = "the order of the calls to '" + name + "' can be observed",
               .proven = true},
              site);
    forgetReachable();
    if (resultPlace && !places.empty() && callee.getReturnType()->isReferenceType())
      *resultPlace = object ? *object : places.front();
    return fresh(type, currentLoop(), sourceText(site), nullptr);
  case CallEffect::HiddenState:
    addEffect({.reason = "hidden-state",
               .message = "'" + name + "' keeps state between its calls",
               .proven = false},
              site);
    forgetReachable();
    return fresh(type, currentLoop(), sourceText(site), nullptr);
  case CallEffect::Exit:
    addEffect({.reason = "early-exit", .message = "'" + name + "' leaves the program"}, site);
    Now.dead = true;
    return {};
  case CallEffect::Throw:
    addEffect({.reason = "may-throw", .message = "an exception may leave the iteration"}, site);
    Now.dead = true;
    return {};
  }
  callUnknown(site, name);
  return fresh(type, currentLoop(), sourceText(site), nullptr);
}

} // namespace loomp
