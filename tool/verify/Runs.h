//===- Runs.h - the serial and the rewritten program, in turns ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_RUNS_H
#define LOOMP_TOOL_VERIFY_RUNS_H

#include "tool/verify/Bench.h"

namespace loomp {

/// Runs both programs as often as the options say and enters what they did into `report`. Returns
/// whether it can be judged; if not, the report says why, unless a signal came.
bool runPrograms(Bench &bench, const Program &serial, const Program &rewritten,
                 VerifyReport &report);

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_RUNS_H
