//===- ForkSites.cpp - where a function calls itself ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A call is evaluated whenever its expression is if nothing above it there chooses: no `?:`, `&&`
// or `||`. In `return c ? a : b;` the choice can be made by an `if` in front, where both operands
// have the type that is returned. Elsewhere the `if` makes the calls, and the expression, which
// stays, evaluates c once more: to the same, if evaluating it writes nothing, if no call writes
// what it reads, and if it names nothing that the statement declares or assigns.
//
//   long x = c ? 0 : f(a) + f(b);       long f_1, f_2;
//                                       if (!c) { ... f_1 = f(a); f_2 = f(b); ... }
//                                       long x = c ? 0 : f_1 + f_2;
//
// `int v = c ? f(a) : 0;` is a task as a whole, whatever it evaluates: `v = c ? f(a) : 0;`. So is
// `t->left = f(lo, mid);`.
//
//===----------------------------------------------------------------------===//

#include "analyses/ForkSites.h"

#include "analyses/LoopParts.h"
#include "analyses/Model.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/AST/StmtOpenMP.h"

#include "llvm/ADT/STLExtras.h"

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
  const ConditionalOperator *choiceOf(const Stmt *statement) const;
  bool makesCallsByChoice(const Stmt *statement, ForkSite &site) const;
  bool isTaskAsWhole(const Stmt *statement, const SelfCalls &self, ForkSite &site) const;
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

/// A class of values that nothing tells of when they are made, copied and gone.
static bool isPlainClass(const CXXRecordDecl &record) {
  if (record.isTrivial())
    return record.hasSimpleCopyAssignment();
  if (!record.isTriviallyCopyable() || !record.hasSimpleCopyAssignment() ||
      !record.hasDefaultConstructor() || record.hasUserProvidedDefaultConstructor() ||
      record.getNumBases() > 0)
    return false;
  return llvm::all_of(record.fields(), [&](const FieldDecl *field) {
    const Expr *initial = field->getInClassInitializer();
    QualType type = field->getASTContext().getBaseElementType(field->getType());
    return isScalar(type) && (!initial || (!initial->isValueDependent() &&
                                           initial->isEvaluatable(field->getASTContext())));
  });
}

bool canBeAssigned(QualType type) {
  if (isScalar(type))
    return true;
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition())
    return false;
  if (isPlainClass(*record))
    return true;
  if (!isStandardClass(type))
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

/// `t->left = f(x);`, where the place is no variable.
static bool storesResult(const Stmt *statement, const CallExpr &call) {
  const auto *expression = dyn_cast<Expr>(statement);
  if (!expression)
    return false;
  const Expr *inner = withoutWrappers(expression), *place = nullptr, *value = nullptr;
  if (const auto *assignment = dyn_cast<BinaryOperator>(inner);
      assignment && assignment->getOpcode() == BO_Assign) {
    place = assignment->getLHS(), value = assignment->getRHS();
  } else if (const auto *assigns = dyn_cast<CXXOperatorCallExpr>(inner);
             assigns && assigns->getOperator() == OO_Equal && assigns->getNumArgs() == 2 &&
             isStandardClass(assigns->getArg(0)->getType())) {
    place = assigns->getArg(0), value = assigns->getArg(1)->IgnoreImplicit();
  }
  return place && !isa<DeclRefExpr>(place->IgnoreParens()) && withoutWrappers(value) == &call;
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
        site.isWhole = within.isWhole;
        return true;
      }
      return false;
    }
  }
  if (!self.isPlain && isTaskAsWhole(statement, self, site))
    return true;
  if (self.calls.size() == 1 && storesResult(statement, *self.calls.front())) {
    site.kind = ForkKind::Assignment;
    site.isWhole = true;
    return true;
  }
  bool areValues = std::all_of(self.calls.begin(), self.calls.end(), [&](const CallExpr *call) {
    // A pointer may lead to a temporary that ends with the expression.
    QualType type = call->getType();
    const CXXRecordDecl *record = type->getAsCXXRecordDecl();
    bool isValue = record ? record->hasDefinition() && isPlainClass(*record) &&
                                !mayLeadElsewhere(type, F.getASTContext())
                          : isScalar(type) && !type->isPointerType();
    return isValue && call->isPRValue();
  });
  if (!areValues || bindsToRvalue(statement))
    return false;
  if (const auto *result = dyn_cast<ReturnStmt>(statement)) {
    site.kind = ForkKind::Operands;
    if (self.isPlain)
      return true;
    if (!makesCallsByChoice(statement, site))
      return false;
    const Expr *value = result->getRetValue()->IgnoreParens();
    if (const auto *cleanups = dyn_cast<ExprWithCleanups>(value))
      value = cleanups->getSubExpr()->IgnoreParens();
    // Both operands are converted to this type first, and an `if` would leave that out.
    site.choosesReturn =
        value == site.choice && site.choice->getType().getCanonicalType().getUnqualifiedType() ==
                                    F.getReturnType().getCanonicalType().getUnqualifiedType();
    return true;
  }
  if (!self.isPlain && !makesCallsByChoice(statement, site))
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
  auto namesResult = [&](const Expr *moved) {
    return std::any_of(site.assigned.begin(), site.assigned.end(), [&](const ValueDecl *variable) {
      return mentions(moved, cast<VarDecl>(variable));
    });
  };
  return std::none_of(self.calls.begin(), self.calls.end(), namesResult) &&
         !(site.choice && namesResult(site.choice->getCond()));
}

/// `v = c ? f(a) : 0;`, where no `if` could make several calls.
bool SiteCollector::isTaskAsWhole(const Stmt *statement, const SelfCalls &self,
                                  ForkSite &site) const {
  if (self.calls.size() > 1 && makesCallsByChoice(statement, site))
    return false;
  site.choice = nullptr;
  const VarDecl *variable = nullptr;
  const Expr *value = nullptr;
  if (const auto *declarations = dyn_cast<DeclStmt>(statement)) {
    variable =
        declarations->isSingleDecl() ? dyn_cast<VarDecl>(declarations->getSingleDecl()) : nullptr;
    if (!variable || !variable->hasLocalStorage() || !isScalar(variable->getType()) ||
        variable->getType().isConstQualified() || variable->getType().isVolatileQualified() ||
        variable->hasAttrs() || variable->getInitStyle() != VarDecl::CInit)
      return false;
    value = variable->getInit();
    site.kind = ForkKind::Declaration;
  } else if (const auto *expression = dyn_cast<Expr>(statement)) {
    const auto *assignment = dyn_cast<BinaryOperator>(withoutWrappers(expression));
    if (!assignment || assignment->getOpcode() != BO_Assign)
      return false;
    variable = localScalar(assignment->getLHS());
    value = assignment->getRHS();
    site.kind = ForkKind::Assignment;
  }
  if (!variable || isa<InitListExpr>(value->IgnoreImplicit()) || mayJump(value))
    return false;
  site.assigned = {variable};
  site.isWhole = true;
  return true;
}

/// The one choice above all calls of the statement that makes them.
const ConditionalOperator *SiteCollector::choiceOf(const Stmt *statement) const {
  while (statement) {
    if (isSelfCall(statement))
      return nullptr;
    if (const auto *choice = dyn_cast<ConditionalOperator>(statement))
      return choice;
    const Stmt *above = nullptr;
    for (const Stmt *child : statement->children())
      if (child && !callsOf(child).calls.empty()) {
        if (above)
          return nullptr;
        above = child;
      }
    const auto *binary = dyn_cast<BinaryOperator>(statement);
    if (!isa<Expr, DeclStmt, ReturnStmt>(statement) ||
        isa<AbstractConditionalOperator>(statement) || isa<StmtExpr>(statement) ||
        (binary && binary->isLogicalOp()))
      return nullptr;
    statement = above;
  }
  return nullptr;
}

/// Can an `if` in front of the statement make its calls?
bool SiteCollector::makesCallsByChoice(const Stmt *statement, ForkSite &site) const {
  site.choice = choiceOf(statement);
  if (!site.choice || !callsOf(site.choice->getCond()).calls.empty())
    return false;
  SelfCalls whenTrue = callsOf(site.choice->getTrueExpr()),
            whenFalse = callsOf(site.choice->getFalseExpr());
  return (whenTrue.calls.empty() && whenFalse.isPlain) ||
         (whenFalse.calls.empty() && whenTrue.isPlain);
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

size_t countSelfCalls(const FunctionDecl &function) {
  size_t found = 0;
  std::vector<const Stmt *> left = {function.getBody()};
  while (!left.empty()) {
    const Stmt *each = left.back();
    left.pop_back();
    if (!each)
      continue;
    const auto *call = dyn_cast<CallExpr>(each);
    found += call && call->getDirectCallee() &&
             call->getDirectCallee()->getCanonicalDecl() == function.getCanonicalDecl();
    left.insert(left.end(), each->child_begin(), each->child_end());
  }
  return found;
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
