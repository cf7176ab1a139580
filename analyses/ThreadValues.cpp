//===- ThreadValues.cpp - what all threads have the same of ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The model is that of serial code: to it, a variable that each thread has one of is one variable.
//
//   #pragma omp parallel
//   {
//     int off = omp_get_thread_num();     thread 0: a[0..3], thread 1: a[1 + 4..], which meets a[4]
//     #pragma omp for                     of thread 0's last iteration, were n 4 per thread
//     for (int i = 0; i < n; i++) a[i + off] = i;
//
// Theorem: let all threads pass through the same assignments in the same order, and let each
// assignment to a variable v of their own compute a function of what is the same for all of them:
// constants, what they share and do not change in turns, and other such variables. Then v is the
// same in all threads wherever they are equally far. They pass through the same assignments if
// every condition in between is such a function, and no construct picks one thread.
//
// What they share is read by each thread at another time. It is the same for all if nothing in the
// region writes it, or what does is over before the first of them reads it: DirectiveCheck asks
// that of the model, for the expressions that `computedFor` names.
//
// The greatest set of variables for which that holds: all are in it at first, and those go that an
// assignment contradicts, until none does. An assignment that the syntax does not show (through a
// reference or a pointer) contradicts, too.
//
//===----------------------------------------------------------------------===//

#include "analyses/ThreadValues.h"
#include "analyses/ModifiedSet.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclOpenMP.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/AST/StmtOpenMP.h"
#include "clang/Basic/SourceManager.h"

#include <algorithm>
#include <functional>

using namespace clang;

namespace loomp {

static const ValueDecl *canonical(const ValueDecl &variable) {
  return cast<ValueDecl>(variable.getCanonicalDecl());
}

/// The variable that an lvalue is, with nothing in between.
static const ValueDecl *variableOf(const Expr *place) {
  const auto *reference = dyn_cast<DeclRefExpr>(place->IgnoreParens());
  return reference ? canonical(*reference->getDecl()) : nullptr;
}

/// What decides how often the statement runs a part of itself; null: nothing does.
static const Expr *conditionOf(const Stmt &statement) {
  if (const auto *choice = dyn_cast<IfStmt>(&statement))
    return choice->getCond();
  if (const auto *choice = dyn_cast<SwitchStmt>(&statement))
    return choice->getCond();
  if (const auto *counted = dyn_cast<ForStmt>(&statement))
    return counted->getCond();
  if (const auto *tested = dyn_cast<WhileStmt>(&statement))
    return tested->getCond();
  if (const auto *tested = dyn_cast<DoStmt>(&statement))
    return tested->getCond();
  if (const auto *range = dyn_cast<CXXForRangeStmt>(&statement))
    return range->getCond();
  return nullptr;
}

ThreadValues::ThreadValues(const LoopSite &site, const Stmt &body, const EffectTable &effects)
    : Site(site), Region(site.region ? *site.region->getRawStmt() : body), Effects(effects),
      Sharings(site) {
  walk(&Region, {});
  findNames(Site.statement);
  settle();
  MetByAll = MetByAll && areSame(Conditions) && isShareOutSame();
}

/// Do all threads share out the iterations in the same chunks?
bool ThreadValues::isShareOutSame() const {
  const auto *schedule =
      Site.directive ? Site.directive->getSingleClause<OMPScheduleClause>() : nullptr;
  const Expr *chunk = schedule ? schedule->getChunkSize() : nullptr;
  if (const auto *reference = chunk ? dyn_cast<DeclRefExpr>(chunk->IgnoreParenImpCasts()) : nullptr)
    if (const auto *captured = dyn_cast<OMPCapturedExprDecl>(reference->getDecl()))
      chunk = captured->getInit();
  std::function<bool(const Stmt *)> isLeftAlone = [&](const Stmt *part) {
    const auto *reference = dyn_cast<DeclRefExpr>(part);
    if (reference && !isOwn(*reference->getDecl()) &&
        (Definitions.count(canonical(*reference->getDecl())) ||
         Different.count(canonical(*reference->getDecl()))))
      return false;
    return std::all_of(part->child_begin(), part->child_end(), isLeftAlone);
  };
  return !chunk || (isSame(chunk) && isLeftAlone(chunk));
}

bool ThreadValues::isInside(const ValueDecl &variable, const Stmt &statement) const {
  const SourceManager &sources = variable.getASTContext().getSourceManager();
  return sources.isPointWithin(variable.getLocation(), statement.getBeginLoc(),
                               statement.getEndLoc());
}

bool ThreadValues::isOwn(const ValueDecl &variable) const {
  const auto *local = dyn_cast<VarDecl>(&variable);
  if (!local)
    return isa<BindingDecl>(variable) && (isInside(variable, Region) || !Site.region);
  // What a clause on the loop renames there, each thread may have had one of before.
  return Sharings.of(variable).kind == Sharing::Kind::OfThread ||
         Sharings.isPrivateInRegion(variable) ||
         (local->hasLocalStorage() && (isInside(variable, Region) || !Site.region));
}

void ThreadValues::define(const ValueDecl &variable, const Expr *value, const Place &place) {
  Definitions[canonical(variable)].push_back({value, place});
}

void ThreadValues::walk(const Stmt *statement, const Place &place) {
  if (!statement)
    return;
  Place inside = place;
  auto walkAll = [&] {
    for (const Stmt *child : statement->children())
      walk(child, inside);
  };
  if (const auto *directive = dyn_cast<OMPExecutableDirective>(statement)) {
    if (directive == Site.directive) {
      Conditions.insert(Conditions.end(), place.conditions.begin(), place.conditions.end());
      MetByAll = !place.bySome;
    }
    inside.bySome = inside.inSharing = true;
    // Of what does not wait at its end some threads may not see the result.
    inside.inTurns |= !isa<OMPForDirective, OMPForSimdDirective, OMPSectionsDirective,
                           OMPSectionDirective, OMPSingleDirective>(directive) ||
                      directive->hasClausesOfKind<OMPNowaitClause>();
    if (directive->hasAssociatedStmt())
      walk(directive->getRawStmt(), inside);
    return;
  }
  if (const Expr *condition = conditionOf(*statement)) {
    inside.conditions.push_back(condition);
    return walkAll();
  }
  if (isa<BreakStmt, ContinueStmt, ReturnStmt, CXXThrowExpr>(statement) && !place.inSharing)
    Conditions.insert(Conditions.end(), place.conditions.begin(), place.conditions.end());
  if (isa<LabelStmt, GotoStmt, IndirectGotoStmt, CXXTryStmt>(statement) && !place.inSharing)
    Conditions.push_back(nullptr);
  if (const auto *declarations = dyn_cast<DeclStmt>(statement)) {
    for (const Decl *declaration : declarations->decls())
      if (const auto *variable = dyn_cast<VarDecl>(declaration)) {
        bool isFixed = variable->getType()->isScalarType() ||
                       variable->getType()->isReferenceType() ||
                       variable->getType().isConstQualified();
        if (!isFixed || isa<DecompositionDecl>(variable))
          Different.insert(canonical(*variable));
        if (variable->getInit())
          define(*variable, variable->getInit(), place);
      }
    return walkAll();
  }
  if (isa<AbstractConditionalOperator>(statement))
    inside.bySome = inside.inTurns = true;
  if (const auto *binary = dyn_cast<BinaryOperator>(statement)) {
    if (binary->isLogicalOp())
      inside.bySome = inside.inTurns = true;
    if (binary->isAssignmentOp())
      if (const ValueDecl *variable = variableOf(binary->getLHS())) {
        define(*variable, binary->getRHS(), place);
        return walk(binary->getRHS(), inside);
      }
  }
  if (const auto *unary = dyn_cast<UnaryOperator>(statement))
    if (unary->isIncrementDecrementOp())
      if (const ValueDecl *variable = variableOf(unary->getSubExpr()))
        return define(*variable, nullptr, place);
  if (const auto *cast = dyn_cast<ImplicitCastExpr>(statement))
    if (cast->getCastKind() == CK_LValueToRValue && variableOf(cast->getSubExpr()))
      return; // read
  if (const auto *lambda = dyn_cast<LambdaExpr>(statement))
    for (const LambdaCapture &capture : lambda->captures())
      if (capture.capturesVariable() && capture.getCaptureKind() == LCK_ByRef)
        Different.insert(canonical(*capture.getCapturedVar()));
  // Anything else may let the variable be written in other ways; a reference stays what it is.
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement);
      reference && isa<VarDecl>(reference->getDecl()) &&
      !reference->getDecl()->getType()->isReferenceType() &&
      !reference->getDecl()->getType().isConstQualified())
    Different.insert(canonical(*reference->getDecl()));
  walkAll();
}

void ThreadValues::findNames(const Stmt *statement) {
  if (!statement)
    return;
  NamesOwnObject |= isa<CXXThisExpr>(statement) && !Site.region;
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
    if (const ValueDecl *variable = canonical(*reference->getDecl());
        isa<VarDecl, BindingDecl>(variable) && !isInside(*variable, *Site.statement))
      Named.insert(variable);
  for (const Stmt *child : statement->children())
    findNames(child);
}

void ThreadValues::settle() {
  for (bool changes = true; changes;) {
    changes = false;
    for (const auto &[variable, definitions] : Definitions) {
      bool own = isOwn(*variable);
      for (const Definition &each : definitions) {
        // What is shared is written by one thread for all, or by all, who then race or take turns.
        bool agrees = own ? !each.place.bySome : each.place.bySome && !each.place.inTurns;
        if (own || variable->getType()->isReferenceType())
          agrees = agrees && isSame(each.value) && areSame(each.place.conditions);
        if (!agrees)
          changes |= Different.insert(variable).second;
      }
    }
  }
}

bool ThreadValues::isSame(const ValueDecl &variable) const {
  const auto *named = dyn_cast<VarDecl>(&variable);
  if (!named || named->getTLSKind() != VarDecl::TLS_None ||
      named->hasAttr<OMPThreadPrivateDeclAttr>() || variable.getType().isVolatileQualified() ||
      variable.getType()->isAtomicType())
    return false;
  // The caller's arguments may be those of one thread.
  if (!Site.region && named->hasLocalStorage() && !isInside(*named, Region))
    return false;
  auto definitions = Definitions.find(canonical(variable));
  bool isDifferent = Different.count(canonical(variable));
  if (isOwn(variable)) // without an assignment, it may have no value at all
    return !isDifferent &&
           (definitions != Definitions.end() || !Sharings.isUnsetInRegion(variable));
  // A shared object of which parts are written is the same object to all; a scalar that is
  // assigned by everybody, perhaps in turns, is not.
  return !isDifferent || definitions == Definitions.end();
}

std::vector<const Expr *>
ThreadValues::computedFor(const std::vector<const ValueDecl *> &variables) const {
  std::vector<const Expr *> found;
  std::set<const ValueDecl *> seen;
  std::function<void(const Stmt *)> findDefinitions;
  auto add = [&](const Expr *expression) {
    if (!expression || std::find(found.begin(), found.end(), expression) != found.end())
      return;
    found.push_back(expression);
    findDefinitions(expression);
  };
  auto follow = [&](const ValueDecl *variable) {
    auto definitions = Definitions.find(variable);
    if (definitions == Definitions.end() || !isOwn(*variable) || !seen.insert(variable).second)
      return;
    for (const Definition &each : definitions->second) {
      add(each.value);
      for (const Expr *condition : each.place.conditions)
        add(condition);
    }
  };
  findDefinitions = [&](const Stmt *statement) {
    if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
      follow(canonical(*reference->getDecl()));
    for (const Stmt *child : statement->children())
      if (child)
        findDefinitions(child);
  };
  for (const Expr *condition : Conditions)
    add(condition);
  for (const ValueDecl *variable : variables)
    follow(canonical(*variable));
  return found;
}

bool ThreadValues::areSame(const std::vector<const Expr *> &conditions) const {
  return std::all_of(conditions.begin(), conditions.end(),
                     [&](const Expr *condition) { return condition && isSame(condition); });
}

/// Is the result a function of the arguments and of what they lead to?
static bool isFunction(const EffectTable &effects, const CallExpr &call) {
  const FunctionDecl *callee = call.getDirectCallee();
  const EffectRow *row = callee ? effectRow(effects, *callee) : nullptr;
  if (!row || (call.getNumArgs() == 0 && !isa<CXXMemberCallExpr>(call)))
    return false;
  switch (row->effect) {
  case CallEffect::Pure:
  case CallEffect::Minimum:
  case CallEffect::Maximum:
  case CallEffect::Absolute:
  case CallEffect::Element:
  case CallEffect::CheckedElement:
  case CallEffect::First:
  case CallEffect::Last:
  case CallEffect::Size:
  case CallEffect::Empty:
  case CallEffect::Data:
  case CallEffect::Begin:
  case CallEffect::End:
    return true;
  default:
    return false;
  }
}

bool ThreadValues::isSame(const Stmt *statement) const {
  if (!statement)
    return true;
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement)) {
    const ValueDecl &declaration = *reference->getDecl();
    return isa<EnumConstantDecl, FunctionDecl>(declaration) || isSame(declaration);
  }
  if (isa<CXXThisExpr>(statement))
    return Site.region != nullptr;
  if (const auto *expression = dyn_cast<Expr>(statement))
    if (expression->getType().isVolatileQualified() || expression->getType()->isAtomicType())
      return false;
  if (const auto *call = dyn_cast<CallExpr>(statement)) {
    if (!isFunction(Effects, *call))
      return false;
  } else if (const auto *binary = dyn_cast<BinaryOperator>(statement)) {
    if (binary->isAssignmentOp())
      return false;
  } else if (const auto *unary = dyn_cast<UnaryOperator>(statement)) {
    if (unary->isIncrementDecrementOp())
      return false;
  } else if (!isa<CastExpr, ParenExpr, MemberExpr, ArraySubscriptExpr, ConditionalOperator,
                  IntegerLiteral, FloatingLiteral, CharacterLiteral, CXXBoolLiteralExpr,
                  CXXNullPtrLiteralExpr, InitListExpr, UnaryExprOrTypeTraitExpr, ConstantExpr,
                  MaterializeTemporaryExpr, ExprWithCleanups, SubstNonTypeTemplateParmExpr>(
                 statement)) {
    return false;
  }
  return std::all_of(statement->child_begin(), statement->child_end(),
                     [&](const Stmt *child) { return isSame(child); });
}

} // namespace loomp
