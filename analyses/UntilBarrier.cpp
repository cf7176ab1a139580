//===- UntilBarrier.cpp - what runs beside a loop -------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   #pragma omp parallel
//   for (t = 0; t < m; t++) {
//     #pragma omp for          3. again, with another t, up to the barrier at its end
//     for (...) ...
//     #pragma omp for nowait   the loop
//     for (...) ...
//     x = ...;                 1. the rest of the body
//   }
//   y = ...;                   2. what follows, up to the end of the region
//
// From the loop outwards: behind it in its block up to a barrier, and if there is none, the loop
// around from its begin, and what stands behind that. A barrier counts where no way leads past it:
// as a statement of a block that the way runs through, in a region without jumps.
//
// A worksharing construct has no barrier at its begin, so while one thread is in the loop, another
// may be in front of it:
//
//   #pragma omp parallel
//   {
//     x = ...;                   3. what stands in front of the loop around
//     for (t = 0; t < m; t++) {
//       y = ...;                 1. the statements in front, back to a barrier
//       #pragma omp for          the loop
//       for (...) ...
//       z = ...;                 2. with the t before, back to the barrier of the loop itself
//     }
//   }
//
// Theorem: let threads u and v belong to one team, v in the loop, u in front of the same execution
// of it. Both have passed all barriers that v has passed. So if every way to the loop leads through
// a barrier, u is behind the last one of them. If none does, u may be anywhere since the region
// began, in another iteration of the loops around.
// Corollary: what stands in a worksharing construct that waits at its end is over, wherever that
// stands: all threads of a team meet these constructs, in one order, and v has left it.
//
//===----------------------------------------------------------------------===//

#include "analyses/UntilBarrier.h"

#include "clang/AST/StmtCXX.h"
#include "clang/AST/StmtOpenMP.h"

#include <algorithm>

using namespace clang;

namespace loomp {

const Construct *constructOf(const Model &model, const OMPExecutableDirective *directive) {
  const Construct *found = nullptr;
  for (const Construct &each : model.constructs)
    if (each.directive == directive) {
      if (found)
        return nullptr;
      found = &each;
    }
  return found;
}

std::vector<const Stmt *> statementsTo(const Stmt *root, const Stmt *target) {
  if (!root)
    return {};
  if (root == target)
    return {root};
  auto through = [&](const Stmt *child) {
    std::vector<const Stmt *> path = statementsTo(child, target);
    if (!path.empty())
      path.insert(path.begin(), root);
    return path;
  };
  if (const auto *directive = dyn_cast<OMPExecutableDirective>(root))
    return directive->hasAssociatedStmt() ? through(directive->getRawStmt())
                                          : std::vector<const Stmt *>();
  for (const Stmt *child : root->children())
    if (std::vector<const Stmt *> path = through(child); !path.empty())
      return path;
  return {};
}

/// Does a jump stand in the statement that may lead past a barrier?
static bool holdsJump(const Stmt *statement) {
  if (!statement || isa<OMPForDirective, OMPForSimdDirective>(statement))
    return false;
  if (isa<BreakStmt, ContinueStmt, GotoStmt, IndirectGotoStmt, LabelStmt, SwitchStmt, CXXTryStmt,
          OMPCancelDirective, OMPCancellationPointDirective>(statement))
    return true;
  if (const auto *directive = dyn_cast<OMPExecutableDirective>(statement))
    return directive->hasAssociatedStmt() && holdsJump(directive->getRawStmt());
  return std::any_of(statement->child_begin(), statement->child_end(), holdsJump);
}

bool waitsAtEnd(const Stmt *statement) {
  const auto *directive = dyn_cast_or_null<OMPExecutableDirective>(statement);
  return directive && !directive->hasClausesOfKind<OMPNowaitClause>() &&
         isa<OMPBarrierDirective, OMPForDirective, OMPForSimdDirective, OMPSectionsDirective,
             OMPSingleDirective>(directive);
}

/// The first statement, or the last, at which every thread that runs `statement` waits for all.
static const OMPExecutableDirective *waitIn(const Stmt *statement, bool isLast = false) {
  const auto *block = dyn_cast_or_null<CompoundStmt>(statement);
  if (!block)
    return waitsAtEnd(statement) ? cast<OMPExecutableDirective>(statement) : nullptr;
  const OMPExecutableDirective *found = nullptr;
  for (const Stmt *child : block->body())
    if (const OMPExecutableDirective *wait = waitIn(child, isLast); wait && (isLast || !found))
      found = wait;
  return found;
}

/// The last statement at which every thread that runs the block `around` waits for all, behind or
/// in front of its part `child`.
static const OMPExecutableDirective *lastWaitBeside(const Stmt *around, const Stmt *child,
                                                    bool isBehind) {
  const auto *block = dyn_cast_or_null<CompoundStmt>(around);
  const OMPExecutableDirective *found = nullptr;
  bool isReached = false;
  for (const Stmt *each :
       block ? block->body() : CompoundStmt::body_const_range(nullptr, nullptr)) {
    const OMPExecutableDirective *wait = waitIn(each, true);
    if (each == child)
      isReached = true;
    else if (wait && isReached == isBehind)
      found = wait;
  }
  return found;
}

/// The loop as the model met it; null if it did so never, or more than once.
static const Loop *loopOf(const Model &model, const Stmt *statement) {
  const Loop *found = nullptr;
  for (const Loop &each : model.loops)
    if (each.statement == statement) {
      if (found)
        return nullptr;
      found = &each;
    }
  return found;
}

const Stmt *surroundings(const Model &model, const LoopSite &site) {
  return site.region ? site.region->getRawStmt() : model.function->getBody();
}

std::vector<std::pair<const Construct *, std::vector<const Stmt *>>>
constructsOfTeam(const Model &model, const LoopSite &site) {
  std::vector<std::pair<const Construct *, std::vector<const Stmt *>>> found;
  for (const Construct &each : model.constructs) {
    if (!isa<OMPForDirective, OMPForSimdDirective, OMPSectionsDirective, OMPSingleDirective>(
            each.directive))
      continue;
    std::vector<const Stmt *> path = statementsTo(surroundings(model, site), each.directive);
    if (path.empty())
      continue;
    path.pop_back();
    if (std::none_of(path.begin(), path.end(), [](const Stmt *around) {
          return isa<OMPExecutableDirective, LambdaExpr>(around);
        }))
      found.push_back({&each, path});
  }
  return found;
}

std::optional<std::vector<Stretch>> sinceBarrier(const Model &model, const LoopSite &site,
                                                 LoopId loop) {
  const Construct *own = constructOf(model, site.directive);
  const Construct *region = site.region ? constructOf(model, site.region) : nullptr;
  if (!own || (site.region && !region))
    return std::nullopt;
  const Stmt *root = surroundings(model, site);
  std::vector<const Stmt *> path = statementsTo(root, site.directive);
  if (path.empty())
    return std::nullopt;
  bool jumps = holdsJump(root);
  std::vector<Stretch> found;
  Stretch next{.accessEnd = own->accessBegin, .effectEnd = own->effectBegin, .across = loop};
  auto beginAt = [&](size_t access, size_t effect) {
    next.accessBegin = access;
    next.effectBegin = effect;
    found.push_back(next);
  };
  bool isInBlocks = true; // the way from the body of the loop around to the loop has no branches
  for (size_t depth = path.size(); depth-- > 1;) {
    const Stmt *around = path[depth - 1], *child = path[depth];
    if (isa<OMPExecutableDirective, LambdaExpr>(around))
      return std::nullopt;
    if (const auto *wait = jumps ? nullptr : lastWaitBeside(around, child, false)) {
      const Construct *met = constructOf(model, wait);
      if (!met)
        return std::nullopt;
      beginAt(met->accessEnd, met->effectEnd);
      return found;
    }
    if (!isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(around)) {
      isInBlocks &= isa<CompoundStmt>(around);
      continue;
    }
    const Loop *outer = loopOf(model, around);
    if (!outer)
      return std::nullopt;
    const Construct *last = isInBlocks && waitsAtEnd(site.directive) ? own : nullptr;
    if (depth + 1 < path.size())
      if (const auto *wait = lastWaitBeside(child, path[depth + 1], true)) {
        last = constructOf(model, wait);
        if (!last)
          return std::nullopt;
      }
    LoopId repeated = static_cast<LoopId>(outer - model.loops.data());
    if (last && !jumps)
      beginAt(outer->accessBegin, outer->effectBegin);
    bool isCut = last && !jumps;
    found.push_back({.accessBegin = isCut ? last->accessEnd : outer->accessBegin,
                     .accessEnd = outer->accessEnd,
                     .effectBegin = isCut ? last->effectEnd : outer->effectBegin,
                     .effectEnd = outer->effectEnd,
                     .across = repeated});
    next = {.accessEnd = outer->accessBegin, .effectEnd = outer->effectBegin, .across = repeated};
    isInBlocks = false;
  }
  beginAt(region ? region->accessBegin : 0, region ? region->effectBegin : 0);
  return found;
}

std::optional<std::vector<Stretch>> untilBarrier(const Model &model, const LoopSite &site,
                                                 LoopId loop) {
  const Construct *own = constructOf(model, site.directive);
  const Construct *region = site.region ? constructOf(model, site.region) : nullptr;
  if (!own || !region)
    return std::nullopt;
  std::vector<const Stmt *> path = statementsTo(site.region->getRawStmt(), site.directive);
  bool jumps = holdsJump(site.region->getRawStmt());
  std::vector<Stretch> found;
  bool isFollowed = !path.empty();
  Stretch next{.accessBegin = own->accessEnd, .effectBegin = own->effectEnd, .across = loop};
  auto endAt = [&](Stretch stretch, size_t access, size_t effect) {
    stretch.accessEnd = access;
    stretch.effectEnd = effect;
    found.push_back(stretch);
  };
  /// Adds what lies up to the first wait among the statements of a block behind or in front of
  /// `child`, with the wait; false if there is none.
  auto endAtWait = [&](const Stmt *around, const Stmt *child, bool isBehind, Stretch stretch) {
    const auto *block = dyn_cast_or_null<CompoundStmt>(around);
    if (!block)
      return false;
    bool isReached = false;
    for (const Stmt *each : block->body()) {
      if (each == child) {
        isReached = true;
        continue;
      }
      const OMPExecutableDirective *wait = isReached == isBehind ? waitIn(each) : nullptr;
      if (!wait || jumps)
        continue;
      if (const Construct *met = constructOf(model, wait)) {
        endAt(stretch, met->accessEnd, met->effectEnd);
        return true;
      }
      isFollowed = false;
    }
    return false;
  };
  for (size_t depth = path.size(); isFollowed && depth-- > 1;) {
    const Stmt *around = path[depth - 1], *child = path[depth];
    if (isa<OMPExecutableDirective, LambdaExpr>(around))
      return std::nullopt;
    if (endAtWait(around, child, true, next))
      return isFollowed ? std::optional(found) : std::nullopt;
    if (!isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(around))
      continue;
    const Loop *met = loopOf(model, around);
    if (!met)
      return std::nullopt;
    const Loop &outer = *met;
    LoopId repeated = static_cast<LoopId>(met - model.loops.data());
    endAt(next, outer.accessEnd, outer.effectEnd);
    next = {.accessBegin = outer.accessBegin, .effectBegin = outer.effectBegin, .across = repeated};
    if (depth + 1 >= path.size() || !endAtWait(child, path[depth + 1], false, next))
      endAt(next, own->accessEnd, own->effectEnd);
    next = {.accessBegin = outer.accessEnd, .effectBegin = outer.effectEnd, .across = repeated};
  }
  endAt(next, region->accessEnd, region->effectEnd);
  return isFollowed ? std::optional(found) : std::nullopt;
}

} // namespace loomp
