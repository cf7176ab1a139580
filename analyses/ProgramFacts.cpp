//===- ProgramFacts.cpp - what the whole program tells --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/ProgramFacts.h"

#include "analyses/AddedDeclarations.h"
#include "analyses/CallSites.h"

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

HeaderFacts factsOfHeaders(ASTContext &context) {
  HeaderFacts facts;
  facts.hasAliasingType = hasAliasingType(context, std::nullopt);
  facts.readsErrno = readsErrno(context, std::nullopt);
  facts.namesFunctions = namesFunctionsInStrings(context);
  return facts;
}

/// Everything but what the system's headers declare, and what is known of other headers.
static void traverseProgram(ASTContext &context, const std::optional<HeaderFacts> &headers,
                            DynamicRecursiveASTVisitor &visitor) {
  const SourceManager &sources = context.getSourceManager();
  auto visit = [&](Decl *top) {
    if (!sources.isInSystemHeader(sources.getExpansionLoc(top->getLocation())))
      visitor.TraverseDecl(top);
  };
  if (headers)
    llvm::for_each(addedAtTopLevel(context), visit);
  else
    llvm::for_each(context.getTranslationUnitDecl()->decls(), visit);
}

/// The identifier, if the program spells it anywhere. A precompiled header is asked for it.
static const IdentifierInfo *findSpelled(ASTContext &context, StringRef name) {
  auto known = context.Idents.find(name);
  if (known != context.Idents.end())
    return known->second;
  IdentifierInfoLookup *more = context.Idents.getExternalIdentifierLookup();
  return more ? more->get(name) : nullptr;
}

bool hasAliasingType(ASTContext &context, const std::optional<HeaderFacts> &headers) {
  if (headers && headers->hasAliasingType)
    return true;
  if (!findSpelled(context, "may_alias") && !findSpelled(context, "__may_alias__"))
    return false;
  AliasingTypeFinder finder;
  traverseProgram(context, headers, finder);
  return finder.Found;
}

// What the system's headers do with errno (`std::stoi` clears it first) does not depend on what it
// was.
bool readsErrno(ASTContext &context, const std::optional<HeaderFacts> &headers) {
  if (headers && headers->readsErrno)
    return true;
  const IdentifierInfo *place = findSpelled(context, "__errno_location");
  if (!place)
    return false;
  for (NamedDecl *declaration : context.getTranslationUnitDecl()->lookup(DeclarationName(place))) {
    if (!declaration->isReferenced() && !declaration->isUsed())
      continue;
    UseFinder finder(*declaration);
    traverseProgram(context, headers, finder);
    if (finder.Found)
      return true;
  }
  return false;
}

} // namespace loomp
