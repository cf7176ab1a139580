//===- Statistics.h - what a few run times say ----------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_STATISTICS_H
#define LOOMP_TOOL_VERIFY_STATISTICS_H

#include <optional>
#include <utility>
#include <vector>

namespace loomp {

/// 0 if `values` is empty.
double median(std::vector<double> values);

/// Holds the true value with a probability of at least `level`.
struct Interval {
  double low = 0, high = 0;
  double level = 0;
};

/// An interval for the median of what `values` are a sample of; the narrowest of at least 95 %, or
/// the widest there is. None for fewer than two values.
std::optional<Interval> medianInterval(std::vector<double> values);

/// An interval for the median of `a` divided by that of `b`.
std::optional<Interval> ratioInterval(const std::vector<double> &a, const std::vector<double> &b);

/// How the time depends on the number of threads.
struct AmdahlFit {
  double oneThread = 0;      ///< fitted time with one thread
  double serialFraction = 0; ///< part of it that more threads do not make shorter
  bool isClamped = false;    ///< the best fraction is below 0 or above 1
  double residual = 0;       ///< root of the mean square of what is left, in parts of `oneThread`
  unsigned points = 0;       ///< distinct numbers of threads

  double timeWith(double threads) const {
    return oneThread * (serialFraction + (1 - serialFraction) / threads);
  }
};

/// None from fewer than two numbers of threads. `times`: number of threads and seconds.
std::optional<AmdahlFit> fitAmdahl(const std::vector<std::pair<unsigned, double>> &times);

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_STATISTICS_H
