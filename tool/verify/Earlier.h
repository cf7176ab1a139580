//===- Earlier.h - an earlier result to compare with ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_EARLIER_H
#define LOOMP_TOOL_VERIFY_EARLIER_H

#include "tool/verify/VerifyReport.h"

namespace loomp {

/// What was kept of an earlier verification.
struct EarlierResult {
  std::string file;
  std::string program, processor, compiler, optimization;
  std::vector<std::string> arguments;
  std::vector<double> serial;
  std::map<unsigned, std::vector<double>> runs; ///< by number of threads
};

/// Reads what `--output` or `--format=json` wrote. Returns what is wrong, or an empty string.
std::string readEarlier(const std::string &file, EarlierResult &result);

/// The changes of all run times that both have.
EarlierComparison compareWithEarlier(const EarlierResult &earlier, const VerifyReport &report);

void printComparison(const EarlierComparison &comparison, llvm::raw_ostream &out);

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_EARLIER_H
