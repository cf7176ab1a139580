//===- Statistics.cpp - what a few run times say --------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Run times have a lower bound and a long tail, so that nothing here assumes a distribution.
//
// Median (H. A. David, H. N. Nagaraja, "Order Statistics", 3rd edition, 2003, section 7.1). Let
// x(1) <= ... <= x(n) be a sorted sample of independent values of a continuous distribution with
// the median m. Each value is below m with probability 1/2, so that the number of those below is
// binomial, and for r < (n + 1)/2
//
//   P(x(r) <= m <= x(n + 1 - r))  =  1 - 2 * sum over k < r of (n choose k) / 2^n.
//
// For n = 5 and r = 1 this is 93.75 %, for n = 6 it is 96.9 %.
//
// Ratio. If intervals for two medians fail with probabilities of at most p and q, the quotients of
// their ends hold the ratio of the medians with a probability of at least 1 - p - q, whether or not
// the samples depend on each other (Boole's inequality).
//
// Amdahl's law (G. M. Amdahl, "Validity of the single processor approach to achieving large scale
// computing capabilities", AFIPS 1967). If the fraction s of the time with one thread is serial and
// all else is divided evenly, p threads take
//
//   T(p) = T(1) (s + (1 - s)/p) = a + b/p   with a = s T(1), b = (1 - s) T(1).
//
// This is linear in a and b, so least squares have a closed form. The best a and b that are not
// negative, which means 0 <= s <= 1, lie where the unconstrained ones are if these are not
// negative, else on the edge: the sum of squares is convex, and a < 0 and b < 0 exclude each other
// for times above 0.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/Statistics.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace loomp {

static constexpr double WantedLevel = 0.95;

double median(std::vector<double> values) {
  if (values.empty())
    return 0;
  llvm::sort(values);
  size_t middle = values.size() / 2;
  return values.size() % 2 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

std::optional<Interval> medianInterval(std::vector<double> values) {
  size_t n = values.size();
  if (n < 2)
    return std::nullopt;
  llvm::sort(values);
  // `outside` is the sum over k < r of (n choose k) / 2^n; it grows with r.
  double term = std::pow(0.5, double(n)), outside = term;
  size_t r = 1;
  for (size_t next = 2; next <= n / 2; ++next) {
    term *= double(n - next + 2) / double(next - 1);
    if (1 - 2 * (outside + term) < WantedLevel)
      break;
    outside += term;
    r = next;
  }
  return Interval{values[r - 1], values[n - r], 1 - 2 * outside};
}

std::optional<Interval> ratioInterval(const std::vector<double> &a, const std::vector<double> &b) {
  std::optional<Interval> first = medianInterval(a), second = medianInterval(b);
  if (!first || !second || second->low <= 0)
    return std::nullopt;
  return Interval{first->low / second->high, first->high / second->low,
                  std::max(0.0, first->level + second->level - 1)};
}

std::optional<AmdahlFit> fitAmdahl(const std::vector<std::pair<unsigned, double>> &times) {
  std::set<unsigned> counts;
  double n = 0, sumX = 0, sumT = 0, sumXX = 0, sumXT = 0; // x is 1/p
  for (const auto &[threads, seconds] : times) {
    double x = 1.0 / threads;
    counts.insert(threads);
    n += 1;
    sumX += x;
    sumT += seconds;
    sumXX += x * x;
    sumXT += x * seconds;
  }
  if (counts.size() < 2 || sumT <= 0)
    return std::nullopt;
  double b = (n * sumXT - sumX * sumT) / (n * sumXX - sumX * sumX);
  double a = (sumT - b * sumX) / n;
  AmdahlFit fit;
  fit.points = unsigned(counts.size());
  fit.isClamped = a < 0 || b < 0;
  if (a < 0) {
    a = 0;
    b = sumXT / sumXX;
  } else if (b < 0) {
    a = sumT / n;
    b = 0;
  }
  fit.oneThread = a + b;
  fit.serialFraction = a / (a + b);
  double squares = 0;
  for (const auto &[threads, seconds] : times)
    squares += std::pow(seconds - fit.timeWith(threads), 2);
  fit.residual = std::sqrt(squares / n) / fit.oneThread;
  return fit;
}

} // namespace loomp
