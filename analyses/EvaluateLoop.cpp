//===- EvaluateLoop.cpp - walking through a loop once ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: let M over-approximate what the loop may write. A body walked once, from a state in
// which everything in M has a fresh value per iteration (or, for the index and for induction
// variables, its value as a function of the iteration), describes every iteration. After the loop,
// a value that depends on the iteration is a fresh one unless the number of iterations is known.
//
//===----------------------------------------------------------------------===//

#include "analyses/Compaction.h"
#include "analyses/Evaluator.h"

#include <algorithm>

using namespace clang;

namespace loomp {

LoopId Evaluator::enterLoop(const Stmt &statement, const VarDecl *index) {
  LoopId id = static_cast<LoopId>(Result.loops.size());
  Loop loop;
  loop.statement = &statement;
  loop.parent = currentLoop();
  loop.isLexical = Frames.back().isLexical;
  loop.guardBefore = Now.guard;
  loop.firstSymbol = static_cast<SymbolId>(Result.symbols.size());
  loop.accessBegin = Result.accesses.size();
  loop.effectBegin = Result.effects.size();
  Result.loops.push_back(std::move(loop));
  LoopStack.push_back(id);
  LoopModified.push_back(&Modified.ofIterations(statement));
  LoopSpared.emplace_back();
  nameSymbols(id, index);
  if (mayBeJumpedInto(statement))
    addEffect({.reason = "early-exit", .message = "a goto may jump into the loop"}, &statement);
  forgetAppended(statement);
  return id;
}

/// Remembers which names stand for which symbols where the loop starts.
void Evaluator::nameSymbols(LoopId loop, const VarDecl *index) {
  Loop &entered = Result.loops[loop];
  // What the loop's own header declares or assigns means something else in front of the loop.
  const ValueDecl *assigned = index;
  auto isOwn = [&](const ValueDecl *declaration) {
    return declaration == assigned ||
           sources().isPointWithin(declaration->getLocation(), entered.statement->getBeginLoc(),
                                   entered.statement->getEndLoc());
  };
  entered.function = Frames.back().function;
  // In a lambda also what it captures.
  if (const auto *method = dyn_cast<CXXMethodDecl>(entered.function);
      method && method->getParent()->isLambda())
    for (const LambdaCapture &capture : method->getParent()->captures())
      if (capture.capturesVariable())
        entered.scope[capture.getCapturedVar()->getNameAsString()] = capture.getCapturedVar();
  for (const ValueDecl *declaration : Frames.back().declared)
    if (declaration == assigned || !isOwn(declaration))
      entered.scope[declaration->getNameAsString()] = declaration;
  auto &names = GlobalsNamed[entered.function];
  if (!names)
    names = std::make_shared<const GlobalNames>(globalNames(*entered.function));
  entered.globalNames = names;
  const auto *counted = dyn_cast<ForStmt>(entered.statement);
  bool startsInHeader = index && counted && counted->getInit() &&
                        (isa<DeclStmt>(counted->getInit()) || mentions(counted->getInit(), index));
  // Of several names for one value, one that the loop does not change can stand in its body, too.
  std::set<SymbolId> &changes = entered.renamed; // whose name so far is one that the loop changes
  for (const auto &[key, entry] : Now.memory) {
    const Object &object = Result.objects[entry.path.object];
    bool isVariable = isNamedHere(entry.path, object.declaration);
    if (isWholeVariable(entry.path) && object.declaration && !isVariable)
      continue;
    if (entry.value.kind == Value::Kind::Pointer && isVariable)
      entered.targetsAtEntry[object.declaration] = entry.value.target;
    if (entry.value.kind == Value::Kind::Pointer && isVariable &&
        object.kind == ObjectKind::Variable && entered.isLexical &&
        entered.isVisible(*object.declaration) && !(startsInHeader && object.declaration == index))
      entered.pointersAtEntry.emplace_back(object.declaration, entry.value.target);
    if (entry.value.kind == Value::Kind::Pointer &&
        !(isVariable && object.kind == ObjectKind::Variable))
      entered.placesAtEntry.emplace_back(entry.path, entry.value.target);
    if (entry.value.kind != Value::Kind::Integer)
      continue;
    if (entry.value.modulus != 0) {
      auto type = integerType(entry.path.type);
      if (isVariable && type && type->width == entry.value.modulus)
        entered.residuesAtEntry[object.declaration] = entry.value.number;
      continue;
    }
    if (isVariable)
      entered.valuesAtEntry[object.declaration] = entry.value.number;
    auto symbol = entry.value.number.asSymbol();
    if (!symbol || !entered.isLexical)
      continue;
    bool named = object.kind == ObjectKind::Variable || object.isReference ||
                 object.kind == ObjectKind::This;
    named &= !object.declaration || !isOwn(object.declaration);
    if (object.kind == ObjectKind::This)
      for (const Component &component : entry.path.components)
        named &= component.field && !entered.scope.count(component.field->getNameAsString());
    if (object.kind != ObjectKind::This)
      named &= object.declaration && entered.isVisible(*object.declaration);
    for (size_t i = 0; i < entry.path.components.size(); ++i) {
      const Component &component = entry.path.components[i];
      QualType around = Result.typeAt(entry.path, i);
      if (component.kind == Component::Kind::Field)
        named &= component.field && isAccessible(Result, *component.field) &&
                 namesMember(around, *component.field);
      else
        named &= component.kind == Component::Kind::Size && isStandardClass(around);
    }
    if (!named || (!entry.path.type.isNull() && entry.path.type->isScopedEnumeralType()))
      continue;
    auto [name, isNew] = entered.namesAtEntry.try_emplace(*symbol, Result.text(entry.path));
    bool isChanged = bodyMayWrite(entry.path);
    if (!isNew && (isChanged || !changes.count(*symbol)))
      continue;
    name->second = Result.text(entry.path);
    if (isChanged)
      changes.insert(*symbol);
    else
      changes.erase(*symbol);
  }
}

void Evaluator::forgetWritten(const ModifiedSet &modified,
                              llvm::function_ref<bool(const Path &)> isWritten) {
  forgetWrittenFacts(modified, isWritten);
  for (auto &[key, entry] : Now.memory) {
    if (entry.value.kind == Value::Kind::Closure)
      continue;
    if (isWritten(entry.path)) {
      Taint taint = entry.value.taint;
      entry.value = {};
      entry.value.taint = std::move(taint);
      continue;
    }
    // A pointer into a container whose buffer may be replaced.
    if (entry.value.kind == Value::Kind::Pointer) {
      const Object &target = Result.objects[entry.value.target.object];
      bool buffer = false;
      for (const Component &component : entry.value.target.components)
        buffer |= component.kind == Component::Kind::Buffer;
      if (buffer && modified.mayMoveStorage(target.declaration))
        entry.value = {};
    }
  }
  for (const Frame &frame : Frames)
    for (const auto &[variable, path] : frame.references) {
      if (modified.mayMoveStorage(Result.objects[path.object].declaration)) {
        forgetReferences(path);
        break;
      }
    }
}

/// What the body of the current loop may write is not known where an iteration begins.
void Evaluator::forgetModified() {
  forgetWritten(*LoopModified.back(), [&](const Path &path) { return bodyMayWrite(path); });
}

void Evaluator::evaluateBody(LoopId loop, const Stmt *body, const Expr *increment) {
  findPreviousValues(loop, body);
  findRecurrences(loop, body, increment);
  if (Assumed && !Quiet)
    relateCounters(loop, body, increment);
  if (Followed && Followed->loop == Result.loops[loop].statement && Frames.size() == 1)
    startCounts(loop);
  walkBody(loop, body, increment);
}

void Evaluator::walkBody(LoopId loop, const Stmt *body, const Expr *increment) {
  evaluateScoped(body);
  Now.guard = Result.loops[loop].guardInside; // what an iteration skips does not bind its end
  std::vector<State> ends = std::move(Targets.back().continues);
  Targets.back().continues.clear();
  if (ends.size() > 0) {
    ends.push_back(Now);
    Now = joinAll(std::move(ends));
    Now.guard = Result.loops[loop].guardInside;
  }
  if (increment && !Now.dead)
    evaluateDiscarded(increment);
}

/// A start value that is known modulo 2^w only is reduced in front of the loop.
void Evaluator::makeStartExact(const VarDecl *index) {
  for (auto &[key, entry] : Now.memory)
    if (entry.value.kind == Value::Kind::Integer && entry.value.modulus != 0 &&
        isNamedHere(entry.path, index))
      entry.value = Value::integer(exact(entry.value, index->getType()));
}

void Evaluator::evaluateCounted(const Stmt &statement) {
  LoopParts parts = partsOf(statement);
  if (parts.exitTest && !isPure(parts.condition)) // it may have to be evaluated twice
    parts = writtenPartsOf(statement);
  size_t cleanups = Cleanups.size();
  if (parts.init)
    evaluate(parts.init);
  LoopCounter counter = findCounter(parts, Modified.ofIterations(statement));
  std::optional<Value> written = endsByWrapping(parts, counter);
  makeStartExact(counter.index);
  makeStartExact(movingBound(parts, counter, Modified.ofIterations(statement)));
  noteMovedPlaces(statement);
  State before = Now;
  LoopId loop = enterLoop(statement, counter.index);
  sparePlaces(loop);
  Result.loops[loop].startOffset = written ? 1 : 0;
  Result.loops[loop].wrapBound = parts.wrapBound;
  forgetModified();
  Targets.push_back({.statement = &statement, .loop = loop, .cleanups = Cleanups.size()});
  bool isWalk = visitsNodes(statement);
  bool canonical = isWalk ? enterNodes(loop, parts) : analyzeHeader(loop, parts, counter);
  if (canonical)
    findInductions(loop, parts);
  const auto *counted = dyn_cast<ForStmt>(&statement);
  const auto *tested = dyn_cast<WhileStmt>(&statement);
  if ((counted && counted->getConditionVariable()) || (tested && tested->getConditionVariable()))
    unsupported(&statement, "a declaration in the condition");
  int untested = Now.guard;
  if (isWalk) {
    pushGuard(std::nullopt);
  } else if (canonical) {
    canonical = analyzeCondition(loop, parts);
    if (canonical)
      Targets.back().exitTest = parts.exitTest;
    else if (parts.exitTest)
      Now.guard = untested; // the body tests it
  } else if (parts.condition && !parts.testsLast && !parts.exitTest) {
    Condition condition = evaluateCondition(parts.condition);
    pushCondition(condition, true);
    pushGuard(std::nullopt);
  } else {
    pushGuard(std::nullopt);
  }
  if (parts.exitTest && !canonical)
    pushGuard(std::nullopt);
  if (written && !canonical) { // it counts as it is written, whatever that means
    parts.increment = parts.wrapsBy;
    Result.loops[loop].updateSite = UpdateSite::Increment;
    Result.loops[loop].index = nullptr;
    for (auto &[key, entry] : before.memory)
      if (isNamedHere(entry.path, counter.index))
        entry.value = *written;
    forgetModified();
  }
  if (!canonical)
    letIndexWrap(loop);
  Now.dead = before.dead;
  Result.loops[loop].isCanonical = canonical;
  Result.loops[loop].guardInside = Now.guard;
  if (parts.testsLast)
    Result.loops[loop].provenNonEmpty = true;
  evaluateBody(loop, parts.body, parts.increment);
  if (parts.testsLast && !Now.dead)
    evaluateCondition(parts.condition);
  std::vector<State> breaks = std::move(Targets.back().breaks);
  Targets.pop_back();
  advanceSkipped(loop, before);
  leaveLoop(loop, before, std::move(breaks));
  runCleanups(cleanups, true);
}

void Evaluator::evaluateRangeFor(const CXXForRangeStmt &statement) {
  size_t cleanups = Cleanups.size();
  if (statement.getInit())
    evaluate(statement.getInit());
  const auto *range = cast<VarDecl>(statement.getRangeStmt()->getSingleDecl());
  const VarDecl *variable = statement.getLoopVariable();
  Value begin;
  std::optional<Polynomial> size;
  size_t firstAccess = Result.accesses.size(), firstEffect = Result.effects.size();
  evaluateRange(statement, *range, begin, size);
  size_t lastAccess = Result.accesses.size(), lastEffect = Result.effects.size();
  bool isLinkedRange = isLinked(Effects, range->getType());
  bool isWalk = isLinkedRange && visitsNodes(statement);
  noteMovedPlaces(statement);
  State before = Now;
  LoopId loop = enterLoop(statement);
  Result.loops[loop].rangeIsStable = firstEffect == lastEffect;
  for (size_t i = firstAccess; i < lastAccess; ++i) {
    const Access &access = Result.accesses[i];
    bool isOwn = Result.objects[access.path.object].kind == ObjectKind::Temporary;
    if (!isOwn && (access.isWrite || bodyMayWrite(access.path)))
      Result.loops[loop].rangeIsStable = false;
  }
  sparePlaces(loop);
  forgetModified();
  Targets.push_back({.statement = &statement, .loop = loop, .cleanups = Cleanups.size()});
  if (begin.kind == Value::Kind::Pointer && size) {
    constexpr Coefficient most = TooManyTrips - 1;
    Result.loops[loop].isCanonical = true;
    SymbolId index = addSymbol({.name = "element number",
                                .kind = SymbolKind::Index,
                                .loop = loop,
                                .low = 0,
                                .high = std::min(upperBound(*size).value_or(most), most)});
    Loop &entered = Result.loops[loop];
    Polynomial number = Polynomial::symbol(index);
    entered.indexSymbol = index;
    entered.indexValue = entered.iteration = number;
    entered.trip = size;
    entered.last = *size - Polynomial(1);
    entered.step = Polynomial(1);
    entered.provenNonEmpty = provenNonNegative(*size - Polynomial(1));
    pushGuard(Constraint{number, false});
    pushGuard(Constraint{*size - number - Polynomial(1), false});
    findInductions(loop, {.body = statement.getBody()});
    const auto *position = cast<VarDecl>(statement.getBeginStmt()->getSingleDecl());
    ObjectId object = addObject({.kind = ObjectKind::Variable,
                                 .name = variable->getNameAsString(),
                                 .declaration = position,
                                 .loop = loop,
                                 .reachable = false,
                                 .preexisting = false});
    Frames.back().variables[position] = object;
    Path path{object, {}, scalarType(position->getType())};
    Entry &entry = Now.memory[keyOf(path)];
    entry.path = path;
    entry.value = offsetPointer(begin, Value::integer(number), false);
    entry.definedIn = LoopStack;
  } else if (isWalk) {
    numberNodes(loop);
  } else {
    setProblem(loop, "a range-based loop over this type is not analysed", &statement,
               "unsupported-loop-form");
    if (!isLinkedRange)
      unsupported(&statement, "a range-based loop over '" +
                                  statement.getRangeInit()->getType().getAsString() + "'");
    pushGuard(std::nullopt);
  }
  Result.loops[loop].guardInside = Now.guard;
  size_t inside = Cleanups.size();
  bool isKnown = Result.loops[loop].isCanonical;
  if (isKnown && !isWalk)
    evaluateDeclaration(*variable);
  else if (isLinkedRange)
    declareLinked(*variable, placeOfDeclaration(*range, nullptr).path, loop);
  else
    declareUnknown(*variable, loop);
  evaluateBody(loop, statement.getBody(), nullptr);
  runCleanups(inside, true);
  std::vector<State> breaks = std::move(Targets.back().breaks);
  Targets.pop_back();
  leaveLoop(loop, before, std::move(breaks));
  runCleanups(cleanups, true);
}

/// Theorem: what a list or a tree holds is its own, so an iteration over it reads and writes some
/// element of what the container owns.
void Evaluator::declareLinked(const VarDecl &variable, Path element, LoopId loop) {
  QualType stored = variable.getInit() ? variable.getInit()->IgnoreImplicit()->getType()
                                       : variable.getType().getNonReferenceType();
  bool isReference = variable.getType()->isReferenceType();
  element.components.push_back({.kind = Component::Kind::Buffer, .owner = element.type});
  element.components.push_back({.kind = Component::Kind::Index});
  element.type = stored;
  if (Result.loops[loop].isCanonical) { // each iteration has an element of its own
    element.components.back().index = Result.loops[loop].iteration;
    Result.loops[loop].nodes = element;
  }
  bool isSame = Context.hasSameUnqualifiedType(stored, variable.getType().getNonReferenceType());
  // A conversion may lead anywhere: `Node &x` in a list of std::reference_wrapper<Node>.
  const auto *read = variable.getInit()
                         ? dyn_cast<CXXOperatorCallExpr>(variable.getInit()->IgnoreImplicit())
                         : nullptr;
  isSame &= read && read->getOperator() == OO_Star;
  if (!isSame || (!isReference && stored->isRecordType())) {
    unsupported(variable.getInit(), "a copy of each element");
    return declareUnknown(variable, loop);
  }
  Frames.back().declared.push_back(&variable);
  if (isReference) {
    Frames.back().references[&variable] = element;
  } else {
    ObjectId object = addObject({.kind = ObjectKind::Variable,
                                 .name = variable.getNameAsString(),
                                 .declaration = &variable,
                                 .loop = loop,
                                 .reachable = AddressTaken.count(&variable) > 0,
                                 .preexisting = false});
    Frames.back().variables[&variable] = object;
    Value value = load({.path = element}, variable.getInit());
    store({.path = {object, {}, scalarType(variable.getType())}, .name = &variable}, value,
          variable.getInit());
  }
  if (const auto *bindings = dyn_cast<DecompositionDecl>(&variable))
    evaluateBindings(*bindings);
}

/// The variable of a loop over a range that is not understood.
void Evaluator::declareUnknown(const VarDecl &variable, LoopId loop) {
  bool isReference = variable.getType()->isReferenceType();
  ObjectId object = addObject({.kind = isReference ? ObjectKind::Anything : ObjectKind::Variable,
                               .name = variable.getNameAsString(),
                               .declaration = &variable,
                               .loop = loop,
                               .preexisting = isReference});
  if (isReference)
    Frames.back().references[&variable] =
        Path{object, {}, variable.getType().getNonReferenceType()};
  else
    Frames.back().variables[&variable] = object;
}

/// Theorem: a range-based loop evaluates its range, its begin and its end once, in front of the
/// loop, and visits the elements from begin up to end. Where both are positions in one array these
/// are as many as lie between them; in any other case the number is fixed all the same.
void Evaluator::evaluateRange(const CXXForRangeStmt &statement, const VarDecl &range, Value &begin,
                              std::optional<Polynomial> &size) {
  const auto *first = cast<VarDecl>(statement.getBeginStmt()->getSingleDecl());
  const auto *past = cast<VarDecl>(statement.getEndStmt()->getSingleDecl());
  evaluateDeclaration(range);
  if (isLinked(Effects, range.getType()))
    return;
  QualType type = range.getType().getNonReferenceType().getCanonicalType();
  bool isForward =
      first->getType()->isPointerType() || (positionDirection(Effects, first->getType()) > 0 &&
                                            !isLinkedPosition(Effects, first->getType()));
  if (!isForward || !Context.hasSameType(first->getType(), past->getType()))
    return;
  if (const auto *array = Context.getAsConstantArrayType(type)) {
    Place elements = placeOfDeclaration(range, nullptr);
    size = Polynomial(array->getSize().getZExtValue());
    elements.path.components.push_back({.kind = Component::Kind::Index,
                                        .index = Polynomial(),
                                        .extent = array->getSize().getZExtValue()});
    elements.path.type = array->getElementType();
    begin = Value::pointer(elements.path);
    return;
  }
  begin = positionValue(first->getInit());
  Value end = positionValue(past->getInit());
  size = positionDifference(end, begin);
  if (!size || !size->isValid())
    size = fresh(Context.getSizeType(), currentLoop(), "number of elements", nullptr).number;
}

/// Does the path mean something in an iteration of the loop only?
bool Evaluator::isInsideOnly(const Path &path, LoopId loop) const {
  if (Result.isInside(Result.objects[path.object].loop, loop))
    return true;
  return std::any_of(path.components.begin(), path.components.end(),
                     [&](const Component &component) {
                       return component.index && Result.varies(*component.index, loop);
                     });
}

/// Replaces values that only make sense inside the loop.
void Evaluator::closeValues(LoopId loop, State &state, const std::map<std::string, Value> &known,
                            bool hasBreaks) {
  const Loop &left = Result.loops[loop];
  for (auto entry = state.memory.begin(); entry != state.memory.end();) {
    if (isInsideOnly(entry->second.path, loop)) {
      entry = state.memory.erase(entry);
      continue;
    }
    Value &value = entry->second.value;
    if (auto after = known.find(entry->first); after != known.end()) {
      value = after->second;
      ++entry;
      continue;
    }
    if (value.kind == Value::Kind::Integer && Result.varies(value.number, loop)) {
      bool isIndex = isNamedHere(entry->second.path, left.index);
      if (isIndex && left.provenNonEmpty && left.trip && left.step && !hasBreaks) {
        bool oneMore = left.updateSite == UpdateSite::Condition && !left.testsLast;
        Polynomial steps = oneMore ? *left.trip + Polynomial(1) : *left.trip;
        value = Value::integer(left.lower + *left.step * steps, value.modulus);
      } else {
        value =
            fresh(entry->second.path.type, left.parent, Result.text(entry->second.path), nullptr);
      }
    } else if (value.kind == Value::Kind::Pointer) {
      bool inside = Result.isInside(Result.objects[value.target.object].loop, loop);
      for (const Component &component : value.target.components)
        inside |= component.index && Result.varies(*component.index, loop);
      if (inside)
        value = {};
    }
    ++entry;
  }
}

void Evaluator::leaveLoop(LoopId loop, const State &before, std::vector<State> breaks) {
  Loop &left = Result.loops[loop];
  left.accessEnd = Result.accesses.size();
  left.effectEnd = Result.effects.size();
  if (!Now.dead)
    for (const auto &[key, entry] : Now.memory) {
      if (std::find(entry.definedIn.begin(), entry.definedIn.end(), loop) == entry.definedIn.end())
        continue;
      const Object &object = Result.objects[entry.path.object];
      const auto &components = entry.path.components;
      if (isWholeVariable(entry.path) && object.declaration)
        left.writtenInEveryIteration.insert(object.declaration);
      else if (!components.empty() && isFixed(Result, loop, entry.path))
        left.membersWrittenInEveryIteration.push_back(entry.path);
    }

  // What this loop's next iteration reads may come from a loop inside it.
  std::map<std::string, Path> written;
  for (size_t i = left.accessBegin; i < left.accessEnd; ++i) {
    const Access &access = Result.accesses[i];
    std::string key = keyOf(access.path);
    if (access.isWrite) {
      if (!key.empty())
        written.emplace(key, access.path);
      continue;
    }
    bool exposed =
        std::find(access.exposedIn.begin(), access.exposedIn.end(), loop) != access.exposedIn.end();
    const ValueDecl *declaration = Result.objects[access.path.object].declaration;
    auto entry = Now.memory.find(key);
    if (exposed && declaration && entry != Now.memory.end())
      for (LoopId source : entry->second.mayComeFrom)
        Result.loops[source].liveOut.insert(declaration);
  }

  // Behind the loop nobody has checked what it was assumed to spare.
  bool isCounted = breaks.empty(), hasBreaks = !isCounted || left.isSpeculative;
  if (left.isSpeculative) {
    LoopSpared.back().reset();
    forgetModified();
    for (State &state : breaks) {
      std::swap(Now, state);
      forgetModified();
      std::swap(Now, state);
    }
  }
  std::vector<ArrayFact> facts;
  if (!hasBreaks && !Now.dead)
    facts = factsOfLoop(loop, before);
  std::vector<State> exits;
  if (!Now.dead)
    exits.push_back(Now);
  if (!left.provenNonEmpty)
    exits.push_back(before);
  for (State &state : breaks)
    exits.push_back(std::move(state));
  LoopStack.pop_back();
  LoopModified.pop_back();
  LoopSpared.pop_back();
  std::map<std::string, Value> known;
  if (isCounted)
    known = valuesAfter(loop, before);
  else if (left.isCanonical && !left.isPosition && !left.isSpeculative && left.index && left.step &&
           left.last && left.updateSite != UpdateSite::Condition && !left.testsLast &&
           !left.wrapBound && left.startOffset == 0) {
    // Wherever the loop was left, the index is at most one step behind its last value.
    auto step = left.step->asConstant();
    Polynomial far = *left.last + *left.step;
    Polynomial low = step && *step > 0 ? left.lower : far, high = low == far ? left.lower : far;
    int guard = std::exchange(Now.guard, left.guardBefore);
    bool isOrdered = step && *step != 0 && provenNonNegative(high - low);
    Now.guard = guard;
    for (const auto &[key, entry] : before.memory) {
      if (!isOrdered || !isNamedHere(entry.path, left.index) ||
          entry.value.kind != Value::Kind::Integer || entry.value.modulus != 0)
        continue;
      Value index = fresh(entry.path.type, left.parent, Result.text(entry.path), nullptr);
      Symbol &symbol = Result.symbols[*index.number.asSymbol()];
      symbol.facts.push_back({index.number - low, false});
      symbol.facts.push_back({high - index.number, false});
      known[key] = index;
    }
  }
  for (State &state : exits) {
    leaveFacts(loop, state);
    closeValues(loop, state, known, hasBreaks);
  }
  State after = joinAll(std::move(exits));
  after.guard = before.guard;
  for (const auto &[key, path] : written)
    if (!isInsideOnly(path, loop)) {
      Entry &entry = after.memory[key];
      entry.path = path;
      entry.mayComeFrom.insert(loop);
    }
  Now = std::move(after);
  if (Assumed && !Quiet)
    relateAfter(loop);
  addFacts(std::move(facts));
}

} // namespace loomp
