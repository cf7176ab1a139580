//===- AddedDeclarations.cpp - what a parse adds to its headers -----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/AddedDeclarations.h"

using namespace clang;

namespace loomp {

std::vector<Decl *> addedAtTopLevel(ASTContext &context) {
  std::vector<Decl *> added;
  for (Decl *top : context.getTranslationUnitDecl()->noload_decls())
    if (!top->isFromASTFile())
      added.push_back(top);
  return added;
}

llvm::SetVector<Decl *> AddedDeclarations::all(ASTContext &context) const {
  llvm::SetVector<Decl *> all;
  all.insert_range(addedAtTopLevel(context));
  all.insert_range(Made);
  return all;
}

void traverse(ASTContext &context, const AddedDeclarations *added,
              DynamicRecursiveASTVisitor &visitor) {
  if (!added) {
    visitor.TraverseDecl(context.getTranslationUnitDecl());
    return;
  }
  for (Decl *each : added->all(context))
    visitor.TraverseDecl(each);
}

std::vector<FunctionDecl *> instancesOf(const CXXRecordDecl &closure) {
  std::vector<FunctionDecl *> instances;
  if (const FunctionTemplateDecl *generic = closure.getDependentLambdaCallOperator())
    for (FunctionDecl *instance : generic->specializations())
      if (instance->hasBody())
        instances.push_back(instance);
  return instances;
}

} // namespace loomp
