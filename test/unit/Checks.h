//===- Checks.h - what the unit tests of verification share ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TEST_UNIT_CHECKS_H
#define LOOMP_TEST_UNIT_CHECKS_H

#include "llvm/Support/raw_ostream.h"

namespace loomp {

/// Counts what does not hold and says where.
struct Checks {
  unsigned failed = 0;
  void expect(bool holds, const char *what, const char *file, int line) {
    if (holds)
      return;
    ++failed;
    llvm::errs() << file << ':' << line << ": does not hold: " << what << '\n';
  }
};

#define EXPECT(CONDITION) checks.expect((CONDITION), #CONDITION, __FILE_NAME__, __LINE__)

void testProcesses(Checks &checks);
void testStatistics(Checks &checks);
void testUnstable(Checks &checks);

} // namespace loomp

#endif // LOOMP_TEST_UNIT_CHECKS_H
