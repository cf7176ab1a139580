//===- Ranges.h - which elements a loop touches ---------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_RANGES_H
#define LOOMP_ANALYSES_RANGES_H

#include "analyses/LinearSystem.h"
#include "analyses/Model.h"

#include "clang/AST/ASTContext.h"

#include <optional>
#include <string>

namespace loomp {

/// C text for a value that is fixed in the loop, valid where the loop starts; absent if some part
/// of it has no name there. `mayLoad`: the text may read memory that the header of the loop reads
/// anyway.
std::optional<std::string> renderAtEntry(const Model &model, LoopId loop, const Polynomial &value,
                                         const clang::ASTContext &context, bool mayLoad = false);

/// What contains the path in one piece: the object itself, or the storage of one container in it.
std::string pieceOf(const Path &path);

/// The elements that the accesses (all to one piece) touch in the loop, as C text; absent if they
/// have no such form.
std::optional<ElementRange> touchedRange(const Model &model, const IntegerSolver &solver,
                                         LoopId loop, const std::vector<size_t> &accesses,
                                         const clang::ASTContext &context);

} // namespace loomp

#endif // LOOMP_ANALYSES_RANGES_H
