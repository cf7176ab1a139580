//===- DeviceRegion.h - data that stays on a device between loops ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_DEVICEREGION_H
#define LOOMP_ANALYSES_DEVICEREGION_H

#include "analyses/CheckDirective.h"
#include "analyses/Judge.h"

#include "llvm/ADT/ArrayRef.h"

#include <optional>
#include <vector>

namespace loomp {

/// Fills in `deviceRegions` of the loops of a function. `all`: these loops, with what has been
/// found of them.
void describeDeviceRegions(const JudgeContext &judgement, const std::vector<JudgedLoop> &all);

/// The outermost loops in `around` that a device can run.
std::vector<JudgedLoop> loopsOnDevice(const Model &model, LoopId around,
                                      const std::vector<JudgedLoop> &all);

/// What stays on the device while the statements run, which are a loop of the model; none if that
/// is not known to be the same. `all`: the loops of the function. Where in the text the region is,
/// the caller fills in.
std::optional<DeviceRegion> deviceRegionOf(const JudgeContext &judgement, LoopId loop,
                                           const std::vector<JudgedLoop> &all,
                                           llvm::ArrayRef<const clang::Stmt *> statements);

} // namespace loomp

#endif // LOOMP_ANALYSES_DEVICEREGION_H
