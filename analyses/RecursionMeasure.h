//===- RecursionMeasure.h - how large a recursive problem is --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_RECURSIONMEASURE_H
#define LOOMP_ANALYSES_RECURSIONMEASURE_H

#include "analyses/CallSummary.h"
#include "analyses/ForkSites.h"

namespace loomp {

/// What gets smaller with each of the calls at `sites`, and tells where tasks end to be worth it.
/// `summary`: what a call accesses. Without text where no condition in front of the calls tells it.
RecursionMeasure findMeasure(const clang::ASTContext &context, const clang::FunctionDecl &function,
                             const Model &model, const std::vector<const ForkSite *> &sites,
                             const CallSummary &summary);

} // namespace loomp

#endif // LOOMP_ANALYSES_RECURSIONMEASURE_H
