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
  if (isa<BreakStmt, ContinueStmt, GotoStmt, IndirectGotoStmt, LabelStmt, SwitchStmt, CXXTryStmt>(
          statement))
    return true;
  if (const auto *directive = dyn_cast<OMPExecutableDirective>(statement))
    return directive->hasAssociatedStmt() && holdsJump(directive->getRawStmt());
  return std::any_of(statement->child_begin(), statement->child_end(), holdsJump);
}

/// The first statement at which every thread that runs `statement` waits for all.
static const OMPExecutableDirective *firstWait(const Stmt *statement) {
  if (const auto *block = dyn_cast_or_null<CompoundStmt>(statement)) {
    for (const Stmt *child : block->body())
      if (const OMPExecutableDirective *wait = firstWait(child))
        return wait;
    return nullptr;
  }
  if (isa_and_nonnull<OMPBarrierDirective>(statement))
    return cast<OMPBarrierDirective>(statement);
  if (isa_and_nonnull<OMPForDirective, OMPForSimdDirective, OMPSectionsDirective,
                      OMPSingleDirective>(statement)) {
    const auto *directive = cast<OMPExecutableDirective>(statement);
    return directive->hasClausesOfKind<OMPNowaitClause>() ? nullptr : directive;
  }
  return nullptr;
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
      const OMPExecutableDirective *wait = isReached == isBehind ? firstWait(each) : nullptr;
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
    LoopId repeated = NoLoop;
    for (LoopId each = 0; each < static_cast<LoopId>(model.loops.size()); ++each)
      if (model.loops[each].statement == around) {
        isFollowed &= repeated == NoLoop;
        repeated = each;
      }
    if (repeated == NoLoop)
      return std::nullopt;
    const Loop &outer = model.loops[repeated];
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
