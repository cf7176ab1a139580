//===- Compaction.h - loops that number what they keep --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//   for (int i = 0; i < n; i++)          counters k and m, of which each iteration
//     if (a[i] > 0)                      moves one, or none
//       out[k++] = a[i];
//     else if (a[i] < 0)
//       rest[m++] = a[i];
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_COMPACTION_H
#define LOOMP_ANALYSES_COMPACTION_H

#include "analyses/Judge.h"
#include "analyses/ModifiedSet.h"

#include "clang/AST/ExprCXX.h"

namespace loomp {

/// A place that some iterations come to, and what they move there.
struct CountedPlace {
  const clang::VarDecl *counter = nullptr; ///< or a vector, which counts what it holds
  /// Of a block, or of an `if`: where `k++`, `k += 2` or `v.push_back(e)` stands.
  const clang::Stmt *statement = nullptr;
  /// From this statement on, to the end of the block, the iteration certainly moves the counter.
  const clang::Stmt *certain = nullptr;
  Coefficient step = 1;
  const clang::CXXMemberCallExpr *append = nullptr; ///< set for a vector
};

/// Counters that iterations of a loop move under a condition.
struct Compaction {
  const clang::Stmt *loop = nullptr;
  std::vector<CountedPlace> places;
};

/// All counters that the text of the loop moves under a condition.
Compaction findCompaction(const clang::Stmt &loop, ModifiedSets &modified);

/// The loop as a scan of its counters; none if it is no such loop. `judgement` is about a model of
/// the function in which they are followed (Evaluator::countUpdates), `described` what is known of
/// its header.
std::optional<LoopResult> judgeAsCompaction(const JudgeContext &judgement, LoopId loop,
                                            const Compaction &compaction,
                                            const LoopResult &described);

// --- Append.cpp

/// The place where a vector grows by the statement, if that is all it does.
std::optional<CountedPlace> appendAt(const clang::Stmt *statement);

/// Does the loop name the vector there, and nowhere else?
bool isNamedOnce(const clang::Stmt &loop, const CountedPlace &place);

/// The vector as a variable of the scan, if the loop, judged as `result`, reaches it and its
/// elements in no other way; lets the checks of `result` ask for all elements that it has room for.
std::optional<ScannedVariable> asAppended(const JudgeContext &judgement, LoopId loop,
                                          const CountedPlace &place, LoopResult &result);

} // namespace loomp

#endif // LOOMP_ANALYSES_COMPACTION_H
