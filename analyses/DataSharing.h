//===- DataSharing.h - which variables a directive shares -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_DATASHARING_H
#define LOOMP_ANALYSES_DATASHARING_H

#include "analyses/LoopText.h"

#include "clang/AST/Decl.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace loomp {

/// What a variable is in the iterations of a loop with a directive.
struct Sharing {
  enum class Kind {
    Shared,       ///< one for all threads
    Private,      ///< one per thread, without a value at first
    FirstPrivate, ///< one per thread, with the value from before
    LastPrivate,  ///< one per thread; the last iteration's value remains
    Reduction,    ///< one per thread, combined with `op`
    Linear,       ///< a function of the iteration number
    OfThread      ///< belongs to the thread: declared in the region, or private there
  };
  Kind kind = Kind::Shared;
  std::string op; ///< Reduction
  /// Reduction: of a part only. Its first element and their number, if they are constants.
  bool isPart = false;
  std::optional<std::pair<std::int64_t, std::int64_t>> part = std::nullopt;
  const clang::Expr *step = nullptr; ///< Linear; null: 1
};

class DataSharing {
public:
  explicit DataSharing(const LoopSite &site);

  Sharing of(const clang::ValueDecl &variable) const;
  /// False if some clause means something that this file does not know.
  bool isUnderstood() const { return Understood; }
  /// Is a section of an array reduced that a pointer leads to?
  bool reducesThroughPointer() const { return ThroughPointer; }
  /// Does a clause say that iterations wait for each other (`ordered(1)`), that they see what the
  /// earlier ones have reduced (`inscan`), or that they combine in a way declared elsewhere?
  bool ordersIterations() const { return Ordered; }
  /// Does a clause on the region around give each thread one of its own? And one without a value?
  bool isPrivateInRegion(const clang::ValueDecl &variable) const;
  bool isUnsetInRegion(const clang::ValueDecl &variable) const;

private:
  void read(const clang::OMPExecutableDirective &directive, bool isOnLoop);

  const LoopSite &Site;
  std::map<const clang::ValueDecl *, Sharing> Listed;
  std::set<const clang::ValueDecl *> PrivateInRegion, UnsetInRegion;
  bool Understood = true;
  bool ThroughPointer = false;
  bool Ordered = false;
};

} // namespace loomp

#endif // LOOMP_ANALYSES_DATASHARING_H
