//===- StatementWork.cpp - statements with work to do ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A guess from the text, by which it is decided what is worth a look: work is what repeats.
//
//===----------------------------------------------------------------------===//

#include "analyses/StatementWork.h"

#include "analyses/LoopParts.h"

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"
#include "clang/AST/StmtOpenMP.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace loomp {

bool WorkFinder::hasWork(const FunctionDecl &function, bool isLibrary, unsigned depth) {
  auto [known, isNew] = Known.try_emplace(&function, false);
  if (!isNew)
    return known->second || Active.count(&function); // a recursive function repeats itself
  Active.insert(&function);
  bool result = hasWork(function.getBody(), isLibrary, depth + 1);
  Active.erase(&function);
  return Known[&function] = result;
}

bool WorkFinder::hasWork(const Stmt *statement, bool isLibrary, unsigned depth) {
  constexpr unsigned deepest = 12;
  if (!statement || depth > deepest || isa<LambdaExpr>(statement))
    return false;
  if (isLoop(*statement))
    return true;
  if (const auto *call = dyn_cast<CallExpr>(statement)) {
    const FunctionDecl *callee = call->getDirectCallee(), *definition = nullptr;
    bool entersLibrary =
        !isLibrary && callee && Context.getSourceManager().isInSystemHeader(callee->getLocation());
    // Members of library classes repeat something only to keep what they own in order.
    bool isKeeping =
        entersLibrary && (isa<CXXMethodDecl>(callee) || callee->isOverloadedOperator());
    if (callee && !isKeeping && callee->hasBody(definition) &&
        hasWork(*definition, isLibrary || entersLibrary, depth))
      return true;
  }
  return llvm::any_of(statement->children(),
                      [&](const Stmt *child) { return hasWork(child, isLibrary, depth); });
}

namespace {
/// Jumps that would leave a statement.
struct Exits {
  bool breaks = true, continues = true, cases = true;
};
} // namespace

static bool leaves(const Stmt *statement, Exits exits = {}) {
  if (!statement || isa<LambdaExpr>(statement))
    return false;
  if (isa<ReturnStmt, GotoStmt, IndirectGotoStmt, LabelStmt, CoroutineBodyStmt, CoreturnStmt,
          GCCAsmStmt, OMPExecutableDirective, StmtExpr>(statement) ||
      (isa<BreakStmt>(statement) && exits.breaks) ||
      (isa<ContinueStmt>(statement) && exits.continues) ||
      (isa<SwitchCase>(statement) && exits.cases))
    return true;
  if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(statement))
    exits.breaks = exits.continues = false;
  else if (isa<SwitchStmt>(statement))
    exits.breaks = exits.cases = false;
  return llvm::any_of(statement->children(),
                      [&](const Stmt *child) { return leaves(child, exits); });
}

bool leavesBlock(const Stmt *statement) { return leaves(statement); }

} // namespace loomp
