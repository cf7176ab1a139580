//===- ProgramFacts.h - what the whole program tells ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_PROGRAMFACTS_H
#define LOOMP_ANALYSES_PROGRAMFACTS_H

#include "clang/AST/ASTContext.h"

namespace loomp {

/// Does the program have a type with `__attribute__((may_alias))`? Not in the system's headers:
/// those of vectors have it, which may overlap anything as they are.
bool hasAliasingType(clang::ASTContext &context);

/// Does the program read errno? Then functions that set it have an effect.
bool readsErrno(clang::ASTContext &context);

} // namespace loomp

#endif // LOOMP_ANALYSES_PROGRAMFACTS_H
