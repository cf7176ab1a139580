//===- Provenance.cpp - objects that a pointer cannot lead into -----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Which elements a loop reads by way of an index array, or up to a bound that it loads, no text in
// front of it can say. Where they are not is another matter:
//
//   static float a[400];
//   for (int i = 0; i < n; ++i) a[i] = b[x[i]];      b points neither into `a` nor to its end
//
// Theorem: let A be a complete object, one that is no part of another: a variable, or the memory
// that the standard allocator gave a vector. Arithmetic on a pointer stays in the object into which
// it points, or at its end ([expr.add]); casts, members and rows stay in the complete object around
// that. So if it points into A, or leads there, it points to no place outside of [begin, end] of A.
// The end belongs to it: where another object begins there, the pointer may be A's all the same.
//
// A reference may name an element or a member, and others lead from there to its neighbours: it is
// complete only if it is to a vector, whose storage is no part of anything. Strings are not taken,
// which may have theirs within, nor views.
//
//===----------------------------------------------------------------------===//

#include "analyses/Provenance.h"

#include "analyses/EntryParts.h"
#include "analyses/EntryText.h"

#include "clang/AST/DeclTemplate.h"

#include <algorithm>

using namespace clang;

namespace loomp {

static std::optional<ElementRange> completeObject(const Model &model, LoopId loop,
                                                  const std::vector<Touch> &touches,
                                                  const ASTContext &context);

std::optional<DisjointRanges> pointsOutside(const Model &model, LoopId loop,
                                            const std::vector<Touch> &touches,
                                            const std::vector<Touch> &others,
                                            const ASTContext &context) {
  // All of an object that owns something is more than the object.
  for (const std::vector<Touch> *each : {&touches, &others})
    for (const Touch &touch : *each)
      if (!isHeader(touch.path) && !isPlainValue(model, touch.path))
        return std::nullopt;
  auto object = completeObject(model, loop, others, context);
  auto pointer = object ? pointerTo(model, loop, touches, context) : std::nullopt;
  if (!pointer)
    return std::nullopt;
  return DisjointRanges{*pointer, *object};
}

/// Where the loop finds a pointer, as text for in front of it.
static std::optional<std::string> placeOfPointer(const Model &model, LoopId loop, const Path &path,
                                                 const ASTContext &context, bool &dereferences) {
  if (auto text = placeAtEntry(model, loop, path, dereferences))
    return text;
  auto text = elementAtEntry(model, loop, path, context);
  dereferences |= text.has_value();
  return text;
}

std::optional<PointerText> pointerAtEntry(const Model &model, LoopId loop, ObjectId id,
                                          const ASTContext &context) {
  const Object &object = model.objects[id];
  // A pointer that was chosen on the way may lead to what is known to overlap.
  if (object.kind == ObjectKind::Loaded && !model.loadedFrom.count(id))
    return std::nullopt;
  // A pointer variable that still points to the object, and how far into it.
  PointerText pointer;
  std::optional<Polynomial> offset;
  for (const auto &[variable, target] : model.loops[loop].pointersAtEntry) {
    if (target.object != id || target.components.size() != 1 || !target.components[0].index ||
        target.components[0].kind != Component::Kind::Index)
      continue;
    QualType type = variable->getType().getNonReferenceType();
    if (!type->isAnyPointerType() && !type->isArrayType())
      continue; // an iterator has no address that a check could name
    // A `void *` knows no elements, and counts bytes if anything: it stands for its start only,
    // and the type that a cast gave the elements must have a name anywhere.
    bool isUntyped = variable->getType()->isVoidPointerType();
    if (isUntyped && (offset || !target.components[0].index->isZero() ||
                      object.elementType.isNull() || !object.elementType->isArithmeticType()))
      continue;
    bool better = !offset || variable == object.declaration;
    if (better) {
      offset = target.components[0].index;
      pointer.text = variable->getNameAsString();
    }
    if (isUntyped)
      pointer.text = "((const " +
                     object.elementType.getUnqualifiedType().getCanonicalType().getAsString(
                         PrintingPolicy(context.getLangOpts())) +
                     " *)" + pointer.text + ")";
  }
  if (offset) {
    pointer.offset = *offset;
    return pointer;
  }
  // Or another place that holds it there.
  const Loop &judged = model.loops[loop];
  auto standsAt = [&](const Path &place) {
    auto text = placeOfPointer(model, loop, place, context, pointer.dereferences);
    // A member that is a reference has no pointer that could be named.
    const auto &way = place.components;
    const FieldDecl *field = way.empty() ? nullptr : way.back().field;
    bool isReference = field && field->getType()->isReferenceType();
    if (!text || (isReference && overloadsAddress(field->getType().getNonReferenceType())))
      return false;
    QualType held = model.typeAt(place, way.size());
    if (!held.isNull() && held.getNonReferenceType()->isRecordType() && !isReference)
      return false; // an iterator, or another class that stands for a pointer
    pointer.text = (isReference ? "&" : "") + *text;
    return true;
  };
  for (const auto &[place, target] : judged.placesAtEntry) {
    bool dereferences = pointer.dereferences;
    if (target.object == id && target.components.size() == 1 && target.components[0].index &&
        target.components[0].kind == Component::Kind::Index && !place.type.isNull() &&
        !place.type->isVoidPointerType() && standsAt(place)) {
      pointer.offset = *target.components[0].index;
      return pointer;
    }
    pointer.dereferences = dereferences;
  }
  // Or the place where the loop itself finds the pointer, which it does not change.
  auto loaded = model.loadedFrom.find(id);
  if (loaded == model.loadedFrom.end() || model.loadedAt.at(id) < judged.accessBegin ||
      !standsAt(loaded->second))
    return std::nullopt;
  return pointer;
}

bool isPlainVector(QualType type) {
  const auto *vector =
      type.isNull() ? nullptr
                    : dyn_cast_or_null<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  if (!vector || !isOfLibrary(*vector) || vector->getName() != "vector" ||
      vector->getTemplateArgs().size() != 2)
    return false;
  const CXXRecordDecl *allocator = vector->getTemplateArgs()[1].getAsType()->getAsCXXRecordDecl();
  return allocator && isOfLibrary(*allocator) && allocator->getName() == "allocator";
}

/// Does the path stay in the variable?
static bool staysInside(const Model &model, const Path &path) {
  for (size_t i = 0; i < path.components.size(); ++i) {
    const Component &component = path.components[i];
    if (component.kind == Component::Kind::Size && i + 1 == path.components.size())
      continue;
    bool isPart =
        component.kind == Component::Kind::Field || component.kind == Component::Kind::Index;
    QualType type = model.typeAt(path, i);
    if (!isPart || type.isNull() || type->isAnyPointerType() || type->isReferenceType() ||
        (component.field && component.field->getType()->isReferenceType()))
      return false;
  }
  return true;
}

/// All of the object, or of the storage, that contains the touches.
static std::optional<ElementRange> completeObject(const Model &model, LoopId loop,
                                                  const std::vector<Touch> &touches,
                                                  const ASTContext &context) {
  const Path &sample = touches.front().path;
  const Object &object = model.objects[sample.object];
  if (model.isInside(object.loop, loop))
    return std::nullopt;
  if (size_t first = elementsBegin(sample); first > 0) {
    bool isOne = llvm::all_of(
        touches, [&](const Touch &touch) { return isSameStorage(sample, touch.path, first); });
    auto storage = isOne ? storageAtEntry(model, loop, sample, context) : std::nullopt;
    if (!storage || !isPlainVector(storage->owner.type) ||
        !keepsStorage(model, loop, storage->owner))
      return std::nullopt;
    return ElementRange{.pointer = storage->pointer,
                        .low = "0",
                        .high = storage->container + ".capacity()",
                        .dereferences = storage->dereferences,
                        .isUpperBound = true};
  }
  const auto *variable = dyn_cast_or_null<VarDecl>(object.declaration);
  if (object.kind != ObjectKind::Variable || object.isReference || object.capturedFrom ||
      !variable || variable->getStorageClass() == SC_Register)
    return std::nullopt;
  // A captured variable may be a member of a closure.
  const DeclContext *function = variable->getParentFunctionOrMethod();
  if (function && variable->hasLocalStorage() &&
      (!model.function ||
       cast<Decl>(function)->getCanonicalDecl() != cast<Decl>(model.function)->getCanonicalDecl()))
    return std::nullopt;
  QualType type = variable->getType();
  const RecordDecl *record = type->getBaseElementTypeUnsafe()->getAsRecordDecl();
  if (type->isReferenceType() || type->isIncompleteType() || overloadsAddress(type) ||
      (record && record->hasFlexibleArrayMember()))
    return std::nullopt;
  auto name = model.loops[loop].nameAtStart(*variable);
  if (!name || !std::all_of(touches.begin(), touches.end(),
                            [&](const Touch &touch) { return staysInside(model, touch.path); }))
    return std::nullopt;
  return ElementRange{.pointer = "&" + *name, .low = "0", .high = "1", .isUpperBound = true};
}

std::optional<ElementRange> pointerTo(const Model &model, LoopId loop,
                                      const std::vector<Touch> &touches,
                                      const ASTContext &context) {
  const Path &sample = touches.front().path;
  const Object &object = model.objects[sample.object];
  bool isPointee = object.kind == ObjectKind::Pointee || object.kind == ObjectKind::Loaded;
  if (!isPointee || object.isReference || model.isInside(object.loop, loop))
    return std::nullopt;
  for (const Touch &touch : touches)
    if (touch.path.components.empty() ||
        !std::all_of(touch.path.components.begin(), touch.path.components.end(),
                     [](const Component &component) {
                       return component.kind == Component::Kind::Index ||
                              component.kind == Component::Kind::Field;
                     }))
      return std::nullopt;
  auto pointer = pointerAtEntry(model, loop, sample.object, context);
  if (!pointer)
    return std::nullopt;
  return ElementRange{
      .pointer = pointer->text, .low = "0", .high = "", .dereferences = pointer->dereferences};
}

} // namespace loomp
