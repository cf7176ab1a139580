//===- VisibleNames.cpp - what a function calls its globals ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: a bare name in the body of a function that means a variable which no block declares
// means it in every part of the body where no declaration of a block hides it, for the scopes
// around the blocks (class, namespaces) are the same for all of the body. A body within it (a
// member of a local class) has further scopes. A name behind `Class::` or `space::` means the same,
// too, if what stands in front is no alias, no template parameter and no local class.
//
// A function that does not name the variable finds it by its bare name if every namespace around
// the function, from the innermost outwards, has nothing of this name before the variable
// ([basic.lookup.unqual]), and no using-directive brings another one in.
//
//===----------------------------------------------------------------------===//

#include "analyses/VisibleNames.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/Support/raw_ostream.h"

#include <vector>

using namespace clang;

namespace loomp {

/// `space::Class::`, absent if it may mean something else elsewhere in the function.
static std::optional<std::string> spellQualifier(NestedNameSpecifier qualifier,
                                                 const PrintingPolicy &policy) {
  for (NestedNameSpecifier part = qualifier; part;) {
    switch (part.getKind()) {
    case NestedNameSpecifier::Kind::Global:
      part = NestedNameSpecifier(std::nullopt);
      break;
    case NestedNameSpecifier::Kind::Namespace: {
      auto space = part.getAsNamespaceAndPrefix();
      if (!isa<NamespaceDecl>(space.Namespace))
        return std::nullopt;
      part = space.Prefix;
      break;
    }
    case NestedNameSpecifier::Kind::Type: {
      const Type *type = part.getAsType();
      const auto *tag = dyn_cast<RecordType>(type);
      if (!tag || isa<ClassTemplateSpecializationDecl>(tag->getDecl()) ||
          tag->getDecl()->getDeclContext()->isFunctionOrMethod())
        return std::nullopt;
      part = type->getPrefix();
      break;
    }
    default:
      return std::nullopt;
    }
  }
  std::string text;
  llvm::raw_string_ostream stream(text);
  qualifier.print(stream, policy);
  return text;
}

/// The names that a declaration in a block adds to it.
static void addNames(const Decl &declaration, std::set<std::string> &names) {
  if (const auto *named = dyn_cast<NamedDecl>(&declaration))
    names.insert(named->getNameAsString());
  if (const auto *enumeration = dyn_cast<EnumDecl>(&declaration))
    for (const EnumConstantDecl *constant : enumeration->enumerators())
      names.insert(constant->getNameAsString());
  if (const auto *bindings = dyn_cast<DecompositionDecl>(&declaration))
    for (const BindingDecl *binding : bindings->bindings())
      names.insert(binding->getNameAsString());
}

GlobalNames globalNames(const FunctionDecl &function) {
  GlobalNames names;
  bool hasDirective = false;
  PrintingPolicy policy(function.getASTContext().getLangOpts());
  std::vector<const Stmt *> pending = {function.getBody()};
  while (!pending.empty()) {
    const Stmt *statement = pending.back();
    pending.pop_back();
    if (!statement)
      continue;
    for (const Stmt *child : statement->children())
      pending.push_back(child);
    if (const auto *declarations = dyn_cast<DeclStmt>(statement))
      for (const Decl *declaration : declarations->decls()) {
        hasDirective |= isa<UsingDirectiveDecl>(declaration);
        addNames(*declaration, names.local);
      }
    if (const auto *choice = dyn_cast<SwitchStmt>(statement))
      for (const Stmt *child : choice->getBody()->children())
        if (const auto *skipped = dyn_cast_or_null<DeclStmt>(child))
          for (const Decl *declaration : skipped->decls())
            addNames(*declaration, names.switched);
    const auto *reference = dyn_cast<DeclRefExpr>(statement);
    const auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
    if (!variable || variable->hasLocalStorage() || variable->isStaticLocal() ||
        reference->getFoundDecl()->getDeclContext()->isFunctionOrMethod() ||
        isa<VarTemplateSpecializationDecl>(variable))
      continue;
    auto qualifier = spellQualifier(reference->getQualifier(), policy);
    if (!qualifier)
      continue;
    std::string &name = names.spelled[variable->getCanonicalDecl()];
    if (name.empty() || qualifier->empty())
      name = *qualifier + variable->getNameAsString();
  }
  // A block's using-directive makes names visible that are not so elsewhere in the body.
  if (hasDirective)
    std::erase_if(names.spelled,
                  [](const auto &each) { return !StringRef(each.second).contains("::"); });
  return names;
}

/// Is what the context calls by this name nothing, or the variable alone?
static bool declaresNoOther(const DeclContext &context, const VarDecl &variable, bool &isFound) {
  for (const NamedDecl *found : context.lookup(variable.getDeclName())) {
    if (found->getUnderlyingDecl()->getCanonicalDecl() != variable.getCanonicalDecl())
      return false;
    isFound = true;
  }
  return true;
}

/// Does the namespace, or one that it nominates, declare the name?
static bool mayNominate(const NamespaceDecl &space, const VarDecl &variable, unsigned depth = 0) {
  if (depth > 8 || !space.lookup(variable.getDeclName()).empty())
    return true;
  return llvm::any_of(space.using_directives(), [&](const UsingDirectiveDecl *directive) {
    return mayNominate(*directive->getNominatedNamespace(), variable, depth + 1);
  });
}

bool findsGlobal(const FunctionDecl &function, const VarDecl &variable) {
  const SourceManager &sources = function.getASTContext().getSourceManager();
  // A friend that is defined in its class looks there, too. Parameters of templates hide.
  if (isa<CXXMethodDecl>(function) || function.getLexicalDeclContext()->isRecord() ||
      function.isTemplateInstantiation() || isa<VarTemplateSpecializationDecl>(variable) ||
      !sources.isBeforeInTranslationUnit(variable.getFirstDecl()->getLocation(),
                                         function.getLocation()))
    return false;
  if (!function.getASTContext().getLangOpts().CPlusPlus)
    return true; // a block's names are the only ones that hide it
  bool isFound = false;
  for (const DeclContext *context = function.getDeclContext(); context && !isFound;
       context = context->getParent()) {
    if (isa<LinkageSpecDecl>(context))
      continue;
    if (!context->isFileContext() || !declaresNoOther(*context, variable, isFound))
      return false;
    // What a directive nominates appears further out, where it may be found first, or also.
    for (const UsingDirectiveDecl *directive : context->using_directives())
      if (!directive->isImplicit() && mayNominate(*directive->getNominatedNamespace(), variable))
        return false;
  }
  return isFound;
}

} // namespace loomp
