//===- TaskBody.cpp - what a task can run of an iteration -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (...) {
//     int cost = estimate(x);        the thread that makes the tasks runs this itself,
//     if (cost > limit)
//       continue;
//     work(x, cost);                 and this is the task, with a copy of `cost`
//   }
//
// Theorem: iterations that may run in any order may run in part, too: what stands up to the last
// `continue` in the order of the loop, the rest later. No jump leads out of a task, so this is
// where it begins. What is declared in front of it and named in it must be a number or a pointer,
// of which the task gets a copy: nothing else outlasts the iteration that made the task.
//
//===----------------------------------------------------------------------===//

#include "analyses/TaskBody.h"

#include "analyses/EntryText.h"
#include "analyses/LoopParts.h"

#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace loomp {

std::vector<const Stmt *> statementsOf(const Stmt *body) {
  if (const auto *block = dyn_cast<CompoundStmt>(body))
    return {block->body_begin(), block->body_end()};
  return {body};
}

bool isRoleOfTask(const Role &role, bool isVariable) {
  return role.declaredInLoop || role.kind == RoleKind::Index ||
         (role.kind == RoleKind::Shared && !role.localCopy) ||
         ((role.kind == RoleKind::Private || role.kind == RoleKind::Reduction) && isVariable &&
          !role.localCopy && !role.array && role.classType.empty());
}

/// Does a `continue` in the statement lead out of it?
static bool holdsContinue(const Stmt *statement) {
  if (!statement || isa<LambdaExpr>(statement) || isLoop(*statement))
    return false;
  return isa<ContinueStmt>(statement) ||
         llvm::any_of(statement->children(), [](const Stmt *each) { return holdsContinue(each); });
}

/// Can a task have a copy of the variable?
static bool isCopied(const VarDecl *variable) {
  if (!variable || variable->isStaticLocal())
    return false;
  QualType type = variable->getType();
  return !type.isVolatileQualified() &&
         (type->isArithmeticType() || type->isEnumeralType() || type->isPointerType());
}

bool isOnlyNamed(const Stmt *statement, const VarDecl &variable) {
  if (!statement)
    return true;
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
    return reference->getDecl()->getCanonicalDecl() != variable.getCanonicalDecl();
  if (isa<LambdaExpr>(statement) && mentions(statement, &variable))
    return false;
  const Expr *place = nullptr;
  if (const auto *cast = dyn_cast<ImplicitCastExpr>(statement))
    place = cast->getCastKind() == CK_LValueToRValue ? cast->getSubExpr() : nullptr;
  else if (const auto *unary = dyn_cast<UnaryOperator>(statement))
    place = unary->isIncrementDecrementOp() ? unary->getSubExpr() : nullptr;
  else if (const auto *binary = dyn_cast<BinaryOperator>(statement))
    place = binary->isAssignmentOp() ? binary->getLHS() : nullptr;
  const auto *named = place ? dyn_cast<DeclRefExpr>(place->IgnoreParens()) : nullptr;
  return llvm::all_of(statement->children(), [&](const Stmt *each) {
    return (named && each && isa<Expr>(each) && cast<Expr>(each)->IgnoreParens() == named) ||
           isOnlyNamed(each, variable);
  });
}

static bool holdsJump(const Stmt *statement, bool isLabel) {
  if (!statement || isa<LambdaExpr>(statement))
    return false;
  return (isLabel ? isa<LabelStmt>(statement) : isa<GotoStmt, IndirectGotoStmt>(statement)) ||
         llvm::any_of(statement->children(),
                      [&](const Stmt *each) { return holdsJump(each, isLabel); });
}

std::optional<TaskBody> taskBodyOf(const ASTContext &context, const Loop &loop,
                                   const std::vector<const Stmt *> &statements, bool mayStartLater,
                                   std::vector<Role> &roles, std::string &problem) {
  size_t first = 0;
  for (size_t i = 0; i < statements.size(); ++i)
    if (holdsContinue(statements[i]))
      first = i + 1;
  if (first == statements.size() || (first > 0 && !mayStartLater)) {
    problem = "no 'continue' leads out of a task";
    return std::nullopt;
  }
  TaskBody body;
  auto inFront = llvm::ArrayRef(statements).take_front(first);
  auto isPlain = [&](const VarDecl *variable) {
    return isCopied(variable) &&
           llvm::all_of(statements, [&](const Stmt *each) { return isOnlyNamed(each, *variable); });
  };
  for (const Stmt *statement : inFront) {
    const auto *declaration = dyn_cast<DeclStmt>(statement);
    for (const Decl *each : declaration ? declaration->decls() : DeclGroupRef()) {
      const auto *variable = dyn_cast<VarDecl>(each);
      if (!isPlain(variable)) {
        problem = "what is declared in front of 'continue' would end before the task";
        return std::nullopt;
      }
      if (llvm::any_of(llvm::ArrayRef(statements).drop_front(first),
                       [&](const Stmt *later) { return mentions(later, variable); }))
        body.firstPrivate.push_back(variable->getNameAsString());
    }
  }
  for (const Stmt *statement : statements)
    if (first > 0 && (holdsJump(statement, false) || holdsJump(statement, true))) {
      problem = "no jump leads into a task";
      return std::nullopt;
    }
  for (Role &role : roles) {
    auto named = loop.scope.find(role.variable);
    const auto *variable = named == loop.scope.end() ? nullptr : dyn_cast<VarDecl>(named->second);
    bool isInFront = llvm::any_of(
        inFront, [&](const Stmt *each) { return variable && mentions(each, variable); });
    if (role.declaredInLoop || role.kind == RoleKind::Shared || role.kind == RoleKind::Index ||
        first == 0 || (variable && !isInFront))
      continue;
    if (role.kind != RoleKind::Private || !isPlain(variable)) {
      problem = "'" + role.variable + "' changes in front of 'continue'";
      return std::nullopt;
    }
    role.kind = RoleKind::Shared;
    body.firstPrivate.push_back(role.variable);
  }
  auto from = textRange(context, statements[first]->getSourceRange());
  auto to = textRange(context, statements.back()->getSourceRange());
  if (!from || !to) {
    problem = "the body comes from a macro";
    return std::nullopt;
  }
  body.inside = {from->begin, to->end};
  body.isStatement = first + 1 == statements.size() && !isa<DeclStmt>(statements[first]);
  return body;
}

} // namespace loomp
