//===- Scan.h - sums on the way, in two passes ----------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_SCAN_H
#define LOOMP_REWRITERS_SCAN_H

#include "rewriters/ParallelFor.h"
#include "rewriters/SourceText.h"
#include "rewriters/Spmd.h"

namespace loomp {

/// What stands around the loop, and changes in it, where `dealt` gives each thread a block of it.
LoopRegion scanRegion(const LoopResult &loop, const DealtLoop &dealt, const SourceText &source);

} // namespace loomp

#endif // LOOMP_REWRITERS_SCAN_H
