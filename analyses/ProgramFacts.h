//===- ProgramFacts.h - what the whole program tells ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_PROGRAMFACTS_H
#define LOOMP_ANALYSES_PROGRAMFACTS_H

#include "clang/AST/ASTContext.h"

#include <optional>
#include <set>
#include <string>

namespace loomp {

/// What headers say that another parse left as a precompiled header, from which each declaration
/// that is asked for must be read anew.
struct HeaderFacts {
  bool hasAliasingType = false, readsErrno = false;
  bool namesFunctions = false;    ///< in strings, of assembly for example
  std::set<std::string> declared; ///< see declaredNames
};

/// `context` holds the headers and nothing else.
HeaderFacts factsOfHeaders(clang::ASTContext &context);

/// Does the program have a type with `__attribute__((may_alias))`? Not in the system's headers:
/// those of vectors have it, which may overlap anything as they are. `headers` are those of a
/// precompiled header, if there is one.
bool hasAliasingType(clang::ASTContext &context, const std::optional<HeaderFacts> &headers);

/// The identifier, if the program spells it anywhere.
const clang::IdentifierInfo *findSpelled(const clang::ASTContext &context, llvm::StringRef name);

/// Does the program read errno? Then functions that set it have an effect.
bool readsErrno(clang::ASTContext &context, const std::optional<HeaderFacts> &headers);

/// What a text may mean without spelling it, as it expands a macro that does, or names a member
/// through its accessor: macros, and names that the program declares outside of functions, but for
/// the system's headers. New names must be others.
std::set<std::string> declaredNames(clang::ASTContext &context,
                                    const std::optional<HeaderFacts> &headers);

} // namespace loomp

#endif // LOOMP_ANALYSES_PROGRAMFACTS_H
