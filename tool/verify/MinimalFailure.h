//===- MinimalFailure.h - which of many changes a failure needs -----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_MINIMALFAILURE_H
#define LOOMP_TOOL_VERIFY_MINIMALFAILURE_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"

#include <cstddef>
#include <vector>

namespace loomp {

/// Given that `fails` holds for all of `changes` and not for none of them, a subset for which it
/// holds, and which no element can be taken from without losing the failure. The order is kept.
/// About 2 log2(n) questions for one guilty change of n, at most n² + 3n if many interact.
///
/// If `fails` does not always answer alike, the subset is one for which it held at least once.
///
/// Source: A. Zeller, R. Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", IEEE
/// Transactions on Software Engineering 28(2), 2002: the algorithm ddmin.
std::vector<size_t> minimalFailure(std::vector<size_t> changes,
                                   llvm::function_ref<bool(llvm::ArrayRef<size_t>)> fails);

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_MINIMALFAILURE_H
