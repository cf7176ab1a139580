//===- TaskItems.h - what the clauses of tasks can name -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_TASKITEMS_H
#define LOOMP_ANALYSES_TASKITEMS_H

#include "analyses/Model.h"
#include "analyses/TaskGraph.h"

#include "clang/AST/ASTContext.h"

#include <vector>

namespace loomp {

/// The statements of a block that become tasks.
struct TaskStatements {
  const clang::ASTContext &context;
  llvm::ArrayRef<const clang::Stmt *> block;
  const StatementGroup &group;
  llvm::ArrayRef<SectionStatement> texts; ///< of those of the group
};

/// The variables that `depend` clauses of the tasks can name, and what each task does with them.
std::vector<TaskItem> findTaskItems(const TaskStatements &statements, const Model &model);

/// The constants that each task needs of others, as DependentTask lists them.
void addConstants(const TaskStatements &statements, std::vector<DependentTask> &tasks);

} // namespace loomp

#endif // LOOMP_ANALYSES_TASKITEMS_H
