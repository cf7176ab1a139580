//===- EvaluateCall.cpp - calls, constructors and destructors -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A call is, in this order: a row of the effect tables; a callee whose body is walked through with
// the arguments bound (so its accesses and values are those of this very call); or an effect on
// anything.
//
//===----------------------------------------------------------------------===//

#include "analyses/CallSites.h"
#include "analyses/Evaluator.h"
#include "analyses/LoopParts.h"

#include "clang/AST/Attr.h"

using namespace clang;

namespace loomp {

namespace {
constexpr unsigned MaximalCallDepth = 8;
/// Statements of callees that one function may have walked through before further calls are
/// unknown: a call tree that large holds no loop that could be judged anyway.
constexpr unsigned MaximalCalleeSteps = 3000;
} // namespace

void Evaluator::callUnknown(const Expr *site, const std::string &name, const std::string &because) {
  addEffect({.reason = "unknown-call",
             .message = "the effects of the call to '" + name + "' are not known" +
                        (because.empty() ? "" : ": " + because),
             .remedy = "make the body of '" + name + "' visible in this translation unit"},
            site);
  forgetReachable();
  if (Quiet)
    return;
  Result.loseReachableStorage(false);
  // It may run any closure of this function, and those that only read a variable do not make it
  // reachable.
  for (const auto &[key, path] : ReadByClosures)
    recordUnseenRead(path, site);
  for (auto &[key, entry] : Now.memory)
    if (Result.objects[entry.path.object].reachable)
      entry.value = {};
}

/// A call that cannot be walked through, but whose summary says that it only reads.
bool Evaluator::callRecursive(const FunctionDecl &callee, const Expr *site,
                              const std::vector<Value> &pointers) {
  const RecursionSummary &summary = Modified.recursions().of(callee);
  if (!summary.isQuiet)
    return false;
  for (const VarDecl *global : summary.globals) {
    Path path{objectOf(*global), {}, global->getType()};
    if (!path.type->isScalarType())
      path.components.push_back({.kind = Component::Kind::Unknown});
    path.type = Context.getBaseElementType(path.type);
    recordRead({.path = path}, site);
  }
  std::vector<Path> readable;
  for (const Value &pointer : pointers)
    if (pointer.kind == Value::Kind::Pointer)
      readable.push_back({pointer.target.object, {{.kind = Component::Kind::Unknown}}, {}});
  const auto *method = dyn_cast<CXXMethodDecl>(&callee);
  if (readable.size() < pointers.size() || !summary.pointersComeFromArguments() ||
      (method && method->isInstance()))
    readable = {{addObject({.name = sourceText(site)}), {{.kind = Component::Kind::Unknown}}, {}}};
  for (Path &path : readable)
    for (QualType type : summary.indirectReads) {
      path.type = type;
      recordRead({.path = path}, site);
    }
  return true;
}

/// What is evaluated to find the function that is called: the object of a virtual function, a
/// pointer.
void Evaluator::evaluateCalled(const CallExpr &call) {
  const Expr *called = call.getCallee()->IgnoreParenImpCasts();
  if (const auto *member = dyn_cast<CXXMemberCallExpr>(&call)) {
    called = member->getImplicitObjectArgument();
    if (const auto *pointer = dyn_cast<BinaryOperator>(call.getCallee()->IgnoreParenImpCasts()))
      evaluateValue(pointer->getRHS());
  } else if (isa<CXXOperatorCallExpr>(call)) {
    const auto *method = dyn_cast_or_null<CXXMethodDecl>(call.getDirectCallee());
    if (!method || !method->isInstance())
      return;
    called = call.getArg(0);
  }
  while (const auto *unary = dyn_cast<UnaryOperator>(called)) {
    if (unary->getOpcode() != UO_Deref && unary->getOpcode() != UO_AddrOf)
      break;
    called = unary->getSubExpr()->IgnoreParenImpCasts();
  }
  if (called->isGLValue() && called->getType()->isPointerType())
    load(evaluatePlace(called), called);
  else if (called->isGLValue() && !called->getType()->isFunctionType())
    evaluatePlace(called);
  else if (!called->isGLValue())
    evaluateValue(called);
}

/// Does one operand write a variable by its name that the other one names?
static bool dependOnOrder(ModifiedSets &modified, const Expr *left, const Expr *right) {
  auto changesWhatIsNamed = [&](const Expr *first, const Expr *second) {
    return llvm::any_of(modified.of(*first).variables, [&](const ValueDecl *variable) {
      const auto *named = dyn_cast<VarDecl>(variable);
      return !named || mentions(second, named);
    });
  };
  return changesWhatIsNamed(left, right) || changesWhatIsNamed(right, left);
}

Value Evaluator::evaluateCallExpression(const CallExpr &call, Place *resultPlace) {
  if (const auto *end = dyn_cast<CXXPseudoDestructorExpr>(call.getCallee()->IgnoreParens())) {
    end->isArrow() ? void(evaluateValue(end->getBase())) : void(evaluatePlace(end->getBase()));
    return {}; // a scalar ends, and nothing happens
  }
  const FunctionDecl *callee = calledFunction(call);
  llvm::ArrayRef<const Expr *> arguments(call.getArgs(), call.getNumArgs());
  const Expr *object = nullptr;
  if (const auto *member = dyn_cast<CXXMemberCallExpr>(&call)) {
    callee = member->getMethodDecl();
    object = member->getImplicitObjectArgument();
    const auto *access = dyn_cast<MemberExpr>(member->getCallee()->IgnoreParens());
    if (const auto *method = dyn_cast_or_null<CXXMethodDecl>(callee))
      callee = calledMethod(*method, object, access && access->hasQualifier());
  } else if (isa<CXXOperatorCallExpr>(call)) {
    const auto *method = dyn_cast_or_null<CXXMethodDecl>(callee);
    if (method && method->isInstance()) {
      object = arguments.front();
      callee = calledMethod(*method, object, false);
      arguments = arguments.drop_front();
    }
  }
  // `p[k++] = f(k)`: the right operand comes first, in C++17 and not in all compilers.
  if (const auto *operation = dyn_cast<CXXOperatorCallExpr>(&call);
      operation && operation->isAssignmentOp() &&
      dependOnOrder(Modified, operation->getArg(0), operation->getArg(1)))
    unsupported(&call, "an assignment whose operands change each other");
  if (callee && isPositionCall(Effects, *callee))
    return evaluatePositionCall(call, *callee, resultPlace);
  if (!callee) {
    evaluateCalled(call);
    for (const Expr *argument : arguments)
      argument->isGLValue() ? void(evaluatePlace(argument)) : void(evaluateValue(argument));
    const FunctionDecl *declared = call.getDirectCallee();
    callUnknown(&call, declared ? declared->getNameAsString() : sourceText(call.getCallee()),
                declared ? "the object decides which function it is"
                         : "a pointer says which function it is");
    return fresh(call.getType(), currentLoop(), sourceText(&call), nullptr);
  }
  size_t accesses = Result.accesses.size(), effects = Result.effects.size();
  bool isLexical = Frames.back().isLexical;
  Value result = evaluateCall(&call, callee, object, arguments, resultPlace);
  // `s.size()` names what it returns, if it does nothing else.
  if (isa<CXXMemberCallExpr>(call) && arguments.empty() && isLexical && !Quiet &&
      result.kind == Value::Kind::Integer && result.modulus == 0 && result.number.asSymbol() &&
      Result.effects.size() == effects &&
      std::none_of(Result.accesses.begin() + accesses, Result.accesses.end(),
                   [](const Access &access) { return access.isWrite; }))
    Result.returnedBy.try_emplace(*result.number.asSymbol(), cast<CXXMemberCallExpr>(&call));
  return result;
}

/// The place of an implicit object argument, which may be written `p->f()`.
static bool isPointerObject(const Expr *object) { return object->getType()->isPointerType(); }

Value Evaluator::evaluateCall(const Expr *site, const FunctionDecl *callee, const Expr *object,
                              llvm::ArrayRef<const Expr *> arguments, Place *resultPlace,
                              std::optional<Path> constructed) {
  std::optional<Place> objectPlace;
  std::optional<Value> closureValue;
  if (object) {
    const auto *method = dyn_cast<CXXMethodDecl>(callee);
    bool isLambda = method && method->getParent()->isLambda();
    if (isLambda) {
      closureValue = closureOf(object);
      if (closureValue->kind != Value::Kind::Closure) {
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
  if (callee->isTrivial() && objectPlace && arguments.size() == 1 && arguments[0]->isGLValue()) {
    Place source = evaluatePlace(arguments[0]); // a trivial assignment copies the bytes
    copyObject(source, *objectPlace,
               Context.getCanonicalTagType(cast<CXXMethodDecl>(callee)->getParent()),
               arguments[0]->IgnoreParenImpCasts(), site);
    if (resultPlace)
      *resultPlace = *objectPlace;
    return {};
  }
  if (const auto *destructor = dyn_cast<CXXDestructorDecl>(callee); destructor && objectPlace) {
    runDestructor(objectPlace->path, *destructor, site);
    return {};
  }
  if (const EffectRow *row = effectRow(Effects, *callee))
    return applyRow(*row, site, *callee, objectPlace, arguments, resultPlace, constructed);
  std::optional<Path> path;
  if (constructed)
    path = *constructed;
  else if (objectPlace)
    path = objectPlace->path;
  return walkThrough(*callee, site, path, arguments, resultPlace,
                     closureValue ? &*closureValue : nullptr);
}

/// Nobody reads what is left of the variables of a call that is over, unless it returns one of
/// them.
void Evaluator::forgetLocals(const Frame &finished, State &state) const {
  std::set<ObjectId> locals;
  for (const auto &[variable, object] : finished.variables)
    locals.insert(object);
  for (const Path &place : finished.returnPlaces)
    locals.erase(place.object);
  std::erase_if(state.memory,
                [&](const auto &entry) { return locals.count(entry.second.path.object) > 0; });
}

/// The local variable that holds the closure which the call names: `f(x)`. A closure cannot be
/// assigned, and each has copies of its own: what `f` captured by value is part of `f`.
static const VarDecl *calledByName(const Expr *site) {
  const auto *call = dyn_cast_or_null<CXXOperatorCallExpr>(site);
  const auto *name = call && call->getOperator() == OO_Call
                         ? dyn_cast<DeclRefExpr>(call->getArg(0)->IgnoreParenImpCasts())
                         : nullptr;
  const auto *variable = name ? dyn_cast<VarDecl>(name->getDecl()) : nullptr;
  return variable && variable->hasLocalStorage() && variable->getType()->isRecordType() ? variable
                                                                                        : nullptr;
}

Value Evaluator::walkThrough(const FunctionDecl &callee, const Expr *site,
                             std::optional<Path> object, llvm::ArrayRef<const Expr *> arguments,
                             Place *resultPlace, const Value *closure, llvm::ArrayRef<Path> given) {
  const FunctionDecl *definition = nullptr;
  bool hasBody = callee.hasBody(definition);
  bool recursive = false;
  for (const Frame &frame : Frames)
    recursive |= definition && frame.function == definition;
  QualType resultType = callee.getReturnType().getNonReferenceType();
  bool known = hasBody && !recursive && Frames.size() < MaximalCallDepth &&
               CalleeSteps < MaximalCalleeSteps && !callee.isVariadic() && !Quiet &&
               !isa<CoroutineBodyStmt>(definition->getBody()) && !definition->isWeak() &&
               Depth < 300;

  if (known)
    noteAddressTaken(*definition);
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
  auto bind = [&](const ParmVarDecl *parameter, Value value) {
    ObjectId variable = addObject({.kind = ObjectKind::Variable,
                                   .name = parameter->getNameAsString(),
                                   .declaration = parameter,
                                   .loop = currentLoop(),
                                   .reachable = AddressTaken.count(parameter) > 0,
                                   .preexisting = false});
    frame.variables[parameter] = variable;
    bindings.push_back({parameter, std::move(value), variable});
  };
  bool runsTypes =
      definition && llvm::any_of(definition->parameters(), [&](const ParmVarDecl *each) {
        return runsCode(each->getOriginalType(), Context);
      });
  known = known && !runsTypes && (given.empty() || definition->getNumParams() == given.size());
  std::vector<Value> pointers; // among the arguments
  bool isSummarized = recursive && Assumed && definition == Assumed->function && given.empty();
  PassedArguments arrived;
  if (object && isSummarized)
    arrived.places[-1] = *object;
  InternalCall passed{.call = dyn_cast_or_null<CallExpr>(site)};
  if (object)
    passed.arguments[-1] = object->object;
  for (size_t i = 0; i < arguments.size(); ++i) {
    const Expr *argument = arguments[i];
    const ParmVarDecl *parameter =
        definition && i < definition->getNumParams() ? definition->getParamDecl(i) : nullptr;
    QualType type = parameter ? parameter->getType() : argument->getType();
    if (argument->isGLValue()) {
      Place place = evaluatePlace(argument);
      passed.arguments[static_cast<int>(i)] = place.path.object;
      if (isSummarized)
        arrived.places[static_cast<int>(i)] = place.path;
      if (!parameter || !known)
        continue;
      frame.references[parameter] = place.path;
      // What an unknown function refers to is not known either.
      const Expr *inner = argument->IgnoreParens();
      while (const auto *cast = dyn_cast<ImplicitCastExpr>(inner))
        inner = cast->getSubExpr()->IgnoreParens();
      bool isResult = isa<CallExpr>(inner) && inner->isLValue() &&
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
      Value value = evaluateInitializer({copy, {}, type}, type, argument);
      if (value.kind == Value::Kind::Closure && !Quiet) {
        Entry &entry = Now.memory[keyOf({copy, {}, type})];
        entry.path = {copy, {}, type};
        entry.value = value;
      }
      if (auto position = Now.memory.find(keyOf({copy, {}, scalarType(type)}));
          isSummarized && isPosition(type) && position != Now.memory.end())
        arrived.values[static_cast<int>(i)] = position->second.value;
      if (parameter)
        frame.variables[parameter] = copy;
      addCleanup({copy, {}, type}, type, argument);
      continue;
    }
    Value value = evaluateValue(argument);
    if (value.kind == Value::Kind::Pointer) {
      loseRow(value.target);
      passed.arguments[static_cast<int>(i)] = value.target.object;
    }
    if (type->isAnyPointerType())
      pointers.push_back(value);
    if (!parameter)
      continue;
    if (isSummarized) {
      // `mid = lo + (hi - lo) / 2` without a sign: the callee gets a number, not a residue.
      bool isResidue = value.kind == Value::Kind::Integer && value.modulus != 0;
      arrived.values[static_cast<int>(i)] =
          isResidue ? Value::integer(exact(value, parameter->getType())) : value;
    }
    bind(parameter, std::move(value));
  }
  for (size_t i = 0; i < given.size() && known; ++i) {
    const ParmVarDecl *parameter = definition->getParamDecl(i);
    QualType type = parameter->getType();
    if (type->isReferenceType()) {
      frame.references[parameter] = given[i];
      continue;
    }
    if (!Context.hasSameUnqualifiedType(type, given[i].type) || !type->isScalarType()) {
      known = false;
      break;
    }
    Value value = load({.path = given[i]}, site);
    if (type->isAnyPointerType())
      pointers.push_back(value);
    bind(parameter, std::move(value));
  }
  if (Frames.size() == 1 && passed.call && isInternal(callee))
    Result.calls.push_back(std::move(passed));
  if (isSummarized && !Quiet) {
    Value result = callSummarized(site, arrived, resultType);
    runCleanups(argumentCleanups, true);
    return result;
  }
  if (!known) {
    bool isQuiet =
        !Quiet && hasBody && !frame.isSystem && !runsTypes && callRecursive(callee, site, pointers);
    if (!Quiet && !isQuiet)
      callUnknown(site, callee.getNameAsString().empty() ? "function" : callee.getNameAsString(),
                  !hasBody    ? "it is defined in another file"
                  : recursive ? "it calls itself"
                              : "");
    runCleanups(argumentCleanups, true);
    return fresh(resultType, currentLoop(), sourceText(site), nullptr);
  }
  frame.thisObject = object;
  if (closure && !closure->target.type.isNull())
    frame.thisObject = closure->target;
  if (closure) {
    frame.captures = *closure->captures;
    const auto *method = dyn_cast<CXXMethodDecl>(&callee);
    const VarDecl *owner = calledByName(site);
    if (owner && Frames.back().isLexical && method && !method->isConst())
      for (auto &[variable, path] : frame.captures)
        if (Result.objects[path.object].capturedFrom && isWholeVariable(path)) {
          path.name = owner;
          path.namedIn = currentLoop();
        }
    const Stmt *text = Frames.front().function->getBody();
    frame.isLambdaInText =
        closure->lambda && sources().isPointWithin(closure->lambda->getBeginLoc(),
                                                   text->getBeginLoc(), text->getEndLoc());
  }
  frame.cleanups = Cleanups.size();
  frame.isLoaded = site == Loaded && callee.getReturnType()->isReferenceType();
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
          bindReference(part, initializer->getInit());
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
  exits.push_back(std::move(Now));
  for (State &exit : exits)
    forgetLocals(finished, exit);
  Now = joinAll(std::move(exits));
  Now.guard = guard; // conditions of an early return in the callee do not bind the caller
  runCleanups(argumentCleanups, true);

  if (finished.isLoaded)
    Loaded = nullptr;
  if (!finished.returnPlaces.empty()) {
    const Path &first = finished.returnPlaces.front();
    bool same = true;
    for (const Path &place : finished.returnPlaces)
      same &= !keyOf(place).empty() && keyOf(place) == keyOf(first);
    if (resultPlace && (same || finished.returnPlaces.size() == 1)) {
      resultPlace->path = first;
      for (const Path &place : finished.returnPlaces)
        joinNames(resultPlace->path, place);
    }
    if (finished.returnValues.size() == 1 &&
        finished.returnValues.front().kind == Value::Kind::Closure)
      return finished.returnValues.front();
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
    joinNames(result.target, other.target);
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
  // A list that owns its nodes: what ends one node ends the next, too.
  bool isNested = !Destroying.insert(destructor.getParent()).second;
  if (isNested) {
    if (!destructor.isDefaulted() && !effectRow(Effects, destructor))
      unsupported(site, "a destructor that ends objects of its own class");
    return;
  }
  runDestructorOnce(object, destructor, site);
  Destroying.erase(destructor.getParent());
}

void Evaluator::runDestructorOnce(const Path &object, const CXXDestructorDecl &destructor,
                                  const Expr *site) {
  if (effectRow(Effects, destructor))
    return runElementMembers(object, Context.getCanonicalTagType(destructor.getParent()), site,
                             true);
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
      if (constructor->getParent()->isLambda())
        return copyClosure(closureOf(arguments.front()), &construct);
      Place source = evaluatePlace(arguments.front());
      copyObject(source, {.path = {target.object, target.components, type}}, type,
                 arguments.front()->IgnoreParenImpCasts(), &construct);
    }
    return {};
  }
  // A closure is copied or moved: it stays the same lambda.
  if (constructor->getParent()->isLambda() && !arguments.empty())
    return copyClosure(closureOf(arguments.front()), &construct);
  evaluateCall(&construct, constructor, nullptr, arguments, nullptr, target);
  return {};
}

} // namespace loomp
