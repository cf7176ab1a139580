//===- Library.cpp - what belongs to the system's headers -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/Library.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace loomp {

bool isOfSystem(const Decl &declaration) {
  const SourceManager &sources = declaration.getASTContext().getSourceManager();
  SourceLocation place = sources.getExpansionLoc(declaration.getLocation());
  return place.isInvalid() || sources.isInSystemHeader(place);
}

bool isOfLibrary(const Decl &declaration) {
  return declaration.isInStdNamespace() && isOfSystem(declaration);
}

bool isStandardClass(QualType type) {
  const CXXRecordDecl *record = type.isNull() ? nullptr : type->getAsCXXRecordDecl();
  return record && isOfLibrary(*record);
}

} // namespace loomp
