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

#include "clang/AST/StmtOpenMP.h"

#include <map>

using namespace clang;

namespace loomp {

/// The statements that stand between `first` and `second` in their common block; absent if they are
/// no siblings.
static std::optional<std::vector<const Stmt *>> between(const Stmt *root, const Stmt *first,
                                                        const Stmt *second) {
  std::vector<const Stmt *> pending = {root};
  while (!pending.empty()) {
    const Stmt *statement = pending.back();
    pending.pop_back();
    if (!statement)
      continue;
    if (const auto *block = dyn_cast<CompoundStmt>(statement)) {
      std::vector<const Stmt *> found;
      bool inside = false;
      for (const Stmt *child : block->body()) {
        if (child == second && inside)
          return found;
        if (inside)
          found.push_back(child);
        inside |= child == first;
      }
    }
    if (const auto *directive = dyn_cast<OMPExecutableDirective>(statement)) {
      if (directive->hasAssociatedStmt())
        pending.push_back(directive->getRawStmt());
      continue;
    }
    for (const Stmt *child : statement->children())
      pending.push_back(child);
  }
  return std::nullopt;
}

static bool hasNowait(const Stmt *statement) {
  const auto *directive = dyn_cast<OMPExecutableDirective>(statement);
  return directive && directive->hasClausesOfKind<OMPNowaitClause>();
}

/// Does every thread wait for the others somewhere in the statement, or may it?
static bool mayWait(const Stmt *statement) {
  if (isa<OMPBarrierDirective>(statement))
    return true;
  const auto *directive = dyn_cast<OMPExecutableDirective>(statement);
  if (directive && isOpenMPWorksharingDirective(directive->getDirectiveKind()) &&
      !hasNowait(directive))
    return true;
  for (const Stmt *child : statement->children())
    if (child && (isa<CallExpr>(child) || mayWait(child)))
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

std::vector<Finding> checkNowait(const JudgeContext &judgement,
                                 const std::vector<JudgedLoop> &loops) {
  const Model &model = judgement.model;
  std::vector<Finding> findings;
  for (const JudgedLoop &first : loops) {
    if (!first.site->directive || !first.site->region || first.loop == NoLoop ||
        !hasNowait(first.site->directive))
      continue;
    for (const JudgedLoop &second : loops) {
      if (!second.site->directive || second.site->region != first.site->region ||
          second.loop == NoLoop || second.site->directive == first.site->directive)
        continue;
      auto statements =
          between(first.site->region->getRawStmt(), first.site->directive, second.site->directive);
      if (!statements || std::any_of(statements->begin(), statements->end(), mayWait))
        continue;
      const Loop &loopA = model.loops[first.loop], &loopB = model.loops[second.loop];
      bool together = sameThreads(model, first, second);
      auto meeting = [&]() -> std::optional<std::pair<size_t, size_t>> {
        for (size_t a = loopA.accessBegin; a < loopA.accessEnd; ++a)
          for (size_t b = loopB.accessBegin; b < loopB.accessEnd; ++b)
            if (certainlyMeet(judgement, model.accesses[a], model.accesses[b], loopA, loopB,
                              together))
              return std::pair(a, b);
        return std::nullopt;
      }();
      if (!meeting) {
        if (auto read = readsReduced(model, first, loopB)) {
          const Access &access = model.accesses[*read];
          findings.push_back(
              {.id = "race-nowait",
               .position = positionOf(judgement.context, first.site->statement->getBeginLoc()),
               .message = "the next loop meets '" + model.text(access.path) +
                          "' before all threads have added their part",
               .notes = {{positionOf(judgement.context, access.location),
                          "the second loop accesses it here"}}});
        }
        continue;
      }
      const Access &a = model.accesses[meeting->first], &b = model.accesses[meeting->second];
      auto note = [&](const Access &access, const std::string &loop) {
        return std::pair(positionOf(judgement.context, access.location),
                         "the " + loop + " loop " + (access.isWrite ? "writes" : "reads") + " '" +
                             model.text(access.path) + "' here");
      };
      findings.push_back(
          {.id = "race-nowait",
           .position = positionOf(judgement.context, first.site->statement->getBeginLoc()),
           .message = "threads that are done with this loop meet, in the next one, elements that "
                      "others are still at",
           .notes = {note(a, "first"), note(b, "second")}});
    }
  }
  return findings;
}

} // namespace loomp
