//===- PairedTimes.cpp - which of two programs is slower ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/PairedTimes.h"

#include "tool/verify/VerifyReport.h"

namespace loomp {

static constexpr double NoticedRatio = 1.05, NoticedSeconds = 0.02, NeededShare = 0.8;

double PairedTimes::ratio() const {
  std::vector<double> ratios;
  for (size_t i = 0; i < first.size(); ++i)
    ratios.push_back(second[i] > 0 ? first[i] / second[i] : 1);
  return median(ratios);
}

bool PairedTimes::firstIsSlower() const {
  std::vector<double> differences;
  size_t slower = 0;
  for (size_t i = 0; i < first.size(); ++i) {
    differences.push_back(first[i] - second[i]);
    slower += first[i] > second[i];
  }
  return ratio() > NoticedRatio && median(differences) > NoticedSeconds &&
         double(slower) >= NeededShare * double(first.size());
}

} // namespace loomp
