//===- AddedDeclarations.cpp - what a parse adds to its headers -----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/AddedDeclarations.h"

using namespace clang;

namespace loomp {

llvm::SetVector<Decl *> AddedDeclarations::all(ASTContext &context) const {
  llvm::SetVector<Decl *> all;
  for (Decl *top : context.getTranslationUnitDecl()->noload_decls())
    if (!top->isFromASTFile())
      all.insert(top);
  all.insert_range(Made);
  return all;
}

} // namespace loomp
