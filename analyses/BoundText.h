//===- BoundText.h - bounds that have to be computed ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_BOUNDTEXT_H
#define LOOMP_ANALYSES_BOUNDTEXT_H

#include "analyses/HeaderText.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"

#include <optional>
#include <string>

namespace loomp {

/// The bound of a loop that tests its index against several: the smallest or the largest. `index`
/// is the type of the index. `lower` is its start, or empty: then the text stands in front of the
/// loop by itself.
std::optional<std::string> combinedBound(llvm::ArrayRef<BoundTest> tests,
                                         const clang::ASTContext &context, clang::QualType index,
                                         const std::string &lower,
                                         llvm::function_ref<std::string(const clang::Expr &)> text);

/// What the index is compared with: the bound as it is written, or 0. In `(unsigned)j < n` the
/// conversion is lost with the canonical form, and the bound is converted instead: where an index
/// that rises cannot reach it then, it overflows in the source. Empty if there is no text for it.
std::string comparedBound(const HeaderView &view);

/// Does a comparison of the start with the bounds, as texts, mean what it means for the index? The
/// index may be wide enough for a signed start and an unsigned bound, which are not comparable.
/// `isAsWritten`: the start is not converted to the type of the index.
bool comparesStartAlike(const HeaderView &view, bool isAsWritten);

/// The number of iterations and the last index of a canonical header with a step of `size` > 1.
void describeStrides(const HeaderView &view, const std::string &lower, Coefficient size, bool up,
                     const HeaderTexts *spelled, LoopResult &result);

/// Statements in front of the loop that find the last index whose square passes the test, and the
/// name of the variable that they leave it in; false if there is no text for them.
bool spellRoot(const HeaderView &view, HeaderTexts &texts);

/// A constant in front of the loop that says where the index meets a bound that moves towards it;
/// false if there is no text for it. See MovingBound.cpp.
bool spellMeeting(const HeaderView &view, HeaderTexts &texts);

} // namespace loomp

#endif // LOOMP_ANALYSES_BOUNDTEXT_H
