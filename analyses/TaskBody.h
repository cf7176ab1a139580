//===- TaskBody.h - what a task can run of an iteration -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_TASKBODY_H
#define LOOMP_ANALYSES_TASKBODY_H

#include "analyses/LoopResult.h"
#include "analyses/Model.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Stmt.h"

#include <optional>
#include <string>
#include <vector>

namespace loomp {

/// The statements of a body, or the only one.
std::vector<const clang::Stmt *> statementsOf(const clang::Stmt *body);

/// Is the variable only read and assigned by its name, in the statement itself?
bool isOnlyNamed(const clang::Stmt *statement, const clang::VarDecl &variable);

/// Do the clauses of a task give the variable what the role asks for? Members, local copies, arrays
/// and objects are more than they can name.
bool isRoleOfTask(const Role &role, bool isVariable);

/// The part of these statements, of an iteration of the loop, that a task can run: all of them, or
/// those behind the last `continue` if `mayStartLater`. None if there is no such part; then
/// `problem` says why. `roles`: of the loop; private variables of which tasks need the value are
/// shared then, and the body names them.
std::optional<TaskBody> taskBodyOf(const clang::ASTContext &context, const Loop &loop,
                                   const std::vector<const clang::Stmt *> &statements,
                                   bool mayStartLater, std::vector<Role> &roles,
                                   std::string &problem);

} // namespace loomp

#endif // LOOMP_ANALYSES_TASKBODY_H
