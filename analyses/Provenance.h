//===- Provenance.h - objects that a pointer cannot lead into -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_PROVENANCE_H
#define LOOMP_ANALYSES_PROVENANCE_H

#include "analyses/Ranges.h"

#include <optional>
#include <string>

namespace loomp {

/// A check that none of the first touches (all to one piece) meets any of the others: some pointer
/// leads to the ones, and it points outside of the object, or the storage, of the others.
std::optional<DisjointRanges> pointsOutside(const Model &model, LoopId loop,
                                            const std::vector<Touch> &touches,
                                            const std::vector<Touch> &others,
                                            const clang::ASTContext &context);

/// The pointer by way of which the loop reaches what it touches, whichever elements these are, as a
/// range without an end.
std::optional<ElementRange> pointerTo(const Model &model, LoopId loop,
                                      const std::vector<Touch> &touches,
                                      const clang::ASTContext &context);

/// A pointer that leads to the object, of those that have no name themselves.
std::optional<PointerText> pointerAtEntry(const Model &model, LoopId loop, ObjectId id,
                                          const clang::ASTContext &context);

/// Is this a std::vector whose storage comes from `new`?
bool isPlainVector(clang::QualType type);

} // namespace loomp

#endif // LOOMP_ANALYSES_PROVENANCE_H
