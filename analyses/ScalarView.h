//===- ScalarView.h - one scalar in one loop ------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to Roles.cpp and PrivateRole.cpp; the public entry is `classifyScalar` in Judge.h.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_SCALARVIEW_H
#define LOOMP_ANALYSES_SCALARVIEW_H

#include "analyses/Judge.h"

namespace loomp {

struct ScalarView {
  const JudgeContext &judgement;
  const Loop &loop;
  LoopId id;
  ObjectId self;
  const Object &object;
  const clang::ValueDecl *variable; ///< of a member: its field
  const std::vector<size_t> &accesses;

  const Access &access(size_t i) const { return judgement.model.accesses[accesses[i]]; }
};

Blocker blockerAt(const ScalarView &view, const std::string &reason, const std::string &message,
                  clang::SourceLocation location);

clang::SourceLocation firstWrite(const ScalarView &view);

/// May others read the value after the loop, wherever that is?
bool isAlwaysLiveOut(const ScalarView &view);

/// May the value after the loop be read?
bool isLiveAfter(const ScalarView &view);

/// The role `private` or `lastprivate`, or why it has none; absent: an iteration may read what an
/// earlier one wrote.
std::optional<ScalarOutcome> asPrivate(const ScalarView &view);

/// The role `firstprivate` of the closure that the variable is the state of; absent: it has none.
std::optional<ScalarOutcome> asClosureState(const ScalarView &view);

} // namespace loomp

#endif // LOOMP_ANALYSES_SCALARVIEW_H
