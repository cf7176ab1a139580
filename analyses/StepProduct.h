//===- StepProduct.h - the type of a number times a step ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to Roles.cpp and RecurrenceRole.cpp.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_STEPPRODUCT_H
#define LOOMP_ANALYSES_STEPPRODUCT_H

#include "analyses/Judge.h"

namespace loomp {

/// `x + number * step`, the value that iteration `number` finds.
struct StepProduct {
  clang::QualType variable, index;
  clang::QualType step;                 ///< of the text of the step; null: not known
  bool isOne = false;                   ///< no product stands there
  bool isExact = false;                 ///< else the closed form holds modulo 2^w only
  bool isLarger = false;                ///< the variable starts at 0, or its size only grows
  std::optional<Coefficient> low, high; ///< of the step
};

/// The type to which the number of the iteration is converted; empty: none is needed.
std::string iterationType(const clang::ASTContext &context, const StepProduct &product);

} // namespace loomp

#endif // LOOMP_ANALYSES_STEPPRODUCT_H
