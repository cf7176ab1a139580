//===- ForkOverloads.cpp - results that choose overloads ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// `g(f(n - 1))` becomes `g(f_1)`: the argument was a temporary and is a variable now. Overload
// resolution then takes the same function as before, unless a candidate takes variables only: its
// parameter is a reference to what is not const, or its object parameter is `&`. References to
// const and values take both. What took the temporary as an rvalue is refused elsewhere.
//
//     long g(const long &);       f(n - 1) is its argument
//     long g(long &);             f_1 is its argument
//
// Candidates come from argument-dependent lookup, too: all functions of the name count, wherever
// they are declared; members only beside members, except for operators. For what the standard
// library declares, only those count that it does not.
//
//===----------------------------------------------------------------------===//

#include "analyses/ForkOverloads.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclFriend.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/STLExtras.h"

#include <optional>

using namespace clang;

namespace loomp {

/// Is there a parameter that a variable can be handed to, but no temporary?
static bool takesVariablesOnly(const FunctionDecl &candidate) {
  if (const auto *method = dyn_cast<CXXMethodDecl>(&candidate);
      method && method->getRefQualifier() == RQ_LValue)
    return true;
  return llvm::any_of(candidate.parameters(), [](const ParmVarDecl *parameter) {
    QualType type = parameter->getType();
    if (const auto *expansion = type->getAs<PackExpansionType>())
      type = expansion->getPattern();
    if (!type->isReferenceType())
      return false;
    QualType target = type.getNonReferenceType();
    // `T &&` takes variables, too.
    return type->isLValueReferenceType() ? !target.isConstQualified() : target->isDependentType();
  });
}

namespace {

struct Candidates {
  const ASTContext &context;
  DeclarationName name;
  bool countsSystem, countsMembers;
  std::optional<unsigned> arguments; ///< how many a candidate has to take

  bool mayTake(const FunctionDecl &candidate) const {
    bool isOpen = candidate.isVariadic() ||
                  llvm::any_of(candidate.parameters(),
                               [](const ParmVarDecl *each) { return each->isParameterPack(); });
    return !arguments || isOpen ||
           (candidate.getMinRequiredArguments() <= *arguments &&
            *arguments <= candidate.getNumParams());
  }
  bool holdsOne(const Decl *declaration) const {
    if (const auto *shadow = dyn_cast<UsingShadowDecl>(declaration))
      return holdsOne(shadow->getTargetDecl());
    if (const auto *befriends = dyn_cast<FriendDecl>(declaration))
      return befriends->getFriendDecl() && holdsOne(befriends->getFriendDecl());
    if (const auto *described = dyn_cast<FunctionTemplateDecl>(declaration))
      return holdsOne(described->getTemplatedDecl());
    if (const auto *described = dyn_cast<ClassTemplateDecl>(declaration))
      return holdsOne(described->getTemplatedDecl());
    if (const auto *candidate = dyn_cast<FunctionDecl>(declaration)) {
      bool isCounted =
          (countsMembers || !isa<CXXMethodDecl>(candidate)) &&
          (countsSystem || !context.getSourceManager().isInSystemHeader(candidate->getLocation()));
      return candidate->getDeclName() == name && isCounted && mayTake(*candidate) &&
             takesVariablesOnly(*candidate);
    }
    return isa<NamespaceDecl, LinkageSpecDecl, ExportDecl, RecordDecl>(declaration) &&
           holdsOneOf(*cast<DeclContext>(declaration));
  }
  bool holdsOneOf(const DeclContext &declarations) const {
    return llvm::any_of(declarations.decls(), [&](const Decl *each) { return holdsOne(each); });
  }
};

} // namespace

/// May another function than this one get a variable instead of a temporary?
static bool mayCallAnother(const ASTContext &context, const Expr &consumer) {
  const FunctionDecl *callee = nullptr;
  if (const auto *construction = dyn_cast<CXXConstructExpr>(&consumer))
    callee = construction->getConstructor();
  else
    callee = cast<CallExpr>(consumer).getDirectCallee();
  if (!callee)
    return !cast<CallExpr>(consumer).getCallee()->getType()->isFunctionPointerType();
  bool isSystem = context.getSourceManager().isInSystemHeader(callee->getLocation());
  bool hasPlainName = callee->getDeclName().isIdentifier(), isMember = isa<CXXMethodDecl>(callee);
  Candidates candidates{.context = context,
                        .name = callee->getDeclName(),
                        .countsSystem = !isSystem,
                        .countsMembers = isMember || !hasPlainName,
                        .arguments = {}};
  if (hasPlainName && !isMember)
    candidates.arguments = cast<CallExpr>(consumer).getNumArgs();
  // Constructors of an instantiation have another name than those of its template, and what is
  // declared in a function stands in no context that is searched.
  return candidates.holdsOneOf(*callee->getDeclContext()) ||
         candidates.holdsOneOf(*context.getTranslationUnitDecl());
}

/// Is what the expression evaluates to that of its operand, perhaps as another type?
static bool handsOn(const Stmt *statement) {
  const auto *binary = dyn_cast<BinaryOperator>(statement);
  return isa<ImplicitCastExpr, ParenExpr, MaterializeTemporaryExpr, CXXBindTemporaryExpr,
             ExprWithCleanups, AbstractConditionalOperator, MemberExpr>(statement) ||
         (binary && binary->getOpcode() == BO_Comma);
}

/// `consumer`: what takes the value of the statement; null if it is no function.
static bool choosesOverload(const ASTContext &context, const FunctionDecl &function,
                            const Stmt *statement, const Expr *consumer) {
  if (!statement)
    return false;
  const auto *call = dyn_cast<CallExpr>(statement);
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  if (callee && callee->getCanonicalDecl() == function.getCanonicalDecl())
    return consumer && mayCallAnother(context, *consumer);
  if (isa<CallExpr, CXXConstructExpr>(statement))
    consumer = cast<Expr>(statement);
  else if (!handsOn(statement))
    consumer = nullptr;
  return llvm::any_of(statement->children(), [&](const Stmt *child) {
    return choosesOverload(context, function, child, consumer);
  });
}

bool resultsChooseOverload(const ASTContext &context, const FunctionDecl &function,
                           const Stmt &statement) {
  return context.getLangOpts().CPlusPlus && choosesOverload(context, function, &statement, nullptr);
}

} // namespace loomp
