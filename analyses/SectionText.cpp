//===- SectionText.cpp - the text of statements that become sections ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A variable that a section, or a task, declares ends with it. If it is named elsewhere, or may be
// reached from there, it is declared in front of all of them, and the section assigns it. The same
// name may then mean it earlier than before, which the rewriter asks about.
//
//===----------------------------------------------------------------------===//

#include "analyses/SectionText.h"

#include "analyses/EntryText.h"
#include "analyses/ForkSites.h"
#include "analyses/LoopParts.h"
#include "analyses/LoopText.h"
#include "analyses/TaskBody.h"

#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace loomp {

bool namesVariable(const ASTContext &context, const Stmt *statement, const VarDecl &variable) {
  const SourceManager &sources = context.getSourceManager();
  // `decltype(x)` is no expression of the statement.
  CharSourceRange range = sources.getExpansionRange(statement->getSourceRange());
  StringRef text = Lexer::getSourceText(range, sources, context.getLangOpts());
  return mentions(statement, &variable) ||
         (variable.getDeclName() && mentionsName(text, variable.getNameAsString()));
}

/// Does the statement, also by way of a macro, name something else that has this name?
static bool namesAnother(const Stmt *statement, const VarDecl &variable) {
  if (!statement)
    return false;
  const NamedDecl *named = nullptr;
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
    named = reference->getDecl();
  else if (const auto *member = dyn_cast<MemberExpr>(statement))
    named = member->getMemberDecl();
  if (named && named->getDeclName() == variable.getDeclName() &&
      named->getCanonicalDecl() != variable.getCanonicalDecl())
    return true;
  return llvm::any_of(statement->children(),
                      [&](const Stmt *child) { return namesAnother(child, variable); });
}

/// Does the function, or a class around it, declare something else that has the name of the type?
static bool isHidden(const TagDecl &tag, const VarDecl &variable) {
  for (const DeclContext *scope = variable.getDeclContext(); scope && !scope->isFileContext();
       scope = scope->getParent())
    for (const Decl *each : scope->decls())
      if (const auto *named = dyn_cast<NamedDecl>(each);
          named && !isa<TypeDecl>(named) && named->getDeclName() == tag.getDeclName())
        return true;
  return false;
}

/// Can a declaration anywhere in the function spell the type? Not if a function or a class, which
/// may hide it, declares it.
static bool hasName(QualType type, const VarDecl &variable) {
  type = type.getCanonicalType().getNonReferenceType();
  while (type->isPointerType())
    type = type->getPointeeType();
  if (type->isFunctionType() || type->isArrayType() || type->isMemberPointerType())
    return false;
  const TagDecl *tag = type->getAsTagDecl();
  if (!tag)
    return true;
  if (!tag->getDeclName() || tag->getParentFunctionOrMethod() || tag->isInAnonymousNamespace() ||
      isHidden(*tag, variable) ||
      (isa<CXXRecordDecl>(tag->getDeclContext()) && !isStandardClass(type)))
    return false;
  const auto *instance = dyn_cast<ClassTemplateSpecializationDecl>(tag);
  for (const TemplateArgument &argument :
       instance ? instance->getTemplateArgs().asArray() : ArrayRef<TemplateArgument>())
    if (argument.getKind() == TemplateArgument::Type && !hasName(argument.getAsType(), variable))
      return false;
  return true;
}

bool isKnownInFront(const Stmt *statement) {
  const auto *declaration = dyn_cast<DeclStmt>(statement);
  return declaration && llvm::all_of(declaration->decls(), [](const Decl *each) {
           const auto *variable = dyn_cast<VarDecl>(each);
           return variable && variable->hasLocalStorage() && variable->hasInit() &&
                  (variable->isConstexpr() ||
                   (variable->getType().isConstQualified() && isScalar(variable->getType()) &&
                    variable->hasConstantInitialization()));
         });
}

bool describeSectionStatement(const ASTContext &context, llvm::ArrayRef<const Stmt *> block,
                              const StatementGroup &group, size_t part, SectionStatement &statement,
                              std::string &problem) {
  const Stmt *text = block[part];
  auto range = statementRange(context, text);
  if (!range) {
    problem = "a statement comes from a macro";
    return false;
  }
  statement.range = *range;
  statement.section = group.sets[part - group.begin];
  const auto *declaration = dyn_cast<DeclStmt>(text);
  statement.isDeclaration = declaration;
  if (!declaration)
    return true;
  auto isClear = [&](const VarDecl &moved) {
    auto before = block.slice(group.begin, part - group.begin);
    if (llvm::none_of(before, [&](const Stmt *each) { return namesAnother(each, moved); }))
      return true;
    problem = "'" + moved.getNameAsString() + "' means something else in front of its declaration";
    return false;
  };
  if (statement.section == 0 || isKnownInFront(declaration)) {
    statement.section = 0;
    for (const Decl *each : declaration->decls())
      statement.names.push_back(cast<VarDecl>(each)->getNameAsString());
    return llvm::all_of(declaration->decls(),
                        [&](const Decl *each) { return isClear(*cast<VarDecl>(each)); });
  }
  for (const Decl *each : declaration->decls()) {
    const auto *variable = dyn_cast<VarDecl>(each);
    bool isNamedOutside = false, isNamedInside = false, isPlain = false, isReached = false;
    if (variable) {
      for (size_t k = 0; k < block.size(); ++k)
        if (k != part && namesVariable(context, block[k], *variable)) {
          bool isInGroup = k >= group.begin && k < group.end;
          bool isInside = isInGroup && group.sets[k - group.begin] == statement.section;
          (isInside ? isNamedInside : isNamedOutside) = true;
          statement.isNeededBehind |= k >= group.end;
          isReached |= isInGroup && !isOnlyNamed(block[k], *variable);
        }
      isReached |= !isOnlyNamed(variable->getInit(), *variable);
      isPlain = variable->hasLocalStorage() && isScalar(variable->getType()) &&
                !variable->getType().isVolatileQualified() && !variable->hasAttrs();
    }
    if (isPlain && !isNamedOutside && !isReached && (isNamedInside || !declaration->isSingleDecl()))
      continue; // it stays where it is
    // A constant that sections need would be two, with two addresses.
    bool isConstant = variable && variable->getType().isConstQualified();
    bool isAssignable =
        variable && declaration->isSingleDecl() && variable->hasLocalStorage() &&
        !variable->getType().isVolatileQualified() && !variable->hasAttrs() &&
        variable->hasInit() && variable->getInitStyle() == VarDecl::CInit &&
        !(isConstant && (isReached || !isNamedOutside)) &&
        (isPlain || (ownsPlainElements(variable->getType(), context) && !isConstant &&
                     context.hasSameUnqualifiedType(
                         variable->getInit()->IgnoreImplicit()->getType(), variable->getType())));
    auto value =
        isAssignable ? textRange(context, variable->getInit()->getSourceRange()) : std::nullopt;
    if (!value || variable->getInit()->getBeginLoc().isInvalid()) {
      problem = "'" + (variable ? variable->getNameAsString() : std::string("a name")) +
                "' is needed behind the statement that declares it";
      return false;
    }
    if (!isClear(*variable))
      return false;
    if (!hasName(variable->getType(), *variable)) {
      problem = "the type of '" + variable->getNameAsString() + "' has no name";
      return false;
    }
    statement.declaredName = variable->getNameAsString();
    statement.names = {statement.declaredName};
    statement.type = spelledType(context, variable->getType());
    statement.value = *value;
    statement.isConstant = isConstant;
    statement.declaration = {range->begin, value->begin};
    statement.isNeededInside = isNamedInside;
  }
  return true;
}

} // namespace loomp
