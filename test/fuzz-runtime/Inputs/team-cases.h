//===- team-cases.h - small regions to run serially and in every order ----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// team-cases.cpp is compiled twice, as `serial` without OpenMP and as `parallel` with it, and
// team-main.cpp compares what the same case keeps in both.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_FUZZ_TEAM_CASES_H
#define LOOMP_FUZZ_TEAM_CASES_H

#include <vector>

struct Input {
  long n;                    ///< trips, 0..9
  int threads;               ///< for `num_threads`
  std::vector<double> &kept; ///< what must be the same
  void keep(double value) { kept.push_back(value); }
};

enum class Expect {
  Same,
  Different,           ///< in descending order, with more than one thread
  DifferentInLockstep, ///< only if instrumented
};

struct Case {
  const char *name;
  Expect expect;
  void (*run)(Input &);
};

namespace serial {
extern const std::vector<Case> cases;
}
namespace parallel {
extern const std::vector<Case> cases;
}

#endif // LOOMP_FUZZ_TEAM_CASES_H
