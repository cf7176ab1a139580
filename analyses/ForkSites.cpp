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

#include "analyses/LoopParts.h"
#include "analyses/Model.h"

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
    if (const auto *temporary = dyn_cast<CXXBindTemporaryExpr>(inner))
      inner = temporary->getSubExpr();
    if (inner == expression)
      return inner;
    expression = inner;
  }
}

bool isScalar(QualType type) {
  return type->isArithmeticType() || type->isEnumeralType() || type->isPointerType();
}

bool canBeAssigned(QualType type) {
  if (isScalar(type))
    return true;
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || !isStandardClass(type))
    return false;
  bool starts = std::any_of(record->ctor_begin(), record->ctor_end(), [](const auto *constructor) {
    return constructor->isDefaultConstructor() && !constructor->isDeleted();
  });
  bool assigns = std::any_of(record->method_begin(), record->method_end(), [](const auto *method) {
    return (method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator()) &&
           !method->isDeleted();
  });
  return starts && assigns;
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

/// Is some temporary bound to what would not bind to a variable?
static bool bindsToRvalue(const Stmt *statement) {
  if (!statement)
    return false;
  if (const auto *temporary = dyn_cast<MaterializeTemporaryExpr>(statement);
      temporary && !temporary->isBoundToLvalueReference())
    return true;
  return std::any_of(statement->child_begin(), statement->child_end(), bindsToRvalue);
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
      if (variable && variable->hasLocalStorage() && canBeAssigned(variable->getType()) &&
          !variable->getType().isConstQualified() && !variable->getType().isVolatileQualified() &&
          !variable->hasAttrs() && variable->getInitStyle() == VarDecl::CInit &&
          variable->getInit() && withoutWrappers(variable->getInit()) == call) {
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
    // A pointer may lead to a temporary that ends with the expression.
    return isScalar(call->getType()) && !call->getType()->isPointerType() && call->isPRValue();
  });
  if (!areScalar || bindsToRvalue(statement))
    return false;
  if (const auto *result = dyn_cast<ReturnStmt>(statement)) {
    site.kind = ForkKind::Operands;
    if (self.isPlain)
      return true;
    const Expr *value = result->getRetValue()->IgnoreParens();
    if (const auto *cleanups = dyn_cast<ExprWithCleanups>(value))
      value = cleanups->getSubExpr()->IgnoreParens();
    const auto *choice = dyn_cast<ConditionalOperator>(value);
    // Both operands are converted to this type first, and an `if` would leave that out.
    if (!choice || !callsOf(choice->getCond()).calls.empty() ||
        choice->getType().getCanonicalType().getUnqualifiedType() !=
            F.getReturnType().getCanonicalType().getUnqualifiedType())
      return false;
    site.choice = choice;
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
  return std::none_of(self.calls.begin(), self.calls.end(), [&](const CallExpr *call) {
    return std::any_of(site.assigned.begin(), site.assigned.end(), [&](const ValueDecl *variable) {
      return mentions(call, cast<VarDecl>(variable));
    });
  });
}

void SiteCollector::addStatement(const Stmt *statement, const Stmt *block) {
  ForkSite site{.statement = statement, .block = block};
  SelfCalls self = callsOf(statement);
  site.calls = self.calls;
  // Names of types and the like must not come to stand behind their uses.
  const auto *declarations = dyn_cast<DeclStmt>(statement);
  bool declaresOthers =
      declarations && std::any_of(declarations->decl_begin(), declarations->decl_end(),
                                  [](const Decl *each) { return !isa<VarDecl>(each); });
  if (!self.calls.empty() && isa<ForStmt, CXXForRangeStmt>(statement)) {
    site.kind = ForkKind::Loop;
    return Sites.push_back(std::move(site));
  }
  if (self.calls.empty())
    site.kind = mayJump(statement) || declaresOthers ? ForkKind::Barrier : ForkKind::Plain;
  else if (!classify(statement, self, site))
    site.kind = ForkKind::Barrier;
  bool isTaken = site.kind != ForkKind::Barrier || self.calls.empty();
  Sites.push_back(std::move(site));
  if (!isTaken)
    collectInside(statement);
}

/// The blocks that the statement holds. Calls in `while` and `do` loops are left alone.
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

bool holdsTask(const Stmt *statement) {
  if (const auto *region = dyn_cast_or_null<CapturedStmt>(statement))
    return holdsTask(region->getCapturedStmt());
  return statement && (isa<OMPTaskDirective, OMPTaskLoopDirective, OMPSingleDirective,
                           OMPParallelSectionsDirective>(statement) ||
                       std::any_of(statement->child_begin(), statement->child_end(), holdsTask));
}

static void collectCallees(const Stmt *statement, std::set<const FunctionDecl *> &found) {
  if (!statement)
    return;
  if (const auto *region = dyn_cast<CapturedStmt>(statement))
    return collectCallees(region->getCapturedStmt(), found);
  const auto *call = dyn_cast<CallExpr>(statement);
  if (const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr, *definition = nullptr;
      callee && found.insert(callee->getCanonicalDecl()).second && callee->hasBody(definition))
    collectCallees(definition->getBody(), found);
  for (const Stmt *child : statement->children())
    collectCallees(child, found);
}

std::set<const FunctionDecl *> calledByTasks(const std::vector<FunctionDecl *> &functions) {
  std::set<const FunctionDecl *> found;
  for (const FunctionDecl *function : functions)
    if (holdsTask(function->getBody()))
      collectCallees(function->getBody(), found);
  return found;
}

bool computes(const FunctionDecl &function, const Polynomial &overParameters) {
  if (overParameters.asSymbol())
    return true;
  std::vector<const Stmt *> left = {function.getBody()};
  while (!left.empty()) {
    const Stmt *each = left.back();
    left.pop_back();
    if (!each)
      continue;
    if (const auto *difference = dyn_cast<BinaryOperator>(each);
        difference && difference->getOpcode() == BO_Sub) {
      const auto *first = dyn_cast<DeclRefExpr>(difference->getLHS()->IgnoreParenImpCasts());
      const auto *second = dyn_cast<DeclRefExpr>(difference->getRHS()->IgnoreParenImpCasts());
      const auto *a = first ? dyn_cast<ParmVarDecl>(first->getDecl()) : nullptr;
      const auto *b = second ? dyn_cast<ParmVarDecl>(second->getDecl()) : nullptr;
      if (a && b &&
          overParameters == Polynomial::symbol(a->getFunctionScopeIndex()) -
                                Polynomial::symbol(b->getFunctionScopeIndex()))
        return true;
    }
    left.insert(left.end(), each->child_begin(), each->child_end());
  }
  return false;
}

bool namesLater(const ASTContext &context, const ForkSite &site, const Stmt &from) {
  std::vector<const Stmt *> left(site.calls.begin(), site.calls.end());
  while (!left.empty()) {
    const Stmt *each = left.back();
    left.pop_back();
    if (!each)
      continue;
    if (const auto *reference = dyn_cast<DeclRefExpr>(each))
      if (const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
          variable && variable->isLocalVarDeclOrParm() &&
          !context.getSourceManager().isBeforeInTranslationUnit(variable->getLocation(),
                                                                from.getBeginLoc()))
        return true;
    left.insert(left.end(), each->child_begin(), each->child_end());
  }
  return false;
}

bool mayLeadElsewhere(QualType type, const ASTContext &context, unsigned depth) {
  if (type.isNull() || depth > 4)
    return true;
  type = context.getBaseElementType(type.getNonReferenceType());
  if (type->isArithmeticType() || type->isEnumeralType())
    return false;
  const auto *record = type->getAsRecordDecl();
  if (!record || !record->getDefinition())
    return true;
  if (const auto *theClass = dyn_cast<CXXRecordDecl>(record)) {
    if (theClass->isDynamicClass())
      return true;
    for (const CXXBaseSpecifier &base : theClass->bases())
      if (mayLeadElsewhere(base.getType(), context, depth + 1))
        return true;
  }
  for (const FieldDecl *field : record->fields())
    if (mayLeadElsewhere(field->getType(), context, depth + 1))
      return true;
  return false;
}

} // namespace loomp
