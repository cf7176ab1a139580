//===- ObjectOverlap.cpp - objects that may share memory ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What the origins of two objects tell: whatever stands in them, and whatever they own. Model.cpp
// goes on from there with the paths within them.
//
//===----------------------------------------------------------------------===//

#include "analyses/Model.h"

using namespace clang;

namespace loomp {

/// A variable that no program may change: what overlaps it is only read, too.
static bool isConstant(const Object &object) {
  const auto *variable = dyn_cast_or_null<VarDecl>(object.declaration);
  if (object.kind != ObjectKind::Variable || !variable)
    return false;
  QualType type = variable->getType();
  while (const ArrayType *array = type->getAsArrayTypeUnsafe())
    type = array->getElementType();
  return type.isConstQualified() && !type.isVolatileQualified() && type->isScalarType();
}

/// May what a loaded pointer points to be reached by way of a `restrict` parameter, whose value it
/// got in this function? Not if the pointer came from memory that existed before, in which the
/// function puts no pointer.
static bool mayHoldParameter(const Model &model, ObjectId loaded) {
  auto place = model.loadedFrom.find(loaded);
  if (place == model.loadedFrom.end())
    return true;
  auto isLocal = [&](const Path &path) {
    const Object &object = model.objects[path.object];
    return object.kind == ObjectKind::Variable && !object.preexisting && !object.hasForeignStorage;
  };
  if (isLocal(place->second))
    return true;
  for (const Access &access : model.accesses) {
    QualType type = access.path.type;
    bool isPlain = !type.isNull() && type->isScalarType() && !type->isAnyPointerType();
    if (access.isWrite && !isPlain && !isLocal(access.path))
      return true;
  }
  for (const Effect &effect : model.effects)
    if (effect.reason == "unknown-call" || effect.reason == "unsupported-construct")
      return true;
  return false;
}

/// Are these parameters or variables of one class of containers?
static bool areOwnersOfOneType(const Object &first, const Object &second) {
  if (!first.declaration || !second.declaration)
    return false;
  QualType type = first.declaration->getType().getNonReferenceType();
  const ASTContext &context = first.declaration->getASTContext();
  return type->isRecordType() && !ownsNothing(type, context) &&
         context.hasSameUnqualifiedType(type, second.declaration->getType().getNonReferenceType());
}

// Theorem: two objects are disjoint if they are different variables; if one came to exist in this
// function (a local, an allocation), with all that it owns, and the other is what a parameter
// pointed to on entry; if one is never reachable through a pointer of unknown origin and the other
// is such a pointer's target; if all callers pass different objects (CallSites.h); or if the
// programmer promised it with `restrict`. Everything else may overlap.
bool Model::mayOverlap(ObjectId a, ObjectId b) const {
  if (a == b)
    return true;
  // The rows of an array of pointers are all that one allocation in a loop returned.
  auto allocationOf = [&](ObjectId id) {
    auto rows = rowsOf.find(id);
    return rows == rowsOf.end() ? id : rows->second;
  };
  if (allocationOf(a) == allocationOf(b))
    return true;
  const Object *first = &objects[a], *second = &objects[b];
  if (first->kind > second->kind)
    std::swap(first, second);
  if (second->kind == ObjectKind::Temporary || first->kind == ObjectKind::Temporary)
    return false;
  // The storage of a container may be older than the container, and known to others.
  auto wasMoved = [](const Object &object) {
    return object.hasForeignStorage || object.hasSharedStorage;
  };
  auto isApart = [&](const Object &object) {
    return isConstant(object) || ((object.isOwnStatic || object.isNamedOnly) && !wasMoved(object));
  };
  if (isApart(*first) || isApart(*second))
    return false;
  bool isReachable = first->reachable || wasMoved(*first);
  if (second->kind == ObjectKind::Anything)
    return isReachable;
  if (second->kind == ObjectKind::Allocation)
    return first->kind == ObjectKind::Loaded ||
           (second->hasForeignStorage && first->kind != ObjectKind::Variable && !first->isRestrict);
  if (first->isRestrict || second->isRestrict)
    return second->kind == ObjectKind::Loaded &&
           mayHoldParameter(*this, first == &objects[a] ? b : a);
  // Two containers of one type are none the less two.
  bool isMoved = (wasMoved(*first) || wasMoved(*second)) && !areOwnersOfOneType(*first, *second);
  if (first->parameter != NoParameter && second->parameter != NoParameter && !isMoved &&
      facts.distinct.count(std::minmax(first->parameter, second->parameter)))
    return false;
  const auto *variable = dyn_cast_or_null<VarDecl>(first->declaration);
  if (first->kind == ObjectKind::Variable && variable && variable->hasGlobalStorage() && !isMoved)
    if (auto known = facts.globals.find(second->parameter); known != facts.globals.end())
      return known->second.count(variable->getCanonicalDecl());
  switch (second->kind) {
  case ObjectKind::Variable:
    return false;
  case ObjectKind::This:
  case ObjectKind::Pointee:
    return first->kind != ObjectKind::Variable || first->preexisting || first->hasForeignStorage;
  case ObjectKind::Loaded:
    return isReachable;
  default:
    return true;
  }
}

bool isFixed(const Model &model, LoopId loop, const Path &path) {
  if (model.isInside(model.objects[path.object].loop, loop))
    return false;
  return std::all_of(path.components.begin(), path.components.end(),
                     [&](const Component &component) {
                       bool isUnion = component.field && component.field->getParent()->isUnion();
                       bool isKnown = component.kind == Component::Kind::Field ||
                                      component.kind == Component::Kind::Buffer ||
                                      (component.kind == Component::Kind::Index &&
                                       component.index && !model.varies(*component.index, loop));
                       return isKnown && !isUnion;
                     });
}

bool isSamePlace(const Path &a, const Path &b) {
  return a.object == b.object &&
         std::equal(a.components.begin(), a.components.end(), b.components.begin(),
                    b.components.end(), [](const Component &x, const Component &y) {
                      return x.kind == y.kind && x.field == y.field && x.isFlat == y.isFlat &&
                             x.index.has_value() == y.index.has_value() &&
                             (!x.index || *x.index == *y.index);
                    });
}

} // namespace loomp
