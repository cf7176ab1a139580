//===- ForkSites.cpp - where a function calls itself ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A call is evaluated whenever its expression is if nothing above it there chooses: no `?:`, `&&`
// or `||`. In `return c ? a : b;` the choice can be made by an `if` in front, where both operands
// have the type that is returned.
//
//===----------------------------------------------------------------------===//

#include "analyses/ForkSites.h"

#include "analyses/EntryText.h"
#include "analyses/Judge.h"
#include "analyses/LoopText.h"

#include "clang/AST/Attr.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/AST/StmtOpenMP.h"

#include <algorithm>
#include <set>

using namespace clang;

namespace loomp {

namespace {

/// The recursive calls of a statement.
struct SelfCalls {
  std::vector<const CallExpr *> calls;
  bool isPlain = true; ///< all are evaluated with it, none as an argument of another
};

class SiteCollector {
public:
  explicit SiteCollector(const FunctionDecl &function) : F(function) {}
  void collectBlock(const Stmt *block);
  std::vector<ForkSite> Sites;

private:
  bool isSelfCall(const Stmt *statement) const;
  void collectCalls(const Stmt *statement, bool isChosen, bool isArgument, SelfCalls &found) const;
  SelfCalls callsOf(const Stmt *statement) const {
    SelfCalls found;
    collectCalls(statement, false, false, found);
    return found;
  }
  void addStatement(const Stmt *statement, const Stmt *block);
  void collectInside(const Stmt *statement);
  bool classify(const Stmt *statement, const SelfCalls &self, ForkSite &site) const;

  const FunctionDecl &F;
};

} // namespace

bool SiteCollector::isSelfCall(const Stmt *statement) const {
  const auto *call = dyn_cast<CallExpr>(statement);
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  return callee && callee->getCanonicalDecl() == F.getCanonicalDecl();
}

void SiteCollector::collectCalls(const Stmt *statement, bool isChosen, bool isArgument,
                                 SelfCalls &found) const {
  if (!statement || isa<LambdaExpr, UnaryExprOrTypeTraitExpr, CXXNoexceptExpr>(statement))
    return;
  bool isSelf = isSelfCall(statement);
  if (isSelf) {
    found.calls.push_back(cast<CallExpr>(statement));
    found.isPlain &= !isChosen && !isArgument;
  }
  const auto *binary = dyn_cast<BinaryOperator>(statement);
  bool chooses = isa<AbstractConditionalOperator, IfStmt, SwitchStmt, ForStmt, WhileStmt, DoStmt,
                     CXXForRangeStmt, CXXTryStmt, StmtExpr>(statement) ||
                 (binary && binary->isLogicalOp());
  for (const Stmt *child : statement->children())
    collectCalls(child, isChosen || chooses, isArgument || isSelf, found);
}

/// Can the statement leave the block it stands in, or be reached other than from above?
static bool mayJump(const Stmt *statement) {
  if (!statement || isa<LambdaExpr>(statement))
    return false;
  if (isa<ReturnStmt, BreakStmt, ContinueStmt, GotoStmt, IndirectGotoStmt, LabelStmt, SwitchCase,
          CXXThrowExpr, CoroutineBodyStmt, CoreturnStmt, GCCAsmStmt, OMPExecutableDirective,
          StmtExpr>(statement))
    return true;
  return std::any_of(statement->child_begin(), statement->child_end(), mayJump);
}

static const Expr *withoutWrappers(const Expr *expression) {
  while (true) {
    const Expr *inner = expression->IgnoreParenImpCasts();
    if (const auto *cleanups = dyn_cast<ExprWithCleanups>(inner))
      inner = cleanups->getSubExpr();
    if (inner == expression)
      return inner;
    expression = inner;
  }
}

static bool isScalar(QualType type) {
  return type->isArithmeticType() || type->isEnumeralType() || type->isPointerType();
}

/// A local variable that a task can assign by its name.
static const VarDecl *localScalar(const Expr *place) {
  const auto *reference = dyn_cast<DeclRefExpr>(place->IgnoreParens());
  const auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  return variable && variable->hasLocalStorage() && !variable->isInitCapture() &&
                 isScalar(variable->getType()) && !variable->getType().isVolatileQualified()
             ? variable
             : nullptr;
}

bool SiteCollector::classify(const Stmt *statement, const SelfCalls &self, ForkSite &site) const {
  if (self.calls.size() == 1) {
    const CallExpr *call = self.calls.front();
    if (const auto *expression = dyn_cast<Expr>(statement)) {
      const Expr *inner = withoutWrappers(expression);
      if (inner == call) {
        site.kind = ForkKind::Call;
        return true;
      }
      const auto *assignment = dyn_cast<BinaryOperator>(inner);
      const VarDecl *variable = assignment && assignment->getOpcode() == BO_Assign
                                    ? localScalar(assignment->getLHS())
                                    : nullptr;
      if (variable && withoutWrappers(assignment->getRHS()) == call) {
        site.kind = ForkKind::Assignment;
        site.assigned = {variable};
        return true;
      }
    }
    if (const auto *declarations = dyn_cast<DeclStmt>(statement);
        declarations && declarations->isSingleDecl()) {
      const auto *variable = dyn_cast<VarDecl>(declarations->getSingleDecl());
      if (variable && variable->hasLocalStorage() && isScalar(variable->getType()) &&
          !variable->getType().isVolatileQualified() && !variable->hasAttrs() &&
          variable->getInitStyle() == VarDecl::CInit && variable->getInit() &&
          withoutWrappers(variable->getInit()) == call) {
        site.kind = ForkKind::Declaration;
        site.assigned = {variable};
        return true;
      }
    }
    if (const auto *condition = dyn_cast<IfStmt>(statement);
        condition && !condition->getElse() && !condition->getInit() &&
        !condition->getConditionVariable() && !condition->isConstexpr() &&
        callsOf(condition->getCond()).calls.empty()) {
      const Stmt *inner = condition->getThen();
      if (const auto *block = dyn_cast<CompoundStmt>(inner))
        inner = block->size() == 1 ? block->body_front() : nullptr;
      ForkSite within;
      if (inner && !isa<IfStmt, DeclStmt>(inner) && classify(inner, callsOf(inner), within) &&
          (within.kind == ForkKind::Call || within.kind == ForkKind::Assignment)) {
        site.kind = ForkKind::Conditional;
        site.assigned = within.assigned;
        return true;
      }
      return false;
    }
  }
  bool areScalar = std::all_of(self.calls.begin(), self.calls.end(), [](const CallExpr *call) {
    return isScalar(call->getType()) && call->isPRValue();
  });
  if (!areScalar)
    return false;
  if (const auto *result = dyn_cast<ReturnStmt>(statement)) {
    site.kind = ForkKind::Operands;
    if (self.isPlain)
      return true;
    const Expr *value = result->getRetValue()->IgnoreParens();
    if (const auto *cleanups = dyn_cast<ExprWithCleanups>(value))
      value = cleanups->getSubExpr()->IgnoreParens();
    const auto *choice = dyn_cast<ConditionalOperator>(value);
    if (!choice || !callsOf(choice->getCond()).calls.empty() || !choice->getType()->isScalarType())
      return false;
    site.isChosen = true;
    SelfCalls whenTrue = callsOf(choice->getTrueExpr()),
              whenFalse = callsOf(choice->getFalseExpr());
    return (whenTrue.calls.empty() && whenFalse.isPlain) ||
           (whenFalse.calls.empty() && whenTrue.isPlain);
  }
  if (!self.isPlain)
    return false;
  if (const auto *declarations = dyn_cast<DeclStmt>(statement)) {
    for (const Decl *each : declarations->decls()) {
      const auto *variable = dyn_cast<VarDecl>(each);
      if (!variable || !variable->hasLocalStorage() || variable->getType()->isArrayType())
        return false;
      site.assigned.push_back(variable);
    }
    site.kind = ForkKind::Operands;
  } else if (isa<Expr>(statement)) {
    const auto *assignment = dyn_cast<BinaryOperator>(withoutWrappers(cast<Expr>(statement)));
    const VarDecl *variable =
        assignment && assignment->isAssignmentOp() ? localScalar(assignment->getLHS()) : nullptr;
    if (!variable)
      return false;
    site.assigned = {variable};
    site.kind = ForkKind::Operands;
  } else {
    return false;
  }
  // `long a = f(n), b = f(a);`: the arguments must not name what the statement is for.
  for (const CallExpr *call : self.calls) {
    std::vector<const Stmt *> left(call->arguments().begin(), call->arguments().end());
    while (!left.empty()) {
      const Stmt *each = left.back();
      left.pop_back();
      if (!each)
        continue;
      if (const auto *reference = dyn_cast<DeclRefExpr>(each))
        if (std::count(site.assigned.begin(), site.assigned.end(), reference->getDecl()))
          return false;
      left.insert(left.end(), each->child_begin(), each->child_end());
    }
  }
  return true;
}

void SiteCollector::addStatement(const Stmt *statement, const Stmt *block) {
  ForkSite site{.statement = statement, .block = block};
  SelfCalls self = callsOf(statement);
  site.calls = self.calls;
  if (self.calls.empty())
    site.kind = mayJump(statement) ? ForkKind::Barrier : ForkKind::Plain;
  else if (!classify(statement, self, site))
    site.kind = ForkKind::Barrier;
  bool isTaken = site.kind != ForkKind::Barrier || self.calls.empty();
  Sites.push_back(std::move(site));
  if (!isTaken)
    collectInside(statement);
}

/// The blocks that the statement holds. Calls in loops are left alone.
void SiteCollector::collectInside(const Stmt *statement) {
  if (const auto *condition = dyn_cast_or_null<IfStmt>(statement)) {
    collectBlock(condition->getThen());
    collectBlock(condition->getElse());
  } else if (const auto *block = dyn_cast_or_null<CompoundStmt>(statement)) {
    collectBlock(block);
  }
}

void SiteCollector::collectBlock(const Stmt *block) {
  if (!block || callsOf(block).calls.empty())
    return;
  if (const auto *compound = dyn_cast<CompoundStmt>(block)) {
    for (const Stmt *each : compound->body())
      addStatement(each, block);
  } else {
    addStatement(block, block);
  }
}

std::vector<ForkSite> collectForkSites(const FunctionDecl &function) {
  SiteCollector collector(function);
  collector.collectBlock(function.getBody());
  return std::move(collector.Sites);
}

bool countsDown(const FunctionDecl &function, const CallExpr &call, const Polynomial &measure) {
  for (const auto &[monomial, coefficient] : measure.terms())
    for (SymbolId parameter : monomial) {
      if (parameter >= call.getNumArgs())
        return false;
      const Expr *argument = call.getArg(parameter)->IgnoreParenImpCasts();
      const auto *difference = dyn_cast<BinaryOperator>(argument);
      if (difference && (difference->getOpcode() == BO_Sub || difference->getOpcode() == BO_Add) &&
          isa<IntegerLiteral>(difference->getRHS()->IgnoreParenImpCasts()))
        argument = difference->getLHS()->IgnoreParenImpCasts();
      const auto *reference = dyn_cast<DeclRefExpr>(argument);
      if (!reference || reference->getDecl() != function.getParamDecl(parameter))
        return false;
    }
  return true;
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
  auto whole = textRange(context, function.getSourceRange());
  auto body = textRange(context, function.getBody()->getSourceRange());
  auto notEditable = [&](const std::string &why) {
    if (result.editable) {
      result.editable = false;
      result.notEditableBecause = why;
    }
  };
  if (!whole || !body || function.getLocation().isMacroID())
    return notEditable("the function comes from a macro");
  result.statement = *whole;
  result.body = *body;
  result.directiveOffset = whole->begin;
  const auto *method = dyn_cast<CXXMethodDecl>(&function);
  if (sources.isInSystemHeader(function.getLocation()))
    notEditable("the function stands in a system header");
  if (function.isConstexpr())
    notEditable("the function is constexpr");
  if (function.getTemplateInstantiationPattern() || function.getDescribedFunctionTemplate() ||
      function.getTemplateSpecializationInfo())
    notEditable("the function is a template");
  if (method && (method->isVirtual() || method->getParent()->isLambda() || method->isStatic() ||
                 function.isOverloadedOperator()))
    notEditable("the function is no plain member function");
  if (method && function.isOutOfLine())
    notEditable("the function is declared in its class and defined elsewhere");
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
  if (!isScalar(function.getReturnType()) && !function.getReturnType()->isVoidType())
    notEditable("the function returns an object");
  for (const ParmVarDecl *parameter : function.parameters())
    if (parameter->getName().empty() || parameter->getType()->isRValueReferenceType())
      notEditable("a parameter cannot be handed on as it is");
}

/// Fills the lists of variables that the text of a task names.
static bool listVariables(const Stmt *statement, const std::vector<const ValueDecl *> &assigned,
                          ForkedCall &forked) {
  std::vector<const Stmt *> left = {statement};
  std::set<const ValueDecl *> seen;
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
      if (variable && variable->hasLocalStorage() && seen.insert(variable).second)
        found.push_back(variable);
    }
    std::vector<const Stmt *> children(each->child_begin(), each->child_end());
    left.insert(left.end(), children.rbegin(), children.rend());
  }
  for (const VarDecl *variable : found) {
    bool isShared =
        std::count(assigned.begin(), assigned.end(), variable) || !isScalar(variable->getType());
    (isShared ? forked.shared : forked.firstPrivate).push_back(variable->getNameAsString());
  }
  return true;
}

/// The `return c ? a : b;` that an `if` in front takes apart; null if the statement is none.
static const ConditionalOperator *choiceOf(const Stmt *statement) {
  const auto *result = dyn_cast<ReturnStmt>(statement);
  if (!result || !result->getRetValue())
    return nullptr;
  const Expr *value = result->getRetValue()->IgnoreParens();
  if (const auto *cleanups = dyn_cast<ExprWithCleanups>(value))
    value = cleanups->getSubExpr()->IgnoreParens();
  return dyn_cast<ConditionalOperator>(value);
}

static bool contains(const Stmt *statement, const Stmt *wanted) {
  return statement && (statement == wanted ||
                       std::any_of(statement->child_begin(), statement->child_end(),
                                   [&](const Stmt *child) { return contains(child, wanted); }));
}

static bool describeGroup(const ASTContext &context, const SiteGroup &sites, ForkGroup &group) {
  for (const ForkSite *site : sites.sites) {
    auto statement = textRange(context, site->statement->getSourceRange());
    if (!statement)
      return false;
    bool isOperand = site->kind == ForkKind::Operands || sites.isHoisted;
    group.last = *statement;
    if (site == sites.sites.front() || !sites.isHoisted)
      group.hoistedTo = statement->begin;
    group.isUnbraced = site->block == site->statement;
    if (const ConditionalOperator *choice = site->isChosen ? choiceOf(site->statement) : nullptr) {
      bool isTrue = contains(choice->getTrueExpr(), site->calls.front());
      const Expr *other = isTrue ? choice->getFalseExpr() : choice->getTrueExpr();
      const Expr *taken = isTrue ? choice->getTrueExpr() : choice->getFalseExpr();
      auto condition = textRange(context, choice->getCond()->getSourceRange());
      auto otherRange = textRange(context, other->getSourceRange());
      auto takenRange = textRange(context, taken->getSourceRange());
      if (!condition || !otherRange || !takenRange)
        return false;
      group.choice = ForkChoice{*condition, *otherRange, *takenRange, isTrue};
    }
    for (const CallExpr *call : site->calls) {
      ForkedCall forked;
      auto range = textRange(context, call->getSourceRange());
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
        forked.type = spelledType(context, call->getType());
      if (site->kind == ForkKind::Declaration && !isOperand) {
        const auto *variable = cast<VarDecl>(site->assigned.front());
        forked.declaredName = variable->getNameAsString();
        forked.type = spelledType(context, variable->getType());
      }
      if (!listVariables(task, site->assigned, forked))
        return false;
      if (!forked.declaredName.empty())
        forked.shared.insert(forked.shared.begin(), forked.declaredName);
      group.calls.push_back(std::move(forked));
    }
  }
  return true;
}

void describeForks(const ASTContext &context, const FunctionDecl &function,
                   const std::vector<SiteGroup> &groups, LoopResult &result) {
  TaskForm form;
  form.definition = result.statement;
  form.bodyBegin = result.body.begin;
  form.isMember = isa<CXXMethodDecl>(function);
  form.isStatic =
      form.isMember || function.getStorageClass() == SC_Static || function.isInAnonymousNamespace();
  form.returnType =
      function.getReturnType()->isVoidType() ? "" : spelledType(context, function.getReturnType());
  auto notEditable = [&](const std::string &why) {
    if (result.editable) {
      result.editable = false;
      result.notEditableBecause = why;
    }
  };
  for (const ParmVarDecl *parameter : function.parameters())
    form.parameters.push_back(parameter->getNameAsString());
  auto name = textRange(context, SourceRange(function.getLocation(), function.getLocation()));
  FunctionTypeLoc type = function.getFunctionTypeLoc();
  if (!name || !type || type.getRParenLoc().isMacroID())
    return notEditable("the function comes from a macro");
  form.name = *name;
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
    ForkGroup group;
    if (!describeGroup(context, sites, group))
      return notEditable("a call cannot be made by a task as it is written");
    form.groups.push_back(std::move(group));
  }
  result.tasks = std::move(form);
}

} // namespace loomp
