//===- DeviceScratch.h - arrays that only a device uses -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_DEVICESCRATCH_H
#define LOOMP_ANALYSES_DEVICESCRATCH_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Stmt.h"

#include "llvm/ADT/ArrayRef.h"

namespace loomp {

/// Is it certain that nothing but the statements reads what they leave in the elements that the
/// variable holds, or leads to? `inside`: loops of them of which that is known otherwise.
bool isUnreadBehind(const clang::ASTContext &context, const clang::FunctionDecl &function,
                    const clang::VarDecl &variable, llvm::ArrayRef<const clang::Stmt *> statements,
                    llvm::ArrayRef<const clang::Stmt *> inside);

} // namespace loomp

#endif // LOOMP_ANALYSES_DEVICESCRATCH_H
