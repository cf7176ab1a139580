//===- ProgramFacts.h - what the whole program tells ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_PROGRAMFACTS_H
#define LOOMP_ANALYSES_PROGRAMFACTS_H

#include "clang/AST/ASTContext.h"

#include <optional>

namespace loomp {

/// What headers say that another parse left as a precompiled header, from which each declaration
/// that is asked for must be read anew.
struct HeaderFacts {
  bool hasAliasingType = false, readsErrno = false;
  bool namesFunctions = false; ///< in strings, of assembly for example
};

/// `context` holds the headers and nothing else.
HeaderFacts factsOfHeaders(clang::ASTContext &context);

/// Does the program have a type with `__attribute__((may_alias))`? Not in the system's headers:
/// those of vectors have it, which may overlap anything as they are. `headers` are those of a
/// precompiled header, if there is one.
bool hasAliasingType(clang::ASTContext &context, const std::optional<HeaderFacts> &headers);

/// Does the program read errno? Then functions that set it have an effect.
bool readsErrno(clang::ASTContext &context, const std::optional<HeaderFacts> &headers);

} // namespace loomp

#endif // LOOMP_ANALYSES_PROGRAMFACTS_H
