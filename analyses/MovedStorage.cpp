//===- MovedStorage.cpp - storage that changes its owner ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   int *p = v.data();
//   std::vector<int> w = std::move(v);      p leads into what w owns now
//   void f(std::vector<int> w, int *p)      f(std::move(v), v.data()) is a call of it
//
// Theorem: an object that the function made owns what the function allocated for it, and no pointer
// leads there but those taken from the object itself, unless it got what it owns from elsewhere:
// from a caller, as a parameter by value; from another object, by a move or an exchange; or from
// code that is not known. Then it is known to whoever knew it before: to pointers of unknown origin
// if the former owner could be reached by one, and to parameters if it existed before the function
// was entered. (The evaluator forgets what pointers into the storage of the former owner lead to,
// so that they are of unknown origin from there on.) All this is said of what the object owns; the
// object itself stays where it is. And two owners that live at one time share nothing.
//
// Moves are noted whether or not they come before an access: an iteration of a loop around may have
// moved what the next one finds.
//
//===----------------------------------------------------------------------===//

#include "analyses/Model.h"

#include <utility>

using namespace clang;

namespace loomp {

bool ownsNothing(QualType type, const ASTContext &context) {
  return !type.isNull() && !type->isDependentType() && type.isTriviallyCopyableType(context);
}

/// Has the object got anything new from where `move` says that it got it?
static bool passOn(std::vector<Object> &objects, const StorageMove &move) {
  const Object &from = objects[move.from];
  Object &to = objects[move.to];
  bool wasReachable = from.kind != ObjectKind::Temporary && from.reachable && !move.isPointer;
  bool isForeign = from.hasForeignStorage || (from.preexisting && !move.isPointer);
  bool isShared = isForeign || from.hasSharedStorage || wasReachable;
  bool isNew = (isForeign && !to.hasForeignStorage) || (isShared && !to.hasSharedStorage) ||
               (from.isAdopter && !to.isAdopter);
  to.hasForeignStorage |= isForeign;
  to.hasSharedStorage |= isShared;
  to.isAdopter |= from.isAdopter;
  return isNew;
}

void Model::moveStorage(ObjectId from, ObjectId to, bool isPointer) {
  if (from == to)
    return;
  moves.push_back({from, to, isPointer});
  bool isNew = true;
  while (std::exchange(isNew, false))
    for (const StorageMove &move : moves)
      isNew |= passOn(objects, move);
}

void Model::loseStorage(ObjectId id) {
  ObjectId unknown = static_cast<ObjectId>(objects.size());
  objects.push_back({.kind = ObjectKind::Anything, .name = objects[id].name});
  moveStorage(unknown, id);
}

void Model::loseReachableStorage(bool everything) {
  const ASTContext &context = function->getASTContext();
  for (ObjectId id = 0, end = static_cast<ObjectId>(objects.size()); id < end; ++id) {
    const Object &object = objects[id];
    bool isNew = object.kind == ObjectKind::Variable || object.kind == ObjectKind::Allocation;
    QualType type = object.kind == ObjectKind::Allocation ? object.elementType
                    : object.declaration                  ? object.declaration->getType()
                                                          : QualType();
    bool isOwner = type.isNull() ? object.kind == ObjectKind::Variable
                                 : !type->isReferenceType() && !ownsNothing(type, context);
    if (isNew && isOwner && !object.preexisting && !object.hasForeignStorage &&
        (everything || object.reachable))
      loseStorage(id);
  }
}

} // namespace loomp
