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

/// May the data of the loop stay on the device while a loop around it runs?
bool isInDataRegion(const TranslationUnitResult &result, const LoopResult &loop);

/// Keeps data on the device while the serial loops run that allow it.
void keepDataOnDevice(const TranslationUnitResult &result, const SourceFiles &files,
                      std::vector<Plan> &plans);

} // namespace loomp

#endif // LOOMP_REWRITERS_PLANREGIONS_H
