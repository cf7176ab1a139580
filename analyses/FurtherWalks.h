//===- FurtherWalks.h - walks that look at one loop, or nest, each --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to Analyze.cpp and FurtherWalks.cpp.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_FURTHERWALKS_H
#define LOOMP_ANALYSES_FURTHERWALKS_H

#include "analyses/Judge.h"
#include "analyses/ListWalk.h"
#include "analyses/LoopText.h"
#include "analyses/ModifiedSet.h"

namespace loomp {

/// The verdict on the loop, or else on what is left of it without one iteration.
void judgeLoop(const JudgeContext &judgement, Model &model, ModifiedSets &modified, LoopId id,
               const LoopResult &described, LoopResult &result);

/// Walks that look at one loop each, for forms that the walk for all of them cannot judge.
struct FurtherWalks {
  clang::ASTContext &context;
  const AnalysisOptions &options;
  const EffectTable &effects;
  ModifiedSets &modified;
  const IntegerSolver &solver;
  const clang::FunctionDecl &function;
  const ArgumentFacts facts;
  unsigned left = 16; ///< each costs as much as the first one

  void count(const clang::Stmt &loop, const LoopResult &text, const LoopResult &described,
             LoopResult &result);
  void visit(const clang::Stmt &loop, const ListWalk &walk, const LoopResult &described,
             LoopResult &result);
  void spare(const Model &known, llvm::ArrayRef<LoopSite> sites, llvm::ArrayRef<LoopResult> texts,
             llvm::MutableArrayRef<LoopResult> results);
  void suppose(const Model &known, llvm::ArrayRef<LoopSite> sites, llvm::ArrayRef<LoopResult> texts,
               llvm::MutableArrayRef<LoopResult> results);
};

} // namespace loomp

#endif // LOOMP_ANALYSES_FURTHERWALKS_H
