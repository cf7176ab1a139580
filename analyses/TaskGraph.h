//===- TaskGraph.h - statements as tasks that wait for each other ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_TASKGRAPH_H
#define LOOMP_ANALYSES_TASKGRAPH_H

#include "analyses/LoopResult.h"
#include "analyses/StatementGroups.h"

#include "llvm/ADT/BitVector.h"

#include <optional>
#include <string>
#include <vector>

namespace loomp {

/// For each of some things the set of others, by number.
using Relation = std::vector<llvm::BitVector>;

/// Statements of a block as tasks, which are numbered in the order in which they are made.
struct TaskGraph {
  StatementGroup group; ///< with the task that runs each statement, from 1
  Relation before;      ///< from 0: the tasks that have to wait for this one
  Relation next;        ///< the same without those that wait for another one of them, too
};

/// The tasks for the statements [begin, end), from the first with work to do to the last; none if
/// they are chains that do not need each other, or one. `meets` and `mayMove` as in
/// StatementGroups.
std::optional<TaskGraph> findTaskGraph(llvm::ArrayRef<Workload> works, size_t begin, size_t end,
                                       llvm::function_ref<bool(size_t, size_t)> meets,
                                       bool mayMove);

/// What a task does with a variable that a `depend` clause can name.
enum class ItemUse { None, In, Out, InOut };

struct TaskItem {
  std::string name;
  std::vector<ItemUse> uses; ///< by task, from 0
};

/// The clauses that order all tasks that have to wait for each other, and no others.
std::vector<DependentTask> orderTasks(const TaskGraph &graph, std::vector<TaskItem> items);

} // namespace loomp

#endif // LOOMP_ANALYSES_TASKGRAPH_H
