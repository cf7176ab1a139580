//===- ProgramFacts.cpp - what the whole program tells --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/ProgramFacts.h"

#include "clang/AST/Attr.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"

using namespace clang;

namespace loomp {

namespace {
/// Looks for a use of one function.
struct UseFinder : DynamicRecursiveASTVisitor {
  explicit UseFinder(const NamedDecl &wanted) : Wanted(wanted) { ShouldVisitImplicitCode = true; }
  bool VisitDeclRefExpr(DeclRefExpr *reference) override {
    Found |= reference->getDecl()->getCanonicalDecl() == Wanted.getCanonicalDecl();
    return !Found;
  }
  const NamedDecl &Wanted;
  bool Found = false;
};

/// Looks for types whose objects may be those of any other type.
struct AliasingTypeFinder : DynamicRecursiveASTVisitor {
  bool VisitTypedefNameDecl(TypedefNameDecl *name) override { return look(*name); }
  bool VisitTagDecl(TagDecl *tag) override { return look(*tag); }
  bool look(const Decl &declaration) {
    Found |= declaration.hasAttr<MayAliasAttr>();
    return !Found;
  }
  bool Found = false;
};
} // namespace

/// Everything but what the system's headers declare.
static void traverseProgram(ASTContext &context, DynamicRecursiveASTVisitor &visitor) {
  const SourceManager &sources = context.getSourceManager();
  for (Decl *top : context.getTranslationUnitDecl()->decls())
    if (!sources.isInSystemHeader(sources.getExpansionLoc(top->getLocation())))
      visitor.TraverseDecl(top);
}

bool hasAliasingType(ASTContext &context) {
  if (context.Idents.find("may_alias") == context.Idents.end() &&
      context.Idents.find("__may_alias__") == context.Idents.end())
    return false;
  AliasingTypeFinder finder;
  traverseProgram(context, finder);
  return finder.Found;
}

// What the system's headers do with errno (`std::stoi` clears it first) does not depend on what it
// was.
bool readsErrno(ASTContext &context) {
  IdentifierTable &identifiers = context.Idents;
  auto place = identifiers.find("__errno_location");
  if (place == identifiers.end())
    return false;
  for (NamedDecl *declaration :
       context.getTranslationUnitDecl()->lookup(DeclarationName(place->second))) {
    if (!declaration->isReferenced() && !declaration->isUsed())
      continue;
    UseFinder finder(*declaration);
    traverseProgram(context, finder);
    if (finder.Found)
      return true;
  }
  return false;
}

} // namespace loomp
