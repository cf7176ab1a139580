//===- ForkLoops.cpp - loops whose iterations call the function itself ----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (int c = 0; c < n; c++)               one task for each iteration, and all are waited for
//     if (isSafe(board, row, c))              behind the loop
//       count += place(with(board, c), row + 1);
//
// Theorem: the iterations may run at the same time if they are independent in the sense of
// Judge.cpp, with the summary of the function for what each call accesses (TaskRecursion.cpp), and
// no variable needs more than a copy for each task.
//
//===----------------------------------------------------------------------===//

#include "analyses/ForkLoops.h"

#include "analyses/LoopParts.h"
#include "analyses/LoopText.h"
#include "analyses/TaskBody.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace loomp {

std::optional<ForkLoop> judgeForkLoop(const JudgeContext &judgement, const FunctionDecl &function,
                                      const ForkSite &site, std::vector<Blocker> &blockers) {
  const Model &model = judgement.model;
  LoopId id = model.lexicalLoop(*site.statement);
  LoopResult loop;
  for (const LoopSite &each : collectLoops(function.getBody()))
    if (each.statement == site.statement)
      describeText(judgement.context, each, loop);
  if (id == NoLoop || loop.hasDirective)
    return std::nullopt;
  describeHeader(judgement.context, model, id, loop);
  judge(judgement, id, loop);
  if (loop.verdict != Verdict::Parallel) {
    // What calls may do to the header says less than what they do to each other.
    auto isOfBody = [](const Blocker &blocker) { return blocker.reason != "bound-not-invariant"; };
    auto found = llvm::find_if(loop.blockers, isOfBody);
    blockers.push_back(found == loop.blockers.end() ? loop.blockers.front() : *found);
    return std::nullopt;
  }
  auto isFit = [&](const Role &role) {
    auto named = model.loops[id].scope.find(role.variable);
    bool isVariable = named != model.loops[id].scope.end() && isa<VarDecl>(named->second);
    return isRoleOfTask(role, isVariable);
  };
  // What else the header declares would end before the tasks do.
  const auto *header = dyn_cast_or_null<DeclStmt>(partsOf(*site.statement).init);
  if ((header && !header->isSingleDecl()) || !llvm::all_of(loop.roles, isFit) ||
      !loop.selections.empty() || !loop.assumptions.empty() || !loop.editable ||
      loop.indexName.empty() || !isScalar(model.loops[id].index->getType())) {
    blockers.push_back({.reason = "dependent-calls",
                        .message = "the loop around the calls would need more than tasks",
                        .source = loop.position});
    return std::nullopt;
  }
  std::string problem;
  auto body = taskBodyOf(judgement.context, model.loops[id],
                         statementsOf(partsOf(*site.statement).body), true, loop.roles, problem);
  if (!body) {
    blockers.push_back({.reason = "early-exit", .message = problem, .source = loop.position});
    return std::nullopt;
  }
  body->firstPrivate.insert(body->firstPrivate.begin(), loop.indexName);
  return ForkLoop{loop.directiveOffset, std::move(*body), std::move(loop.roles)};
}

} // namespace loomp
