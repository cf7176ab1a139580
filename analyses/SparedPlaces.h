//===- SparedPlaces.h - what a loop reads and is supposed not to write ----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_SPAREDPLACES_H
#define LOOMP_ANALYSES_SPAREDPLACES_H

#include "analyses/Model.h"
#include "analyses/ModifiedSet.h"

namespace loomp {

/// Would more be known of the loop if no loop of its nest wrote what it reads at a fixed place?
bool readsUnknownFixedPlace(const Model &model, ModifiedSets &modified, LoopId loop);

/// Is the write a part of what the loop does to a place of which it has the closed form?
bool isMoveOf(const Loop &loop, const Access &write);

/// Does the loop read and write a fixed place that is no variable of its own?
bool movesFixedPlace(const Model &model, LoopId loop);

/// In a walk that supposes this: does a check of all pairs of objects that may overlap tell whether
/// it is so?
bool sparesByOverlaps(const Model &model, LoopId loop);

} // namespace loomp

#endif // LOOMP_ANALYSES_SPAREDPLACES_H
