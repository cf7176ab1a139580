//===- ForkText.cpp - the text of recursive calls -------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What a rewriter needs to know of a recursive function: where its name and its calls stand, which
// variables a task must share, and why there is no way to write tasks.
//
// A task has copies of the scalars that it only reads. Whatever else it names it shares: results,
// objects, arrays, references, and scalars whose address the call gets.
//
//===----------------------------------------------------------------------===//

#include "analyses/ForkSites.h"

#include "analyses/ConstantEvaluation.h"
#include "analyses/EntryText.h"
#include "analyses/ForkOverloads.h"
#include "analyses/Judge.h"
#include "analyses/LoopText.h"
#include "analyses/PointerRanges.h"

#include "clang/AST/Attr.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"

#include <algorithm>
#include <set>

using namespace clang;

namespace loomp {

std::optional<std::string> sumText(const ASTContext &context, const FunctionDecl &function,
                                   const Polynomial &overParameters, bool isWide) {
  std::string positive, negative;
  bool isSum = overParameters.terms().size() > 1;
  const auto ends = rangeEnds(function);
  for (const auto &[monomial, coefficient] : overParameters.terms())
    for (SymbolId parameter : monomial) {
      QualType type = function.getParamDecl(parameter)->getType();
      if (!type->isIntegerType() && overParameters.asSymbol() != parameter)
        return std::nullopt;
      if (isWide && isSum && (!type->isSignedIntegerType() || context.getIntWidth(type) > 32))
        return std::nullopt;
    }
  for (const auto &[monomial, coefficient] : overParameters.terms()) {
    if (monomial.empty())
      continue; // comes last
    if (monomial.size() > 1 || (coefficient != 1 && coefficient != -1))
      return std::nullopt;
    std::string text = function.getParamDecl(monomial.front())->getNameAsString();
    if (text.empty())
      return std::nullopt;
    if (auto begin = ends.find(monomial.front()); begin != ends.end())
      text += " - " + function.getParamDecl(begin->second)->getNameAsString();
    if (isWide && isSum && coefficient > 0 && positive.empty())
      text = "(" + wideInteger(context) + ")" + text;
    if (coefficient < 0)
      negative += " - " + text;
    else
      positive += (positive.empty() ? "" : " + ") + text;
  }
  Coefficient constant = overParameters.constantTerm();
  if (positive.empty())
    return negative.empty() && constant >= 0 ? std::optional(toString(constant)) : std::nullopt;
  std::string rest = constant == 0  ? ""
                     : constant > 0 ? " + " + toString(constant)
                                    : " - " + toString(-constant);
  return positive + negative + rest;
}

/// A static variable would exist twice, and a name of the function be another one.
static bool whatCannotStandTwice(const Stmt *statement) {
  if (!statement)
    return false;
  if (isa<PredefinedExpr>(statement))
    return true;
  if (const auto *declarations = dyn_cast<DeclStmt>(statement))
    for (const Decl *each : declarations->decls())
      if (const auto *variable = dyn_cast<VarDecl>(each); variable && variable->isStaticLocal())
        return true;
  return std::any_of(statement->child_begin(), statement->child_end(), whatCannotStandTwice);
}

/// The template that the function is an instantiation of.
static const FunctionTemplateDecl *templateOf(const FunctionDecl &function) {
  const FunctionTemplateDecl *primary = function.getPrimaryTemplate();
  return primary ? primary->getCanonicalDecl() : nullptr;
}

static bool isOverloaded(const FunctionDecl &function) {
  for (const NamedDecl *other : function.getDeclContext()->lookup(function.getDeclName())) {
    const auto *described = dyn_cast<FunctionTemplateDecl>(other);
    if (described ? described->getCanonicalDecl() != templateOf(function)
                  : other->getCanonicalDecl() != function.getCanonicalDecl())
      return true;
  }
  return false;
}

/// What stands in the source: of an instantiation, the template.
static const FunctionDecl &writtenAs(const FunctionDecl &function) {
  const FunctionDecl *pattern = function.getTemplateInstantiationPattern();
  return pattern ? *pattern : function;
}

static SourceRange wholeRange(const FunctionDecl &written) {
  const FunctionTemplateDecl *described = written.getDescribedFunctionTemplate();
  return described ? described->getSourceRange() : written.getSourceRange();
}

/// The new functions would have no access to what friends may use.
static bool isFriend(const FunctionDecl &function) {
  auto isOne = [](const Decl *each) { return each->getFriendObjectKind() != Decl::FOK_None; };
  const FunctionTemplateDecl *described = function.getDescribedFunctionTemplate();
  return llvm::any_of(function.redecls(), isOne) ||
         (described && llvm::any_of(described->redecls(), isOne));
}

/// Can the new functions hand on a parameter of this type?
static bool canBeCopied(QualType type) {
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition())
    return !record;
  if (record->needsImplicitCopyConstructor())
    return !record->needsOverloadResolutionForCopyConstructor() &&
           !record->defaultedCopyConstructorIsDeleted();
  return std::any_of(record->ctor_begin(), record->ctor_end(), [](const auto *constructor) {
    return constructor->isCopyConstructor() && !constructor->isDeleted() &&
           constructor->getAccess() == AS_public;
  });
}

/// `<T, N>`: with these the new functions are called, whatever could be deduced. Absent where some
/// parameter has no name, or a default that the new functions would not have.
static std::optional<std::string> argumentsText(const FunctionTemplateDecl &described) {
  std::string text;
  for (const NamedDecl *parameter : *described.getTemplateParameters()) {
    const auto *type = dyn_cast<TemplateTypeParmDecl>(parameter);
    const auto *value = dyn_cast<NonTypeTemplateParmDecl>(parameter);
    bool isInherited = (type && type->defaultArgumentWasInherited()) ||
                       (value && value->defaultArgumentWasInherited());
    if ((!type && !value) || isInherited || parameter->getName().empty() ||
        parameter->isImplicit() || parameter->isParameterPack())
      return std::nullopt;
    text += (text.empty() ? "<" : ", ") + parameter->getNameAsString();
  }
  return text + ">";
}

/// The declaration in the class, where the new functions have to be declared, too. Absent where
/// they cannot be.
static std::optional<MemberDeclaration> declarationOf(const ASTContext &context,
                                                      const FunctionDecl &written) {
  const FunctionDecl &inClass = *written.getCanonicalDecl();
  const SourceManager &sources = context.getSourceManager();
  FunctionTypeLoc type = inClass.getFunctionTypeLoc();
  auto whole = textRange(context, inClass.getSourceRange());
  auto name = textRange(context, SourceRange(inClass.getLocation(), inClass.getLocation()));
  bool hasDefaults =
      llvm::any_of(inClass.parameters(), [](const auto *each) { return each->hasDefaultArg(); });
  if (!whole || !name || !type || type.getRParenLoc().isMacroID() || hasDefaults ||
      !sources.isWrittenInSameFile(inClass.getLocation(), written.getLocation()))
    return std::nullopt;
  auto next = Lexer::findNextToken(inClass.getEndLoc(), sources, context.getLangOpts());
  if (!next || next->isNot(tok::semi) || next->getLocation().isMacroID())
    return std::nullopt;
  // `long one() const, two() const;`
  for (const Decl *other : inClass.getLexicalDeclContext()->decls())
    if (other != &inClass && !other->isImplicit() && other->getBeginLoc() == inClass.getBeginLoc())
      return std::nullopt;
  whole->end = positionOf(context, next->getEndLoc()).offset;
  return MemberDeclaration{*whole, *name, positionOf(context, type.getRParenLoc()).offset};
}

void describeRecursion(const ASTContext &context, const FunctionDecl &function,
                       LoopResult &result) {
  const SourceManager &sources = context.getSourceManager();
  result.position = positionOf(context, function.getLocation());
  result.function = function.getQualifiedNameAsString();
  result.functionKey = functionKey(function);
  result.isCxx = context.getLangOpts().CPlusPlus;
  result.isEarly = isEarlyStandard(context);
  result.wideInteger = wideInteger(context);
  result.bodyIsBlock = true;
  result.endLine = positionOf(context, function.getBodyRBrace()).line;
  const FunctionDecl &written = writtenAs(function);
  auto whole = textRange(context, wholeRange(written));
  auto body = textRange(context, function.getBody()->getSourceRange());
  auto notEditable = [&](const std::string &why) { refuseEdits(result, why); };
  if (!whole || !body || function.getLocation().isMacroID())
    return notEditable("the function comes from a macro");
  result.statement = *whole;
  result.body = *body;
  result.directiveOffset = whole->begin;
  const auto *method = dyn_cast<CXXMethodDecl>(&function);
  if (sources.isInSystemHeader(function.getLocation()))
    notEditable("the function stands in a system header");
  if (method && method->getParent()->isLambda()) // which clang makes constexpr where it can be
    notEditable("it stands in a lambda");
  if (isDeclaredConstexpr(function))
    notEditable("the function is constexpr");
  const FunctionTemplateDecl *described = written.getDescribedFunctionTemplate();
  if (function.getTemplateSpecializationKind() == TSK_ExplicitSpecialization)
    notEditable("the function is a specialization of a template");
  if (described && !argumentsText(*described))
    notEditable("the parameters of the template have no names that stand for them");
  if (described && written.isOutOfLine())
    notEditable("the template is declared in its class and defined elsewhere");
  if (method && (method->isVirtual() || function.isOverloadedOperator()))
    notEditable("the function is no plain member function");
  if (method && written.isOutOfLine() && !declarationOf(context, written))
    notEditable("its class is defined where no function can be added to it");
  if (!function.getDeclName().isIdentifier() || function.isMain())
    notEditable("the function has no name of its own");
  if (!method && function.getStorageClass() == SC_Extern)
    notEditable("the function is declared extern where it is defined");
  if (!method && function.isExternC() && !function.isInExternCContext() && result.isCxx)
    notEditable("the function is declared extern where it is defined");
  if (std::any_of(function.attr_begin(), function.attr_end(), [](const Attr *attribute) {
        return !attribute->isImplicit() && !attribute->isInherited();
      }))
    notEditable("the function has attributes");
  if (!canBeAssigned(function.getReturnType()) && !function.getReturnType()->isVoidType())
    notEditable("the function returns an object");
  if (!method && function.getQualifier())
    notEditable("the function is declared in its namespace and defined elsewhere");
  if (isFriend(function) || isFriend(written))
    notEditable("the function is a friend");
  const auto *linkage = dyn_cast<LinkageSpecDecl>(function.getLexicalDeclContext());
  if (linkage && !linkage->hasBraces())
    notEditable("the function is declared extern where it is defined");
  // `f()` may be `f(void)`.
  FunctionTypeLoc type = function.getFunctionTypeLoc();
  bool standsEmpty = type && positionOf(context, type.getRParenLoc()).offset ==
                                 positionOf(context, type.getLParenLoc()).offset + 1;
  if (function.isVariadic() || !function.hasWrittenPrototype() ||
      (function.param_empty() && (!method || !standsEmpty)))
    notEditable("the parameters have no names that stand for them");
  if (isOverloaded(function))
    notEditable("there are other functions of its name");
  if (whatCannotStandTwice(function.getBody()))
    notEditable("it holds what cannot stand in two functions");
  for (const ParmVarDecl *parameter : function.parameters()) {
    if (parameter->hasDefaultArg() && !parameter->hasInheritedDefaultArg())
      notEditable("a parameter has a default argument");
    if (parameter->getName().empty() || parameter->getType()->isRValueReferenceType() ||
        !canBeCopied(parameter->getType()))
      notEditable("a parameter cannot be handed on as it is");
  }
}

/// Fills the lists of variables that the text of a task names.
static bool listVariables(const Stmt *statement, const std::vector<const ValueDecl *> &assigned,
                          ForkedCall &forked) {
  std::vector<const Stmt *> left = {statement};
  std::set<const ValueDecl *> seen, reached; // by its address
  std::vector<const VarDecl *> found;
  while (!left.empty()) {
    const Stmt *each = left.back();
    left.pop_back();
    if (!each)
      continue;
    if (isa<LambdaExpr>(each))
      return false;
    if (const auto *reference = dyn_cast<DeclRefExpr>(each)) {
      if (isa<BindingDecl>(reference->getDecl()) || reference->refersToEnclosingVariableOrCapture())
        return false;
      const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
      if (variable && variable->hasLocalStorage()) {
        if (seen.insert(variable).second)
          found.push_back(variable);
        reached.insert(variable);
      }
    }
    // What is read at once is not reached by its address.
    if (const auto *cast = dyn_cast<ImplicitCastExpr>(each);
        cast && cast->getCastKind() == CK_LValueToRValue)
      if (const auto *reference = dyn_cast<DeclRefExpr>(cast->getSubExpr()->IgnoreParens());
          reference && isa<VarDecl>(reference->getDecl()) &&
          !reference->refersToEnclosingVariableOrCapture()) {
        const auto *variable = llvm::cast<VarDecl>(reference->getDecl());
        if (variable->hasLocalStorage() && seen.insert(variable).second)
          found.push_back(variable);
        continue;
      }
    std::vector<const Stmt *> children(each->child_begin(), each->child_end());
    left.insert(left.end(), children.rbegin(), children.rend());
  }
  for (const VarDecl *variable : found) {
    bool isShared = std::count(assigned.begin(), assigned.end(), variable) ||
                    reached.count(variable) || !isScalar(variable->getType());
    (isShared ? forked.shared : forked.firstPrivate).push_back(variable->getNameAsString());
  }
  return true;
}

static bool contains(const Stmt *statement, const Stmt *wanted) {
  return statement && (statement == wanted ||
                       std::any_of(statement->child_begin(), statement->child_end(),
                                   [&](const Stmt *child) { return contains(child, wanted); }));
}

/// What is returned, as the template spells it where there is one. Empty: void, or no text.
static std::string returnedType(const ASTContext &context, const FunctionDecl &function) {
  QualType type = writtenAs(function).getReturnType();
  if (type->isVoidType() || type->isUndeducedType())
    return "";
  std::string text = spelledType(context, type);
  return StringRef(text).contains("type-parameter") ? "" : text;
}

/// The type of a variable that a statement declares on its own, perhaps with a call as its value.
/// In a template it is what stands in front of the name.
static std::string declaredType(const ASTContext &context, const FunctionDecl &function,
                                const VarDecl &variable, unsigned statementBegin, bool isCall) {
  if (&writtenAs(function) == &function)
    return spelledType(context, variable.getType());
  if (variable.getTypeSourceInfo()->getType()->getContainedAutoType())
    return isCall ? returnedType(context, function) : "";
  const SourceManager &sources = context.getSourceManager();
  StringRef text = sources.getBufferData(sources.getFileID(variable.getLocation()))
                       .slice(statementBegin, sources.getFileOffset(variable.getLocation()));
  return text.find_first_of("/\n\\#") == StringRef::npos ? text.trim().str() : "";
}

static bool describeGroup(const ASTContext &context, const FunctionDecl &function,
                          const SiteGroup &sites, ForkGroup &group) {
  for (const ForkSite *site : sites.sites) {
    auto statement = textRange(context, site->statement->getSourceRange());
    if (!statement)
      return false;
    bool isOperand = site->kind == ForkKind::Operands || sites.isHoisted;
    group.last = *statement;
    if (site == sites.sites.front() || !sites.isHoisted)
      group.hoistedTo = statement->begin;
    group.isUnbraced = site->block == site->statement;
    if (const ConditionalOperator *choice = site->choice) {
      bool isTrue = contains(choice->getTrueExpr(), site->calls.front());
      const Expr *other = isTrue ? choice->getFalseExpr() : choice->getTrueExpr();
      const Expr *taken = isTrue ? choice->getTrueExpr() : choice->getFalseExpr();
      auto condition = textRange(context, choice->getCond()->getSourceRange());
      auto otherRange = textRange(context, other->getSourceRange());
      auto takenRange = textRange(context, taken->getSourceRange());
      if (!condition || !otherRange || !takenRange)
        return false;
      group.choice = ForkChoice{*condition, *otherRange, *takenRange, isTrue, !site->choosesReturn};
    }
    for (const CallExpr *call : llvm::ArrayRef(site->calls).take_front(site->isWhole ? 1 : 64)) {
      ForkedCall forked;
      bool isWholeValue = site->isWhole && site->kind == ForkKind::Declaration;
      const Expr *value = isWholeValue ? cast<VarDecl>(site->assigned.front())->getInit() : call;
      auto range = textRange(context, value->getSourceRange());
      if (!range)
        return false;
      forked.call = *range;
      forked.isOperand = isOperand;
      forked.statement = forked.isOperand ? *range : *statement;
      forked.taskOffset = forked.statement.begin;
      const Stmt *task = forked.isOperand ? call : site->statement;
      if (const auto *condition = dyn_cast<IfStmt>(task)) {
        task = condition->getThen();
        if (const auto *block = dyn_cast<CompoundStmt>(task))
          task = block->body_front();
        auto inner = textRange(context, task->getSourceRange());
        if (!inner)
          return false;
        forked.taskOffset = inner->begin;
      }
      if (forked.isOperand)
        forked.type = &writtenAs(function) == &function ? spelledType(context, call->getType())
                                                        : returnedType(context, function);
      if (site->kind == ForkKind::Declaration && !isOperand) {
        const auto *variable = cast<VarDecl>(site->assigned.front());
        forked.declaredName = variable->getNameAsString();
        forked.type = declaredType(context, function, *variable, statement->begin, !site->isWhole);
      }
      bool needsType = forked.isOperand || !forked.declaredName.empty();
      if (StringRef(forked.type).contains('(') || (needsType && forked.type.empty()))
        return false; // no text for the type
      if (!listVariables(task, site->assigned, forked))
        return false;
      if (!forked.declaredName.empty())
        forked.shared.insert(forked.shared.begin(), forked.declaredName);
      group.calls.push_back(std::move(forked));
    }
  }
  return true;
}

/// A name that the text of this file does not show, and that a rewriter may give to a variable.
static bool mayBeCaptured(const ASTContext &context, const FunctionDecl &function,
                          const Stmt *statement) {
  const SourceManager &sources = context.getSourceManager();
  const auto *reference = dyn_cast<DeclRefExpr>(statement);
  const auto *member = dyn_cast<MemberExpr>(statement);
  const ValueDecl *named = reference                              ? reference->getDecl()
                           : member && member->isImplicitAccess() ? member->getMemberDecl()
                                                                  : nullptr;
  if (!named || !named->getDeclName().isIdentifier())
    return false;
  SourceLocation place = reference ? reference->getLocation() : member->getMemberLoc();
  StringRef name = named->getName();
  return place.isMacroID() &&
         !sources.isWrittenInSameFile(sources.getSpellingLoc(place), function.getLocation()) &&
         (name.starts_with("depth") || name.starts_with("result") ||
          name.starts_with((function.getName() + "_").str()));
}

void describeForks(const ASTContext &context, const FunctionDecl &function,
                   const std::vector<SiteGroup> &groups, std::vector<ForkLoop> loops,
                   LoopResult &result) {
  TaskForm form;
  form.loops = std::move(loops);
  form.definition = result.statement;
  form.bodyBegin = result.body.begin;
  const FunctionDecl &written = writtenAs(function);
  form.isStatic = isa<CXXMethodDecl>(function) || function.getStorageClass() == SC_Static ||
                  function.isInAnonymousNamespace();
  if (const FunctionTemplateDecl *described = written.getDescribedFunctionTemplate())
    form.templateArguments = argumentsText(*described).value_or("");
  if (isa<CXXMethodDecl>(function) && written.isOutOfLine())
    form.declaration = declarationOf(context, written);
  form.returnType = &written == &function ? (function.getReturnType()->isVoidType()
                                                 ? ""
                                                 : spelledType(context, function.getReturnType()))
                                          : returnedType(context, function);
  auto notEditable = [&](const std::string &why) { refuseEdits(result, why); };
  if (StringRef(form.returnType).contains('(') ||
      (form.returnType.empty() && !function.getReturnType()->isVoidType()))
    return notEditable("the type that it returns has no name");
  for (const ParmVarDecl *parameter : function.parameters())
    form.parameters.push_back(parameter->getNameAsString());
  auto name = textRange(context, SourceRange(function.getLocation(), function.getLocation()));
  FunctionTypeLoc type = written.getFunctionTypeLoc();
  if (!name || !type || type.getRParenLoc().isMacroID())
    return notEditable("the function comes from a macro");
  form.name = *name;
  form.specifiersBegin = positionOf(context, written.getBeginLoc()).offset;
  form.parametersEnd = context.getSourceManager().getFileOffset(type.getRParenLoc());

  // Every call in the text is renamed, also those that no task runs.
  std::vector<const Stmt *> left = {function.getBody()};
  while (!left.empty()) {
    const Stmt *each = left.back();
    left.pop_back();
    if (!each)
      continue;
    const auto *reference = dyn_cast<DeclRefExpr>(each);
    const auto *member = dyn_cast<MemberExpr>(each);
    const ValueDecl *named = reference ? reference->getDecl()
                             : member  ? member->getMemberDecl()
                                       : nullptr;
    if (mayBeCaptured(context, function, each))
      return notEditable("a macro of another file names what a new variable may hide");
    if (named && named->getCanonicalDecl() == function.getCanonicalDecl()) {
      SourceLocation place = reference ? reference->getLocation() : member->getMemberLoc();
      auto range = textRange(context, SourceRange(place, place));
      if (!range)
        return notEditable("a call comes from a macro");
      form.selfNames.push_back(*range);
    }
    if (const auto *call = dyn_cast<CallExpr>(each);
        call && call->getDirectCallee() &&
        call->getDirectCallee()->getCanonicalDecl() == function.getCanonicalDecl()) {
      auto range = textRange(context, call->getSourceRange());
      if (!range)
        return notEditable("a call comes from a macro");
      form.selfCalls.push_back(*range);
      for (const Expr *argument : call->arguments())
        if (isa<CXXDefaultArgExpr>(argument))
          return notEditable("a call leaves out arguments");
    }
    left.insert(left.end(), each->child_begin(), each->child_end());
  }
  auto byPlace = [](const TextRange &a, const TextRange &b) { return a.begin < b.begin; };
  std::sort(form.selfNames.begin(), form.selfNames.end(), byPlace);
  std::sort(form.selfCalls.begin(), form.selfCalls.end(), byPlace);
  if (form.selfNames.size() != form.selfCalls.size())
    return notEditable("the function is used other than by calling it");
  for (const SiteGroup &sites : groups) {
    for (const ForkSite *site : sites.sites)
      if ((site->kind == ForkKind::Operands || sites.isHoisted) &&
          resultsChooseOverload(context, function, *site->statement))
        return notEditable("an overload may take variables, but not what a call returns");
    ForkGroup group;
    if (!describeGroup(context, function, sites, group))
      return notEditable("a call cannot be made by a task as it is written");
    form.groups.push_back(std::move(group));
  }
  result.tasks = std::move(form);
}

} // namespace loomp
