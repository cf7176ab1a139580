//===- CheckHeader.h - texts in and behind a loop that hold ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_CHECKHEADER_H
#define LOOMP_ANALYSES_CHECKHEADER_H

#include "analyses/LoopResult.h"

namespace loomp {

/// Adds the blockers of a parallel loop that only the form of its header gives, and spells the
/// number of its iterations.
void checkHeader(LoopResult &result);

} // namespace loomp

#endif // LOOMP_ANALYSES_CHECKHEADER_H
