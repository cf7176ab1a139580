//===- EvaluateObject.cpp - class objects as wholes -----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Copies, structured bindings, arrays of objects, elements of containers, temporaries that live on,
// and closures.
//
//   a[i] = b[j];            reads b[j].x, b[j].y, then writes a[i].x, a[i].y
//   auto [q, r] = f(i);     q and r are members of an object without a name
//   [k, &s](double v) {..}  k is an object of the closure, s the variable s
//
// Theorem: copying an object of trivially copyable class copies its scalars and nothing that the
// program can observe besides. Where they are too many to name, the whole is read, and the whole is
// written.
//
// Theorem: where a closure is copied to, as a variable or a member of one, stands a closure of the
// same lambda, with the same references and copies of the rest, until the object ends: it cannot be
// assigned, but only be replaced by placement `new` (EvaluateAllocation.cpp) or in a union.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

using namespace clang;

namespace loomp {

static Place partOf(Place place, const Leaf &leaf) {
  for (const Component &component : leaf.components) {
    place.path.components.push_back(component);
    place.isVolatile |= component.field && component.field->getType().isVolatileQualified();
  }
  place.path.type = leaf.type;
  place.name = nullptr;
  return place;
}

void Evaluator::copyObject(Place from, Place to, QualType type, const Expr *source,
                           const Expr *site) {
  auto isField = [](const Component &component) { return component.field != nullptr; };
  const std::vector<Component> &original = from.path.components, &copy = to.path.components;
  std::vector<Entry> held; // closures that are members of it
  for (const auto &[key, entry] : Now.memory)
    if (entry.value.kind == Value::Kind::Closure && entry.path.object == from.path.object &&
        entry.path.components.size() > original.size() &&
        std::equal(original.begin(), original.end(), entry.path.components.begin(),
                   [](const auto &a, const auto &b) { return a.field && a.field == b.field; }))
      held.push_back(entry);
  ObjectKind kind = Result.objects[to.path.object].kind;
  bool isLocal = kind == ObjectKind::Variable || kind == ObjectKind::Temporary;
  for (const Entry &each : held) {
    if (Quiet || !isLocal || !llvm::all_of(copy, isField) || standsInUnion(to.path))
      continue;
    Path member = to.path;
    member.components.insert(member.components.end(),
                             each.path.components.begin() +
                                 static_cast<std::ptrdiff_t>(original.size()),
                             each.path.components.end());
    member.type = each.path.type;
    Value closure = copyClosure(each.value, site);
    Now.memory[keyOf(member)] = {.path = member, .value = closure};
  }
  if (auto leaves = leavesOf(type)) {
    std::vector<Value> values;
    for (const Leaf &leaf : *leaves)
      values.push_back(load(partOf(from, leaf), source));
    for (size_t i = 0; i < leaves->size(); ++i)
      store(partOf(to, (*leaves)[i]), values[i], site);
  } else {
    // The source may be part of an object of a derived class, of which less is read.
    from.path.components.push_back({.kind = Component::Kind::Unknown});
    recordRead(from, source);
    to.path.type = type;
    store(to, {}, site);
  }
  for (const Entry &each : held)
    for (const auto &[variable, captured] : *each.value.captures)
      if (!Quiet && !isLocal)
        Result.pointerStores.push_back({Result.accesses.size() - 1, captured.object});
}

/// `T x = f(...)`: what the call returns becomes x.
Value Evaluator::initializeFromCall(const Path &target, QualType type, const CallExpr &call) {
  Place result;
  result.path.object = ~0U;
  Value value = evaluateCallExpression(call, &result);
  bool isKnown = result.path.object != ~0U && !call.isGLValue() &&
                 Result.objects[result.path.object].kind == ObjectKind::Temporary;
  store({.path = target}, {}, &call);
  // What a function of the tables returns it makes, unless it may take what an argument owns.
  const FunctionDecl *callee = calledFunction(call);
  const EffectRow *row = callee ? effectRow(Effects, *callee) : nullptr;
  bool makesIt = row && row->effect <= CallEffect::Absolute &&
                 llvm::none_of(call.arguments(), [](const Expr *each) { return each->isXValue(); });
  makesIt |= Assumed && Assumed->returnsNew && callee &&
             callee->getCanonicalDecl() == Assumed->function->getCanonicalDecl();
  if (isKnown)
    Result.moveStorage(result.path.object, target.object);
  else if (!ownsNothing(type, Context) && !makesIt)
    Result.loseStorage(target.object);
  if (isKnown && leavesOf(type))
    copyObject(result, {.path = target}, type, &call, &call);
  return value.kind == Value::Kind::Closure ? value : Value();
}

/// `T x = c ? T(..) : y`: one of the two makes x.
Value Evaluator::initializeFromChoice(const Path &target, QualType type,
                                      const ConditionalOperator &choice) {
  Condition condition = evaluateCondition(choice.getCond());
  State before = Now;
  pushCondition(condition, true);
  evaluateInitializer(target, type, choice.getTrueExpr());
  State afterTrue = std::exchange(Now, before);
  pushCondition(condition, false);
  evaluateInitializer(target, type, choice.getFalseExpr());
  Now = join(afterTrue, Now);
  Now.guard = before.guard;
  return {};
}

/// The variables that hold what `get<I>` returned; other bindings are parts of the object.
void Evaluator::evaluateBindings(const DecompositionDecl &declaration) {
  for (const BindingDecl *binding : declaration.bindings())
    if (const VarDecl *holder = binding->getHoldingVar())
      evaluateDeclaration(*holder);
}

void Evaluator::initializeArray(const Path &target, const ArrayType &array, const Expr *initializer,
                                const Expr *filler) {
  constexpr unsigned limit = 64; // longer lists are not followed element by element
  QualType element = array.getElementType();
  const auto *list = dyn_cast_or_null<InitListExpr>(initializer);
  const Expr *site = list ? list : filler;
  std::optional<Coefficient> extent;
  if (const auto *constant = dyn_cast<ConstantArrayType>(&array))
    extent = static_cast<Coefficient>(constant->getSize().getLimitedValue());
  store({.path = {target.object, target.components, QualType(&array, 0)}}, {}, site);
  auto part = [&](std::optional<Polynomial> index) {
    Path path = target;
    path.components.push_back(
        {.kind = Component::Kind::Index, .index = std::move(index), .extent = extent});
    path.type = element;
    return path;
  };
  unsigned count = list ? list->getNumInits() : 0;
  for (unsigned i = 0; i < count; ++i) {
    Path path = part(count <= limit ? std::optional(Polynomial(i)) : std::nullopt);
    Value value = evaluateInitializer(path, element, list->getInit(i));
    if (!element->isRecordType() && !element->isArrayType())
      store({.path = path}, value, list->getInit(i));
  }
  if (filler && !isa<ImplicitValueInitExpr>(filler))
    evaluateInitializer(part(std::nullopt), element, filler);
}

/// Theorem: what a container does with its elements it does by their constructors, assignments and
/// destructors. Any of them may run, for any element.
void Evaluator::runElementMembers(const Path &container, QualType type, const Expr *site,
                                  bool onlyDestructors, unsigned depth) {
  const auto *specialization =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  if (!specialization)
    return;
  for (const TemplateArgument &argument : specialization->getTemplateArgs().asArray()) {
    if (argument.getKind() != TemplateArgument::Type)
      continue;
    QualType element = Context.getBaseElementType(argument.getAsType());
    const CXXRecordDecl *record = element->getAsCXXRecordDecl();
    // An allocator or a deleter of one's own, or a pointer to one.
    bool isForeign = record
                         ? !isOfLibrary(*record)
                         : element->isFunctionPointerType() || element->isFunctionReferenceType();
    if (isForeign && !isElementArgument(*specialization, argument)) {
      callUnknown(site, record ? record->getNameAsString() : element.getAsString());
      continue;
    }
    if (!record || !record->hasDefinition() || (isOfLibrary(*record) && record->isEmpty()))
      continue;
    bool isPointee = !memberType(*specialization, "element_type").isNull();
    if (isPointee && !deletesQuietly(*record))
      callUnknown(site, "operator delete");
    if (depth > 4) {
      unsupported(site, "a container nested this deeply");
      continue;
    }
    Path part = container;
    part.components.push_back({.kind = Component::Kind::Buffer, .owner = type});
    part.components.push_back({.kind = Component::Kind::Index});
    part.type = element;
    const CXXDestructorDecl *destructor = record->getDestructor();
    if (destructor && effectRow(Effects, *destructor)) {
      runElementMembers(part, element, site, onlyDestructors, depth + 1);
      continue;
    }
    int guard = Now.guard;
    const std::map<std::string, Entry> before = Now.memory;
    pushGuard(std::nullopt);
    auto run = [&](const CXXMethodDecl &member, bool hasSource) {
      // A defaulted member without a body, or one that was not instantiated, is never called.
      const FunctionDecl *pattern = member.getTemplateInstantiationPattern();
      bool isUnused =
          !member.hasBody() && (member.isDefaulted() || (pattern && pattern->hasBody()));
      if (member.isTrivial() || member.isDeleted() || isUnused || effectRow(Effects, member))
        return;
      if (member.getNumParams() == (hasSource ? 1U : 0U))
        walkThrough(member, site, part, {}, nullptr, nullptr,
                    hasSource ? llvm::ArrayRef<Path>(part) : llvm::ArrayRef<Path>());
      else if (const auto *constructor = dyn_cast<CXXConstructorDecl>(&member);
               constructor && !hasSource && setsConstantsOnly(*constructor))
        store({.path = part}, {}, site);
      else
        unsupported(site, "a container of objects with constructors like these");
    };
    if (!onlyDestructors) {
      for (const CXXConstructorDecl *constructor : record->ctors())
        if (constructor->isDefaultConstructor() || constructor->isCopyOrMoveConstructor())
          run(*constructor, constructor->isCopyOrMoveConstructor());
      for (const CXXMethodDecl *method : record->methods())
        if (method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator())
          run(*method, true);
    }
    if (!record->hasTrivialDestructor()) {
      // The one object that a smart pointer owns may be of a derived class.
      if (destructor && isPointee && destructor->isVirtual() && !record->isEffectivelyFinal())
        callUnknown(site, destructor->getNameAsString());
      else if (destructor)
        runDestructor(part, *destructor, site);
      else
        unsupported(site, "this destructor");
    }
    Now.guard = guard;
    // The element stood for whatever is made, copied and ended: what kept its address may lead
    // there.
    for (auto &[key, entry] : Now.memory)
      if (entry.value.kind == Value::Kind::Pointer && entry.value.target.object == part.object) {
        auto old = before.find(key);
        if (old == before.end() || old->second.value.kind != Value::Kind::Pointer ||
            keyOf(old->second.value.target) != keyOf(entry.value.target))
          entry.value = {};
      }
  }
}

/// `const T &r = f();`: an object that lives as long as the reference does.
Place Evaluator::lastingTemporary(const MaterializeTemporaryExpr &materialized) {
  QualType type = materialized.getType();
  ObjectId object = addObject({.kind = ObjectKind::Variable,
                               .name = materialized.getExtendingDecl()->getNameAsString(),
                               .loop = currentLoop(),
                               .reachable = true,
                               .preexisting = false});
  Place place{.path = {object, {}, type}};
  Value value = evaluateInitializer(place.path, type, materialized.getSubExpr());
  if (!type->isRecordType() && !type->isArrayType())
    store(place, value, &materialized);
  else if (value.kind == Value::Kind::Closure && !Quiet)
    Now.memory[keyOf(place.path)] = {.path = place.path, .value = value};
  size_t cleanups = Cleanups.size();
  addCleanup(place.path, type, &materialized);
  Lasting.insert(Lasting.end(), Cleanups.begin() + static_cast<std::ptrdiff_t>(cleanups),
                 Cleanups.end());
  Cleanups.resize(cleanups);
  return place;
}

Value Evaluator::evaluateLambda(const LambdaExpr &lambda) {
  Value closure;
  closure.kind = Value::Kind::Closure;
  closure.lambda = &lambda;
  if (Frames.back().thisObject)
    closure.target = *Frames.back().thisObject;
  auto captures = std::make_shared<std::map<const ValueDecl *, Path>>();
  bool isKnown = true;
  ++Capturing;
  auto initializer = lambda.capture_init_begin();
  auto field = lambda.getLambdaClass()->field_begin();
  for (const LambdaCapture &capture : lambda.captures()) {
    const Expr *source = *initializer++;
    const FieldDecl *own = *field++;
    if (capture.capturesThis() && capture.getCaptureKind() == LCK_This)
      continue;
    if (!capture.capturesVariable()) {
      isKnown = false;
      continue;
    }
    const auto *variable = cast<ValueDecl>(capture.getCapturedVar()->getCanonicalDecl());
    if (capture.getCaptureKind() == LCK_ByRef) {
      Path path = evaluatePlace(source).path;
      if (!Quiet)
        ReadByClosures.emplace(keyOf(path), path);
      captures->emplace(variable, std::move(path));
      continue;
    }
    QualType type = own->getType();
    ObjectId copy = addObject({.kind = ObjectKind::Variable,
                               .name = variable->getNameAsString(),
                               .declaration = own,
                               .loop = currentLoop(),
                               .reachable = AddressTaken.count(variable) || type->isRecordType(),
                               .preexisting = false,
                               .capturedFrom = variable});
    Path path{copy, {}, type};
    Value value = evaluateInitializer(path, type, source);
    if (value.kind == Value::Kind::Closure && !Quiet)
      Now.memory[keyOf(path)] = {.path = path, .value = value};
    else if (!type->isRecordType() && !type->isArrayType())
      store({.path = path}, value, source);
    captures->emplace(variable, path);
  }
  --Capturing;
  closure.captures = std::move(captures);
  return isKnown ? closure : unsupported(&lambda, "this lambda capture");
}

/// Is this the only closure through which the function that is walked may reach what it captured?
static bool isOnlyClosure(const FunctionDecl &function) {
  const auto *method = dyn_cast<CXXMethodDecl>(&function);
  return !(method && method->getParent()->isLambda()) &&
         llvm::count_if(function.parameters(), [](const ParmVarDecl *parameter) {
           const auto *record = parameter->getType().getNonReferenceType()->getAsCXXRecordDecl();
           return record && record->isLambda();
         }) == 1;
}

/// A closure that the caller made: what it captured is not known. No other object is the same
/// memory as a captured variable to which no pointer or reference leads (see noteCaptures), unless
/// the function is another lambda that names the variable, or is given two closures.
Value Evaluator::unknownClosure(const CXXRecordDecl &type) {
  const FunctionDecl &function = *Frames.back().function;
  noteCaptures(type);
  Value closure;
  closure.kind = Value::Kind::Closure;
  auto captures = std::make_shared<std::map<const ValueDecl *, Path>>();
  auto field = type.field_begin();
  for (const LambdaCapture &capture : type.captures()) {
    const FieldDecl *own = *field++;
    if (!capture.capturesVariable()) {
      if (!capture.capturesThis() || capture.getCaptureKind() != LCK_This)
        return {};
      ObjectId self = addObject({.kind = ObjectKind::Loaded, .name = "*this"});
      closure.target = {self, {}, own->getType()->getPointeeType()};
      continue;
    }
    const auto *variable = cast<ValueDecl>(capture.getCapturedVar()->getCanonicalDecl());
    bool isCopy = capture.getCaptureKind() == LCK_ByCopy;
    // A constructor may keep the address of an object.
    bool isPlain =
        isa<VarDecl>(variable) && Context.getBaseElementType(variable->getType())->isScalarType();
    ObjectId object = addObject(
        {.kind = isCopy ? ObjectKind::Variable : ObjectKind::Loaded,
         .name = variable->getNameAsString(),
         .declaration = isCopy ? own : nullptr,
         .preexisting = !isCopy,
         .isNamedOnly = !isCopy && isPlain && NamedOnly.count(variable) && isOnlyClosure(function),
         .capturedFrom = isCopy ? variable : nullptr,
         .hasForeignStorage = isCopy && !ownsNothing(own->getType(), Context)});
    captures->emplace(variable, Path{object, {}, own->getType().getNonReferenceType()});
  }
  closure.captures = std::move(captures);
  return closure;
}

/// The copy of a closure has copies of the variables that the first one captured by value.
Value Evaluator::copyClosure(const Value &closure, const Expr *site) {
  if (closure.kind != Value::Kind::Closure)
    return {};
  Value copy = closure;
  auto captures = std::make_shared<std::map<const ValueDecl *, Path>>(*closure.captures);
  for (auto &[variable, path] : *captures) {
    const Object original = Result.objects[path.object];
    if (original.capturedFrom != variable || !isWholeVariable(path))
      continue;
    QualType type = path.type;
    if (type->isRecordType() && !leavesOf(type))
      unsupported(site, "a copy of this closure");
    Object object = original;
    object.loop = currentLoop();
    Path target{addObject(std::move(object)), {}, type};
    if (auto known = Now.memory.find(keyOf(path));
        known != Now.memory.end() && known->second.value.kind == Value::Kind::Closure)
      Now.memory[keyOf(target)] = {.path = target, .value = known->second.value};
    else if (type->isRecordType())
      copyObject({.path = path}, {.path = target}, type, site, site);
    else
      store({.path = target}, load({.path = path}, site), site);
    path = target;
  }
  copy.captures = std::move(captures);
  return copy;
}

/// The closure that an expression of closure type yields.
Value Evaluator::closureOf(const Expr *object) {
  const Expr *inner = object->IgnoreParenImpCasts();
  while (const auto *temporary = dyn_cast<MaterializeTemporaryExpr>(inner))
    inner = temporary->getSubExpr()->IgnoreParenImpCasts();
  if (isa<LambdaExpr>(inner))
    return evaluateValue(inner);
  if (inner->isGLValue()) {
    Place place = evaluatePlace(inner);
    auto entry = Now.memory.find(keyOf(place.path));
    return entry != Now.memory.end() ? entry->second.value : Value();
  }
  return evaluateInitializer(temporary(inner->getType()).path, inner->getType(), inner);
}

} // namespace loomp
