//===- DeviceData.h - what a device needs of the memory of the host -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_DEVICEDATA_H
#define LOOMP_ANALYSES_DEVICEDATA_H

#include "analyses/Judge.h"

namespace loomp {

/// Fills in `device`, or why there is none, of a loop that is parallel.
void describeDevice(const JudgeContext &judgement, LoopId loop, LoopResult &result);

} // namespace loomp

#endif // LOOMP_ANALYSES_DEVICEDATA_H
