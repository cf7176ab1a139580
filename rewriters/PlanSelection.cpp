//===- PlanSelection.cpp - which loops fix rewrites -----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Of each nest one loop, and none in a function that a rewritten one calls.
//
//===----------------------------------------------------------------------===//

#include "rewriters/PlanSelection.h"
#include "rewriters/Collapse.h"
#include "rewriters/CostModel.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace loomp {

/// Whether all that keeps an unknown loop from being parallel is that an assumption is only stated.
static bool onlyNeedsAssumptions(const LoopResult &loop) {
  return loop.verdict == Verdict::Unknown && !loop.blockers.empty() &&
         all_of(loop.blockers, [](const Blocker &b) { return b.reason == "needs-assumption"; });
}

bool isTaskLoop(const LoopResult &loop) {
  return !loop.asTasks.empty() && loop.asTasks.front().taskLoop;
}

bool isPlanned(const LoopResult &loop, const PlanOptions &options) {
  return (options.form == Form::Scan && !loop.asScan.empty()) ||
         (options.form == Form::Tasks && isTaskLoop(loop)) || loop.verdict == Verdict::Parallel ||
         (options.unsafeFixes && onlyNeedsAssumptions(loop));
}

/// Whether `fix` may rewrite the loop at all; sets the reason if not.
static bool isCandidate(const LoopResult &loop, Plan &plan, const PlanOptions &options) {
  if (!isPlanned(loop, options) || !plan.profitable || !loop.editable || plan.edits.empty())
    return false;
  bool isFunction = loop.kind == LoopKind::Function;
  bool isGraph = !loop.graph.empty();
  bool areStatements = loop.kind == LoopKind::Statements;
  bool hasTasks = isFunction || isGraph || isTaskLoop(loop);
  if (hasTasks != (options.form == Form::Tasks))
    plan.reason = hasTasks        ? "tasks are written with '--form=tasks'"
                  : areStatements ? "the statements are chains that do not need each other"
                                  : "of loops no tasks are made";
  else if ((areStatements && !isGraph) != (options.form == Form::Sections))
    plan.reason = "loops are no sections";
  else if (loop.suppressed)
    plan.reason = "suppressed by a NOLINT comment";
  else if (loop.hasDirective)
    plan.reason = "it already carries a directive";
  else if (loop.insideParallelRegion)
    plan.reason = "it stands inside a parallel region";
  else if (loop.constantTrip && *loop.constantTrip == 1)
    plan.reason = "it runs one iteration"; // as the last one does that an earlier run has peeled
  return plan.reason.empty();
}

void selectLevels(const TranslationUnitResult &result, const PlanOptions &options,
                  std::vector<Plan> &plans) {
  const std::vector<LoopResult> &loops = result.loops;
  std::vector<bool> candidates(loops.size()), widerInside(loops.size());
  for (size_t i = 0; i < loops.size(); ++i)
    candidates[i] = isCandidate(loops[i], plans[i], options);
  for (size_t i = loops.size(); i-- > 0;) {
    // One that an earlier run has rewritten is still the one to share.
    bool isShared = candidates[i] || (loops[i].hasDirective && !loops[i].insideParallelRegion);
    for (int p = loops[i].parent; isShared && !hasFewIterations(loops[i]) && p >= 0;
         p = loops[p].parent)
      widerInside[p] = true;
  }

  // Parents come first, so their decision is known when the inner loop asks for it. A loop of a
  // lambda has no parent, but stands in the text of the loop around the lambda all the same.
  std::map<std::string, unsigned> selectedUpTo; // per file, the end of the last selected loop
  for (size_t i = 0; i < loops.size(); ++i) {
    unsigned &lastEnd = selectedUpTo[loops[i].position.file];
    bool enclosed = loops[i].statement.begin < lastEnd;
    if (enclosed && candidates[i])
      plans[i].reason = "an enclosing loop is rewritten";
    for (int p = loops[i].parent; p >= 0 && !enclosed; p = loops[p].parent) {
      enclosed = plans[p].selected || loops[p].hasDirective;
      if (enclosed && candidates[i])
        plans[i].reason = plans[p].selected ? "an enclosing loop is rewritten"
                                            : "an enclosing loop already carries a directive";
    }
    if (enclosed || !candidates[i])
      continue;
    if (options.costModel && hasFewIterations(loops[i]) && widerInside[i] &&
        plans[i].collapse == 1) {
      plans[i].reason = "a loop inside has more iterations to share";
      if (std::string why = nestOf(result, i).whyNotMore; !why.empty())
        plans[i].reason += ", which cannot be one with it: " + why;
    } else {
      plans[i].selected = true;
      lastEnd = loops[i].statement.end;
    }
  }
}

void deselectGraphs(const TranslationUnitResult &result, std::vector<Plan> &plans) {
  const std::vector<LoopResult> &loops = result.loops;
  for (size_t graph = 0; graph < loops.size(); ++graph)
    for (size_t i = 0; i < loops.size() && !loops[graph].graph.empty(); ++i)
      if (plans[graph].selected && plans[i].selected && loops[i].kind == LoopKind::Function &&
          is_contained(loops[graph].callees, loops[i].functionKey)) {
        plans[graph].selected = false;
        plans[graph].reason = "it calls '" + loops[i].function + "', which makes tasks of its own";
      }
}

void deselectCallees(const TranslationUnitResult &result, std::vector<Plan> &plans) {
  const std::vector<LoopResult> &loops = result.loops;
  // What runs in parallel once the plans are carried out, and what it calls.
  auto isParallel = [&](size_t i) {
    return plans[i].selected || loops[i].hasDirective || loops[i].insideParallelRegion;
  };
  auto calls = [&](size_t caller, size_t callee) {
    return caller != callee && !loops[callee].functionKey.empty() &&
           is_contained(loops[caller].callees, loops[callee].functionKey);
  };
  std::vector<size_t> callers;
  for (size_t i = 0; i < loops.size(); ++i)
    if (isParallel(i) && !loops[i].callees.empty())
      callers.push_back(i);
  // Loops that no other one calls keep their place first. What is left then calls each other in a
  // circle, where the first in the text wins.
  auto isCalled = [&](size_t callee) {
    return any_of(callers, [&](size_t caller) { return calls(caller, callee); });
  };
  std::vector<size_t> order, called;
  for (size_t i : callers)
    (loops[i].hasDirective || !isCalled(i) ? order : called).push_back(i);
  append_range(order, called);
  for (size_t caller : order) {
    if (!isParallel(caller))
      continue;
    for (size_t callee = 0; callee < loops.size(); ++callee)
      if (plans[callee].selected && calls(caller, callee)) {
        plans[callee].selected = false;
        plans[callee].reason = "called from the loop at " + loops[caller].position.file + ":" +
                               std::to_string(loops[caller].position.line) +
                               ", which runs in parallel";
      }
  }
}

} // namespace loomp
