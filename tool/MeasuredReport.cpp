//===- MeasuredReport.cpp - what was measured of rewrites -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Printable.h"
#include "tool/Report.h"
#include "tool/VerifiedFix.h"
#include "tool/verify/VerifyReport.h"

#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace loomp {

StringRef endName(Measured::End end) {
  switch (end) {
  case Measured::End::Kept:
    return "kept";
  case Measured::End::DoesNotCompile:
    return "does-not-compile";
  case Measured::End::Differs:
    return "differs";
  case Measured::End::Races:
    return "races";
  case Measured::End::Slower:
    return "slower";
  }
  llvm_unreachable("no such end");
}

void printMeasured(raw_ostream &out, const Report &report, bool quiet) {
  for (const auto &[loop, measured] : report.measured) {
    const Position &position = report.result.loops[loop].position;
    bool isKept = measured.end == Measured::End::Kept;
    if (isKept && quiet)
      continue;
    out << formatv("{0}:{1}:{2}: ", printableName(position.file), position.line, position.column);
    if (!isKept)
      out << "warning: rewrite rolled back: " << printable(measured.message);
    else if (measured.speedup)
      out << formatv("remark: rewrite kept: without it the program takes {0:f2} times as long with "
                     "{1}",
                     *measured.speedup, threadCount(measured.threads));
    else
      out << "remark: rewrite kept";
    out << " [" << endName(measured.end) << "]\n";
  }
  if (report.onlyStatusCompared)
    out << "warning: the program prints nothing and writes no files: only exit statuses were "
           "compared\n";
  if (!quiet && report.wholeSpeedup)
    out << formatv("the rewritten program is {0:f2} times as fast as the serial one with {1}\n",
                   *report.wholeSpeedup, threadCount(report.wholeThreads));
}

} // namespace loomp
