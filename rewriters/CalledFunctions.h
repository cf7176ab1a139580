//===- CalledFunctions.h - directives on functions that loops call --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_CALLEDFUNCTIONS_H
#define LOOMP_REWRITERS_CALLEDFUNCTIONS_H

#include "rewriters/PlanRegions.h"

namespace loomp {

/// Adds to the plans of selected loops what makes functions that they call ones for lanes.
void declareForLanes(const TranslationUnitResult &result, const SourceFiles &files,
                     std::vector<Plan> &plans);

/// Adds to the plans of selected loops what makes functions that they call ones of a device.
void declareForDevice(const TranslationUnitResult &result, const SourceFiles &files,
                      std::vector<Plan> &plans);

} // namespace loomp

#endif // LOOMP_REWRITERS_CALLEDFUNCTIONS_H
