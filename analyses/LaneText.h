//===- LaneText.h - functions that lanes can call -------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_LANETEXT_H
#define LOOMP_ANALYSES_LANETEXT_H

#include "analyses/LoopResult.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Stmt.h"

#include <set>

namespace loomp {

/// Fills in LoopResult::laneFunctions. `called`: all functions that the body calls, also by way of
/// others.
void describeLaneFunctions(const clang::ASTContext &context, const clang::Stmt *loop,
                           const clang::Stmt *body,
                           const std::set<const clang::FunctionDecl *> &called, LoopResult &result);

/// Can a directive stand above the definition, which is in this file?
bool isOpenDefinition(const clang::ASTContext &context, const clang::FunctionDecl &function,
                      const std::string &file);

} // namespace loomp

#endif // LOOMP_ANALYSES_LANETEXT_H
