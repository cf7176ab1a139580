//===- ProgramFacts.h - what the whole program tells ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_PROGRAMFACTS_H
#define LOOMP_ANALYSES_PROGRAMFACTS_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"

#include <optional>
#include <set>
#include <string>

namespace loomp {

/// What headers say that another parse left as a precompiled header, from which each declaration
/// that is asked for must be read anew.
struct HeaderFacts {
  bool hasAliasingType = false, readsErrno = false;
  bool namesBySpelling = false; ///< they may name a function in a string
  /// The names in their templates whose meaning is found where these are instantiated, which may be
  /// in the program: by the types of arguments, or in a class.
  std::set<std::string> dependentNames;
};

/// `context` holds the headers and nothing else.
HeaderFacts factsOfHeaders(clang::ASTContext &context);

/// Does the program have a type with `__attribute__((may_alias))`? Not in the system's headers:
/// those of vectors have it, which may overlap anything as they are. `headers` are those of a
/// precompiled header, if there is one.
bool hasAliasingType(clang::ASTContext &context, const std::optional<HeaderFacts> &headers);

/// Does the program read errno? Then functions that set it have an effect.
bool readsErrno(clang::ASTContext &context, const std::optional<HeaderFacts> &headers);

/// Visits what does not come from a precompiled header, in source order.
void traverseOwn(clang::ASTContext &context, clang::DynamicRecursiveASTVisitor &visitor);

} // namespace loomp

#endif // LOOMP_ANALYSES_PROGRAMFACTS_H
