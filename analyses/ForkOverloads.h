//===- ForkOverloads.h - results that choose overloads ----------*- C++ -*-===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_FORKOVERLOADS_H
#define LOOMP_ANALYSES_FORKOVERLOADS_H

namespace clang {
class ASTContext;
class FunctionDecl;
class Stmt;
} // namespace clang

namespace loomp {

/// May the statement call another function once variables stand for the results of the recursive
/// calls in it?
bool resultsChooseOverload(const clang::ASTContext &context, const clang::FunctionDecl &function,
                           const clang::Stmt &statement);

} // namespace loomp

#endif // LOOMP_ANALYSES_FORKOVERLOADS_H
