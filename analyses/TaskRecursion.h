//===- TaskRecursion.h - recursive calls that can run as tasks ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_TASKRECURSION_H
#define LOOMP_ANALYSES_TASKRECURSION_H

#include "analyses/Analyze.h"
#include "analyses/CallSites.h"
#include "analyses/EffectTable.h"
#include "analyses/LinearSystem.h"
#include "analyses/LoopResult.h"
#include "analyses/ModifiedSet.h"

#include <optional>
#include <set>
#include <vector>

namespace loomp {

/// What the analysis of a function needs.
struct RecursionContext {
  clang::ASTContext &context;
  const AnalysisOptions &options;
  const EffectTable &effects;
  ModifiedSets &modified;
  const IntegerSolver &solver;
  const std::set<const clang::FunctionDecl *> &ofTasks; ///< see calledByTasks
};

/// Judges a function that calls itself at least twice. Absent if it does not, or if tasks are made
/// there already.
std::optional<LoopResult> judgeRecursion(const RecursionContext &judgement,
                                         const clang::FunctionDecl &function,
                                         const ArgumentFacts &facts);

} // namespace loomp

#endif // LOOMP_ANALYSES_TASKRECURSION_H
