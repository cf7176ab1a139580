//===- AddedDeclarations.h - what a parse adds to its headers -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// To walk through all declarations of a translation unit that starts behind a precompiled header is
// to read all of that header, which takes longer than to parse the file behind it. Only what is new
// can name something of the file.
//
// Theorem: what this parse made is a declaration at the top level, or below one, or something of
// which the AST tells its mutation listener: an instance, a definition or a member that a template
// or a class of the header has now. For a precompiled header may stand on another one, and Clang
// writes nothing else into the second.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_ADDEDDECLARATIONS_H
#define LOOMP_ANALYSES_ADDEDDECLARATIONS_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/ASTMutationListener.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"

#include "llvm/ADT/SetVector.h"

#include <vector>

namespace loomp {

/// What this parse declared at the top level, and no precompiled header did.
std::vector<clang::Decl *> addedAtTopLevel(clang::ASTContext &context);

/// Listens to one AST from the start of its parse.
class AddedDeclarations : public clang::ASTMutationListener {
public:
  /// When the parse has ended: everything new is one of these or below one. Some are below others.
  llvm::SetVector<clang::Decl *> all(clang::ASTContext &context) const;

private:
  using Decl = clang::Decl;
  void AddedCXXTemplateSpecialization(const clang::ClassTemplateDecl *,
                                      const clang::ClassTemplateSpecializationDecl *made) override {
    add(made);
  }
  void AddedCXXTemplateSpecialization(const clang::VarTemplateDecl *,
                                      const clang::VarTemplateSpecializationDecl *made) override {
    add(made);
  }
  void AddedCXXTemplateSpecialization(const clang::FunctionTemplateDecl *,
                                      const clang::FunctionDecl *made) override {
    add(made);
  }
  void CompletedTagDefinition(const clang::TagDecl *tag) override { addToHeader(tag, tag); }
  void AddedCXXImplicitMember(const clang::CXXRecordDecl *record, const Decl *member) override {
    addToHeader(record, member);
  }
  void CompletedImplicitDefinition(const clang::FunctionDecl *made) override { add(made); }
  void FunctionDefinitionInstantiated(const clang::FunctionDecl *made) override { add(made); }
  void VariableDefinitionInstantiated(const clang::VarDecl *made) override { add(made); }
  void DefaultArgumentInstantiated(const clang::ParmVarDecl *of) override { addToHeader(of, of); }
  void DefaultMemberInitializerInstantiated(const clang::FieldDecl *of) override {
    addToHeader(of, of);
  }

  void add(const Decl *made) { Made.insert(const_cast<Decl *>(made)); }
  void addToHeader(const Decl *changed, const Decl *made) {
    if (changed->isFromASTFile())
      add(made);
  }

  llvm::SetVector<Decl *> Made; ///< but for the top level
};

/// Walks through all that a parse added, or through the whole translation unit if that is null.
void traverse(clang::ASTContext &context, const AddedDeclarations *added,
              clang::DynamicRecursiveASTVisitor &visitor);

/// What the call operator of a generic lambda is for the types of `auto` in its calls. No traversal
/// leads there.
std::vector<clang::FunctionDecl *> instancesOf(const clang::CXXRecordDecl &closure);

} // namespace loomp

#endif // LOOMP_ANALYSES_ADDEDDECLARATIONS_H
