//===- PlanRegions.h - regions around several loops -----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to Plan.cpp.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_PLANREGIONS_H
#define LOOMP_REWRITERS_PLANREGIONS_H

#include "rewriters/Plan.h"
#include "rewriters/SourceText.h"

#include <map>
#include <string>
#include <vector>

namespace loomp {

/// A file that loops stand in, read when the first plan needs it.
struct SourceFile {
  SourceText source;
  unsigned firstLoop = 0; ///< offset of the first loop: includes go before it
};
using SourceFiles = std::map<std::string, SourceFile>;

/// Gives SPMD loops that follow each other one region, whose edits are those of the first plan.
void shareRegions(const TranslationUnitResult &result, const SourceFiles &files,
                  const PlanOptions &options, std::vector<Plan> &plans);

/// May the loop ask how many iterations there are, and run on the host where they are few? Not
/// where its data would be on the device, unless the same can be asked in front of that region.
bool mayAskForCounts(const TranslationUnitResult &result, const LoopResult &loop);

/// Keeps data on the device while the statements run that allow it. The edits of all loops in such
/// a region belong to the plan of the first one.
void keepDataOnDevice(const TranslationUnitResult &result, const SourceFiles &files,
                      std::vector<Plan> &plans);

/// Adds to the plan what includes one header of each list, of which the first one is preferred.
void addIncludes(const std::vector<std::vector<std::string>> &needed, const SourceFile &file,
                 Plan &plan);

} // namespace loomp

#endif // LOOMP_REWRITERS_PLANREGIONS_H
