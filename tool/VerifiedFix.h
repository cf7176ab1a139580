//===- VerifiedFix.h - keep those rewrites that pass ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFIEDFIX_H
#define LOOMP_TOOL_VERIFIEDFIX_H

#include "tool/Options.h"
#include "tool/Report.h"

#include <string>

namespace loomp {

/// The program that the files of a run make, before and after the rewrites that `plans` select.
/// `error` says which file cannot be read.
ProgramSources sourcesOf(const Report &report, const std::vector<Plan> &plans,
                         const Options &options, std::string &error);

/// Builds and runs the program with the rewrites that are planned, and takes the selection from
/// every plan that does not pass: with which the program does not compile, gives other results, has
/// a race or is slower. What was measured of each rewrite stands in the report afterwards. Returns
/// why nothing could be measured, or an empty string.
std::string keepVerified(Report &report, const Options &options, const VerifyOptions &verify);

/// Says of each rewrite whether it stays and why.
void printMeasured(llvm::raw_ostream &out, const Report &report, bool quiet);

} // namespace loomp

#endif // LOOMP_TOOL_VERIFIEDFIX_H
