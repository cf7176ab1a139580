//===- BruteForceTaskGraph.cpp - graphs of tasks against all pairs --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Statements of which any two may need each other become tasks, with clauses that name variables
// which have nothing to do with it. Then OpenMP's rule of `depend` clauses is applied to each two
// tasks: whatever must not be exchanged is ordered, and nothing else is.
//
//===----------------------------------------------------------------------===//

#include "analyses/TaskGraph.h"
#include "test/unit/BruteForce.h"

#include <algorithm>
#include <set>

namespace loomp::brute {

namespace {

/// The statements of a block.
struct Block {
  std::vector<Workload> works;
  std::vector<std::vector<bool>> meets; ///< by the earlier one, and the later one
  bool mayMove = false;
  std::string text() const;
};

using Pairs = std::vector<std::vector<bool>>;

} // namespace

std::string Block::text() const {
  std::string result = mayMove ? "may move;" : "may not move;";
  for (size_t i = 0; i < works.size(); ++i) {
    result += " " + std::to_string(i) + (works[i].hasWork ? "*" : works[i].isFixed ? "=" : "");
    for (size_t k = 0; k < i; ++k)
      if (meets[k][i])
        result += "<" + std::to_string(k);
  }
  return result;
}

static Block drawBlock(Random &random) {
  Block block;
  size_t count = static_cast<size_t>(random.in(2, 9));
  int density = random.among(std::vector<int>{10, 20, 35, 60});
  block.mayMove = random.chance(50);
  block.meets.assign(count, std::vector<bool>(count));
  for (size_t i = 0; i < count; ++i) {
    block.works.push_back({1, random.chance(70)});
    block.works[i].isFixed = !block.works[i].hasWork && random.chance(20);
    for (size_t k = 0; k < i && !block.works[i].isFixed; ++k)
      block.meets[k][i] = random.chance(density);
  }
  return block;
}

/// Variables that any tasks may use in any way.
static std::vector<TaskItem> drawItems(Random &random, size_t tasks) {
  const std::vector<ItemUse> uses = {ItemUse::None, ItemUse::None,  ItemUse::None,
                                     ItemUse::In,   ItemUse::InOut, ItemUse::Out};
  std::vector<TaskItem> items;
  for (int i = random.in(0, 6); i > 0; --i) {
    TaskItem item{"v" + std::to_string(i), {}};
    for (size_t task = 0; task < tasks; ++task)
      item.uses.push_back(random.among(uses));
    items.push_back(std::move(item));
  }
  return items;
}

static void close(Pairs &pairs) {
  for (size_t k = 0; k < pairs.size(); ++k)
    for (size_t i = 0; i < pairs.size(); ++i)
      for (size_t j = 0; j < pairs.size(); ++j)
        pairs[i][j] = pairs[i][j] || (pairs[i][k] && pairs[k][j]);
}

/// The tasks that the clauses order.
static Pairs orderedPairs(const std::vector<DependentTask> &tasks) {
  std::vector<std::set<std::string>> read(tasks.size()), written(tasks.size());
  for (size_t i = 0; i < tasks.size(); ++i) {
    read[i].insert(tasks[i].in.begin(), tasks[i].in.end());
    written[i].insert(tasks[i].out.begin(), tasks[i].out.end());
    written[i].insert(tasks[i].inout.begin(), tasks[i].inout.end());
    for (unsigned earlier : tasks[i].after) {
      std::string token = "token " + std::to_string(earlier);
      read[i].insert(token);
      written[earlier].insert(token);
    }
  }
  auto meet = [](const std::set<std::string> &a, const std::set<std::string> &b) {
    return std::any_of(a.begin(), a.end(), [&](const std::string &name) { return b.count(name); });
  };
  Pairs ordered(tasks.size(), std::vector<bool>(tasks.size()));
  for (size_t i = 0; i < tasks.size(); ++i)
    for (size_t j = i + 1; j < tasks.size(); ++j)
      ordered[i][j] =
          meet(written[i], written[j]) || meet(written[i], read[j]) || meet(read[i], written[j]);
  close(ordered);
  return ordered;
}

/// What is wrong with the graph; empty if nothing is.
static std::string problemOf(const Block &block, const TaskGraph &graph,
                             const std::vector<DependentTask> &tasks) {
  Pairs ordered = orderedPairs(tasks), needed(tasks.size(), std::vector<bool>(tasks.size()));
  const StatementGroup &group = graph.group;
  for (size_t a = group.begin; a < group.end; ++a)
    for (size_t b = a + 1; b < group.end; ++b) {
      unsigned first = group.sets[a - group.begin], second = group.sets[b - group.begin];
      if (!block.meets[a][b] || first == second || first == 0)
        continue;
      if (second == 0)
        return "a statement is moved in front of one that it needs";
      if (first > second)
        return "a task is made before one that it needs";
      if (!ordered[first - 1][second - 1])
        return "two tasks are not ordered";
      needed[first - 1][second - 1] = true;
    }
  close(needed);
  if (ordered != needed)
    return "two tasks are ordered that need not be";
  for (size_t i = group.begin; i < group.end; ++i)
    if (group.sets[i - group.begin] == 0 && block.works[i].hasWork)
      return "work is done in front of all tasks";
  for (size_t a = group.begin; a < group.end; ++a)
    for (size_t b = a + 1; b < group.end; ++b) {
      unsigned first = group.sets[a - group.begin], second = group.sets[b - group.begin];
      if (block.works[a].hasWork && block.works[b].hasWork && first != second &&
          !ordered[first - 1][second - 1] && !ordered[second - 1][first - 1])
        return "";
    }
  return "no two tasks with work to do can overlap";
}

/// Could two statements with work to do run at the same time, though others need each other?
static bool isGraph(const Block &block) {
  Pairs needed = block.meets;
  close(needed);
  bool overlaps = false, waits = false;
  for (size_t a = 0; a < block.works.size(); ++a)
    for (size_t b = a + 1; b < block.works.size(); ++b)
      if (block.works[a].hasWork && block.works[b].hasWork)
        (needed[a][b] ? waits : overlaps) = true;
  return overlaps && waits;
}

void compareGraphs(Tally &tally, std::uint64_t seed, std::uint64_t cases) {
  for (std::uint64_t end = seed + cases; seed < end; ++seed) {
    Random random(seed);
    Block block = drawBlock(random);
    auto meets = [&](size_t a, size_t b) { return bool(block.meets[a][b]); };
    auto graph = findTaskGraph(block.works, 0, block.works.size(), meets, block.mayMove);
    if (!graph) {
      tally.answer(isGraph(block) ? "chains" : "none");
      continue;
    }
    tally.answer("graph");
    std::vector<DependentTask> tasks = orderTasks(*graph, drawItems(random, graph->before.size()));
    if (std::string problem = problemOf(block, *graph, tasks); !problem.empty())
      tally.difference(seed, problem, block.text());
  }
}

} // namespace loomp::brute
