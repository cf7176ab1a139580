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
  for (size_t i = 0; i < first; ++i) {
    const auto *declaration = dyn_cast<DeclStmt>(statements[i]);
    for (const Decl *each : declaration ? declaration->decls() : DeclGroupRef()) {
      const auto *variable = dyn_cast<VarDecl>(each);
      bool isNamed = !variable || isa<DecompositionDecl>(variable);
      for (size_t k = first; k < statements.size() && variable && !isNamed; ++k)
        isNamed = mentions(statements[k], variable);
      if (!isNamed)
        continue;
      if (!isCopied(variable)) {
        problem = "the task would need a copy of what is declared in front of 'continue'";
        return std::nullopt;
      }
      body.firstPrivate.push_back(variable->getNameAsString());
    }
  }
  for (Role &role : roles) {
    auto named = loop.scope.find(role.variable);
    const auto *variable = named == loop.scope.end() ? nullptr : dyn_cast<VarDecl>(named->second);
    bool isInFront =
        llvm::any_of(llvm::ArrayRef(statements).take_front(first),
                     [&](const Stmt *each) { return variable && mentions(each, variable); });
    if (role.declaredInLoop || role.kind == RoleKind::Shared || role.kind == RoleKind::Index ||
        first == 0 || (variable && !isInFront))
      continue;
    if (role.kind != RoleKind::Private || !isCopied(variable)) {
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
