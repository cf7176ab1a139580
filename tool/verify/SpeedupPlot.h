//===- SpeedupPlot.h - speedup over threads, as a picture -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_SPEEDUPPLOT_H
#define LOOMP_TOOL_VERIFY_SPEEDUPPLOT_H

#include "tool/verify/VerifyReport.h"

namespace loomp {

/// A few lines of bars for a terminal.
void printSketch(const VerifyReport &report, bool unicode, llvm::raw_ostream &out);

/// A picture that needs nothing but itself: measured points with the range of the runs, the ideal
/// line, and Amdahl's law if it was fitted.
void printSvg(const VerifyReport &report, llvm::raw_ostream &out);

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_SPEEDUPPLOT_H
