//===- InvariantElements.cpp - one element that all iterations update -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     for (j = i + 1; j < n; j++) {      auto forceLocal = force[i];
//       force[i] += f(i, j);             for (j = i + 1; j < n; j++) {
//       force[j] -= f(i, j);         →     forceLocal += f(i, j);
//     }                                    force[j] -= f(i, j);
//                                        }
//                                        force[i] = forceLocal;
//
// Theorem: let a place p (an element, what a pointer points to, a member of either) be the same in
// all iterations of loop L, and let each access of L to p be an update with one operator. If no
// other access of L reaches p, in the same iteration or another one, then p is a reduction of L
// through a local variable (LocalCopy.cpp). p must exist whenever L runs: some iteration-wide
// access touches it, or it lies within the bounds of its array.
//
// Theorem: the same holds if no iteration reads p before it assigned it and every iteration assigns
// it: each may have a p of its own, of which the last one's stays.
//
// Not handled: minima and maxima of floating-point numbers, which may start at infinity.
//
//===----------------------------------------------------------------------===//

#include "analyses/Judgement.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// Can `other` never touch the fixed place?
bool Judgement::isApart(const Access &other, const Path &fixed) const {
  if (!M.mayOverlap(other.path, fixed))
    return true;
  const auto &a = other.path.components, &b = fixed.components;
  for (size_t c = 0; c < std::min(a.size(), b.size()); ++c) {
    if (a[c].kind != b[c].kind || a[c].field != b[c].field)
      return false;
    if (a[c].kind != Component::Kind::Index)
      continue;
    if (!a[c].index || !b[c].index || a[c].isFlat || b[c].isFlat)
      return false;
    Polynomial gap = *a[c].index - *b[c].index - Polynomial(1);
    Polynomial opposite = *b[c].index - *a[c].index - Polynomial(1);
    if (isNonNegativeAt(M, J.solver, other.guard, gap) ||
        isNonNegativeAt(M, J.solver, other.guard, opposite))
      return true;
  }
  return false;
}

/// Takes places of the object that are reductions out of the elements; `onlyAll`: unless some
/// access to it would be left; `alsoSet`: and those that every iteration sets. True if there are
/// any.
bool Judgement::reduceInvariantElements(ObjectId object, bool onlyAll, bool alsoSet) {
  std::vector<size_t> accesses;
  for (size_t i : Elements)
    if (M.accesses[i].path.object == object)
      accesses.push_back(i);
  std::vector<std::pair<Role, std::vector<size_t>>> found;
  std::set<size_t> done;
  size_t covered = 0;
  for (size_t first : accesses) {
    const Access &access = M.accesses[first];
    if (done.count(first) || (access.update < 0 && !alsoSet) || access.path.components.empty() ||
        !isFixed(M, L, access.path))
      continue;
    std::vector<size_t> updates;
    bool isAlone = true;
    for (size_t i : accesses) {
      const Access &other = M.accesses[i];
      if (isFixed(M, L, other.path) && isSamePlace(other.path, access.path))
        updates.push_back(i);
      else
        isAlone &= isApart(other, access.path);
    }
    done.insert(updates.begin(), updates.end());
    auto role = isAlone ? asInvariantElement(updates) : std::nullopt;
    if (!role && isAlone && alsoSet)
      role = asSetElement(updates);
    if (!role && isAlone)
      role = asMovedElement(object, updates);
    if (!role)
      continue;
    covered += updates.size();
    found.emplace_back(std::move(*role), std::move(updates));
  }
  if (found.empty() || (onlyAll && covered < accesses.size()))
    return false;
  WithRole.insert(object);
  for (auto &[role, updates] : found) {
    nameApart(role);
    describeRole(role);
    Out.roles.push_back(std::move(role));
    for (size_t i : updates)
      std::erase(Elements, i);
    // Overlaps with other objects concern the place, too.
    Scalars[{object, nullptr}].insert(Scalars[{object, nullptr}].end(), updates.begin(),
                                      updates.end());
  }
  return true;
}

/// Is this an element of declared arrays, within their bounds?
bool Judgement::isWithinBounds(const Path &fixed) const {
  return std::all_of(fixed.components.begin(), fixed.components.end(),
                     [&](const Component &component) {
                       if (component.kind != Component::Kind::Index)
                         return component.kind == Component::Kind::Field;
                       return component.extent && !component.isFlat &&
                              isNonNegativeAt(M, J.solver, Judged.guardInside, *component.index) &&
                              isNonNegativeAt(M, J.solver, Judged.guardInside,
                                              Polynomial(*component.extent - 1) - *component.index);
                     });
}

/// Does the place that all of these touch exist wherever the loop runs?
bool Judgement::mustExist(const std::vector<size_t> &accesses) const {
  return isWithinBounds(M.accesses[accesses.front()].path) || llvm::any_of(accesses, [&](size_t i) {
           return M.accesses[i].guard == Judged.guardInside;
         });
}

std::optional<Role> Judgement::asInvariantElement(const std::vector<size_t> &updates) const {
  std::string op;
  for (size_t i : updates) {
    const Access &access = M.accesses[i];
    if (access.update < 0)
      return std::nullopt;
    const Update &update = M.updates[access.update];
    bool isFloating = access.path.type.isNull() || access.path.type->isFloatingType();
    if (!update.rejection.empty() || update.needsTruthValue || (!op.empty() && op != update.op) ||
        (isFloating && (update.op == "min" || update.op == "max")) ||
        (!update.skipped.empty() && !isHarmless(J, L, update.skipped)))
      return std::nullopt;
    op = update.op;
  }
  if (!mustExist(updates))
    return std::nullopt;
  Role role{.kind = RoleKind::Reduction, .op = op};
  if (const ValueDecl *object = M.objects[M.accesses[updates.front()].path.object].declaration)
    role.declaration = positionOf(J.context, object->getLocation());
  role.localCopy = localCopyOf(J, L, updates, role.variable);
  if (!role.localCopy)
    return std::nullopt;
  return role;
}

std::optional<Role> Judgement::asSetElement(const std::vector<size_t> &accesses) const {
  bool isSet = false;
  for (size_t i : accesses) {
    const Access &access = M.accesses[i];
    isSet |= access.isWrite;
    if (!access.isWrite && llvm::is_contained(access.exposedIn, L))
      return std::nullopt;
  }
  if (!isSet || writesLast(J, L, nullptr, accesses) != "")
    return std::nullopt;
  Role role{.kind = RoleKind::LastPrivate};
  if (const ValueDecl *object = M.objects[M.accesses[accesses.front()].path.object].declaration)
    role.declaration = positionOf(J.context, object->getLocation());
  role.localCopy = localCopyOf(J, L, accesses, role.variable, false);
  if (!role.localCopy)
    return std::nullopt;
  return role;
}

/// A place that each iteration moves by a step (MovedPlaces.cpp).
std::optional<Role> Judgement::asMovedElement(ObjectId object,
                                              const std::vector<size_t> &accesses) const {
  const Path &path = M.accesses[accesses.front()].path;
  auto isOf = [&](const Path &place) { return isSamePlace(place, path); };
  if (llvm::none_of(Judged.movedPlaces, isOf) || !mustExist(accesses))
    return std::nullopt;
  ScalarOutcome outcome = classifyScalar(J, L, object, accesses);
  return outcome.role && movesPlace(*outcome.role) ? outcome.role : std::nullopt;
}

} // namespace loomp
