//===- PrivateRole.cpp - scalars that each iteration sets before it reads -===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: let no iteration read x before it certainly wrote it. Then each iteration may have an x
// of its own; after the loop x is dead, or it is what the last iteration left, if that certainly
// wrote it. A clause gives each thread its own x; where none can name it (a member, a captured
// variable, what a reference names), a local variable stands for it (LocalCopy.cpp).
//
//===----------------------------------------------------------------------===//

#include "analyses/Coverage.h"
#include "analyses/ScalarView.h"

#include <algorithm>

using namespace clang;

namespace loomp {

bool isAlwaysLiveOut(const ScalarView &view) {
  return view.object.kind != ObjectKind::Variable || view.object.preexisting ||
         view.object.reachable || view.judgement.model.hasJumps;
}

bool isLiveAfter(const ScalarView &view) {
  const JudgeContext &judgement = view.judgement;
  // A static variable that only this loop uses: no call reads what an earlier one left.
  if (isStaticOfLoop(judgement.model, view.id, view.self))
    return judgement.model.hasJumps;
  // Where its address is known to others, every later access counts; and a member is also read
  // where all of its object is.
  if (view.object.kind == ObjectKind::Variable && !view.object.preexisting &&
      (view.object.reachable || isa_and_nonnull<FieldDecl>(view.variable)) &&
      !judgement.model.hasJumps)
    return isReadLater(judgement.context, judgement.model, judgement.solver, view.id, view.self);
  return isAlwaysLiveOut(view) || view.loop.liveOut.count(view.variable);
}

/// Does the loop reach a local variable, or a member of one, by another name: a reference, a
/// structured binding, a pointer? Then no clause will do, but another variable can stand for it.
static bool isNamedOtherwise(const ScalarView &view) {
  if (view.object.kind != ObjectKind::Variable ||
      !isa_and_nonnull<VarDecl, FieldDecl>(view.variable))
    return false;
  for (size_t i = 0; i < view.accesses.size(); ++i) {
    const Expr *place = view.access(i).expression;
    place = place ? place->IgnoreParenImpCasts() : nullptr;
    const auto *use = dyn_cast_or_null<DeclRefExpr>(place);
    const auto *unary = dyn_cast_or_null<UnaryOperator>(place);
    if (use ? isa<BindingDecl>(use->getDecl()) || use->getDecl()->getType()->isReferenceType()
            : isa_and_nonnull<ArraySubscriptExpr>(place) ||
                  (unary && unary->getOpcode() == UO_Deref))
      return true;
  }
  return false;
}

std::optional<ScalarOutcome> asPrivate(const ScalarView &view) {
  for (size_t i = 0; i < view.accesses.size(); ++i) {
    const Access &access = view.access(i);
    if (!access.isWrite && std::find(access.exposedIn.begin(), access.exposedIn.end(), view.id) !=
                               access.exposedIn.end())
      return std::nullopt;
  }
  Role role{.variable = view.object.name, .kind = RoleKind::Private};
  const JudgeContext &judgement = view.judgement;
  bool isLive = isLiveAfter(view), isOther = isNamedOtherwise(view);
  if (!isLive && !isOther)
    return ScalarOutcome{role, {}};
  auto condition = writesLast(judgement, view.id, view.variable, view.accesses);
  std::string copied;
  std::optional<LocalCopy> copy;
  if (isOther && condition == "")
    copy = localCopyOf(judgement, view.id, view.accesses, copied, false);
  if (!isLive && !copy)
    return ScalarOutcome{role, {}};
  if (!condition) {
    Blocker blocker = blockerAt(view, "value-used-after-loop",
                                "the value of '" + view.object.name +
                                    "' after the loop may come from any iteration",
                                firstWrite(view));
    return ScalarOutcome{{}, blocker};
  }
  role.kind = RoleKind::LastPrivate;
  // g++ takes a captured variable, and what a reference names, for uninitialized there; and no
  // clause may name a member so.
  const auto *variable = dyn_cast_or_null<VarDecl>(view.variable);
  bool isCaptured = variable && variable->hasLocalStorage() && view.object.preexisting &&
                    view.object.kind == ObjectKind::Variable;
  bool isMember = isa_and_nonnull<FieldDecl>(view.variable);
  if (copy) {
    role.localCopy = std::move(copy);
    role.variable = copied;
  } else if (isCaptured || view.object.isReference || isMember) {
    role.localCopy = localCopyOf(judgement, view.id, view.accesses, role.variable, false);
    if (!role.localCopy)
      return ScalarOutcome{{},
                           blockerAt(view, "value-used-after-loop",
                                     std::string("the ") +
                                         (isCaptured ? "captured variable '"
                                          : isMember ? "member '"
                                                     : "reference '") +
                                         view.object.name + "' is used after the loop",
                                     firstWrite(view))};
  } else if (isOther) {
    role.localCopy = localCopyOf(judgement, view.id, view.accesses, copied, false);
    if (role.localCopy)
      role.variable = copied;
  }
  // A variable that only this loop assigns has no value if the loop does not run, and a program
  // that reads it then is undefined.
  role.hasValueBefore = isAlwaysLiveOut(view) || role.localCopy || !variable ||
                        variable->hasInit() || isa<ParmVarDecl>(variable);
  for (size_t i = 0; i < view.judgement.model.accesses.size(); ++i)
    if (i < view.loop.accessBegin || i >= view.loop.accessEnd)
      role.hasValueBefore |=
          view.judgement.model.accesses[i].isWrite &&
          view.judgement.model.objects[view.judgement.model.accesses[i].path.object].declaration ==
              view.variable;
  return ScalarOutcome{.role = role, .blocker = {}, .condition = *condition};
}

} // namespace loomp
