//===- MovedPlaces.cpp - inductions of what is no variable of its own -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (int i = 0; i < n; i++)          for (int i = 0; i < n; i++) {
//     out[s.used++] = a[i];                const int used_i = s.used + i;
//                                    →     out[used_i] = a[i];
//                                        }
//                                        s.used += n;
//
// A member, what a pointer leads to or what a reference names may be an induction, too, but others
// may reach it. So its closed form is looked for in a walk that supposes something of the nest.
//
// Theorem: let P be a scalar place that the loop finds where it found it before, and let the
// supposed execution be the one in which P stands apart: what the text of the loop does to P it
// does to a variable of its own. If in the supposed execution no other access of the loop meets P,
// in whatever iteration, it is the real one, but for that variable. For up to the first access that
// meets P the two are the same, and this access is one of the supposed execution.
//
// So P has a role as a variable has one (Roles.cpp), where each access of the loop to it stands in
// the text of its body as the same place. No other access of the loop to the same object may reach
// it, and all other objects must be told apart from it, or a check has to (Overlaps.cpp). With
// SparedPlaces.cpp, whose supposition this one extends, it shares the walk and all that must not be
// used of it.
//
// The text of the loop names P in all threads. So a variable in it must be the same in all of them.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"
#include "analyses/LoopParts.h"
#include "analyses/SparedPlaces.h"

#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// Is this a chain of members, subscripts and dereferences of variables that all threads share, and
/// that are declared in front of the loop?
static bool isPlainPlace(const Expr &place, const Stmt &loop, const SourceManager &sources) {
  const Expr *bare = place.IgnoreParenImpCasts();
  if (const auto *named = dyn_cast<DeclRefExpr>(bare)) {
    const auto *variable = dyn_cast<VarDecl>(named->getDecl());
    return variable && variable->getTLSKind() == VarDecl::TLS_None &&
           !variable->hasAttr<OMPThreadPrivateDeclAttr>() &&
           !sources.isPointWithin(variable->getLocation(), loop.getBeginLoc(), loop.getEndLoc());
  }
  if (const auto *member = dyn_cast<MemberExpr>(bare))
    return isa<FieldDecl>(member->getMemberDecl()) &&
           isPlainPlace(*member->getBase(), loop, sources);
  if (const auto *element = dyn_cast<ArraySubscriptExpr>(bare))
    return isPlainPlace(*element->getBase(), loop, sources) &&
           isPlainPlace(*element->getIdx(), loop, sources);
  if (const auto *unary = dyn_cast<UnaryOperator>(bare))
    return unary->getOpcode() == UO_Deref && isPlainPlace(*unary->getSubExpr(), loop, sources);
  return isa<CXXThisExpr, IntegerLiteral>(bare);
}

/// The places that a statement updates, but for those in lambdas.
static void findTargets(const Stmt *statement, std::vector<const Expr *> &targets) {
  if (!statement || isa<LambdaExpr>(statement))
    return;
  if (const auto *expression = dyn_cast<Expr>(statement))
    if (const Expr *target = updateTarget(*expression))
      targets.push_back(target);
  for (const Stmt *child : statement->children())
    findTargets(child, targets);
}

/// In front of a loop of the nest: what do the places that it updates hold?
void Evaluator::noteMovedPlaces(const Stmt &loop) {
  MovedStarts.clear();
  if (!isInSparedNest(loop) || Quiet || Now.dead)
    return;
  std::vector<const Expr *> targets;
  findTargets(&loop, targets);
  for (const Expr *target : targets) {
    QualType type = target->getType();
    if (!isPlainPlace(*target, loop, sources()) || !type->isArithmeticType() ||
        type.isVolatileQualified() || target->getObjectKind() != OK_Ordinary)
      continue;
    bool quiet = std::exchange(Quiet, true);
    Place place = evaluatePlace(target);
    Quiet = quiet;
    std::string key = keyOf(place.path);
    if (key.empty() || place.isVolatile || place.isSharedByte)
      continue;
    auto known = Now.memory.find(key);
    Value value = known != Now.memory.end() ? known->second.value : Value();
    if (integerType(type) && value.kind == Value::Kind::Unknown) {
      value = fresh(type, currentLoop(), Result.text(place.path), nullptr);
      Entry &entry = Now.memory[key];
      entry.path = place.path;
      entry.value = value;
    }
    ++MovedStarts.try_emplace(key, MovedPlace{place.path, value}).first->second.updates;
  }
}

/// The place that an update of the innermost loop moves, if it is the same in all iterations.
std::optional<Path> Evaluator::movedPlace(const Expr &target) {
  if (LoopSpared.empty() || !LoopSpared.back() || MovedStarts.empty())
    return std::nullopt;
  const Stmt &loop = *Result.loops[LoopStack.back()].statement;
  if (!isPlainPlace(target, loop, sources()))
    return std::nullopt;
  bool quiet = std::exchange(Quiet, true);
  Path path = evaluatePlace(target.IgnoreParenImpCasts()).path;
  Quiet = quiet;
  bool isKnown = isFixed(Result, LoopStack.back(), path) && MovedStarts.count(keyOf(path));
  return isKnown ? std::optional(path) : std::nullopt;
}

/// Does a loop that is being walked through move the place, by its own text only as is supposed?
bool Evaluator::isMoved(const Path &path) const {
  return llvm::any_of(LoopStack, [&](LoopId loop) {
    return llvm::any_of(Result.loops[loop].movedPlaces,
                        [&](const Path &place) { return isSamePlace(place, path); });
  });
}

bool isMoveOf(const Loop &loop, const Access &write) {
  auto isUpdate = [&](const InductionCandidate &each) {
    return !each.variable && isSamePlace(each.place, write.path) && write.expression &&
           updateTarget(*each.update)->IgnoreParenImpCasts() ==
               write.expression->IgnoreParenImpCasts();
  };
  auto isSolved = [&](const Recurrence &each) {
    return !each.variable && isSamePlace(each.place, write.path);
  };
  return llvm::any_of(loop.inductions, isUpdate) || llvm::any_of(loop.recurrences, isSolved);
}

bool movesFixedPlace(const Model &model, LoopId loop) {
  const Loop &judged = model.loops[loop];
  auto mayMove = [&](size_t i) {
    const Access &access = model.accesses[i];
    const Object &object = model.objects[access.path.object];
    const Expr *target = access.expression ? access.expression->IgnoreParenImpCasts() : nullptr;
    bool isOwn = object.kind == ObjectKind::Variable && isWholeVariable(access.path) &&
                 !object.preexisting && !object.reachable;
    return access.isWrite && access.isInFunction && !isOwn && target &&
           !access.path.type.isNull() && access.path.type->isArithmeticType() &&
           isFixed(model, loop, access.path);
  };
  auto isRead = [&](const Path &path) {
    for (size_t i = judged.accessBegin; i < judged.accessEnd; ++i)
      if (!model.accesses[i].isWrite && isSamePlace(model.accesses[i].path, path))
        return true;
    return false;
  };
  for (size_t i = judged.accessBegin; i < judged.accessEnd; ++i)
    if (mayMove(i) && isRead(model.accesses[i].path))
      return judged.effectBegin == judged.effectEnd;
  return false;
}

} // namespace loomp
