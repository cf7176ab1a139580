//===- Ranges.h - which elements a loop touches ---------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_RANGES_H
#define LOOMP_ANALYSES_RANGES_H

#include "analyses/LinearSystem.h"
#include "analyses/Model.h"
#include "analyses/RangeLimits.h"

#include "clang/AST/ASTContext.h"

#include <optional>
#include <string>
#include <vector>

namespace loomp {

/// Number of the component behind the last storage of a container on the path: members lead there.
size_t elementsBegin(const Path &path);

/// What contains the path in one piece: the object itself, or the storage of one container in it.
std::string pieceOf(const Path &path);

/// A place that the loop touches under a guard (see Model::guards).
struct Touch {
  Path path;
  int guard = -1;
  bool isHeader = false; ///< the container itself, and nothing that it owns
};

/// The places of the accesses.
std::vector<Touch> touchesOf(const Model &model, const std::vector<size_t> &accesses);

/// The containers, all of one class, that the accesses are to, or in whose storage they stand;
/// empty if something else is accessed as well.
std::vector<Touch> ownersOf(const Model &model, const std::vector<size_t> &accesses);

/// The elements that the touches (all to one piece) reach in the loop, as C text: their own
/// range or, where it has no form, all elements that there are. Absent if neither has a form.
/// `assumed` gets linear values that must not be negative for the range to hold, and `limits`
/// those under which no overflow happens in it: they must be asked first. What is
/// null assumes nothing.
std::optional<ElementRange> touchedRange(const Model &model, const IntegerSolver &solver,
                                         LoopId loop, const std::vector<Touch> &touches,
                                         const clang::ASTContext &context,
                                         std::vector<Polynomial> *assumed = nullptr,
                                         ValueLimits *limits = nullptr);

/// The storage of a container, as text for in front of the loop.
struct ContainerStorage {
  Path owner;
  std::string container;
  std::string pointer; ///< to the first element
  bool dereferences = false;
};

/// The storage in which the path ends.
std::optional<ContainerStorage> storageAtEntry(const Model &model, LoopId loop, const Path &path,
                                               const clang::ASTContext &context);

/// Does the container own the same storage all through the loop?
bool keepsStorage(const Model &model, LoopId loop, const Path &owner);

} // namespace loomp

#endif // LOOMP_ANALYSES_RANGES_H
