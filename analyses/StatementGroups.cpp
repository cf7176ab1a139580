//===- StatementGroups.cpp - how to divide a block into sections ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The sets of a group are the connected components of "may not be exchanged". Of all ways to cut a
// block into groups of neighbours and single statements, the one is taken whose longest sets and
// single statements have the least work to do together: the best cut of the first k statements
// follows from those of fewer.
//
// Not handled: statements that depend on each other other than in chains could overlap more than
// groups do, one behind the other: a; b; c(a); d(b); e(a, b). See TaskGraph.cpp.
//
//===----------------------------------------------------------------------===//

#include "analyses/StatementGroups.h"

#include <algorithm>
#include <optional>

namespace loomp {

namespace {

class GroupFinder {
public:
  GroupFinder(llvm::ArrayRef<Workload> works, llvm::function_ref<bool(size_t, size_t)> meets,
              bool mayMove)
      : Works(works), Meets(meets), MayMove(mayMove) {}
  std::vector<StatementGroup> cut(size_t begin, size_t end) const;

private:
  std::optional<StatementGroup> group(size_t begin, size_t end, bool movesLight) const;

  llvm::ArrayRef<Workload> Works;
  llvm::function_ref<bool(size_t, size_t)> Meets;
  bool MayMove;
};

} // namespace

std::vector<bool> findFront(llvm::ArrayRef<Workload> works, size_t begin, size_t end,
                            llvm::function_ref<bool(size_t, size_t)> meets) {
  std::vector<bool> isInFront;
  for (size_t i = begin; i < end; ++i) {
    bool stays = works[i].hasWork;
    for (size_t k = begin; k < i; ++k)
      stays |= !isInFront[k - begin] && meets(k, i);
    isInFront.push_back(!stays);
  }
  return isInFront;
}

/// The sets of some neighbours. `movesLight`: what has no work to do, and needs nothing before it
/// that has, runs in front of all.
std::optional<StatementGroup> GroupFinder::group(size_t begin, size_t end, bool movesLight) const {
  StatementGroup result{begin, end, std::vector<unsigned>(end - begin, ~0U)};
  std::vector<bool> isInFront(end - begin, false);
  if (movesLight)
    isInFront = findFront(Works, begin, end, Meets);
  for (size_t i = begin; i < end; ++i)
    if (isInFront[i - begin]) {
      result.sets[i - begin] = 0;
      result.cost += Works[i].weight;
    }
  std::vector<double> weights;
  std::vector<bool> haveWork;
  for (size_t i = begin; i < end; ++i) {
    if (result.sets[i - begin] != ~0U)
      continue;
    unsigned number = static_cast<unsigned>(weights.size()) + 1;
    double weight = 0;
    bool hasWork = false;
    std::vector<size_t> left = {i};
    result.sets[i - begin] = number;
    while (!left.empty()) {
      size_t each = left.back();
      left.pop_back();
      weight += Works[each].weight;
      hasWork |= Works[each].hasWork;
      for (size_t k = begin; k < end; ++k)
        if (result.sets[k - begin] == ~0U && Meets(std::min(each, k), std::max(each, k))) {
          result.sets[k - begin] = number;
          left.push_back(k);
        }
    }
    weights.push_back(weight);
    haveWork.push_back(hasWork);
  }
  if (std::count(haveWork.begin(), haveWork.end(), true) < 2)
    return std::nullopt;
  result.cost += *std::max_element(weights.begin(), weights.end());
  return result;
}

/// The best way to cut the statements [begin, end), none of them a barrier, into groups.
std::vector<StatementGroup> GroupFinder::cut(size_t begin, size_t end) const {
  size_t count = end - begin;
  std::vector<double> best(count + 1, 0);
  std::vector<std::optional<StatementGroup>> last(count + 1);
  for (size_t to = 1; to <= count; ++to) {
    best[to] = best[to - 1] + Works[begin + to - 1].weight;
    if (!Works[begin + to - 1].hasWork)
      continue;
    for (size_t from = 0; from + 1 < to; ++from) {
      if (!Works[begin + from].hasWork)
        continue;
      for (bool movesLight : {false, true}) {
        if (movesLight && !MayMove)
          continue;
        auto found = group(begin + from, begin + to, movesLight);
        if (found && best[from] + found->cost < best[to]) {
          best[to] = best[from] + found->cost;
          last[to] = std::move(found);
        }
      }
    }
  }
  std::vector<StatementGroup> groups;
  for (size_t to = count; to > 0;) {
    size_t from = last[to] ? last[to]->begin - begin : to - 1;
    if (last[to])
      groups.push_back(std::move(*last[to]));
    to = from;
  }
  std::reverse(groups.begin(), groups.end());
  return groups;
}

std::vector<StatementGroup> cutIntoGroups(llvm::ArrayRef<Workload> works, size_t begin, size_t end,
                                          llvm::function_ref<bool(size_t, size_t)> meets,
                                          bool mayMove) {
  return GroupFinder(works, meets, mayMove).cut(begin, end);
}

} // namespace loomp
