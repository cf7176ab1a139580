//===- ContainerStorage.cpp - what the containers of a loop own -----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Where a container owns the same storage all through a loop, what the loop touches of it stands
// between its first and its last element as they are in front of the loop: no program reaches
// others.
//
//===----------------------------------------------------------------------===//

#include "analyses/EntryText.h"
#include "analyses/Ranges.h"

#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace loomp {

bool keepsStorage(const Model &model, LoopId loop, const Path &owner) {
  const Loop &judged = model.loops[loop];
  for (size_t i = judged.accessBegin; i < judged.accessEnd; ++i) {
    const Access &access = model.accesses[i];
    bool isElement = innermostBuffer(access.path) && isPlainValue(model, access.path);
    if (access.isWrite && !isElement &&
        (isHeader(access.path) || !isPlainValue(model, access.path)) &&
        model.mayOverlap(access.path.object, owner.object))
      return false;
  }
  return true;
}

std::optional<ContainerStorage> storageAtEntry(const Model &model, LoopId loop, const Path &path,
                                               const ASTContext &context) {
  size_t first = elementsBegin(path);
  if (first == 0)
    return std::nullopt;
  ContainerStorage storage;
  storage.owner.object = path.object;
  storage.owner.components.assign(path.components.begin(), path.components.begin() + first - 1);
  storage.owner.type = path.components[first - 1].owner;
  // The text calls functions of the class that the object is declared with.
  QualType declared = model.typeAt(storage.owner, first - 1);
  if (storage.owner.type.isNull())
    storage.owner.type = declared;
  if (!declared.isNull() && !context.hasSameUnqualifiedType(declared, storage.owner.type))
    return std::nullopt;
  auto text = placeAtEntry(model, loop, storage.owner, storage.dereferences);
  if (!text)
    text = rowAtEntry(model, loop, storage.owner, context, storage.dereferences);
  auto member = storage.owner.type.isNull() ? std::nullopt : bufferMember(storage.owner.type);
  if (!text || !member)
    return std::nullopt;
  storage.container = *text;
  storage.pointer = *text + "." + *member + "()";
  return storage;
}

bool hasPublicSize(QualType container) {
  const CXXRecordDecl *record = container.isNull() ? nullptr : container->getAsCXXRecordDecl();
  return record && llvm::any_of(record->methods(), [](const CXXMethodDecl *method) {
           return method->getDeclName().isIdentifier() && method->getName() == "size" &&
                  method->getAccess() == AS_public && method->getNumParams() == 0;
         });
}

std::optional<ElementRange> wholeStorage(const Model &model, LoopId loop,
                                         const ContainerStorage &storage) {
  if (!keepsStorage(model, loop, storage.owner) || !hasPublicSize(storage.owner.type))
    return std::nullopt;
  return ElementRange{.pointer = storage.pointer,
                      .low = "0",
                      .high = storage.container + ".size()",
                      .dereferences = storage.dereferences,
                      .isUpperBound = true};
}

} // namespace loomp
