//===- CheckNowait.cpp - loops that do not wait for each other ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: let A and B be worksharing loops of one region with no barrier between them. If an
// iteration of A and an iteration of B touch the same element, one of them writing, then B may do
// so while another thread is at A's, unless both iterations belong to one thread: which OpenMP
// promises only for equal iteration numbers of loops with the same number of iterations and the
// same explicit static schedule.
//
//   #pragma omp for nowait
//   for (i = 0; i < n; i++) x[i] = ...;
//   #pragma omp for
//   for (i = 1; i < n; i++) y[i] = x[i - 1];      iteration 0 of A, iteration 1 of B: x[0]
//
// Only what is proven is said: all conditions and subscripts affine in indices and inputs.
//
//===----------------------------------------------------------------------===//

#include "analyses/CheckNowait.h"
#include "analyses/CheckDirective.h"
#include "analyses/DataSharing.h"
#include "analyses/Dependence.h"
#include "analyses/UntilBarrier.h"

#include "clang/AST/StmtOpenMP.h"

#include <map>

using namespace clang;

namespace loomp {

/// What is run between `first` and `second`, if that stands behind it in the same block, perhaps in
/// branches: statements and conditions. Absent otherwise.
static std::optional<std::vector<const Stmt *>> between(const Stmt *root, const Stmt *first,
                                                        const Stmt *second) {
  std::vector<const Stmt *> outer = statementsTo(root, first), inner = statementsTo(root, second);
  size_t common = 0;
  while (common < outer.size() && common < inner.size() && outer[common] == inner[common])
    ++common;
  if (common == 0 || common + 1 != outer.size() || !isa<CompoundStmt>(outer[common - 1]))
    return std::nullopt;
  std::vector<const Stmt *> found;
  for (size_t depth = common; depth < inner.size(); ++depth) {
    const Stmt *around = inner[depth - 1];
    if (const auto *block = dyn_cast<CompoundStmt>(around)) {
      bool inside = depth != common;
      for (const Stmt *child : block->body()) {
        if (child == inner[depth])
          break;
        if (inside)
          found.push_back(child);
        inside |= child == first;
      }
      if (!inside)
        return std::nullopt;
    } else if (const auto *choice = dyn_cast<IfStmt>(around)) {
      found.insert(found.end(), {choice->getInit(), choice->getCond()});
    } else {
      return std::nullopt;
    }
  }
  return found;
}

static bool hasNowait(const Stmt *statement) {
  const auto *directive = dyn_cast<OMPExecutableDirective>(statement);
  return directive && directive->hasClausesOfKind<OMPNowaitClause>();
}

/// Does every thread wait for the others somewhere in the statement, or may it?
static bool mayWait(const Stmt *statement) {
  if (!statement)
    return false;
  if (isa<OMPBarrierDirective, CallExpr>(statement))
    return true;
  const auto *directive = dyn_cast<OMPExecutableDirective>(statement);
  if (directive && isOpenMPWorksharingDirective(directive->getDirectiveKind()) &&
      !hasNowait(directive))
    return true;
  for (const Stmt *child : statement->children())
    if (mayWait(child))
      return true;
  return false;
}

static const OMPScheduleClause *scheduleOf(const LoopSite &site) {
  return site.directive->getSingleClause<OMPScheduleClause>();
}

/// Do equal iteration numbers of the two loops belong to one thread?
static bool sameThreads(const Model &model, const JudgedLoop &a, const JudgedLoop &b) {
  const OMPScheduleClause *first = scheduleOf(*a.site), *second = scheduleOf(*b.site);
  if (!first || !second || first->getScheduleKind() != OMPC_SCHEDULE_static ||
      second->getScheduleKind() != OMPC_SCHEDULE_static || first->getChunkSize() ||
      second->getChunkSize())
    return false;
  const auto &tripA = model.loops[a.loop].trip, &tripB = model.loops[b.loop].trip;
  return tripA && tripB && *tripA == *tripB;
}

namespace {
/// Conditions over the symbols of the model, each an unknown of one system.
class System {
public:
  explicit System(const Model &model) : M(model) {}

  /// False if the condition is not affine, or speaks of values that are not followed.
  bool add(Polynomial value, bool isEquality) {
    LinearSystem::Row row{.isEquality = isEquality};
    if (!value.isValid())
      return false;
    for (const auto &[monomial, coefficient] : value.terms()) {
      if (monomial.empty()) {
        row.constant = coefficient;
        continue;
      }
      if (monomial.size() > 1)
        return false;
      auto [unknown, isNew] = Unknowns.try_emplace(monomial.front());
      if (isNew) {
        const Symbol &symbol = M.symbols[monomial.front()];
        unknown->second = Rows.addUnknown();
        Rows.bound(unknown->second, symbol.low, symbol.high);
        if (symbol.kind != SymbolKind::Index && symbol.kind != SymbolKind::Input)
          return false;
      }
      row.coefficients.push_back({unknown->second, coefficient});
    }
    Rows.add(std::move(row));
    return true;
  }
  bool addGuards(int guard) {
    for (; guard >= 0; guard = M.guards[guard].parent) {
      const auto &constraint = M.guards[guard].constraint;
      if (!constraint || !add(constraint->value, constraint->isEquality))
        return false;
    }
    return true;
  }
  LinearSystem Rows;

private:
  const Model &M;
  std::map<SymbolId, unsigned> Unknowns;
};
} // namespace

/// Some iteration of A and some other one of B certainly meet at this pair.
static bool certainlyMeet(const JudgeContext &judgement, const Access &a, const Access &b,
                          const Loop &loopA, const Loop &loopB, bool onlyDifferent) {
  const Model &model = judgement.model;
  if (a.path.object != b.path.object || (!a.isWrite && !b.isWrite) ||
      a.path.components.size() != b.path.components.size() || a.path.components.empty() ||
      model.objects[a.path.object].kind == ObjectKind::Anything)
    return false;
  auto meet = [&](int order) { // of the iteration numbers: 0 any, 1 or -1 apart
    System system(model);
    if (!system.addGuards(a.guard) || !system.addGuards(b.guard))
      return false;
    for (size_t i = 0; i < a.path.components.size(); ++i) {
      const Component &left = a.path.components[i], &right = b.path.components[i];
      if (left.kind != right.kind || left.field != right.field || left.isFlat || right.isFlat ||
          left.kind == Component::Kind::Unknown)
        return false;
      if (left.kind == Component::Kind::Index &&
          (!left.index || !right.index || !system.add(*left.index - *right.index, true)))
        return false;
    }
    Polynomial distance = loopA.iteration - loopB.iteration;
    if (order != 0 && !system.add(distance * Polynomial(order) - Polynomial(1), false))
      return false;
    return system.Rows.hasSolution(judgement.solver) == Answer::Yes;
  };
  return onlyDifferent ? meet(1) || meet(-1) : meet(0);
}

/// The first access in the second loop to a variable that the first one reduces: it is whole only
/// behind a barrier. None if there is none.
static std::optional<size_t> readsReduced(const Model &model, const JudgedLoop &first,
                                          const Loop &second) {
  DataSharing clauses(*first.site);
  for (size_t i = second.accessBegin; i < second.accessEnd; ++i) {
    const ValueDecl *variable = model.objects[model.accesses[i].path.object].declaration;
    if (variable && clauses.of(*variable).kind == Sharing::Kind::Reduction)
      return i;
  }
  return std::nullopt;
}

namespace {

/// What a construct makes of a variable that the model takes for one.
class Copies {
public:
  /// `loop`: the loop of the construct; null: what stands in the region itself.
  Copies(const Model &model, const std::vector<JudgedLoop> &loops, const JudgedLoop &loop)
      : M(model), Clauses(*loop.site) {
    for (const JudgedLoop &each : loops)
      if (each.site->directive == loop.site->directive && each.loop != NoLoop)
        if (const VarDecl *index = model.loops[each.loop].index)
          Indices.insert(index);
  }
  /// How threads have the variable that the access belongs to.
  Sharing::Kind of(const Access &access) const {
    const Object &object = M.objects[access.path.object];
    const auto &components = access.path.components;
    if (!components.empty() && components.front().field)
      if (Sharing::Kind kind = Clauses.of(*components.front().field).kind;
          kind != Sharing::Kind::Shared)
        return kind;
    const auto *variable = dyn_cast_or_null<VarDecl>(object.declaration);
    if (!variable || object.kind != ObjectKind::Variable)
      return Sharing::Kind::Shared;
    bool isOfCallee = variable->hasLocalStorage() && !variable->getType()->isReferenceType() &&
                      variable->getParentFunctionOrMethod() != M.function;
    if (isOfCallee || Indices.count(variable))
      return Sharing::Kind::Private;
    return Clauses.of(*variable).kind;
  }

private:
  const Model &M;
  DataSharing Clauses;
  std::set<const VarDecl *> Indices;
};

} // namespace

/// Does every iteration number belong to the same thread in both loops, wherever in `across` they
/// run?
static bool shareOut(const Model &model, const JudgedLoop &a, const JudgedLoop &b, LoopId across) {
  auto isPlain = [](const JudgedLoop &loop) {
    const OMPScheduleClause *schedule = scheduleOf(*loop.site);
    return isa<OMPForDirective>(loop.site->directive) &&
           !loop.site->directive->hasClausesOfKind<OMPCollapseClause>() &&
           schedule->getFirstScheduleModifier() == OMPC_SCHEDULE_MODIFIER_unknown &&
           schedule->getSecondScheduleModifier() == OMPC_SCHEDULE_MODIFIER_unknown;
  };
  return sameThreads(model, a, b) && isPlain(a) && isPlain(b) &&
         !model.varies(*model.loops[a.loop].trip, across);
}

/// Do the threads that are in the loop certainly meet nothing of what others run beside it, in the
/// stretches?
static bool runsAlone(const JudgeContext &judgement, const std::vector<JudgedLoop> &loops,
                      const JudgedLoop &first, const std::vector<Stretch> &stretches,
                      bool isInFront) {
  constexpr size_t mostPairs = 20000;
  using Kind = Sharing::Kind;
  const Model &model = judgement.model;
  const Construct &own = *constructOf(model, first.site->directive);
  Copies copies(model, loops, first);
  // In front of a loop, what waits at its end is over, and of loops that do not wait it is asked
  // what they meet behind.
  std::vector<const Construct *> settled;
  if (isInFront)
    for (const auto &[construct, path] : constructsOfTeam(model, *first.site)) {
      bool isJudged = std::any_of(loops.begin(), loops.end(), [&](const JudgedLoop &each) {
        return each.site->directive == construct->directive && each.loop != NoLoop;
      });
      if (waitsAtEnd(construct->directive) || isJudged)
        settled.push_back(construct);
    }
  auto isSettled = [&](size_t place, auto begin, auto end) {
    return std::any_of(settled.begin(), settled.end(), [&](const Construct *each) {
      return each->*begin <= place && place < each->*end;
    });
  };
  size_t pairs = 0;
  for (const Stretch &stretch : stretches) {
    for (size_t i = stretch.effectBegin; i < stretch.effectEnd; ++i)
      if (model.effects[i].reason != "hidden-state" && model.effects[i].reason != "early-exit" &&
          model.effects[i].reason != "observable-order" &&
          !isSettled(i, &Construct::effectBegin, &Construct::effectEnd))
        return false;
    for (size_t i = stretch.accessBegin; i < stretch.accessEnd; ++i) {
      if (isSettled(i, &Construct::accessBegin, &Construct::accessEnd))
        continue;
      const Access &there = model.accesses[i];
      const JudgedLoop *second = nullptr;
      for (const JudgedLoop &each : loops)
        if (each.site->directive && each.loop != NoLoop && each.site->region == first.site->region)
          if (const Construct *met = constructOf(model, each.site->directive);
              met && met->accessBegin <= i && i < met->accessEnd && !second)
            second = &each;
      Kind kind = second ? Copies(model, loops, *second).of(there) : Kind::Shared;
      Kind before = copies.of(there);
      bool isOwn = kind == Kind::Private || kind == Kind::OfThread || before == Kind::Private ||
                   before == Kind::OfThread;
      // A result is there once all threads have brought their part; the first value is fetched by
      // each thread when it begins.
      if (!isOwn && before != Kind::Shared && (before != Kind::FirstPrivate || there.isWrite))
        return false;
      bool isWrite = there.isWrite || kind == Kind::Reduction || kind == Kind::LastPrivate;
      for (size_t j = own.accessBegin; j < own.accessEnd; ++j) {
        const Access &here = model.accesses[j];
        if (!here.isWrite && !isWrite)
          continue;
        // What a thread has of its own others meet only by way of its address.
        if ((isOwn || copies.of(here) != Kind::Shared) && here.path.object == there.path.object)
          continue;
        Access other = there;
        other.isWrite = isWrite;
        std::optional<std::pair<Polynomial, Polynomial>> numbers;
        if (second && shareOut(model, first, *second, stretch.across))
          numbers = {model.loops[first.loop].iteration, model.loops[second->loop].iteration};
        if (++pairs > mostPairs ||
            mayMeet(model, judgement.solver, stretch.across, here, other, numbers))
          return false;
      }
    }
  }
  return true;
}

bool waitsLongEnough(const JudgeContext &judgement, const std::vector<JudgedLoop> &loops,
                     const JudgedLoop &first) {
  if (!hasNowait(first.site->directive) ||
      isOpenMPParallelDirective(first.site->directive->getDirectiveKind()))
    return true;
  auto stretches = untilBarrier(judgement.model, *first.site, first.loop);
  return stretches && runsAlone(judgement, loops, first, *stretches, false);
}

/// What the function leaves to tasks, outside of regions: it may still run while the loop does.
static std::vector<Stretch> deferred(const Model &model, const JudgedLoop &loop) {
  LoopId outermost = loop.loop;
  while (model.loops[outermost].parent != NoLoop)
    outermost = model.loops[outermost].parent;
  std::vector<Stretch> found;
  for (const Construct &each : model.constructs) {
    if (!isa<OMPTaskDirective>(each.directive) &&
        !each.directive->hasClausesOfKind<OMPNogroupClause>() &&
        !(hasNowait(each.directive) &&
          isOpenMPTargetExecutionDirective(each.directive->getDirectiveKind())))
      continue;
    std::vector<const Stmt *> path = statementsTo(model.function->getBody(), each.directive);
    bool isInRegion = std::any_of(path.begin(), path.end(), [](const Stmt *around) {
      const auto *directive = dyn_cast<OMPExecutableDirective>(around);
      return directive && isOpenMPParallelDirective(directive->getDirectiveKind());
    });
    if (!isInRegion)
      found.push_back({.accessBegin = each.accessBegin,
                       .accessEnd = each.accessEnd,
                       .effectBegin = each.effectBegin,
                       .effectEnd = each.effectEnd,
                       .across = outermost});
  }
  return found;
}

bool startsLateEnough(const JudgeContext &judgement, const std::vector<JudgedLoop> &loops,
                      const JudgedLoop &loop) {
  if (isOpenMPParallelDirective(loop.site->directive->getDirectiveKind())) {
    // Within a region each of its threads may run the whole loop, with a team of its own.
    const OMPExecutableDirective *region = loop.site->region;
    return (!region || (isOpenMPTargetExecutionDirective(region->getDirectiveKind()) &&
                        !isOpenMPParallelDirective(region->getDirectiveKind()))) &&
           runsAlone(judgement, loops, loop, deferred(judgement.model, loop), true);
  }
  auto stretches = sinceBarrier(judgement.model, *loop.site, loop.loop);
  return stretches && runsAlone(judgement, loops, loop, *stretches, true);
}

std::vector<Finding> checkNowait(const JudgeContext &judgement,
                                 const std::vector<JudgedLoop> &loops) {
  const Model &model = judgement.model;
  std::vector<Finding> findings;
  for (const JudgedLoop &first : loops) {
    if (!first.site->directive || !first.site->region || first.loop == NoLoop ||
        !hasNowait(first.site->directive))
      continue;
    const Loop &loopA = model.loops[first.loop];
    auto isReached = [&](const OMPExecutableDirective *directive) {
      auto statements = between(first.site->region->getRawStmt(), first.site->directive, directive);
      return statements && std::none_of(statements->begin(), statements->end(), mayWait);
    };
    auto report = [&](const std::string &message,
                      std::vector<std::pair<Position, std::string>> notes) {
      findings.push_back(
          {.id = "race-nowait",
           .position = positionOf(judgement.context, first.site->statement->getBeginLoc()),
           .message = message,
           .notes = std::move(notes)});
    };
    auto note = [&](const Access &access, const std::string &place) {
      return std::pair(positionOf(judgement.context, access.location),
                       place + (access.isWrite ? " writes '" : " reads '") +
                           model.text(access.path) + "' here");
    };
    Copies copies(model, loops, first);
    // What a thread has of its own, nobody else is at.
    auto isShared = [&](size_t access, const Copies &inThere) {
      return copies.of(model.accesses[access]) == Sharing::Kind::Shared &&
             inThere.of(model.accesses[access]) == Sharing::Kind::Shared;
    };
    auto meeting = [&](size_t begin, size_t end, const Loop &loopB, const Copies &inThere,
                       bool together) -> std::optional<std::pair<size_t, size_t>> {
      for (size_t a = loopA.accessBegin; a < loopA.accessEnd; ++a)
        for (size_t b = begin; b < end; ++b)
          if (isShared(a, inThere) && isShared(b, inThere) &&
              certainlyMeet(judgement, model.accesses[a], model.accesses[b], loopA, loopB,
                            together))
            return std::pair(a, b);
      return std::nullopt;
    };
    for (const JudgedLoop &second : loops) {
      if (!second.site->directive || second.site->region != first.site->region ||
          second.loop == NoLoop || second.site->directive == first.site->directive ||
          !isReached(second.site->directive))
        continue;
      const Loop &loopB = model.loops[second.loop];
      if (auto met = meeting(loopB.accessBegin, loopB.accessEnd, loopB,
                             Copies(model, loops, second), sameThreads(model, first, second))) {
        report("threads that are done with this loop meet, in the next one, elements that others "
               "are still at",
               {note(model.accesses[met->first], "the first loop"),
                note(model.accesses[met->second], "the second loop")});
      } else if (auto read = readsReduced(model, first, loopB)) {
        const Access &access = model.accesses[*read];
        report(
            "the next loop meets '" + model.text(access.path) +
                "' before all threads have added their part",
            {{positionOf(judgement.context, access.location), "the second loop accesses it here"}});
      }
    }
    // Whichever thread comes first runs it, for all.
    for (const Construct &single : model.constructs)
      if (isa<OMPSingleDirective>(single.directive) && isReached(single.directive))
        if (auto met = meeting(single.accessBegin, single.accessEnd, loopA, copies, false))
          report("the thread that is done with this loop first meets elements that others are "
                 "still at",
                 {note(model.accesses[met->first], "the loop"),
                  note(model.accesses[met->second], "that thread")});
  }
  return findings;
}

} // namespace loomp
