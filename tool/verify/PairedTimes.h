//===- PairedTimes.h - which of two programs is slower --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_PAIREDTIMES_H
#define LOOMP_TOOL_VERIFY_PAIREDTIMES_H

#include <vector>

namespace loomp {

/// Wall times in seconds of two programs that ran in turns: the i-th of both are neighbours in
/// time, so that what slows the machine down for a while slows down both.
struct PairedTimes {
  std::vector<double> first, second;

  /// The median of `first[i] / second[i]`; 0 without pairs. A median of ratios, not a ratio of
  /// medians: what the machine does to both of a pair cancels out.
  double ratio() const;

  /// Whether one is slower beyond what noise does: in the median of pairs by more than 5 % and by
  /// more than 20 ms, and in at least four of five pairs. Were both equally fast, each order of a
  /// pair would have probability 1/2; four or more of five then come with probability 6/32, which
  /// is why a decision asks twice (0.035).
  bool firstIsSlower() const;
  bool secondIsSlower() const { return PairedTimes{second, first}.firstIsSlower(); }
};

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_PAIREDTIMES_H
