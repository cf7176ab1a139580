//===- PlaceText.cpp - how the text in front of a loop names a place ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A member that the text may not name is read through the accessor of its class, a function that
// does nothing but return it:
//
//   double *data() const { return data_; }        g.data_ is spelled `g.data()`
//
//===----------------------------------------------------------------------===//

#include "analyses/PlaceText.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;
using llvm::StringRef;

namespace loomp {

/// The name of the member of the object itself that the only statement of the function returns. A
/// member of a class template has a body only where it is used: else its pattern says the same.
static std::string returnedMember(const CXXMethodDecl &method) {
  const FunctionDecl *definition = nullptr;
  const Stmt *body = method.getBody(definition);
  if (!body)
    if (const FunctionDecl *pattern = method.getTemplateInstantiationPattern())
      body = pattern->getBody(definition);
  const auto *block = dyn_cast_or_null<CompoundStmt>(body);
  const auto *statement =
      block && block->size() == 1 ? dyn_cast<ReturnStmt>(block->body_front()) : nullptr;
  if (!statement || !statement->getRetValue())
    return {};
  const Expr *value = statement->getRetValue()->IgnoreParens()->IgnoreImplicit();
  auto isSelf = [](const Expr *base) { return isa<CXXThisExpr>(base->IgnoreParenImpCasts()); };
  if (const auto *member = dyn_cast<MemberExpr>(value))
    return isSelf(member->getBase()) && isa<FieldDecl>(member->getMemberDecl())
               ? member->getMemberDecl()->getNameAsString()
               : "";
  if (const auto *member = dyn_cast<CXXDependentScopeMemberExpr>(value))
    return member->isImplicitAccess() || isSelf(member->getBase())
               ? member->getMember().getAsString()
               : "";
  return {};
}

/// No conversion but the load: what the function returns is what the member holds.
static bool returnsAsItIs(const CXXMethodDecl &method, const FieldDecl &field) {
  return method.getASTContext().hasSameUnqualifiedType(method.getReturnType().getNonReferenceType(),
                                                       field.getType().getNonReferenceType());
}

/// The name of a public function of the class that returns the member; absent if there is none, or
/// if `object` is not exactly of that class, so that the name could mean another one.
static std::optional<std::string> accessorOf(QualType object, const FieldDecl &field) {
  const CXXRecordDecl *record = object.isNull() ? nullptr : object->getAsCXXRecordDecl();
  if (!record || record->getCanonicalDecl() != field.getParent()->getCanonicalDecl())
    return std::nullopt;
  // A copy of a number or a pointer says the same; a copy of an object is another object.
  bool mayCopy = field.getType()->isScalarType();
  for (const CXXMethodDecl *method : record->methods())
    if ((mayCopy || method->getReturnType()->isReferenceType()) &&
        method->getAccess() == AS_public && method->isInstance() && method->isConst() &&
        !method->isVirtual() && method->getNumParams() == 0 &&
        method->getRefQualifier() == RQ_None && method->getDeclName().isIdentifier() &&
        returnsAsItIs(*method, field) && returnedMember(*method) == field.getNameAsString())
      return method->getNameAsString();
  return std::nullopt;
}

std::optional<std::string> bufferMember(QualType container) {
  if (const CXXRecordDecl *record = container->getAsCXXRecordDecl())
    for (const CXXMethodDecl *method : record->methods())
      for (const char *name : {"data", "get"})
        if (method->getDeclName().isIdentifier() && method->getName() == name)
          return name;
  return std::nullopt;
}

std::optional<std::string> placeAtEntry(const Model &model, LoopId loop, const Path &path,
                                        bool &dereferences) {
  const Object &object = model.objects[path.object];
  const Loop &judged = model.loops[loop];
  std::string text;
  size_t next = 0;
  bool isSelf = object.kind == ObjectKind::This;
  if (isSelf) {
    if (path.components.empty())
      return std::nullopt;
  } else if (object.kind == ObjectKind::Variable || object.isReference) {
    if (!object.declaration || !judged.isVisible(*object.declaration))
      return std::nullopt;
    text = object.name;
  } else {
    for (const auto &[variable, target] : judged.pointersAtEntry)
      if (text.empty() && !path.components.empty() && target.object == path.object &&
          target.components.size() == 1 && target.components[0].index && path.components[0].index &&
          *target.components[0].index == *path.components[0].index)
        text = variable->getNameAsString() + "->";
    if (text.empty() || path.components.size() < 2)
      return std::nullopt;
    // Where the loop runs, it must follow the pointer for certain.
    bool isFollowed = false;
    for (size_t i = judged.accessBegin; i < judged.accessEnd && !isFollowed; ++i) {
      const Access &access = model.accesses[i];
      isFollowed = access.path.object == path.object &&
                   (access.guard == judged.guardInside || access.guard == judged.guardBefore);
    }
    if (!isFollowed)
      return std::nullopt;
    dereferences = true;
    next = 1;
  }
  for (; next < path.components.size(); ++next) {
    const FieldDecl *field = path.components[next].field;
    if (path.components[next].kind != Component::Kind::Field || !field->getDeclName())
      return std::nullopt;
    std::string name = field->getNameAsString();
    if (!isAccessible(model, *field)) {
      auto accessor = accessorOf(model.typeAt(path, next), *field);
      if (!accessor)
        return std::nullopt;
      name = *accessor + "()";
    }
    if (isSelf && next == 0)
      text = judged.scope.count(StringRef(name).split('(').first.str()) || model.isInstantiated
                 ? "this->" + name
                 : name;
    else
      text += (StringRef(text).ends_with("->") ? "" : ".") + name;
  }
  return text;
}

} // namespace loomp
