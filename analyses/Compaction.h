//===- Compaction.h - loops that number what they keep --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//   for (int i = 0; i < n; i++)          counter k, which each iteration either
//     if (a[i] > 0)                      moves by one or leaves alone
//       out[k++] = a[i];
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_COMPACTION_H
#define LOOMP_ANALYSES_COMPACTION_H

#include "analyses/Judge.h"
#include "analyses/ModifiedSet.h"

namespace loomp {

/// A counter that iterations move under a condition.
struct Compaction {
  const clang::Stmt *loop = nullptr;
  const clang::VarDecl *counter = nullptr;
  /// Of a block, or of an `if`: where `k++` or `k += 2` stands.
  const clang::Stmt *statement = nullptr;
  /// From this statement on, to the end of the block, the iteration certainly moves the counter.
  const clang::Stmt *certain = nullptr;
  Coefficient step = 1;
};

/// The counters that the text of the loop moves under a condition.
std::vector<Compaction> findCompactions(const clang::Stmt &loop, ModifiedSets &modified);

/// The loop as a scan of its counter; none if it is no such loop. `judgement` is about a model of
/// the function in which the counter is followed (Evaluator::countUpdates), `described` what is
/// known of its header.
std::optional<LoopResult> judgeAsCompaction(const JudgeContext &judgement, LoopId loop,
                                            const Compaction &compaction,
                                            const LoopResult &described);

} // namespace loomp

#endif // LOOMP_ANALYSES_COMPACTION_H
