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

/// A worksharing loop does not wait at its begin. Does it certainly meet nothing that other threads
/// may still be at in front of it, since the last barrier? And one that starts its own region, that
/// no other thread runs it, too, and that it meets nothing of tasks?
bool startsLateEnough(const JudgeContext &judgement, const std::vector<JudgedLoop> &loops,
                      const JudgedLoop &loop);

} // namespace loomp

#endif // LOOMP_ANALYSES_CHECKNOWAIT_H
