//===- Judge.cpp - the verdict on one loop --------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: the iterations of a canonical loop L may run in any order, and at once, if
//   1. nothing in L is an effect whose order counts (Model::effects is empty for L),
//   2. every scalar that L writes has a role (Roles.cpp),
//   3. no other pair of accesses to one object depends on each other through L (Dependence.cpp),
//   and
//   4. two objects that may overlap, one of them written, are apart: by a check at run time, and
//   then
//      no variable with a role may share memory with either (an `if` clause only reduces the team;
//      private copies are made all the same).
//
//===----------------------------------------------------------------------===//

#include "analyses/Judge.h"

#include "analyses/Coverage.h"
#include "analyses/Dependence.h"
#include "analyses/Judgement.h"
#include "analyses/ParameterCondition.h"

#include "clang/Basic/SourceManager.h"

#include <algorithm>
#include <map>
#include <set>

using namespace clang;

namespace loomp {

Position positionOf(const ASTContext &context, SourceLocation location) {
  Position position;
  const SourceManager &sources = context.getSourceManager();
  if (location.isInvalid())
    return position;
  location = sources.getExpansionLoc(location);
  auto [file, offset] = sources.getDecomposedLoc(location);
  position.file = sources.getFilename(location).str();
  position.line = sources.getLineNumber(file, offset);
  position.column = sources.getColumnNumber(file, offset);
  position.offset = offset;
  return position;
}

void judge(const JudgeContext &judgement, LoopId loop, LoopResult &result) {
  Judgement(judgement, loop, result).run();
}

void Judgement::run() {
  // What a call may do to the bound is for the call to answer.
  bool callsFirst = Judged.problemReason == "bound-not-invariant";
  if (callsFirst)
    collectEffects("unknown-call");
  if (!Judged.isCanonical)
    addBlocker(
        {.reason = Judged.problemReason.empty() ? "non-canonical-loop" : Judged.problemReason,
         .message = Judged.problem.empty() ? "the loop is not in canonical form" : Judged.problem,
         .source = positionOf(J.context, Judged.problemLocation)});
  collectEffects();
  splitAccesses();
  if (Judged.isCanonical) {
    judgeSelections();
    judgeScalars();
    addLastAssigned();
    judgeArrays();
    judgeElements();
    judgeOverlaps();
    judgeEscapes();
    judgeIncrement();
    judgeStart();
  }
  describeAccesses();
  decide();
}

void Judgement::addBlocker(Blocker blocker) {
  if (Reported.insert({blocker.reason, blocker.object + blocker.message}).second)
    Out.blockers.push_back(std::move(blocker));
}

std::string Judgement::nameOf(ObjectId object) const {
  std::string name = M.objects[object].name;
  if (name.size() > 1 && name.front() == '*' && name != "*this")
    name.erase(0, 1);
  return name;
}

void Judgement::splitAccesses() {
  std::set<ObjectId> mixed;
  auto scalarKey = [&](const Access &access) -> std::optional<ScalarKey> {
    const Object &object = M.objects[access.path.object];
    const auto &components = access.path.components;
    QualType type = access.path.type;
    if (type.isNull() || type->isRecordType() || type->isArrayType())
      return std::nullopt;
    bool named = object.kind == ObjectKind::Variable || object.isReference;
    if (components.empty() && named)
      return ScalarKey{access.path.object, nullptr};
    if (object.kind == ObjectKind::This && components.size() == 1 &&
        components[0].kind == Component::Kind::Field &&
        !components[0].field->getParent()->isUnion())
      return ScalarKey{access.path.object, components[0].field};
    return std::nullopt;
  };
  for (size_t i = Judged.accessBegin; i < Judged.accessEnd; ++i) {
    const Access &access = M.accesses[i];
    if (!scalarKey(access))
      mixed.insert(access.path.object);
  }
  for (size_t i = Judged.accessBegin; i < Judged.accessEnd; ++i) {
    const Access &access = M.accesses[i];
    const Object &object = M.objects[access.path.object];
    if (object.kind == ObjectKind::Temporary && M.isInside(object.loop, L))
      continue;
    if (object.declaration && object.declaration == Judged.index && isWholeVariable(access.path)) {
      if (!isNamedInText(J, Judged, access, *Judged.index))
        addBlocker({.reason = "role-not-lexical",
                    .message = "the index '" + object.name +
                               "' is reached in the loop other than by its name",
                    .object = object.name,
                    .source = positionOf(J.context, access.location)});
      continue;
    }
    bool ownKind = object.kind == ObjectKind::Variable || object.kind == ObjectKind::Allocation;
    if (ownKind && M.isInside(object.loop, L))
      continue;
    auto key = scalarKey(access);
    // `s` and `s.x` in one loop are judged together, as parts of one object.
    if (!key || (mixed.count(access.path.object) && object.kind != ObjectKind::This)) {
      Elements.push_back(i);
      continue;
    }
    auto [place, isNew] = Scalars.try_emplace(*key);
    if (isNew)
      ScalarOrder.push_back(*key);
    place->second.push_back(i);
  }
  findMembersWithRole();
}

/// Members that the loop only updates, or that each iteration sets: `s.sum += a[i]`, `s.last = i`.
void Judgement::findMembersWithRole() {
  auto isMember = [&](size_t i) {
    const Path &path = M.accesses[i].path;
    return !path.components.empty() && path.components.back().kind == Component::Kind::Field &&
           isFixed(M, L, path) && M.accesses[i].isInFunction;
  };
  std::map<ScalarKey, std::vector<size_t>> members;
  std::vector<ScalarKey> order;
  for (size_t i : Elements)
    if (isMember(i)) {
      ScalarKey key{M.accesses[i].path.object, M.accesses[i].path.components.back().field};
      auto [place, isNew] = members.try_emplace(key);
      if (isNew && !Scalars.count(key))
        order.push_back(key);
      place->second.push_back(i);
    }
  for (const ScalarKey &key : order) {
    const std::vector<size_t> &updates = members[key];
    const Path &path = M.accesses[updates.front()].path;
    bool alone = llvm::any_of(updates, [&](size_t i) { return M.accesses[i].isWrite; });
    for (size_t i : Elements)
      if (alone && M.accesses[i].path.object == key.first &&
          !std::binary_search(updates.begin(), updates.end(), i))
        alone = !M.mayOverlap(M.accesses[i].path, path);
    for (size_t i : updates)
      alone &= isSamePlace(M.accesses[i].path, path);
    if (!alone)
      continue;
    // Any other use stays one of the elements.
    ScalarOutcome outcome = classifyScalar(J, L, key.first, updates);
    bool isReduced = outcome.role && outcome.role->kind == RoleKind::Reduction;
    bool isMoved = outcome.role && movesPlace(*outcome.role);
    if (isReduced || isMoved ? !mustExist(updates)
                             : !outcome.role || outcome.role->kind != RoleKind::LastPrivate)
      continue;
    Scalars[key] = updates;
    ScalarOrder.push_back(key);
    for (size_t i : updates)
      Elements.erase(std::find(Elements.begin(), Elements.end(), i));
  }
}

/// Can `write`, which stands below `read`, run before it in the same iteration? Both must be in a
/// loop inside, and that loop must have iterations without the read.
bool Judgement::mayComeFirst(size_t write, size_t read) const {
  const Access &access = M.accesses[read];
  int guard = access.guard;
  bool skipped = false;
  for (LoopId inner = access.loop; inner != L && inner != NoLoop; inner = M.loops[inner].parent) {
    skipped |= guard != M.loops[inner].guardInside;
    guard = M.loops[inner].guardBefore;
    if (skipped && M.isInside(M.accesses[write].loop, inner))
      return true;
  }
  return false;
}

/// Theorem: if every iteration writes a variable, and reads it in front of each of its own writes,
/// then what it reads first is what the iteration before left, whichever way either takes.
///
/// A read stands in front of a write on every way to it if it comes earlier and under no condition
/// that the write is not under. Only accesses of this function count: a callee of the library may
/// run for each of no elements.
std::optional<Dependence> Judgement::handedOn(ObjectId object,
                                              const std::vector<size_t> &accesses) const {
  const ValueDecl *variable = M.objects[object].declaration;
  if (!variable || !Judged.writtenInEveryIteration.count(variable) ||
      !canHappenTwice(M, J.solver, L, Judged.guardInside))
    return std::nullopt;
  for (size_t i = Judged.effectBegin; i < Judged.effectEnd; ++i)
    if (M.effects[i].reason != "observable-order")
      return std::nullopt; // an iteration may not reach its end
  auto standsUnder = [&](const Access &read, const Access &write) {
    for (int guard = write.guard; guard >= 0; guard = M.guards[guard].parent)
      if (guard == read.guard)
        return true;
    return false;
  };
  std::optional<Dependence> found;
  for (size_t write : accesses) {
    if (!M.accesses[write].isWrite)
      continue;
    bool isRead = false;
    for (size_t read : accesses)
      if (!M.accesses[read].isWrite && read < write && M.accesses[read].isInFunction &&
          standsUnder(M.accesses[read], M.accesses[write])) {
        isRead = true;
        if (!found)
          found = Dependence{.source = write, .sink = read, .proven = true, .distance = "1"};
        break;
      }
    if (!isRead || !M.accesses[write].isInFunction || !isWholeVariable(M.accesses[write].path))
      return std::nullopt;
  }
  return found;
}

void Judgement::judgeScalars() {
  for (const ScalarKey &key : ScalarOrder) {
    std::vector<size_t> &accesses = Scalars[key];
    // A copy of the whole object reads its members, too.
    if (key.second && M.objects[key.first].kind == ObjectKind::This)
      for (size_t i : Elements) {
        const Access &access = M.accesses[i];
        if (access.path.object == key.first &&
            (access.path.components.empty() ||
             access.path.components[0].kind != Component::Kind::Field ||
             access.path.components[0].field == key.second))
          accesses.push_back(i);
      }
    bool written = llvm::any_of(accesses, [&](size_t i) { return M.accesses[i].isWrite; });
    if (!written ||
        (!key.second && llvm::is_contained(J.scanned, M.objects[key.first].declaration)))
      continue;
    ScalarOutcome outcome = classifyScalar(J, L, key.first, accesses);
    if (!outcome.role && accesses.size() <= 8) {
      // What no iteration does needs no role: asked only where a few accesses stand in the way.
      auto isIdle = [&](size_t i) { return neverHappens(i); };
      size_t erased = std::erase_if(accesses, isIdle);
      if (llvm::none_of(accesses, [&](size_t i) { return M.accesses[i].isWrite; }))
        continue;
      if (erased > 0)
        outcome = classifyScalar(J, L, key.first, accesses);
    }
    if (outcome.role) {
      WithRole.insert(key.first);
      bool isOfClosure = M.objects[key.first].capturedFrom != nullptr;
      if (isOfClosure && llvm::any_of(Out.roles, [&](const Role &role) { // two of one closure
            return role.variable == outcome.role->variable && role.kind == outcome.role->kind &&
                   role.declaration.offset == outcome.role->declaration.offset;
          }))
        continue;
      nameApart(*outcome.role);
      describeRole(*outcome.role);
      checkReduction(key.first, accesses, *outcome.role);
      if (const auto &form = outcome.role->induction; form && !form->condition.empty())
        Out.assumptions.push_back(
            {"no-dependence", form->condition, ValueCondition{form->condition}, true});
      if (const std::string &text = outcome.condition; !text.empty())
        Out.assumptions.push_back({"no-dependence", text, ValueCondition{text}, true});
      Out.roles.push_back(*outcome.role);
      if (outcome.isAlsoLast) {
        outcome.role->kind = RoleKind::LastPrivate;
        Out.roles.push_back(std::move(*outcome.role));
      }
      continue;
    }
    if (noteLastAssigned(key, accesses))
      continue;
    if (outcome.blocker) {
      addBlocker(std::move(*outcome.blocker));
      continue;
    }
    bool isProven = false, isOfHeader = isAdvancedByHeader(M, Judged, key.first, accesses);
    for (size_t a : accesses)
      for (size_t b : accesses) {
        const Access &first = M.accesses[a], &second = M.accesses[b];
        bool exposed = std::find(second.exposedIn.begin(), second.exposedIn.end(), L) !=
                       second.exposedIn.end();
        if (!first.isWrite || second.isWrite || !exposed)
          continue;
        if (auto dependence = carriedDependence(M, J.solver, L, a, b)) {
          // A write of the same iteration may take the value away before the read, on every input:
          // one that stands before it, or below it in a loop around both whose first iteration
          // may not reach the read.
          for (size_t c : accesses)
            if (M.accesses[c].isWrite && (c < b || mayComeFirst(c, b)))
              dependence->proven = false;
          dependence->proven &= !isOfHeader;
          isProven |= dependence->proven;
          report(*dependence, "");
        }
      }
    if (!isProven && !isOfHeader && !key.second)
      if (auto dependence = handedOn(key.first, accesses))
        report(*dependence, "");
    if (Out.blockers.empty())
      addBlocker({.reason = "value-used-after-loop",
                  .message = "the value of '" + nameOf(key.first) +
                             "' after the loop may come from any iteration",
                  .object = nameOf(key.first),
                  .source = positionOf(J.context, M.accesses[accesses.front()].location)});
  }
}

/// Has the iteration itself, on every way to the read, just written the very place? Then what an
/// earlier iteration wrote there is not what is read.
bool Judgement::isKilled(size_t read) const {
  const Access &sink = M.accesses[read];
  auto isSame = [](const Component &a, const Component &b) {
    return a.kind == b.kind && a.kind != Component::Kind::Unknown && a.field == b.field &&
           (a.kind != Component::Kind::Index || (a.index && b.index && *a.index == *b.index));
  };
  for (size_t i = Judged.accessBegin; i < read; ++i) {
    const Access &write = M.accesses[i];
    if (!write.isWrite || write.path.object != sink.path.object ||
        !std::equal(write.path.components.begin(), write.path.components.end(),
                    sink.path.components.begin(), sink.path.components.end(), isSame))
      continue;
    for (int guard = sink.guard;; guard = M.guards[guard].parent) {
      if (guard == write.guard)
        return true;
      if (guard < 0)
        break;
    }
  }
  return isCovered(J.context, M, J.solver, L, read, Judged.accessBegin);
}

void Judgement::report(const Dependence &dependence, const std::string &removedBy) {
  const Access &source = M.accesses[dependence.source], &sink = M.accesses[dependence.sink];
  std::string kind = dependence.kind(M);
  bool proven = dependence.proven && !(kind == "flow" && isKilled(dependence.sink));
  std::string object = nameOf(source.path.object);
  if (M.objects[source.path.object].kind == ObjectKind::This && !source.path.components.empty() &&
      source.path.components.front().field)
    object = source.path.components.front().field->getNameAsString();
  DependenceInfo info{.kind = kind,
                      .object = object,
                      .distance = dependence.distance,
                      .proven = proven,
                      .removedBy = removedBy};
  Blocker blocker;
  blocker.reason = dependence.outOfBudget ? "query-budget"
                   : kind == "flow"       ? "carried-flow-dependence"
                   : kind == "anti"       ? "carried-anti-dependence"
                                          : "carried-output-dependence";
  blocker.proven = proven;
  blocker.object = object;
  blocker.distance = dependence.distance;
  bool sharesBytes = !dependence.outOfBudget && (source.isSharedByte || sink.isSharedByte);
  if (sharesBytes)
    blocker.reason = "shared-bytes";
  std::string article = kind == "flow" ? "a " : "an ";
  blocker.message = dependence.outOfBudget
                        ? "the dependence test for '" + object + "' ran out of its budget"
                        : std::string("loop ") + (proven ? "carries " : "may carry ") + article +
                              kind + " dependence on '" + object + "'";
  if (sharesBytes)
    blocker.message = "a bit-field of '" + object + "' shares its bytes with its neighbours";
  blocker.source = positionOf(J.context, source.location);
  blocker.sink = positionOf(J.context, sink.location);
  const char *first = source.isWrite ? "writes" : "reads",
             *second = sink.isWrite ? "writes" : "reads";
  if (!dependence.sourceElement.empty()) {
    blocker.witness = "iteration " + dependence.sourceIteration + " " + first + " " +
                      dependence.sourceElement + ", iteration " + dependence.sinkIteration + " " +
                      second + " " + dependence.sinkElement + dependence.condition;
    blocker.sourceNote = "iteration " + dependence.sourceIteration + " " + first + " '" +
                         dependence.sourceElement + "' here" + dependence.condition;
    blocker.sinkNote = "iteration " + dependence.sinkIteration + " " + second + " '" +
                       dependence.sinkElement + "' here";
  } else {
    blocker.sourceNote =
        std::string("one iteration ") + first + " '" + M.text(source.path) + "' here";
    blocker.sinkNote = std::string("a later one may ") + (sink.isWrite ? "write" : "read") +
                       " the same '" + M.text(sink.path) + "' here";
  }
  info.witness = blocker.witness;
  // One dependence per object and kind is enough for a reader; a proven one is the better example.
  for (Blocker &earlier : Out.blockers)
    if (earlier.reason == blocker.reason && earlier.object == blocker.object) {
      if (!earlier.proven && blocker.proven)
        earlier = std::move(blocker);
      return;
    }
  Out.dependences.push_back(std::move(info));
  Out.blockers.push_back(std::move(blocker));
}

void Judgement::testPair(size_t a, size_t b) {
  for (auto [source, sink] : {std::pair{a, b}, std::pair{b, a}}) {
    if (auto dependence = carriedDependence(M, J.solver, L, source, sink))
      Carried.push_back(std::move(*dependence));
    if (a == b)
      break;
  }
}

void Judgement::judgeElements() {
  // Equal accesses under equal guards answer equally.
  std::vector<size_t> distinct;
  std::set<std::tuple<std::string, bool, int>> seen;
  for (size_t i : Elements) {
    const Access &access = M.accesses[i];
    if (Settled.count(access.path.object))
      continue;
    std::string text = std::to_string(access.path.object);
    bool known = true;
    for (const Component &component : access.path.components) {
      known &= component.kind != Component::Kind::Unknown &&
               (component.kind != Component::Kind::Index || component.index.has_value());
      text += "/" + std::to_string(static_cast<int>(component.kind)) +
              std::to_string(reinterpret_cast<std::uintptr_t>(component.field)) +
              (component.isFlat ? "f" : "");
      if (component.index)
        for (const auto &[monomial, coefficient] : component.index->terms()) {
          text += "+" + toString(coefficient);
          for (SymbolId symbol : monomial)
            text += "*" + std::to_string(symbol);
        }
    }
    if (!known || seen.insert({text, access.isWrite, access.guard}).second)
      distinct.push_back(i);
  }
  // After the first dependence on an object further pairs can only add a proof: look for it in
  // some.
  std::map<ObjectId, unsigned> testsLeft;
  unsigned pairsLeft = 200000;
  for (size_t x = 0; x < distinct.size(); ++x)
    for (size_t y = x; y < distinct.size(); ++y) {
      const Access &a = M.accesses[distinct[x]], &b = M.accesses[distinct[y]];
      if ((!a.isWrite && !b.isWrite) || a.path.object != b.path.object)
        continue;
      auto budget = testsLeft.find(a.path.object);
      if (budget != testsLeft.end() && budget->second-- == 0) {
        budget->second = 0;
        AllCarried = false;
        continue;
      }
      if (pairsLeft == 0) {
        Blocker blocker;
        blocker.reason = "query-budget";
        blocker.object = nameOf(a.path.object);
        blocker.message = "the loop has too many accesses to '" + blocker.object + "' to compare";
        blocker.source = positionOf(J.context, a.location);
        addBlocker(std::move(blocker));
        AllCarried = false;
        continue;
      }
      --pairsLeft;
      size_t before = Carried.size();
      testPair(distinct[x], distinct[y]);
      if (Carried.size() > before)
        testsLeft.try_emplace(a.path.object, 64);
    }
  settleDependences();
}

/// Dependences that a condition in front of the loop rules out are no obstacle: where it does not
/// hold, one thread runs the iterations in order.
void Judgement::settleDependences() {
  if (!Carried.empty() && AllCarried && Out.blockers.empty())
    if (auto condition = conditionWithout(J, L, Carried)) {
      for (const Dependence &dependence : Carried)
        Out.dependences.push_back({.kind = dependence.kind(M),
                                   .object = nameOf(M.accesses[dependence.source].path.object),
                                   .distance = dependence.distance,
                                   .removedBy = "run-time check"});
      Out.assumptions.push_back(
          {.kind = "no-dependence", .text = *condition, .check = ValueCondition{*condition}});
      return;
    }
  if (!Carried.empty() && AllCarried && Out.blockers.empty() && supposeInjective())
    return;
  if (copyGlobals())
    return settleDependences();
  for (const Dependence &dependence : Carried)
    report(dependence, "");
}

/// A clause would give the start of the loop, which is evaluated inside the region, another
/// variable.
void Judgement::judgeStart() {
  std::vector<const Stmt *> pending = {Judged.lowerExpression};
  while (!pending.empty()) {
    const Stmt *statement = pending.back();
    pending.pop_back();
    if (!statement)
      continue;
    const ValueDecl *read = nullptr;
    if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
      read = reference->getDecl();
    else if (const auto *member = dyn_cast<MemberExpr>(statement))
      read = member->getMemberDecl();
    for (const Role &role : Out.roles)
      if (read && role.kind != RoleKind::Induction && role.variable == read->getNameAsString())
        addBlocker({.reason = "non-canonical-loop",
                    .message = "the start of the loop reads '" + role.variable +
                               "', which the loop changes",
                    .object = role.variable,
                    .source = positionOf(J.context, statement->getBeginLoc()),
                    .remedy = "copy the start into a variable of its own"});
    for (const Stmt *child : statement->children())
      pending.push_back(child);
  }
}

/// `i++, k += 2`: the second operand must go away with the recast of k.
void Judgement::judgeIncrement() {
  for (const Expr *extra : Judged.extraIncrements) {
    bool recast = false;
    for (const InductionCandidate &candidate : Judged.inductions)
      for (const Role &role : Out.roles)
        recast |= candidate.variable && candidate.update == extra->IgnoreParens() &&
                  !candidate.valueUsed && role.kind == RoleKind::Induction &&
                  role.variable == candidate.variable->getNameAsString();
    for (const Role &role : Out.roles)
      if (const VarDecl *variable = updatedVariable(extra))
        recast |= role.kind == RoleKind::Induction && role.induction->isCopied &&
                  role.variable == variable->getNameAsString();
    if (!recast)
      addBlocker({.reason = "non-canonical-loop",
                  .message = "the loop advances more than its index",
                  .source = positionOf(J.context, extra->getBeginLoc())});
  }
}

} // namespace loomp
