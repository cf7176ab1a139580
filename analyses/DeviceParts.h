//===- DeviceParts.h - ranges of elements that a device has copies of -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_DEVICEPARTS_H
#define LOOMP_ANALYSES_DEVICEPARTS_H

#include "analyses/DeviceText.h"
#include "analyses/Judge.h"
#include "analyses/Ranges.h"

#include <set>
#include <string>
#include <vector>

namespace loomp {

/// A variable, and the accesses that it leads to.
struct DevicePart {
  const DeviceUse *use = nullptr;
  std::vector<size_t> accesses;
  std::optional<ElementRange> range;
};

/// The variable whose name in the text leads to what is accessed; null if there is none.
const clang::ValueDecl *leadingName(const Model &model, const Access &access);

/// What the device needs of the memory that one loop reaches.
class DeviceParts {
public:
  DeviceParts(const JudgeContext &judgement, LoopId loop, const LoopResult &result)
      : J(judgement), M(judgement.model), L(loop), Judged(M.loops[loop]), Out(result) {}

  std::vector<DevicePart> Parts;

  /// Fills in what to copy, and what has to hold. Why some part cannot be mapped; empty if all are.
  std::string map(DeviceForm &form);
  /// Spells the conditions under which the ranges hold and are reached, into `form`. False if one
  /// of them has no text.
  bool spellConditions(DeviceForm &form) const;
  /// Adds a value that must not be negative; false if no text asks for that.
  bool require(const Polynomial &value);
  /// The elements that the accesses reach, as text for in front of the loop. Around loops it is not
  /// known which of several ends is the last one: that is asked.
  std::optional<ElementRange> rangeOf(const std::vector<size_t> &accesses) const {
    bool mayAsk = Out.verdict != Verdict::Parallel;
    return touchedRange(M, J.solver, L, touchesOf(M, accesses), J.context,
                        mayAsk ? &Required : nullptr);
  }
  /// Does the access, in the course of the loop, reach one element after the other, without a hole?
  bool isDense(const DevicePart &part, size_t number) const;

private:
  std::string mapPart(DevicePart &part, DeviceForm &form);
  std::string keepApart(const DevicePart &a, const DevicePart &b, DeviceForm &form) const;
  bool isUnconditional(const Access &access) const;
  bool endsAreReached(const DevicePart &part, std::set<LoopId> &needed) const;
  bool isReachedWhole(const DevicePart &part) const;
  bool isWrittenWhole(const DevicePart &part) const;
  bool mayBeOne(const DevicePart &a, const DevicePart &b) const;

  const JudgeContext &J;
  const Model &M;
  LoopId L;
  const Loop &Judged;
  const LoopResult &Out;
  mutable std::vector<Polynomial> Required; ///< values that must not be negative
};

} // namespace loomp

#endif // LOOMP_ANALYSES_DEVICEPARTS_H
