//===- FollowedPointers.cpp - pointers that a check may follow ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/FollowedPointers.h"

#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

using namespace clang;

namespace loomp {

/// Collects what follows a pointer in the expression: `p->m`, `*p`.
static void collectFollowing(const Stmt *expression, std::set<const Stmt *> &found) {
  if (!expression)
    return;
  const auto *member = dyn_cast<MemberExpr>(expression);
  const auto *unary = dyn_cast<UnaryOperator>(expression);
  if ((member && member->isArrow() &&
       !isa<CXXThisExpr>(member->getBase()->IgnoreParenImpCasts())) ||
      (unary && unary->getOpcode() == UO_Deref))
    found.insert(expression);
  for (const Stmt *child : expression->children())
    collectFollowing(child, found);
}

/// Does each iteration of the loop make the access?
static bool happensEachTime(const Model &model, LoopId id, const Access &access) {
  int guard = access.guard;
  for (LoopId at = access.loop; at != NoLoop; at = model.loops[at].parent) {
    const Loop &around = model.loops[at];
    bool isInHeader = guard == around.guardBefore;
    if (!isInHeader && guard != around.guardInside)
      return false;
    if (at == id)
      return true;
    if (!isInHeader && !around.provenNonEmpty)
      return false;
    guard = around.guardBefore;
  }
  return false;
}

/// Are the two in one element of what a pointer leads to?
static bool isSameElement(const Path &a, const Path &b) {
  if (a.object != b.object || a.components.empty() || b.components.empty())
    return false;
  const Component &first = a.components.front(), &second = b.components.front();
  return first.kind == Component::Kind::Index && second.kind == first.kind && first.index &&
         second.index && *first.index == *second.index;
}

bool isFollowedForCertain(const Model &model, LoopId id, const Expr &expression) {
  const Loop &judged = model.loops[id];
  std::set<const Stmt *> following;
  collectFollowing(&expression, following);
  auto isCertain = [&](const Path &place) {
    for (size_t i = judged.accessBegin; i < judged.accessEnd; ++i)
      if (const Access &access = model.accesses[i];
          isSameElement(access.path, place) && happensEachTime(model, id, access))
        return true;
    return false;
  };
  return llvm::all_of(following, [&](const Stmt *each) {
    for (size_t i = judged.accessBegin; i < judged.accessEnd; ++i)
      if (const Expr *read = model.accesses[i].expression;
          read && read->IgnoreParenImpCasts() == each && isCertain(model.accesses[i].path))
        return true;
    return false;
  });
}

} // namespace loomp
