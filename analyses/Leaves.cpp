//===- Leaves.cpp - the scalars of a class object -------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Copying or writing an object of a trivially copyable class is copying or writing its scalars,
// each of which stands in a member, or in an element of an array that is one.
//
//===----------------------------------------------------------------------===//

#include "analyses/ModifiedSet.h"

#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace loomp {

static bool collectLeaves(QualType type, std::vector<Component> &path, std::vector<Leaf> &leaves) {
  constexpr size_t limit = 16;
  if (type.isVolatileQualified() || type->isAtomicType() || type->isReferenceType() ||
      leaves.size() >= limit)
    return false;
  if (const auto *array = dyn_cast_or_null<ConstantArrayType>(type->getAsArrayTypeUnsafe())) {
    std::uint64_t count = array->getSize().getLimitedValue();
    if (count > limit)
      return false;
    for (std::uint64_t i = 0; i < count; ++i) {
      path.push_back({.kind = Component::Kind::Index,
                      .index = Polynomial(static_cast<Coefficient>(i)),
                      .extent = static_cast<Coefficient>(count)});
      bool whole = collectLeaves(array->getElementType(), path, leaves);
      path.pop_back();
      if (!whole)
        return false;
    }
    return true;
  }
  if (type->isArrayType())
    return false;
  const RecordDecl *record = type->getAsRecordDecl();
  if (!record) {
    leaves.push_back({path, type.getUnqualifiedType()});
    return true;
  }
  record = record->getDefinition();
  const auto *inCxx = dyn_cast_or_null<CXXRecordDecl>(record);
  if (!record || record->isUnion() || (inCxx && (inCxx->isPolymorphic() || inCxx->getNumVBases())))
    return false;
  // One class may stand among the bases more than once, and paths do not name bases.
  if (inCxx && inCxx->getNumBases() > 1)
    return false;
  if (inCxx)
    for (const CXXBaseSpecifier &base : inCxx->bases())
      if (!collectLeaves(base.getType(), path, leaves))
        return false;
  for (const FieldDecl *field : record->fields()) {
    if (field->isBitField() || field->isAnonymousStructOrUnion())
      return false;
    path.push_back({.kind = Component::Kind::Field, .field = field});
    bool whole = collectLeaves(field->getType(), path, leaves);
    path.pop_back();
    if (!whole)
      return false;
  }
  return true;
}

std::optional<std::vector<Leaf>> leavesOf(QualType type) {
  std::vector<Component> path;
  std::vector<Leaf> leaves;
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (record && record->hasDefinition() && !record->isTriviallyCopyable())
    return std::nullopt;
  if (!collectLeaves(type, path, leaves) || leaves.size() > 16)
    return std::nullopt;
  return leaves;
}

bool runsCode(QualType type, const ASTContext &context) {
  while (!type.isNull() && type->isVariablyModifiedType()) {
    const ArrayType *array = type->getAsArrayTypeUnsafe();
    const auto *variable = dyn_cast_or_null<VariableArrayType>(array);
    if (variable && variable->getSizeExpr() &&
        variable->getSizeExpr()->HasSideEffects(context, true))
      return true;
    // Functions that return such types and the like: not looked into.
    if (!array && !type->isPointerType())
      return true;
    type = array ? array->getElementType() : type->getPointeeType();
  }
  return false;
}

} // namespace loomp
