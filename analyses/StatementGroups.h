//===- StatementGroups.h - how to divide a block into sections ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_STATEMENTGROUPS_H
#define LOOMP_ANALYSES_STATEMENTGROUPS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/STLFunctionalExtras.h"

#include <cstddef>
#include <vector>

namespace loomp {

/// What there is to do in one statement, in operations; and whether that is worth a thread.
struct Workload {
  double weight = 0;
  bool hasWork = false;
  bool isFixed = false; ///< it may stand in front of all in any case: see isKnownInFront
};

/// The statements [begin, end) of a block, and the set that each runs in; 0: in front of all.
struct StatementGroup {
  size_t begin = 0, end = 0;
  std::vector<unsigned> sets;
  double cost = 0; ///< of what runs in front, and of the longest set
};

/// Which of the statements [begin, end) have no work to do, and need nothing before them that has.
std::vector<bool> findFront(llvm::ArrayRef<Workload> works, size_t begin, size_t end,
                            llvm::function_ref<bool(size_t, size_t)> meets);

/// The best groups among the statements [begin, end). `meets(a, b)`, for a < b: they must not be
/// exchanged. `mayMove`: what has no work to do, and needs nothing before it that has, may run in
/// front of all.
std::vector<StatementGroup> cutIntoGroups(llvm::ArrayRef<Workload> works, size_t begin, size_t end,
                                          llvm::function_ref<bool(size_t, size_t)> meets,
                                          bool mayMove);

} // namespace loomp

#endif // LOOMP_ANALYSES_STATEMENTGROUPS_H
