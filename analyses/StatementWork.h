//===- StatementWork.h - statements with work to do -----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_STATEMENTWORK_H
#define LOOMP_ANALYSES_STATEMENTWORK_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Stmt.h"

#include <map>
#include <set>

namespace loomp {

/// Is a call of the function, or a statement, likely to repeat something?
class WorkFinder {
public:
  explicit WorkFinder(const clang::ASTContext &context) : Context(context) {}
  bool hasWork(const clang::Stmt *statement) { return hasWork(statement, false, 0); }

private:
  bool hasWork(const clang::Stmt *statement, bool isLibrary, unsigned depth);
  bool hasWork(const clang::FunctionDecl &function, bool isLibrary, unsigned depth);

  const clang::ASTContext &Context;
  std::map<const clang::FunctionDecl *, bool> Known;
  std::set<const clang::FunctionDecl *> Active;
};

/// Can the statement leave the block it stands in, or be reached other than from above?
bool leavesBlock(const clang::Stmt *statement);

} // namespace loomp

#endif // LOOMP_ANALYSES_STATEMENTWORK_H
