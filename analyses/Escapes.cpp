//===- Escapes.cpp - pointers to what a clause copies ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     for (auto it = v.begin(); it < v.end(); ++it)    `it` is written, and is a pointer, but it
//       if (limit > 0.25)                              leads where it led in front of the loop: not
//         ++hits;                                      to a thread's copy of `hits`
//
// A clause gives each thread a variable of its own, and a pointer to that must not outlive the
// iteration: it may stay in variables of the iteration only, or in those that are dead after it.
//
// Theorem: let a variable with a role be reached in the loop by its own name only, which means the
// thread's copy there and nowhere else. Then a pointer or reference to a copy comes from an
// occurrence of the name in the text of the loop, and there is none if each occurrence is read at
// once, assigned, or an operand of what hands out its value only. Whatever pointers the loop stores
// then lead to the variable itself at most, as they do in the serial program.
//
// Where a local variable stands for a place that the loop only updates, and calls no variable
// (`total() += x`), there is no pointer to a copy either: it takes the place of the updates only,
// and `&total()` leads where it did.
//
// Nor may the loop compare the place of a copy with what leads to the variable from elsewhere:
//
//     long *p = &t;
//     for (...) { t = i; a[i] = p == &t; }           no thread's copy stands where `t` does
//
// Both sides must be formed in the loop from the name of the variable, or one of them be null.
//
// What the text of the loop does not show is denied: blocks, lambdas, nested directives; and names
// that may be parts of the variable (structured bindings).
//
//===----------------------------------------------------------------------===//

#include "analyses/Judgement.h"
#include "analyses/LoopParts.h"
#include "analyses/ModifiedSet.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/AST/StmtOpenMP.h"

#include <algorithm>

using namespace clang;

namespace loomp {

namespace {
/// Looks for a place where the address of a variable is handed out.
class HandedOut {
public:
  HandedOut(const VarDecl &variable, const EffectTable &effects)
      : Variable(variable), Effects(effects) {}

  /// In a statement; or in an expression that others may keep a reference to.
  bool within(const Stmt *statement) const;

private:
  bool byValue(const Expr *expression) const;
  bool isMeant(const ValueDecl &named) const {
    return named.getCanonicalDecl() == Variable.getCanonicalDecl() || isa<BindingDecl>(named);
  }

  const VarDecl &Variable;
  const EffectTable &Effects;
};
} // namespace

static bool isUpdate(const Expr &expression) {
  const auto *binary = dyn_cast<BinaryOperator>(&expression);
  const auto *unary = dyn_cast<UnaryOperator>(&expression);
  return (binary && binary->isAssignmentOp()) || (unary && unary->isIncrementDecrementOp());
}

/// In an expression of which at most the value is used.
bool HandedOut::byValue(const Expr *expression) const {
  expression = expression->IgnoreParens();
  if (const auto *full = dyn_cast<ExprWithCleanups>(expression))
    return byValue(full->getSubExpr());
  if (const auto *cast = dyn_cast<CastExpr>(expression); cast && cast->getCastKind() == CK_NoOp)
    return byValue(cast->getSubExpr());
  if (isa<DeclRefExpr>(expression))
    return false;
  if (const auto *member = dyn_cast<MemberExpr>(expression);
      member && (isa<VarDecl>(member->getMemberDecl()) || !member->isArrow()))
    return isa<VarDecl>(member->getMemberDecl()) ? within(member->getBase())
                                                 : byValue(member->getBase());
  if (const auto *subscript = dyn_cast<ArraySubscriptExpr>(expression)) {
    const auto *decay = dyn_cast<ImplicitCastExpr>(subscript->getBase()->IgnoreParens());
    bool isArray = decay && decay->getCastKind() == CK_ArrayToPointerDecay;
    return (isArray ? byValue(decay->getSubExpr()) : within(subscript->getBase())) ||
           within(subscript->getIdx());
  }
  if (const auto *choice = dyn_cast<ConditionalOperator>(expression))
    return within(choice->getCond()) || byValue(choice->getTrueExpr()) ||
           byValue(choice->getFalseExpr());
  if (const auto *binary = dyn_cast<BinaryOperator>(expression)) {
    if (binary->isAssignmentOp())
      return byValue(binary->getLHS()) || within(binary->getRHS());
    if (binary->getOpcode() == BO_Comma)
      return byValue(binary->getLHS()) || byValue(binary->getRHS());
  }
  if (isUpdate(*expression))
    return byValue(cast<UnaryOperator>(expression)->getSubExpr());
  // `std::min(x, y)` is one of its arguments, and nobody else gets to know them.
  if (const auto *call = dyn_cast<CallExpr>(expression); call && call->getNumArgs() == 2) {
    const FunctionDecl *callee = calledFunction(*call);
    const EffectRow *row = callee ? effectRow(Effects, *callee) : nullptr;
    if (row && (row->effect == CallEffect::Minimum || row->effect == CallEffect::Maximum) &&
        call->getType()->isArithmeticType())
      return std::any_of(call->arg_begin(), call->arg_end(),
                         [&](const Expr *argument) { return byValue(argument); });
  }
  return within(expression);
}

bool HandedOut::within(const Stmt *statement) const {
  if (!statement)
    return false;
  if (isa<LambdaExpr>(statement))
    return mentions(statement, &Variable);
  if (isa<BlockExpr, CapturedStmt, OMPExecutableDirective, PseudoObjectExpr>(statement))
    return true;
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
    return isMeant(*reference->getDecl());
  if (const auto *member = dyn_cast<MemberExpr>(statement);
      member && isMeant(*member->getMemberDecl()))
    return true;
  if (const auto *byDefault = dyn_cast<CXXDefaultArgExpr>(statement))
    return within(byDefault->getExpr());
  if (const auto *byDefault = dyn_cast<CXXDefaultInitExpr>(statement))
    return within(byDefault->getExpr());
  if (const auto *cast = dyn_cast<CastExpr>(statement);
      cast && (cast->getCastKind() == CK_LValueToRValue || cast->getCastKind() == CK_ToVoid))
    return byValue(cast->getSubExpr());
  if (const auto *expression = dyn_cast<Expr>(statement);
      expression && expression->isPRValue() && isUpdate(*expression))
    return byValue(expression);
  // Nobody uses what an expression yields that is a statement, or no more than its value.
  bool discards =
      isa<CompoundStmt, IfStmt, ForStmt, WhileStmt, DoStmt, SwitchStmt, SwitchCase, LabelStmt,
          AttributedStmt, CXXForRangeStmt, CXXTryStmt, CXXCatchStmt>(statement);
  return std::any_of(statement->child_begin(), statement->child_end(), [&](const Stmt *child) {
    const auto *expression = dyn_cast_or_null<Expr>(child);
    return discards && expression ? byValue(expression) : within(child);
  });
}

/// Is there no pointer to a thread's copy of the object?
bool Judgement::staysUnknown(ObjectId id) const {
  const auto *variable = dyn_cast_or_null<VarDecl>(M.objects[id].declaration);
  if (!variable || isa<DecompositionDecl>(variable))
    return false;
  // A local copy stands for all names, also those of references and pointers.
  std::vector<size_t> accesses = accessesOf(id);
  bool isByName = std::all_of(accesses.begin(), accesses.end(), [&](size_t i) {
    const ValueDecl *name = M.accesses[i].lexicalName;
    return isNamedInLoop(id, {i}) ||
           (name && name->getCanonicalDecl() == variable->getCanonicalDecl());
  });
  return isByName && !HandedOut(*variable, J.effects).within(Judged.statement);
}

/// Does a local variable stand for the object, in place of updates only?
bool Judgement::isUpdatedWithoutName(ObjectId id) const {
  std::vector<size_t> accesses = accessesOf(id);
  return std::all_of(accesses.begin(), accesses.end(), [&](size_t i) {
    const Access &access = M.accesses[i];
    return access.update >= 0 && !access.lexicalName && !access.path.name;
  });
}

namespace {
/// Looks for a place where it is told where a variable stands.
struct PlaceTold {
  const VarDecl &variable;
  const EffectTable &effects;
  const SourceManager &sources;
  const Stmt &loop;

  bool isPlace(const Expr &expression) const {
    QualType type = expression.getType();
    return type->isPointerType() || positionDirection(effects, type) != 0;
  }

  /// Does the expression name the variable, for more than the pointer that it holds?
  bool isPlaceIn(const Stmt *expression) const {
    QualType type = variable.getType().getNonReferenceType();
    if (!type->isPointerType() && positionDirection(effects, type) == 0)
      return mentions(expression, &variable);
    const auto *address = dyn_cast_or_null<UnaryOperator>(expression);
    return expression &&
           ((address && address->getOpcode() == UO_AddrOf && mentions(address, &variable)) ||
            std::any_of(expression->child_begin(), expression->child_end(),
                        [&](const Stmt *child) { return isPlaceIn(child); }));
  }

  /// Is it a pointer, or an iterator, that the loop forms from the name of the variable?
  bool isOfVariable(const Expr *expression, unsigned depth = 0) const {
    expression = expression->IgnoreParenImpCasts();
    if (isPlaceIn(expression))
      return true;
    const auto *name = dyn_cast<DeclRefExpr>(expression);
    const auto *local = name ? dyn_cast<VarDecl>(name->getDecl()) : nullptr;
    constexpr unsigned mostSteps = 8;
    return local && local->hasInit() && depth < mostSteps &&
           sources.isPointWithin(local->getLocation(), loop.getBeginLoc(), loop.getEndLoc()) &&
           isOfVariable(local->getInit(), depth + 1);
  }

  bool isCompared(const Expr &left, const Expr &right, const ASTContext &context) const {
    auto isNull = [&](const Expr &side) {
      return side.IgnoreParenImpCasts()->isNullPointerConstant(const_cast<ASTContext &>(context),
                                                               Expr::NPC_ValueDependentIsNotNull) !=
             Expr::NPCK_NotNull;
    };
    return isPlace(left) && isPlace(right) && !isNull(left) && !isNull(right) &&
           isOfVariable(&left) != isOfVariable(&right);
  }

  bool within(const Stmt *statement, const ASTContext &context) const {
    if (!statement)
      return false;
    if (const auto *binary = dyn_cast<BinaryOperator>(statement);
        binary && (binary->isComparisonOp() || binary->getOpcode() == BO_Sub) &&
        isCompared(*binary->getLHS(), *binary->getRHS(), context))
      return true;
    if (const auto *call = dyn_cast<CXXOperatorCallExpr>(statement);
        call && call->getNumArgs() == 2 &&
        (call->isComparisonOp() || call->getOperator() == OO_Minus) &&
        isCompared(*call->getArg(0), *call->getArg(1), context))
      return true;
    if (const auto *cast = dyn_cast<CastExpr>(statement);
        cast && cast->getCastKind() == CK_PointerToIntegral && isOfVariable(cast->getSubExpr()))
      return true;
    return std::any_of(statement->child_begin(), statement->child_end(),
                       [&](const Stmt *child) { return within(child, context); });
  }
};
} // namespace

/// Is it told in the loop where a variable stands of which each thread has a copy?
void Judgement::judgePlaces() {
  const SourceManager &sources = J.context.getSourceManager();
  for (ObjectId id : WithRole) {
    const Object &object = M.objects[id];
    const auto *variable = dyn_cast_or_null<VarDecl>(object.declaration);
    if (!variable || (object.kind != ObjectKind::Variable && !object.isReference) ||
        !PlaceTold{*variable, J.effects, sources, *Judged.statement}.within(Judged.statement,
                                                                            J.context))
      continue;
    addBlocker({.reason = "role-not-lexical",
                .message = "the loop compares the place of '" + nameOf(id) + "' with another one",
                .object = nameOf(id),
                .source = positionOf(J.context, Judged.statement->getBeginLoc())});
  }
}

void Judgement::judgeEscapes() {
  judgePlaces();
  std::set<std::string> dead;
  for (const Role &role : Out.roles)
    if (role.kind == RoleKind::Private || role.kind == RoleKind::ArrayPrivate)
      dead.insert(role.variable);
  for (ObjectId id : WithRole) {
    const Object &object = M.objects[id];
    if ((object.kind != ObjectKind::Variable && !object.isReference) || staysUnknown(id) ||
        isUpdatedWithoutName(id))
      continue;
    for (const PointerStore &store : M.pointerStores) {
      if (store.access < Judged.accessBegin || store.access >= Judged.accessEnd)
        continue;
      const Access &access = M.accesses[store.access];
      const Object &holder = M.objects[access.path.object];
      bool isWalk = Judged.nodes && holder.declaration == Judged.index; // leads to nodes only
      // What is allocated, or was found in memory, may be kept.
      bool isOwn = holder.kind == ObjectKind::Temporary || isWalk ||
                   (holder.kind == ObjectKind::Variable && M.isInside(holder.loop, L));
      bool isDead = holder.kind == ObjectKind::Variable && dead.count(holder.name) &&
                    WithRole.count(access.path.object);
      bool pointsHere = store.target ? M.mayOverlap(*store.target, id) : object.reachable;
      if (isOwn || isDead || !pointsHere)
        continue;
      addBlocker({.reason = "role-not-lexical",
                  .message = "a pointer to '" + nameOf(id) + "' may outlive the iteration",
                  .object = nameOf(id),
                  .source = positionOf(J.context, access.location)});
    }
  }
}

} // namespace loomp
