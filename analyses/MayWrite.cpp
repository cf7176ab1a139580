//===- MayWrite.cpp - what the set of modified things says ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Questions to a ModifiedSet about what is not written by name.
//
//===----------------------------------------------------------------------===//

#include "analyses/ModifiedSet.h"

#include <algorithm>

using namespace clang;

namespace loomp {

bool ModifiedSet::mayMoveStorage(const ValueDecl *variable) const {
  return anything || (variable && variables.count(variable)) ||
         std::any_of(indirect.begin(), indirect.end(), [](const IndirectWrite &write) {
           return write.type.isNull() || write.type->isRecordType();
         });
}

/// Theorem: objects of two different classes of the library that are no parts of each other are
/// different objects. A class that is derived from one of them may share it.
bool ModifiedSet::mayReorganize(QualType container) const {
  if (anything)
    return true;
  const CXXRecordDecl *record = container.isNull() ? nullptr : container->getAsCXXRecordDecl();
  bool isExact = record && isOfLibrary(*record);
  return std::any_of(indirect.begin(), indirect.end(), [&](const IndirectWrite &write) {
    return write.type.isNull() ||
           (write.type->isRecordType() &&
            (!isExact || write.type.getCanonicalType().getUnqualifiedType() ==
                             container.getCanonicalType().getUnqualifiedType()));
  });
}

bool ModifiedSet::mayWriteIndirectly(const Model &model, QualType type, const FieldDecl *field,
                                     bool isInMember,
                                     llvm::function_ref<bool(const VarDecl &)> isElsewhere) const {
  if (anything)
    return true;
  for (const IndirectWrite &write : indirect) {
    bool differentMembers = write.field && field && write.field != field;
    bool apart = write.isOwnedElement && isInMember && model.strictAliasing;
    if (differentMembers || apart || !model.typesMayOverlap(write.type, type))
      continue;
    // Only a variable that stays the same leads to the same place all the time.
    if (!write.through || !isElsewhere || variables.count(write.through) ||
        !isElsewhere(*write.through))
      return true;
  }
  return false;
}

} // namespace loomp
