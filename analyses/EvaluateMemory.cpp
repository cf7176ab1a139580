//===- EvaluateMemory.cpp - loads, stores and what they invalidate --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem (loads): the value that a load yields may be named by one symbol for all iterations of a
// loop if nothing in the loop may write what it reads and its address does not vary in the loop.
// The symbol is then attached to the outermost such loop's surroundings (`outermostInvariant`); in
// every other case to the innermost loop, which gives each iteration its own copy.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"
#include "analyses/LoopParts.h"
#include "analyses/Provenance.h"

#include <algorithm>

using namespace clang;

namespace loomp {

ObjectId Evaluator::addObject(Object object) {
  Result.objects.push_back(std::move(object));
  return static_cast<ObjectId>(Result.objects.size() - 1);
}

SymbolId Evaluator::addSymbol(Symbol symbol) {
  Result.symbols.push_back(std::move(symbol));
  return static_cast<SymbolId>(Result.symbols.size() - 1);
}

ObjectId Evaluator::objectOf(const VarDecl &declaration) {
  const VarDecl &variable = *declaration.getCanonicalDecl();
  if (!variable.hasLocalStorage()) {
    auto [place, isNew] = Globals.try_emplace(&variable, 0);
    bool isOwn = variable.isStaticLocal() && variable.getTLSKind() == VarDecl::TLS_None &&
                 !AddressTaken.count(&variable) && Result.function &&
                 variable.getParentFunctionOrMethod() == Result.function;
    if (isNew && !isOwn)
      isOwn = keepsFirstValue(Context, variable); // of another function, but to read only
    if (isNew)
      place->second = addObject({.kind = ObjectKind::Variable,
                                 .name = variable.getNameAsString(),
                                 .declaration = &variable,
                                 .loop = NoLoop,
                                 .reachable = true,
                                 .preexisting = true,
                                 .isStaticLocal = variable.isStaticLocal(),
                                 .isOwnStatic = isOwn});
    return place->second;
  }
  for (auto frame = Frames.rbegin(); frame != Frames.rend(); ++frame)
    if (auto place = frame->variables.find(&variable); place != frame->variables.end())
      return place->second;
  // A variable that was never declared on this walk: captured from a surrounding function.
  // A constructor may keep the address of an object.
  bool isScalar = Context.getBaseElementType(variable.getType())->isScalarType();
  bool isNamedOnly = isScalar && NamedOnly.count(&variable);
  ObjectId object = addObject({.kind = ObjectKind::Variable,
                               .name = variable.getNameAsString(),
                               .declaration = &variable,
                               .loop = NoLoop,
                               .reachable = !isNamedOnly || AddressTaken.count(&variable),
                               .preexisting = true,
                               .isNamedOnly = isNamedOnly});
  Frames.front().variables[&variable] = object;
  return object;
}

/// Is the path all of what the name of the variable stands for? Not for what an earlier call, or an
/// earlier time through the block that declares it, had under the name.
bool Evaluator::isNamedHere(const Path &path, const ValueDecl *variable) const {
  const Object &object = Result.objects[path.object];
  if (!variable || object.declaration != variable || !isWholeVariable(path))
    return false;
  const auto *local = dyn_cast<VarDecl>(variable);
  if (object.kind != ObjectKind::Variable || !local || !local->hasLocalStorage())
    return true;
  for (auto frame = Frames.rbegin(); frame != Frames.rend(); ++frame)
    if (auto place = frame->variables.find(variable); place != frame->variables.end())
      return place->second == path.object;
  return false;
}

std::string Evaluator::keyOf(const Path &path) const {
  std::string key = std::to_string(path.object);
  for (const Component &component : path.components) {
    switch (component.kind) {
    case Component::Kind::Field:
      key += "." +
             std::to_string(reinterpret_cast<std::uintptr_t>(component.field->getCanonicalDecl()));
      break;
    case Component::Kind::Index:
      if (!component.index || !component.index->isValid())
        return {};
      key += "[" + component.index->key() + "]";
      break;
    case Component::Kind::Buffer:
      key += "@";
      break;
    case Component::Kind::Size:
      key += "#";
      break;
    case Component::Kind::Unknown:
      return {};
    }
  }
  return key;
}

Value Evaluator::fresh(QualType type, LoopId loop, const std::string &name, const Expr *origin) {
  if (type.isNull())
    return {};
  type = type.getNonReferenceType().getCanonicalType().getUnqualifiedType();
  if (auto integer = integerType(type)) {
    Symbol symbol{.name = name, .kind = SymbolKind::Opaque, .loop = loop, .origin = origin};
    if (integer->isBool) {
      symbol.low = 0;
      symbol.high = 1;
    } else if (integer->width <= 64) {
      Coefficient span = Coefficient(1) << integer->width;
      symbol.low = integer->isSigned ? -span / 2 : 0;
      symbol.high = integer->isSigned ? span / 2 - 1 : span - 1;
    }
    return Value::integer(Polynomial::symbol(addSymbol(std::move(symbol))));
  }
  if (const auto *pointer = type->getAs<PointerType>()) {
    QualType pointee = pointer->getPointeeType();
    if (pointee->isFunctionType())
      return {};
    ObjectId object = addObject({.kind = ObjectKind::Loaded, .name = "*" + name, .loop = loop});
    Path target{object, {}, pointee};
    target.components.push_back({.kind = Component::Kind::Index, .index = Polynomial()});
    return Value::pointer(std::move(target));
  }
  return {};
}

LoopId Evaluator::levelOf(const Polynomial &value) const {
  LoopId level = NoLoop;
  for (LoopId loop : LoopStack)
    if (!value.isValid() || Result.varies(value, loop))
      level = loop;
  return level;
}

LoopId Evaluator::levelOf(std::initializer_list<const Value *> values) const {
  LoopId level = NoLoop;
  for (const Value *value : values) {
    LoopId own = currentLoop();
    if (value->kind == Value::Kind::Integer)
      own = levelOf(value->number);
    else if (value->kind == Value::Kind::Unknown && value->level != AnyLoop)
      own = value->level;
    if (Result.isInside(own, level) || level == NoLoop)
      level = own;
  }
  return level;
}

/// Inside a function of a system header, the call that led there is what a user can see.
const Stmt *Evaluator::visibleSite(const Stmt *site) const {
  for (const Frame &frame : Frames)
    if (frame.isSystem && frame.site)
      return frame.site;
  return site;
}

/// Bit-fields that stand side by side share their bytes: the first one stands for some part of all.
static void widenBitField(Path &path) {
  const FieldDecl *&field = path.components.back().field;
  const FieldDecl *first = nullptr;
  for (const FieldDecl *each : field->getParent()->fields()) {
    bool isPart = each->isBitField() && !each->isZeroLengthBitField();
    first = !isPart ? nullptr : first ? first : each;
    if (each == field && first) {
      field = first;
      break;
    }
  }
  path.components.push_back({.kind = Component::Kind::Unknown});
}

void Evaluator::recordAccess(const Place &place, bool isWrite, const Expr *expression) {
  if (Quiet)
    return;
  if (place.isVolatile || place.path.type->isAtomicType())
    addEffect({.reason = "volatile-or-atomic",
               .message = std::string(place.isVolatile ? "volatile" : "atomic") + " access to '" +
                          Result.text(place.path) + "'"},
              expression);
  Access access;
  access.path = place.path;
  access.isWrite = isWrite;
  access.loop = currentLoop();
  access.guard = Now.guard;
  access.protection = Protection;
  access.isSharedByte = place.isSharedByte;
  if (place.isSharedByte)
    widenBitField(access.path);
  access.expression = expression;
  if (const auto *site = dyn_cast_or_null<Expr>(visibleSite(expression)))
    access.location = site->getExprLoc();
  access.lexicalName = isInText() ? place.name : nullptr;
  access.isInFunction = Frames.back().isLexical;
  if (auto update = UpdateOccurrences.find(expression); update != UpdateOccurrences.end())
    access.update = update->second;
  if (auto update = CalleeUpdates.find(expression); !isInText() && update != CalleeUpdates.end())
    access.updateInCallee = update->second;
  if (auto selection = SelectionOccurrences.find(expression);
      selection != SelectionOccurrences.end())
    access.selection = selection->second;
  Result.accesses.push_back(std::move(access));
}

void Evaluator::recordRead(const Place &place, const Expr *expression) {
  if (Quiet)
    return;
  recordAccess(place, false, expression);
  Access &access = Result.accesses.back();
  access.sparedIn = sparedIn(place);
  auto entry = Now.memory.find(keyOf(place.path));
  for (LoopId loop : LoopStack) {
    bool defined = false;
    if (entry != Now.memory.end())
      for (LoopId in : entry->second.definedIn)
        defined |= in == loop;
    if (!defined)
      access.exposedIn.push_back(loop);
  }
  const ValueDecl *declaration = Result.objects[place.path.object].declaration;
  if (entry != Now.memory.end() && declaration)
    for (LoopId loop : entry->second.mayComeFrom)
      Result.loops[loop].liveOut.insert(declaration);
}

/// Notes that code which is not seen may read the variable or parts of it here.
void Evaluator::recordUnseenRead(const Path &path, const Stmt *site) {
  int guard = Now.guard;
  pushGuard(std::nullopt);
  Path read = path;
  if (!path.type->isScalarType())
    read.components.push_back({.kind = Component::Kind::Unknown});
  recordRead({.path = read}, dyn_cast_or_null<Expr>(site));
  Result.accesses.back().update = Result.accesses.back().selection = -1;
  Result.accesses.back().updateInCallee = -1;
  Now.guard = guard;
}

/// Memory of the caller that this function has not written: it may hold any value.
bool Evaluator::isUntouchedInput(const Path &path) const {
  const Object &object = Result.objects[path.object];
  const auto *variable = dyn_cast_or_null<VarDecl>(object.declaration);
  bool isCaptured = object.kind == ObjectKind::Variable && object.preexisting && variable &&
                    variable->hasLocalStorage();
  if (object.kind != ObjectKind::Pointee && object.kind != ObjectKind::This && !isCaptured)
    return false;
  for (const Access &access : Result.accesses)
    if (access.isWrite && Result.mayOverlap(access.path, path))
      return false;
  return true;
}

/// A pointer variable that is const and not local leads where its initializer says.
std::optional<Value> Evaluator::initialValue(const Place &place) {
  const auto *variable = dyn_cast_or_null<VarDecl>(Result.objects[place.path.object].declaration);
  if (!variable || !isWholeVariable(place.path) || variable->hasLocalStorage() ||
      !variable->getType().isConstQualified() || !variable->getType()->isPointerType())
    return std::nullopt;
  const VarDecl *definition = nullptr;
  const Expr *initializer = variable->getAnyInitializer(definition);
  if (!initializer || !definition->hasConstantInitialization())
    return std::nullopt;
  Value value = evaluateQuietly(initializer);
  if (value.kind != Value::Kind::Pointer)
    return std::nullopt;
  loseRow(value.target);
  return value;
}

/// Is the pointer at the path a matter of the data, so that a check at run time can tell something?
/// A local one that is merely not followed is not, unless a loop around moves it; a member of a
/// parameter is what the caller put there.
bool Evaluator::isInput(const Path &path) const {
  const Object &object = Result.objects[path.object];
  if (object.kind != ObjectKind::Variable || object.preexisting ||
      isa_and_nonnull<ParmVarDecl>(object.declaration))
    return true;
  for (size_t i = 0; i < LoopStack.size(); ++i)
    if (loopMayWrite(i, path))
      return true;
  return false;
}

Value Evaluator::load(const Place &place, const Expr *expression) {
  size_t read = Result.accesses.size();
  Value value = loadValue(place, expression);
  if (isHeader(place.path) && value.kind == Value::Kind::Integer && value.modulus == 0 && !Quiet)
    Result.accesses[read].value = value.number;
  return value;
}

/// Is the call that of a lambda where it stands, in the loop, which captures the variable because
/// it captures all that it names, by reference? Then another name can take its place there.
static bool capturesByDefault(const Expr *call, const VarDecl &variable, const Stmt &loop,
                              const SourceManager &sources) {
  const auto *operation = dyn_cast_or_null<CXXOperatorCallExpr>(call);
  const Expr *called = operation ? operation->getArg(0)->IgnoreParenImpCasts() : nullptr;
  if (const auto *temporary = dyn_cast_or_null<MaterializeTemporaryExpr>(called))
    called = temporary->getSubExpr()->IgnoreParenImpCasts();
  const auto *lambda = dyn_cast_or_null<LambdaExpr>(called);
  return lambda && operation->getOperator() == OO_Call && !lambda->isGenericLambda() &&
         sources.isPointWithin(lambda->getBeginLoc(), loop.getBeginLoc(), loop.getEndLoc()) &&
         llvm::any_of(lambda->captures(), [&](const LambdaCapture &capture) {
           return capture.capturesVariable() && capture.getCapturedVar() == &variable &&
                  capture.isImplicit() && capture.getCaptureKind() == LCK_ByRef;
         });
}

Value Evaluator::loadValue(const Place &place, const Expr *expression) {
  recordRead(place, expression);
  const ValueDecl *declaration = Result.objects[place.path.object].declaration;
  const auto *use = dyn_cast_or_null<DeclRefExpr>(expression);
  for (auto loop = LoopStack.rbegin(); loop != LoopStack.rend() && expression && !Quiet; ++loop) {
    auto note = [&](InductionCandidate &candidate) {
      if (!candidate.variable && isSamePlace(candidate.place, place.path)) {
        candidate.uses.emplace_back(expression, candidate.updated);
        // In front of the loop the place holds what its first iteration reads.
        if (auto start = candidate.start.asSymbol())
          Result.loadedBy.try_emplace(*start, Result.accesses.size() - 1);
        candidate.usedInLambda |= Capturing > 0 || !Frames.back().isLexical;
        return;
      }
      if (!use || candidate.variable != declaration || !isWholeVariable(place.path))
        return;
      bool isText = &candidate != &Result.loops[*loop].advance || Frames.back().isLexical;
      for (auto frame = Frames.rbegin(); isText && !frame->isLexical; ++frame)
        isText = capturesByDefault(frame->site, *candidate.variable, *Result.loops[*loop].statement,
                                   sources());
      candidate.uses.emplace_back(use, candidate.updated);
      candidate.usedInLambda |= Capturing > 0 || !isText;
    };
    for (InductionCandidate &candidate : Result.loops[*loop].inductions)
      note(candidate);
    if (Result.loops[*loop].advance.update)
      note(Result.loops[*loop].advance);
  }

  std::string key = place.isVolatile ? std::string() : keyOf(place.path);
  auto entry = key.empty() ? Now.memory.end() : Now.memory.find(key);
  QualType type = place.path.type;
  if (entry != Now.memory.end() && entry->second.value.kind != Value::Kind::Unknown)
    return entry->second.value;
  Value value;
  bool tracked = !type.isNull() && (integerType(type) || type->isPointerType());
  if (tracked) {
    LoopId level = place.isVolatile ? currentLoop() : outermostInvariant(place.path);
    std::string name = Result.text(place.path);
    // Many expressions read the size of a container, few are spelled as it.
    if (auto known = initialValue(place))
      return *known;
    if (auto known = elementFromFacts(place); known && !place.isVolatile)
      return *known;
    value = fresh(type, level, name, isHeader(place.path) ? nullptr : expression);
    // No object takes more than half of the addresses.
    if (value.kind == Value::Kind::Integer && isHeader(place.path))
      Result.symbols.back().high = std::min<Coefficient>(*Result.symbols.back().high, INT64_MAX);
    if (value.kind == Value::Kind::Integer && !place.isVolatile && !Quiet)
      Result.loadedBy[*value.number.asSymbol()] = Result.accesses.size() - 1;
    if (value.kind == Value::Kind::Integer && !place.isVolatile)
      markElementRead(place.path, *value.number.asSymbol());
    if (value.kind == Value::Kind::Pointer && !place.isVolatile && isInput(place.path)) {
      Result.loadedFrom[value.target.object] = place.path;
      Result.loadedAt[value.target.object] = Result.accesses.size() - (Quiet ? 0 : 1);
    }
    if (level == NoLoop && value.kind == Value::Kind::Integer && isUntouchedInput(place.path))
      Result.symbols.back().kind = SymbolKind::Input;
    if (!key.empty() && !Quiet) {
      Entry &memo = Now.memory[key];
      memo.path = place.path;
      memo.value = value;
    }
    return value;
  }
  if (entry != Now.memory.end())
    value.taint = entry->second.value.taint;
  // Whatever was or will be stored in the object may be what is read: the object's own name stands
  // for all of it (null: something without a name).
  if (!type.isNull() && !integerType(type)) {
    value.taint.insert(declaration);
    value.level = place.isVolatile ? currentLoop() : outermostInvariant(place.path);
  }
  return value;
}

void Evaluator::forgetOverlapping(const Path &written, const std::string &exceptKey) {
  bool wholeContainer = written.type.isNull() || written.type->isRecordType() || isHeader(written);
  if (wholeContainer)
    forgetReferences(written);
  std::erase_if(Now.facts,
                [&](const ArrayFact &fact) { return Result.mayOverlap(fact.element(), written); });
  for (auto &[key, entry] : Now.memory) {
    if (key == exceptKey || entry.value.kind == Value::Kind::Closure || isSpared(entry.path) ||
        (entry.path.object != written.object && isMoved(entry.path)))
      continue;
    if (Result.mayOverlap(entry.path, written))
      entry.value = {};
    // A pointer into a container that gets another buffer points to nobody knows what.
    else if (wholeContainer && entry.value.kind == Value::Kind::Pointer &&
             Result.mayOverlap(entry.value.target.object, written.object))
      for (const Component &component : entry.value.target.components)
        if (component.kind == Component::Kind::Buffer) {
          entry.value = {};
          break;
        }
  }
}

/// May a value of this type hold a pointer?
static bool mayHoldPointer(QualType type, unsigned depth = 0) {
  if (type.isNull() || depth > 8)
    return true;
  type = QualType(type->getBaseElementTypeUnsafe(), 0);
  const auto *record = type->getAsRecordDecl();
  if (!record)
    return type->isAnyPointerType() || type->isReferenceType();
  // A vector leads to what it owns only.
  if (isPlainVector(type))
    return mayHoldPointer(
        cast<ClassTemplateSpecializationDecl>(record)->getTemplateArgs()[0].getAsType(), depth + 1);
  record = record->getDefinition();
  const auto *derived = dyn_cast_or_null<CXXRecordDecl>(record);
  if (!record || (derived && (derived->getNumBases() > 0 || derived->isDynamicClass())))
    return true;
  for (const FieldDecl *field : record->fields())
    if (mayHoldPointer(field->getType(), depth + 1))
      return true;
  return false;
}

void Evaluator::store(const Place &place, const Value &value, const Expr *expression) {
  if (Quiet)
    return;
  recordAccess(place, true, expression);
  if (value.kind == Value::Kind::Integer && value.modulus == 0 && !place.isSharedByte &&
      (place.path.components.empty() ||
       place.path.components.back().kind == Component::Kind::Field))
    Result.accesses.back().value = value.number;
  if (value.kind == Value::Kind::Pointer)
    Result.pointerStores.push_back({Result.accesses.size() - 1, value.target.object});
  else if (mayHoldPointer(place.path.type))
    Result.pointerStores.push_back({Result.accesses.size() - 1, std::nullopt});
  std::string key = keyOf(place.path);
  std::vector<ArrayFact> kept = noteStore(place.path, value);
  forgetOverlapping(place.path, key);
  Now.facts.insert(Now.facts.end(), kept.begin(), kept.end());
  if (!value.taint.empty())
    Result.floating.storedIn[place.path.object].insert(value.taint.begin(), value.taint.end());
  if (key.empty() || place.isVolatile)
    return;
  Entry &entry = Now.memory[key];
  entry.path = place.path;
  entry.value = place.isSharedByte ? Value() : value; // a bit-field truncates
  entry.definedIn = LoopStack;
  entry.mayComeFrom.clear();
}

/// A closure with captures cannot be assigned: what a variable of its type holds, it always holds.
void Evaluator::forgetReachable() {
  Now.facts.clear(); // no array is out of reach
  for (auto &[key, entry] : Now.memory) {
    const Object &object = Result.objects[entry.path.object];
    bool isPrivate = object.kind == ObjectKind::Variable && !object.reachable &&
                     !object.hasSharedStorage && !object.hasForeignStorage;
    if (entry.value.kind == Value::Kind::Closure)
      continue;
    if (!isPrivate)
      entry.value = {};
    else if (entry.value.kind == Value::Kind::Pointer)
      for (const Component &component : entry.value.target.components)
        if (component.kind == Component::Kind::Buffer) {
          entry.value = {};
          break;
        }
  }
}

void Evaluator::forgetEverything() {
  if (Quiet)
    return;
  Now.facts.clear();
  for (auto &[key, entry] : Now.memory)
    if (entry.value.kind != Value::Kind::Closure)
      entry = {.path = entry.path, .mayComeFrom = entry.mayComeFrom};
}

/// References into the storage of a container that gets another one refer to nobody knows what.
void Evaluator::forgetReferences(const Path &container) {
  auto isStale = [&](const Path &path) {
    bool owned = false;
    for (const Component &component : path.components)
      owned |= component.kind == Component::Kind::Buffer;
    return owned && Result.mayOverlap(path.object, container.object);
  };
  for (Frame &frame : Frames)
    for (auto *bound : {&frame.references, &frame.captures})
      for (auto &[variable, path] : *bound)
        if (isStale(path)) {
          ObjectId object =
              addObject({.kind = ObjectKind::Anything, .name = variable->getNameAsString()});
          path = {object, {{.kind = Component::Kind::Unknown}}, path.type};
        }
  for (auto &[key, entry] : Now.memory)
    if (entry.value.kind == Value::Kind::Closure) {
      bool stale = isStale(entry.value.target);
      for (const auto &[variable, path] : *entry.value.captures)
        stale |= isStale(path);
      if (stale)
        entry.value = {};
    }
}

void Evaluator::addEffect(Effect effect, const Stmt *site) {
  if (Quiet)
    return;
  effect.loop = currentLoop();
  effect.guard = Now.guard;
  if (const Stmt *visible = visibleSite(site)) {
    effect.location = visible->getBeginLoc();
    // Whether the library ever gets there depends on what it keeps.
    effect.proven &= visible == site || !Frames.back().isSystem;
    if (visible != site && effect.reason != "early-exit" && effect.reason != "may-throw") {
      const auto *call = dyn_cast<CallExpr>(visible);
      const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
      effect.reason = "unknown-call";
      effect.message = "the effects of the call to '" +
                       (callee ? callee->getNameAsString() : sourceText(cast<Expr>(visible))) +
                       "' are not known";
      effect.remedy.clear();
      effect.proven = false;
    }
  }
  Result.effects.push_back(std::move(effect));
}

void Evaluator::addDecision(const Taint &taint) {
  if (!Quiet)
    Result.floating.decides.insert(taint.begin(), taint.end());
}

std::string Evaluator::sourceText(const Expr *expression) const {
  if (!expression)
    return {};
  CharSourceRange range = CharSourceRange::getTokenRange(expression->getSourceRange());
  range = Lexer::makeFileCharRange(range, sources(), Context.getLangOpts());
  return Lexer::getSourceText(range, sources(), Context.getLangOpts()).str();
}

/// `double (*)[n]` reads n. Where a variable gets another name, that in the type would be left
/// behind; only the sizes of a declared array are parts of its declaration.
void Evaluator::evaluateSizes(QualType type) {
  bool isDeclaredArray = type->isArrayType();
  while (type->isVariablyModifiedType()) {
    const ArrayType *array = type->getAsArrayTypeUnsafe();
    const auto *variable = dyn_cast_or_null<VariableArrayType>(array);
    if (const Expr *size = variable ? variable->getSizeExpr() : nullptr) {
      evaluateValue(size);
      bool isChanged = llvm::any_of(LoopModified, [&](const ModifiedSet *modified) {
        return llvm::any_of(modified->variables, [&](const ValueDecl *each) {
          const auto *written = dyn_cast<VarDecl>(each);
          return written && mentions(size, written);
        });
      });
      if (isChanged && !isDeclaredArray)
        unsupported(size, "a size in a type that a loop changes");
    }
    if (!array && !type->isPointerType())
      return;
    type = array ? array->getElementType() : type->getPointeeType();
  }
}

} // namespace loomp
