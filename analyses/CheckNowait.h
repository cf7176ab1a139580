//===- CheckNowait.h - loops that do not wait for each other --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_CHECKNOWAIT_H
#define LOOMP_ANALYSES_CHECKNOWAIT_H

#include "analyses/Judge.h"

#include <vector>

namespace loomp {

struct JudgedLoop;

/// Pairs of loops in one parallel region, the first with `nowait`, of which the second certainly
/// meets elements that another thread may still be at in the first: findings `race-nowait`.
std::vector<Finding> checkNowait(const JudgeContext &judgement,
                                 const std::vector<JudgedLoop> &loops);

/// Does the loop wait for all threads at its end, or do they certainly meet nothing behind it, up
/// to the next barrier, that others are still at?
bool waitsLongEnough(const JudgeContext &judgement, const std::vector<JudgedLoop> &loops,
                     const JudgedLoop &first);

} // namespace loomp

#endif // LOOMP_ANALYSES_CHECKNOWAIT_H
