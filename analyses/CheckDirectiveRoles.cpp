//===- CheckDirectiveRoles.cpp - has each variable what it needs? ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Point 1 of the theorem in CheckDirective.cpp. Two clauses have an operand that must be right,
// too: `reduction(+ : h[:n])` makes copies of n elements, so the loop must touch no other; and in
// iteration t `linear(k : s)` finds k0 + s * t, whatever the iteration before left there.
//
//===----------------------------------------------------------------------===//

#include "analyses/DirectiveCheck.h"

#include "clang/AST/StmtOpenMP.h"

#include "llvm/ADT/StringRef.h"

#include <tuple>

using namespace clang;

namespace loomp {

/// The accesses of the loop that stand where the local variable would.
std::vector<const Access *> DirectiveCheck::usesOf(const LocalCopy &copy) const {
  std::vector<const Access *> found;
  for (size_t i = Judged.accessBegin; i < Judged.accessEnd; ++i)
    if (const Expr *place = M.accesses[i].expression) {
      unsigned offset = positionOf(J.context, place->getBeginLoc()).offset;
      if (llvm::any_of(copy.uses, [&](const TextRange &use) { return use.begin == offset; }))
        found.push_back(&M.accesses[i]);
    }
  return found;
}

/// A place that iterations only update, such as `y[i]`: who shares it must update it as a whole.
void DirectiveCheck::checkReducedPlace(const Role &role) {
  const ValueDecl *owner = nullptr;
  bool isProtected = true;
  for (const Access *access : usesOf(*role.localCopy))
    if (access->update >= 0) {
      owner = M.objects[access->path.object].declaration;
      isProtected &= !access->protection.empty();
    }
  if (owner && isProtected)
    return;
  Sharing sharing = owner ? Clauses.of(*owner) : Sharing();
  if (owner && sharing.kind != Kind::Shared && !isNamed(owner)) {
    IsOpen = true;
    return;
  }
  if (owner && sharing.kind == Kind::Reduction && sharing.op == role.op && !sharing.isPart)
    return;
  if (!owner || sharing.kind != Kind::Shared) {
    IsOpen = true;
    return;
  }
  report("race-reduction", owner,
         "all threads accumulate into the shared '" + role.localCopy->place + "'");
}

/// A place that a local variable would stand for, which the last iteration sets.
void DirectiveCheck::checkSetPlace(const Role &role) {
  const ValueDecl *owner = nullptr;
  bool isSet = false, isProtected = false;
  for (const Access *access : usesOf(*role.localCopy))
    if (access->isWrite) {
      owner = M.objects[access->path.object].declaration;
      isSet |= access->guard == Judged.guardInside && !isWholeVariable(access->path);
      isProtected |= !access->protection.empty();
    }
  if (!owner || !isSet || isProtected || Clauses.of(*owner).kind != Kind::Shared)
    return checkBlocker({.reason = "value-used-after-loop", .object = role.localCopy->place});
  report("race-dependence", owner,
         "every iteration writes the shared '" + role.localCopy->place + "'");
}

/// Does each thread run its iterations one after another? Without a `schedule` clause nobody knows.
static bool runsInOrder(const OMPExecutableDirective &directive) {
  const auto *schedule = directive.getSingleClause<OMPScheduleClause>();
  return schedule && (schedule->getScheduleKind() == OMPC_SCHEDULE_static ||
                      schedule->getFirstScheduleModifier() == OMPC_SCHEDULE_MODIFIER_monotonic ||
                      schedule->getSecondScheduleModifier() == OMPC_SCHEDULE_MODIFIER_monotonic);
}

/// Does the clause combine what the role accumulates, in copies of all elements that it touches?
bool DirectiveCheck::isReducedBy(const Sharing &sharing, const Role &role) const {
  if (sharing.kind != Kind::Reduction || sharing.op != role.op)
    return false;
  if (!sharing.isPart)
    return true;
  // `[low:count]`, in numbers, is what the role needs.
  const std::string section = role.array ? role.array->section : "";
  llvm::StringRef numbers = section, start, length;
  if (!numbers.consume_front("[") || !numbers.consume_back("]"))
    return false;
  std::tie(start, length) = numbers.split(':');
  std::int64_t low = 0, count = 0;
  // Of several dimensions it is no two numbers.
  bool isRead = (start.empty() || !start.getAsInteger(10, low)) && !length.getAsInteger(10, count);
  return isRead && sharing.part && sharing.part->first <= low &&
         low + count <= sharing.part->first + sharing.part->second;
}

/// Is the step of the `linear` clause what each iteration adds?
bool DirectiveCheck::hasStep(const ValueDecl *variable, const Sharing &sharing,
                             const Role &role) const {
  const InductionForm *form = role.induction ? &*role.induction : nullptr;
  if (!form || form->isFloating || !form->quadratic.empty() || form->divisor != 0 ||
      !form->counts.empty() || !form->previousText.empty() || !form->alternate.empty() ||
      !form->modulus.empty())
    return false;
  for (const InductionCandidate &candidate : Judged.inductions) {
    if (!candidate.variable ||
        candidate.variable->getCanonicalDecl() != variable->getCanonicalDecl())
      continue;
    auto added = candidate.stepValue ? candidate.stepValue->asConstant() : std::nullopt;
    if (!sharing.step)
      return added == Coefficient(1);
    if (sharing.step->isValueDependent())
      return false;
    if (auto constant = sharing.step->getIntegerConstantExpr(J.context))
      return added == Coefficient(constant->getExtValue());
    // One variable that all threads have the same of: the loop leaves it alone, as it is a step.
    const auto *named = dyn_cast<DeclRefExpr>(sharing.step->IgnoreParenImpCasts());
    const auto *moved =
        candidate.step ? dyn_cast<DeclRefExpr>(candidate.step->IgnoreParenImpCasts()) : nullptr;
    return named && moved && !candidate.negative && named->getDecl() == moved->getDecl() &&
           Clauses.of(*named->getDecl()).kind == Kind::Shared;
  }
  return false;
}

void DirectiveCheck::checkRole(const Role &role) {
  if (role.kind == RoleKind::Index || role.kind == RoleKind::Shared || role.declaredInLoop)
    return;
  IsOpen |= role.inOrder && !runsInOrder(*Outer.directive);
  if (role.localCopy && role.kind == RoleKind::LastPrivate)
    return checkSetPlace(role);
  if (role.localCopy)
    return checkReducedPlace(role);
  const ValueDecl *variable = variableOf(role.variable);
  if (!variable) {
    IsOpen = true;
    return;
  }
  Sharing sharing = Clauses.of(*variable);
  std::string name = "'" + role.variable + "'";
  bool isShared = sharing.kind == Kind::Shared;
  if (!isShared && !isNamed(variable)) {
    IsOpen = true; // a pointer leads to the variable itself, not to a copy
    return;
  }
  if (isShared && isProtected(variable) && role.kind == RoleKind::Reduction) {
    IsOpen |= role.inOrder;
    return;
  }
  // With the role every access is an update: protected they all are whole.
  if (isShared && (role.kind == RoleKind::ArrayReduction || role.kind == RoleKind::Atomic)) {
    std::optional<Role> missing;
    if (role.kind == RoleKind::ArrayReduction && role.array->data.empty()) {
      missing = role;
      missing->kind = RoleKind::Reduction;
      missing->variable += role.array->section;
    }
    if (!isProtected(variable))
      report("missing-atomic", variable,
             "two iterations may update the same element of " + name + " at once", missing);
    return;
  }
  if (isShared && isProtected(variable) && role.kind != RoleKind::Selection) {
    IsOpen = true; // whole, but which iteration comes last is not said
    return;
  }
  switch (role.kind) {
  case RoleKind::ArrayReduction:
  case RoleKind::Atomic:
    IsOpen |= !isReducedBy(sharing, role);
    return;
  case RoleKind::Reduction:
    // How a class is combined is declared elsewhere.
    IsOpen |= !role.classType.empty() && sharing.kind == Kind::Reduction;
    if (sharing.kind == Kind::Reduction && sharing.op == role.op)
      return;
    if (sharing.kind == Kind::OfThread)
      return; // the thread's own partial result
    if (sharing.kind == Kind::Reduction)
      return report("race-reduction", variable,
                    "the reduction of " + name + " combines with '" + sharing.op +
                        "' what the loop accumulates with '" + role.op + "'");
    if (isShared)
      return report("race-reduction", variable,
                    "all threads accumulate into the shared variable " + name, role);
    return report("race-reduction", variable,
                  "what each thread accumulates into its own " + name + " is lost");
  case RoleKind::ArrayPrivate:
  case RoleKind::Private:
  case RoleKind::FirstPrivate:
    IsOpen |= role.kind == RoleKind::FirstPrivate && sharing.kind != Kind::FirstPrivate;
    if (role.kind == RoleKind::FirstPrivate && !role.array)
      return; // perhaps no iteration writes it
    if (isShared)
      return report("missing-private", variable,
                    "every iteration writes the shared variable " + name + " before it reads it",
                    role);
    IsOpen |= sharing.kind == Kind::Reduction || sharing.kind == Kind::Linear;
    return;
  case RoleKind::LastPrivate:
    if (sharing.kind == Kind::LastPrivate) {
      // Without an iteration the variable gets a value that nobody wrote.
      IsOpen |= role.hasValueBefore && !Result.provenNonEmpty;
      return;
    }
    if (sharing.kind == Kind::FirstPrivate && role.array) {
      IsOpen = true; // perhaps in both clauses
      return;
    }
    // Of a global variable nobody may want the value.
    if (!Judged.liveOut.count(variable) && !isShared) {
      IsOpen = true;
      return;
    }
    if (sharing.kind == Kind::Private || sharing.kind == Kind::FirstPrivate)
      return report("missing-lastprivate", variable,
                    "the value of " + name + " is used after the loop, but its copies are private");
    if (isShared)
      return report("missing-lastprivate", variable,
                    "the last iteration's value of " + name +
                        " is used after the loop, and every iteration writes it",
                    role);
    IsOpen = true;
    return;
  case RoleKind::Selection:
    if (role.op == "last") { // which threads assign is not known
      IsOpen = true;
      return;
    }
    if (sharing.kind == Kind::OfThread || (isShared && isProtected(variable)))
      return;
    if (isShared)
      return report("race-dependence", variable,
                    "all threads compare with and replace the shared variable " + name);
    IsOpen = true;
    return;
  case RoleKind::Induction:
    if (isShared)
      return report("race-dependence", variable,
                    "every iteration advances the shared variable " + name);
    IsOpen |= sharing.kind != Kind::Linear || !hasStep(variable, sharing, role);
    return;
  default:
    IsOpen = true;
  }
}

} // namespace loomp
