//===- Device.h - loops that a device runs --------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_DEVICE_H
#define LOOMP_REWRITERS_DEVICE_H

#include "rewriters/ParallelFor.h"
#include "rewriters/Plan.h"
#include "rewriters/Pragma.h"
#include "rewriters/SourceText.h"

namespace loomp {

/// Why no device can run the loop; empty if one can.
std::string whyNotOnDevice(const LoopResult &loop);

/// `loop` as a device runs it: what it rests on is asked in front of it, where else it stays as it
/// was. `loop.device` must be set.
LoopResult withDeviceChecks(const LoopResult &loop);

/// The words of the directive.
std::string deviceDirectiveName(const LoopResult &loop, DeviceDirective wanted);

/// The lines in front of the loop and the changes in it by which the clauses can name elements; the
/// header of the canonical form changes in `loop`.
LoopRegion deviceRegion(LoopResult &loop, const SourceText &source);

/// What the clauses copy, in the order of the variables.
std::vector<MapClause> mapClauses(const LoopResult &loop, const SourceText *source);

/// Is there a line for a directive in front of the statements, and none of another among them?
bool canHoldRegion(const DeviceRegion &region, const SourceText &source);

/// What begins a region in which data stays on the device, in front of the edits of the loops in
/// it, and what ends it, behind them.
struct DataRegionEdits {
  std::vector<Edit> begin, end;
  std::vector<std::string> declarations; ///< of pointers, which the loops need not declare again
  bool needsIntegerTypes = false;        ///< uses `uintptr_t`
};

/// `loop`: one of the region. `conditions`: what has to hold besides its checks.
DataRegionEdits dataRegionEdits(const LoopResult &loop, const DeviceRegion &region,
                                const std::vector<std::string> &conditions,
                                const SourceText &source);

} // namespace loomp

#endif // LOOMP_REWRITERS_DEVICE_H
