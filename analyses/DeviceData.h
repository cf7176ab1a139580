//===- DeviceData.h - what a device needs of the memory of the host -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_DEVICEDATA_H
#define LOOMP_ANALYSES_DEVICEDATA_H

#include "analyses/CheckDirective.h"
#include "analyses/Judge.h"

namespace loomp {

/// Fills in `device`, or why there is none, of a loop that is parallel.
void describeDevice(const JudgeContext &judgement, LoopId loop, LoopResult &result);

/// Fills in `deviceRegion` of one of the loops of a function, if that is not parallel. `all`: the
/// loops of the function, with what has been found of them.
void describeDeviceRegion(const JudgeContext &judgement, const JudgedLoop &loop,
                          const std::vector<JudgedLoop> &all);

} // namespace loomp

#endif // LOOMP_ANALYSES_DEVICEDATA_H
