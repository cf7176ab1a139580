//===- MinimalFailure.cpp - which of many changes a failure needs ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/MinimalFailure.h"

#include <algorithm>

namespace loomp {

std::vector<size_t> minimalFailure(std::vector<size_t> changes,
                                   llvm::function_ref<bool(llvm::ArrayRef<size_t>)> fails) {
  size_t parts = 2;
  while (changes.size() >= 2) {
    auto beginOf = [&](size_t part) { return changes.begin() + changes.size() * part / parts; };
    bool reduced = false;
    // 1. A part that fails alone; 2. all but one part.
    for (size_t part = 0; part < parts && !reduced; ++part) {
      std::vector<size_t> alone(beginOf(part), beginOf(part + 1));
      reduced = fails(alone);
      if (reduced) {
        changes = std::move(alone);
        parts = 2;
      }
    }
    // With two parts, the others of one are the other.
    for (size_t part = 0; part < parts && !reduced && parts > 2; ++part) {
      std::vector<size_t> others(changes.begin(), beginOf(part));
      others.insert(others.end(), beginOf(part + 1), changes.end());
      reduced = fails(others);
      if (reduced) {
        changes = std::move(others);
        parts = std::max<size_t>(parts - 1, 2);
      }
    }
    if (reduced)
      continue;
    if (parts == changes.size())
      break;
    parts = std::min(parts * 2, changes.size());
  }
  return changes;
}

} // namespace loomp
