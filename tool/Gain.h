//===- Gain.h - which missed loops matter most ----------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A reviewer has time for five loops. They should be those that do most of the work.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_GAIN_H
#define LOOMP_TOOL_GAIN_H

#include <cstddef>
#include <map>

namespace loomp {

struct Report;

/// An estimate that puts loops in order. It is no speedup, and says nothing of loops in other runs
/// but by its order of magnitude.
struct Gain {
  double operations = 0;   ///< that the threads of a team would share
  unsigned place = 0;      ///< 1: the most of all loops of the run
  double priority() const; ///< 0 to 100, grows with `operations`; the same in every run
};

/// By loop, of those that `fix` would rewrite.
std::map<size_t, Gain> estimateGains(const Report &report);

} // namespace loomp

#endif // LOOMP_TOOL_GAIN_H
