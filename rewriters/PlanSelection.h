//===- PlanSelection.h - which loops fix rewrites -------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_PLANSELECTION_H
#define LOOMP_REWRITERS_PLANSELECTION_H

#include "rewriters/Plan.h"

#include <vector>

namespace loomp {

/// Can the iterations of the loop run as tasks?
bool isTaskLoop(const LoopResult &loop);

/// Is there a plan for the loop, so far as its verdict and the options go?
bool isPlanned(const LoopResult &loop, const PlanOptions &options);

/// Selects, of each nest, the outermost loop that is parallel, editable and worth it.
void selectLevels(const TranslationUnitResult &result, const PlanOptions &options,
                  std::vector<Plan> &plans);

/// No graph of tasks stays selected that calls a function whose recursive calls become tasks: these
/// keep more threads at work, and within the tasks of another region they would get one.
void deselectGraphs(const TranslationUnitResult &result, std::vector<Plan> &plans);

/// Of the loops that are selected, none stays so in a function that another one calls.
void deselectCallees(const TranslationUnitResult &result, std::vector<Plan> &plans);

} // namespace loomp

#endif // LOOMP_REWRITERS_PLANSELECTION_H
