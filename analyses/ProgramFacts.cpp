//===- ProgramFacts.cpp - what the whole program tells --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/ProgramFacts.h"

#include "analyses/AddedDeclarations.h"
#include "analyses/CallSites.h"

#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
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
  facts.declared = declaredNames(context, std::nullopt);
  return facts;
}

/// Everything but what the system's headers declare, and what is known of other headers.
static void visitProgram(ASTContext &context, const std::optional<HeaderFacts> &headers,
                         llvm::function_ref<void(Decl *)> visitTop) {
  const SourceManager &sources = context.getSourceManager();
  auto visit = [&](Decl *top) {
    if (!sources.isInSystemHeader(sources.getExpansionLoc(top->getLocation())))
      visitTop(top);
  };
  if (headers)
    llvm::for_each(addedAtTopLevel(context), visit);
  else
    llvm::for_each(context.getTranslationUnitDecl()->decls(), visit);
}

// A precompiled header is asked for it.
const IdentifierInfo *findSpelled(const ASTContext &context, StringRef name) {
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
  visitProgram(context, headers, [&](Decl *top) { finder.TraverseDecl(top); });
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
    visitProgram(context, headers, [&](Decl *top) { finder.TraverseDecl(top); });
    if (finder.Found)
      return true;
  }
  return false;
}

static void collectNames(const Decl *declaration, std::set<std::string> &names) {
  if (const auto *pattern = dyn_cast<TemplateDecl>(declaration))
    declaration = pattern->getTemplatedDecl();
  if (const auto *named = dyn_cast_or_null<NamedDecl>(declaration);
      named && named->getDeclName().isIdentifier() && !named->getName().empty())
    names.insert(named->getName().str());
  if (const auto *scope = dyn_cast_or_null<DeclContext>(declaration);
      scope && !scope->isFunctionOrMethod())
    for (const Decl *inner : scope->decls())
      collectNames(inner, names);
}

std::set<std::string> declaredNames(ASTContext &context,
                                    const std::optional<HeaderFacts> &headers) {
  std::set<std::string> names = headers ? headers->declared : std::set<std::string>();
  visitProgram(context, headers, [&](Decl *top) { collectNames(top, names); });
  for (const auto &entry : context.Idents)
    if (entry.getValue()->hasMacroDefinition() && !entry.getKey().starts_with("_"))
      names.insert(entry.getKey().str());
  return names;
}

} // namespace loomp
