//===- Scan.h - loops that use the sums they have so far ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_SCAN_H
#define LOOMP_ANALYSES_SCAN_H

#include "analyses/Judge.h"
#include "analyses/ModifiedSet.h"

namespace loomp {

/// The loop, parallel but for one variable that two passes can compute; none if it is no such loop.
/// `described`: what is known of its header; `whole`: the verdict as it is.
std::optional<LoopResult> judgeAsScan(const JudgeContext &judgement, ModifiedSets &modified,
                                      LoopId loop, const LoopResult &described,
                                      const LoopResult &whole);

// What other loops in two passes share.

/// Can threads run blocks of the iterations twice?
bool mayHavePasses(const LoopResult &described);

/// Judges the loop for given values of the variables in each iteration. None if it is not parallel
/// then, or has roles that two passes do not allow.
std::optional<ScanForm> judgeGivenVariables(JudgeContext judgement, LoopId loop,
                                            llvm::ArrayRef<const clang::VarDecl *> variables,
                                            LoopResult &result);

/// Does the text mean the same in a pass of its own? Lambdas and captured variables may not.
bool isPlainText(const clang::Stmt *statement);

} // namespace loomp

#endif // LOOMP_ANALYSES_SCAN_H
