//===- MetAccesses.h - what two statements of a walk have in common -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_METACCESSES_H
#define LOOMP_ANALYSES_METACCESSES_H

#include "analyses/LinearSystem.h"
#include "analyses/LoopResult.h"
#include "analyses/Model.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"

#include "llvm/ADT/STLFunctionalExtras.h"

#include <optional>

namespace loomp {

/// Two accesses that may meet, as indices into Model::accesses.
struct MetAccesses {
  size_t first = 0, second = 0;
};

/// An access of the one statement and one of the other that may meet. `areApart(p, q)`, for p < q:
/// is it to be taken that what the two parameters lead to is different memory?
std::optional<MetAccesses> findMet(const Model &model, const IntegerSolver &solver,
                                   const StatementSpan &first, const StatementSpan &second,
                                   llvm::function_ref<bool(int p, int q)> areApart);

/// How to find out that two containers of one class that are passed by reference are not one;
/// absent if the parameters are anything else.
std::optional<RunTimeCheck> distinctContainers(const clang::ASTContext &context,
                                               const clang::ParmVarDecl &first,
                                               const clang::ParmVarDecl &second);

} // namespace loomp

#endif // LOOMP_ANALYSES_METACCESSES_H
