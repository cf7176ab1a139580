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

/// Do the same steps lead to the elements of the two, which begin behind the first `count`? `s[i]`
/// and `s[i - 1]` are two storages, in one piece.
bool isSameStorage(const Path &a, const Path &b, size_t count);

/// A place that the loop touches under a guard (see Model::guards).
struct Touch {
  Path path;
  int guard = -1;
  bool isHeader = false; ///< the container itself, and nothing that it owns
};

/// Does what the path leads to lie within the size of each object that it leads through? A flexible
/// array does not, nor does a virtual base, which other objects may share.
bool liesInObject(const Model &model, const Path &path);

/// The places of the accesses.
std::vector<Touch> touchesOf(const Model &model, const std::vector<size_t> &accesses);

/// The containers, all of one class, that the accesses are to, or in whose storage they stand;
/// empty if something else is accessed as well.
std::vector<Touch> ownersOf(const Model &model, const std::vector<size_t> &accesses);

/// A pointer into an object, as text for in front of the loop.
struct PointerText {
  std::string text;
  Polynomial offset; ///< number of the element that it points to
  bool dereferences = false;
};

/// The elements that the touches (all to one piece) reach in the loop, as C text: their own
/// range or, where it has no form, all elements that there are. Absent if neither has a form.
/// `assumed` gets linear values that must not be negative for the range to hold, and `limits`
/// those under which no overflow happens in it: they must be asked first. What is
/// null assumes nothing. `given`: the pointer to them, where it is another one each time.
std::optional<ElementRange> touchedRange(const Model &model, const IntegerSolver &solver,
                                         LoopId loop, const std::vector<Touch> &touches,
                                         const clang::ASTContext &context,
                                         std::vector<Polynomial> *assumed = nullptr,
                                         ValueLimits *limits = nullptr,
                                         const PointerText *given = nullptr);

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

/// A container among others, `w[k]`, the same one all through the loop, which certainly reaches it
/// where it runs.
std::optional<std::string> rowAtEntry(const Model &model, LoopId loop, const Path &row,
                                      const clang::ASTContext &context, bool &dereferences);

/// All elements of the container, if the loop does not change their number: no program reaches
/// others.
std::optional<ElementRange> wholeStorage(const Model &model, LoopId loop,
                                         const ContainerStorage &storage);

/// Can anyone ask the container for its size?
bool hasPublicSize(clang::QualType container);

/// Does the container own the same storage all through the loop?
bool keepsStorage(const Model &model, LoopId loop, const Path &owner);

} // namespace loomp

#endif // LOOMP_ANALYSES_RANGES_H
