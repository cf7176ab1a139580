//===- Deliver.h - where the results of verification go -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_DELIVER_H
#define LOOMP_TOOL_VERIFY_DELIVER_H

#include "tool/verify/Verify.h"
#include "tool/verify/VerifyReport.h"

namespace loomp {

/// Enters what is verified, how and on what machine.
void describeRun(const ProgramSources &sources, const VerifyOptions &options, VerifyReport &report);

/// Prints the report and writes the files that the options name. Returns the exit status.
int deliver(const VerifyReport &report, const VerifyOptions &options);

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_DELIVER_H
