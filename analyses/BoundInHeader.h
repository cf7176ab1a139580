//===- BoundInHeader.h - the bound of a loop as it stands in the source ---===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_BOUNDINHEADER_H
#define LOOMP_ANALYSES_BOUNDINHEADER_H

#include "analyses/EntryText.h"

#include <optional>
#include <string>

namespace loomp {

/// The bound in the header of the loop, if it has the value (or one that is as good, for texts of
/// the header) and is sums, products, shifts and conversions of variables and members of `*this`
/// that the loop leaves alone, converted as the comparison does: evaluated in front of the loop it
/// is what the header's first test compares with.
std::optional<std::string> boundInHeader(const Model &model, const Loop &judged,
                                         const Polynomial &value, const clang::ASTContext &context,
                                         EntryUse use);

} // namespace loomp

#endif // LOOMP_ANALYSES_BOUNDINHEADER_H
