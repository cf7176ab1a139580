//===- LaneFunctions.h - versions of functions for lanes ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_LANEFUNCTIONS_H
#define LOOMP_REWRITERS_LANEFUNCTIONS_H

#include "rewriters/PlanRegions.h"

namespace loomp {

/// Adds to the plans of selected loops what makes functions that they call ones for lanes.
void declareForLanes(const TranslationUnitResult &result, const SourceFiles &files,
                     std::vector<Plan> &plans);

} // namespace loomp

#endif // LOOMP_REWRITERS_LANEFUNCTIONS_H
