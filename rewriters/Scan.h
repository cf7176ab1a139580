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

/// Does the loop append to vectors? Then two loops run over its blocks, and in between the vectors
/// get room.
bool appends(const LoopResult &loop);

/// What stands around the loop, and changes in it, where `dealt` gives each thread a block of it.
LoopRegion scanRegion(const LoopResult &loop, const DealtLoop &dealt, const SourceText &source);

/// The same for a loop that appends. `counting` is the directive of the first loop over blocks.
LoopRegion appendRegion(const LoopResult &loop, const DealtLoop &dealt, const std::string &counting,
                        const SourceText &source);

} // namespace loomp

#endif // LOOMP_REWRITERS_SCAN_H
