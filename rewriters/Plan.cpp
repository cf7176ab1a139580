//===- Plan.cpp - what fix would do with every loop -----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Every parallel loop gets its directive and edits, as if it stood alone. Which of them `fix`
// rewrites is decided afterwards, for the program as a whole:
//
//   1. of each nest, the outermost loop that is parallel, editable and worth it; together with
//      those inside where it has too few iterations alone and they can be one (Collapse.cpp);
//   2. of the loops that remain, none in a function that another one calls: a team started within
//      a team has one thread and costs its start.
//
//===----------------------------------------------------------------------===//

#include "rewriters/Plan.h"
#include "rewriters/ArrayUpdates.h"
#include "rewriters/CalledFunctions.h"
#include "rewriters/Collapse.h"
#include "rewriters/CostModel.h"
#include "rewriters/Device.h"
#include "rewriters/Layout.h"
#include "rewriters/ParallelFor.h"
#include "rewriters/PlanRegions.h"
#include "rewriters/PlanSelection.h"
#include "rewriters/Pragma.h"
#include "rewriters/RecastInduction.h"
#include "rewriters/RunTimeChecks.h"
#include "rewriters/Scan.h"
#include "rewriters/Sections.h"
#include "rewriters/Simd.h"
#include "rewriters/Spmd.h"
#include "rewriters/TaskGraph.h"
#include "rewriters/TaskLoops.h"
#include "rewriters/Tasks.h"
#include "rewriters/ThreadResults.h"
#include "rewriters/TwoVersions.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/raw_ostream.h"

#include <algorithm>

using namespace llvm;

namespace loomp {

/// A device is worth it where the work is worth this many teams: its data travels there and back.
constexpr std::uint64_t worthTransfer = 10;

/// Operations that a task should have, to pay for itself.
constexpr double worthATask = 2000;

static bool hasLanes(Form form) { return form == Form::Simd || form == Form::ParallelForSimd; }
static Plan planNest(const TranslationUnitResult &result, const std::vector<LoopCost> &costs,
                     size_t outer, const SourceFile *file, const PlanOptions &options);
static Plan planLoop(const LoopResult &loop, const LoopCost &cost, const SourceFile *file,
                     const PlanOptions &options, size_t collapse);
static Plan planRecursion(const LoopResult &recursion, const SourceFile *file,
                          const PlanOptions &options);
static Plan planStatements(const LoopResult &statements, const SourceFile *file,
                           const PlanOptions &options);
static const SourceFile *sourceOf(const LoopResult &loop, const TranslationUnitResult &result,
                                  const std::map<std::string, std::string> &texts,
                                  SourceFiles &files);

std::vector<Plan> planRewrites(const TranslationUnitResult &result,
                               const std::map<std::string, std::string> &texts,
                               const PlanOptions &options) {
  std::vector<LoopCost> costs = estimateCosts(result);
  SourceFiles files;
  std::vector<Plan> plans;
  for (size_t i = 0; i < result.loops.size(); ++i) {
    const LoopResult &loop = result.loops[i];
    const SourceFile *file =
        isPlanned(loop, options) ? sourceOf(loop, result, texts, files) : nullptr;
    if (options.form == Form::Target && !mayAskForCounts(result, loop))
      costs[i].threshold.reset(); // the host would not find the data
    plans.push_back(loop.kind == LoopKind::Function ? planRecursion(loop, file, options)
                    : loop.kind == LoopKind::Statements
                        ? planStatements(loop, file, options)
                        : planNest(result, costs, i, file, options));
  }
  selectLevels(result, options, plans);
  if (options.form == Form::Spmd)
    shareRegions(result, files, options, plans);
  deselectGraphs(result, plans);
  if (options.form != Form::Simd) // lanes start no team
    deselectCallees(result, plans);
  if (hasLanes(options.form))
    declareForLanes(result, files, plans);
  if (options.form == Form::Target) {
    declareForDevice(result, files, plans);
    keepDataOnDevice(result, files, plans);
  }
  return plans;
}

static const SourceFile *sourceOf(const LoopResult &loop, const TranslationUnitResult &result,
                                  const std::map<std::string, std::string> &texts,
                                  SourceFiles &files) {
  const std::string &name = loop.position.file;
  if (auto known = files.find(name); known != files.end())
    return &known->second;
  auto text = texts.find(name);
  if (text == texts.end())
    return nullptr;
  SourceFile file{readSourceText(text->second, loop.isCxx), unsigned(text->second.size())};
  if (auto declared = result.declared.find(name); declared != result.declared.end())
    file.source.identifiers.insert(declared->second.begin(), declared->second.end());
  for (const LoopResult &other : result.loops)
    if (other.position.file == name)
      file.firstLoop = std::min(file.firstLoop, other.statement.begin);
  return &files.emplace(name, std::move(file)).first->second;
}

static std::string atLeast(StringRef count, std::uint64_t threshold) {
  return asSum(count) + " > " + std::to_string(threshold);
}

/// `checks`: whether a condition asks for overlaps.
static std::string scheduleOf(const LoopResult &loop, const LoopCost &cost, bool checks) {
  bool inOrder =
      !loop.selections.empty() || any_of(loop.roles, [](const Role &role) { return role.inOrder; });
  if (inOrder)
    return "static";
  // clang 22 loses the last value under a dynamic schedule.
  if (any_of(loop.roles, [](const Role &role) { return role.kind == RoleKind::LastPrivate; }))
    return "";
  // Under a dynamic schedule clang 22 vectorizes the chunks as if nothing overlapped, even where
  // the condition is false and one thread runs them all, and even where iterations of one thread
  // share its own copy of an array; not if they are handed out in order.
  bool hasCopies = any_of(loop.roles, [](const Role &role) {
    return role.array || role.kind == RoleKind::ArrayPrivate ||
           role.kind == RoleKind::ArrayReduction;
  });
  bool inSequence = (checks || hasCopies) && !cost.schedule.empty();
  return (inSequence ? "monotonic : " : "") + cost.schedule;
}

namespace {
/// A form that loops are written in.
struct LoopForm {
  Form form;
  std::string name;
  std::string whyNot; ///< this loop cannot have it because; empty if it can
};
} // namespace

/// The forms of a loop that can be written as `parallel for`, which comes first.
static std::vector<LoopForm> formsOf(const LoopResult &loop) {
  auto because = [](const std::string &how, const std::string &why) {
    return why.empty() ? "" : how + ": " + why;
  };
  std::string notOnDevice = whyNotOnDevice(loop);
  if (notOnDevice.empty())
    notOnDevice = whyNotWritable(withDeviceChecks(loop));
  return {
      {Form::ParallelFor, "parallel-for", ""},
      {Form::Simd, "simd", because("not as a simd loop", whyNotSimd(loop))},
      {Form::ParallelForSimd, "parallel-for-simd", because("not as a simd loop", whyNotSimd(loop))},
      {Form::TaskLoop, "taskloop", because("not as a taskloop", whyNotChunked(loop))},
      {Form::Scan, "scan", "not as a scan: it uses no sum on the way"},
      {Form::Spmd, "spmd", because("not with iterations dealt out", whyNotSpmd(loop))},
      {Form::Target, "target", because("not on a device", notOnDevice)}};
}

/// The directive and the edits of a loop that can be written in `form`. `clauses`: with what the
/// form of the loop says of them.
static void planInForm(Form form, const LoopResult &loop, const LoopCost &cost,
                       const SourceFile *file, const PlanOptions &options, DirectiveClauses clauses,
                       Plan &plan) {
  const SourceText *source = file ? &file->source : nullptr;
  bool inTeam = form == Form::ParallelFor || form == Form::ParallelForSimd;
  CheckTexts checks = runTimeChecks(loop);
  bool asks = !checks.conditions.empty() || !checks.walked.empty();
  if (options.costModel && cost.threshold && form != Form::Simd)
    clauses.conditions.push_back(
        atLeast(loop.tripCount, *cost.threshold * (form == Form::Target ? worthTransfer : 1)));
  if (form == Form::Target)
    plan.countConditions = clauses.conditions;
  for (const Assumption &assumption : loop.assumptions)
    if (assumption.kind == "device-count")
      plan.countConditions.push_back(std::get<ValueCondition>(*assumption.check).text);
  append_range(clauses.conditions, checks.conditions);
  std::vector<std::string> walks;
  if (!checks.walked.empty()) {
    walks = rowWalks(loop, clauses.conditions);
    clauses.conditions = {checks.walked};
  }
  std::vector<std::string> choice;
  if (needsTwoVersions(loop))
    choice = std::exchange(clauses.conditions, {});
  if (clauses.conditions.size() == 1)
    clauses.conditions.front() = withoutOuterParentheses(clauses.conditions.front()).str();
  if (inTeam)
    clauses.schedule = clauses.linear.empty()
                           ? scheduleOf(loop, cost, !clauses.conditions.empty() && asks)
                           : ""; // see scheduleOf on last values
  clauses.pointers = dataPointers(loop, source);
  if (form == Form::Simd)
    plan.directive = simdDirective(loop, clauses);
  else if (form == Form::ParallelForSimd)
    plan.directive = parallelForSimdDirective(loop, clauses, asks);
  else if (form == Form::TaskLoop)
    plan.directive = taskLoopDirective(loop, clauses);
  else if (form == Form::Scan && appends(loop))
    plan.directive = blocksDirective(loop, clauses, /*onlyCounts=*/false);
  else if (form == Form::Spmd || form == Form::Scan)
    plan.directive = spmdDirective(loop, clauses);
  else if (form == Form::Target)
    plan.directive = targetDirective(loop, clauses, deviceDirectiveName(loop, options.deviceForm),
                                     mapClauses(loop, source));
  else
    plan.directive = parallelForDirective(loop, clauses);
  if (!plan.reason.empty() || !file)
    return;

  std::vector<std::vector<std::string>> needed;
  std::optional<LoopResult> changed; // where the form asks for another header
  LoopRegion region;
  if (form == Form::Scan) {
    DealtLoop dealt = dealIterations(loop, Distribution::Block, *source);
    region = appends(loop)
                 ? appendRegion(loop, dealt, blocksDirective(loop, clauses, /*onlyCounts=*/true),
                                *source)
                 : scanRegion(loop, dealt, *source);
    changed = std::move(dealt.loop);
    append_range(needed, std::vector<std::vector<std::string>>{{"<omp.h>"}, {"<vector>"}});
  } else if (form == Form::Spmd) {
    Distribution distribution = distributionOf(loop, options.distribution);
    plan.transforms.push_back(distribution == Distribution::Cyclic ? "deal-cyclic" : "deal-block");
    DealtLoop dealt = dealIterations(loop, distribution, *source);
    changed = std::move(dealt.loop);
    region.inside = std::move(dealt.inside);
    needed.push_back({"<omp.h>"});
  } else if (form == Form::Target) {
    changed = loop;
    region = deviceRegion(*changed, *source);
  } else if (hasRegion(loop)) {
    region.worksharing = worksharingDirective(loop, clauses);
  }
  region.walks = std::move(walks);
  plan.edits = parallelForEdits(changed ? *changed : loop, plan.directive, region, choice, *source);
  if (checks.sorts)
    append_range(needed, std::vector<std::vector<std::string>>{{"<vector>"}, {"<algorithm>"}});
  if (any_of(loop.roles, isOnHeap))
    needed.push_back({"<memory>"});
  if (hasPower(loop, /*isFloating=*/true))
    needed.push_back({"<cmath>"});
  if (checks.needsIntegerTypes)
    needed.push_back(integerTypeHeaders(loop));
  addIncludes(needed, *file, plan);
}

/// A loop that is parallel in two passes only.
static Plan planScan(const LoopResult &loop, const LoopCost &cost, const SourceFile *file,
                     const PlanOptions &options) {
  Plan plan;
  plan.reason = !loop.editable ? loop.notEditableBecause : whyNotWritable(loop);
  if (plan.reason.empty())
    plan.reason = whyNotSpmd(loop);
  if (plan.reason.empty())
    plan.possibleForms = {"scan"};
  if (options.form != Form::Scan) {
    plan.reason = "";
    return plan;
  }
  plan.form = "scan";
  plan.profitable = !options.costModel || cost.profitable;
  bool isWritable = plan.reason.empty();
  LoopCost both = cost; // two passes
  if (both.threshold)
    *both.threshold *= 2;
  planInForm(Form::Scan, loop, both, file, options, {}, plan);
  if (isWritable && !plan.profitable)
    plan.reason = cost.reason;
  return plan;
}

/// A loop over a linked structure: one task for each node.
static Plan planTaskLoop(const LoopResult &loop, const LoopCost &cost, const SourceFile *file,
                         const PlanOptions &options) {
  Plan plan;
  if (!loop.taskLoop) {
    for (const Blocker &blocker : loop.blockers)
      plan.refusedForms.push_back({"tasks", blocker.reason, blocker.message});
    return plan;
  }
  if (!loop.editable)
    plan.reason = loop.notEditableBecause;
  else if (file)
    plan.reason = whyNotTaskLoop(loop, file->source);
  if (plan.reason.empty())
    plan.possibleForms = {"tasks"};
  if (options.form != Form::Tasks) {
    plan.reason = "";
    return plan;
  }
  plan.form = "tasks";
  plan.directive = taskLoopDirective(loop.roles, loop.taskLoop->body.firstPrivate);
  plan.profitable = !options.costModel || cost.perIteration >= worthATask;
  if (plan.reason.empty() && file)
    plan.edits = taskLoopEdits(loop, file->source);
  if (plan.reason.empty() && !plan.profitable)
    plan.reason = "the work on one node is too little for a task";
  return plan;
}

/// The loop, alone or as one with loops inside.
static Plan planNest(const TranslationUnitResult &result, const std::vector<LoopCost> &costs,
                     size_t outer, const SourceFile *file, const PlanOptions &options) {
  const LoopResult &loop = result.loops[outer];
  if (loop.verdict != Verdict::Parallel)
    return planLoop(loop, costs[outer], file, options, 1);
  Nest nest = nestOf(result, outer);
  std::vector<size_t> together;
  if (options.form == Form::Auto || options.form == Form::ParallelFor)
    together = collapsedLoops(result, nest);
  // A device has room for the iterations of two loops.
  std::optional<LoopResult> onDevice;
  if (options.form == Form::Target && options.deviceForm != DeviceDirective::DistributeSimd &&
      whyNotOnDevice(loop).empty())
    onDevice = asOneOnDevice(result, nest, mayAskForCounts(result, loop));
  Plan plan = onDevice ? planLoop(*onDevice, costs[outer], file, options, 2)
              : together.empty()
                  ? planLoop(loop, costs[outer], file, options, 1)
                  : planLoop(asOneLoop(result, together), costAsOneLoop(result, costs, together),
                             file, options, together.size());
  if (nest.loops.size() > 1 && is_contained(plan.possibleForms, "parallel-for"))
    plan.possibleForms.push_back("collapse");
  return plan;
}

static Plan planLoop(const LoopResult &loop, const LoopCost &cost, const SourceFile *file,
                     const PlanOptions &options, size_t collapse) {
  Plan plan;
  plan.collapse = collapse;
  if (loop.verdict == Verdict::AlreadyParallel) {
    plan.form = "parallel-for";
    plan.directive = loop.existingDirective;
    plan.profitable = true;
    plan.reason = "it already carries a directive";
    return plan;
  }
  if (loop.verdict != Verdict::Parallel && !loop.asScan.empty())
    return planScan(loop.asScan.front(), cost, file, options);
  if (loop.verdict != Verdict::Parallel && !loop.asTasks.empty())
    return planTaskLoop(loop.asTasks.front(), cost, file, options);
  if (!isPlanned(loop, options))
    return plan;

  std::string missing = whyNotWritable(loop);
  std::vector<LoopForm> forms = formsOf(loop);
  LoopForm chosen = forms.front();
  for (const LoopForm &form : forms) {
    if (loop.editable && missing.empty() && form.whyNot.empty())
      plan.possibleForms.push_back(form.name);
    if (form.form == options.form)
      chosen = form;
  }
  std::string doesNotPay = options.form == Form::Simd || cost.profitable ? "" : cost.reason;
  if (doesNotPay.empty() && hasLanes(options.form))
    doesNotPay = whyLanesDoNotPay(loop, options.form == Form::ParallelForSimd);
  plan.profitable = !options.costModel || doesNotPay.empty();
  if (!loop.editable)
    plan.reason = loop.notEditableBecause;
  else if (!missing.empty() || !chosen.whyNot.empty())
    plan.reason = missing.empty() ? chosen.whyNot : missing;
  bool isWritable = plan.reason.empty();
  if (!chosen.whyNot.empty())
    chosen = forms.front();
  plan.form = chosen.name;
  LaneLoop lanes{loop, {}};
  if (hasLanes(chosen.form) && file)
    lanes = keepLinear(loop, chosen.form == Form::ParallelForSimd, file->source);
  plan.transforms = parallelForTransforms(lanes.loop);
  DirectiveClauses clauses;
  clauses.collapse = collapse;
  clauses.linear = lanes.linear;
  planInForm(chosen.form, chosen.form == Form::Target ? withDeviceChecks(loop) : lanes.loop, cost,
             file, options, std::move(clauses), plan);
  if (isWritable && !plan.profitable)
    plan.reason = doesNotPay;
  return plan;
}

/// Functions that call themselves become tasks only if that form is asked for.
static Plan planRecursion(const LoopResult &recursion, const SourceFile *file,
                          const PlanOptions &options) {
  Plan plan;
  if (recursion.verdict != Verdict::Parallel || !recursion.tasks) {
    plan.reason = recursion.notEditableBecause;
    return plan;
  }
  plan.form = "tasks";
  plan.profitable = true;
  plan.directive = taskSummary(recursion);
  plan.transforms = taskTransforms(recursion, options.costModel);
  if (!recursion.editable)
    plan.reason = recursion.notEditableBecause;
  else if (file)
    plan.reason = whyNotRenamable(recursion, file->source);
  if (!plan.reason.empty() || !file)
    return plan;
  plan.possibleForms = {"tasks"};
  plan.edits = taskEdits(recursion, file->source, options.costModel);
  if (runTimeChecks(recursion).needsIntegerTypes)
    addIncludes({integerTypeHeaders(recursion)}, *file, plan);
  return plan;
}

/// Statements that can run at the same time are only looked for if one of their forms is asked for.
static Plan planStatements(const LoopResult &statements, const SourceFile *file,
                           const PlanOptions &options) {
  const LoopResult *asTasks = statements.asTasks.empty() ? nullptr : &statements.asTasks.front();
  if (asTasks && options.form == Form::Tasks)
    return planStatements(*asTasks, file, options);
  Plan plan;
  if (statements.verdict != Verdict::Parallel)
    return plan;
  bool isGraph = !statements.graph.empty();
  plan.form = isGraph ? "tasks" : "sections";
  plan.profitable = true;
  plan.directive = isGraph ? graphSummary(statements) : parallelSectionsDirective();
  CheckTexts checks = runTimeChecks(statements);
  plan.reason = statements.notEditableBecause;
  if (plan.reason.empty())
    plan.reason = whyNotWritable(statements);
  if (plan.reason.empty() && isGraph && is_contained(statements.callees, statements.functionKey))
    plan.reason = "the function calls itself, and each call would start a team";
  if (plan.reason.empty() && file)
    plan.reason = whyNotSections(statements, file->source);
  if (!plan.reason.empty() || !file)
    return plan;
  plan.possibleForms = {plan.form};
  if (asTasks && !planStatements(*asTasks, file, options).possibleForms.empty())
    plan.possibleForms.push_back("tasks");
  plan.edits = sectionEdits(statements, checks.conditions, file->source);
  if (checks.needsIntegerTypes)
    addIncludes({integerTypeHeaders(statements)}, *file, plan);
  return plan;
}

std::vector<Edit> selectedEdits(const TranslationUnitResult &result, const std::vector<Plan> &plans,
                                const std::string &file) {
  std::vector<Edit> accepted;
  auto touches = [](const Edit &a, const Edit &b) {
    return a.range.begin < b.range.end && b.range.begin < a.range.end;
  };
  auto isSame = [](const Edit &a, const Edit &b) {
    return a.range.begin == b.range.begin && a.range.end == b.range.end && a.text == b.text;
  };
  for (size_t i = 0; i < plans.size(); ++i) {
    const LoopResult &loop = result.loops[i];
    if (loop.position.file != file || !plans[i].selected || !plans[i].profitable || !loop.editable)
      continue;
    // A plan is applied as a whole or not at all.
    bool conflicts = any_of(plans[i].edits, [&](const Edit &edit) {
      return any_of(accepted, [&](const Edit &other) { return touches(edit, other); });
    });
    if (conflicts)
      continue;
    for (const Edit &edit : plans[i].edits)
      if (!edit.isShared ||
          none_of(accepted, [&](const Edit &other) { return isSame(edit, other); }))
        accepted.push_back(edit);
  }
  // Where an `#include` meets what stands above a function, it comes first.
  std::vector<Edit> others;
  erase_if(accepted, [&](const Edit &edit) {
    bool isInclude = edit.isShared && StringRef(edit.text).starts_with("#include");
    if (!isInclude)
      others.push_back(edit);
    return !isInclude;
  });
  append_range(accepted, others);
  sortEdits(accepted);
  return accepted;
}

std::string applyEdits(const std::vector<Edit> &edits, StringRef text) {
  std::string rewritten;
  unsigned copied = 0;
  for (const Edit &edit : edits) {
    rewritten += text.slice(copied, edit.range.begin);
    rewritten += edit.text;
    copied = edit.range.end;
  }
  return rewritten + text.drop_front(copied).str();
}

std::string applyPlans(const TranslationUnitResult &result, const std::vector<Plan> &plans,
                       const std::string &file, std::string text) {
  return applyEdits(selectedEdits(result, plans, file), text);
}

void confirmDirectives(TranslationUnitResult &result, const std::vector<Plan> &plans) {
  for (size_t i = 0; i < result.loops.size(); ++i) {
    LoopResult &loop = result.loops[i];
    if (loop.hasDirective && loop.verdict == Verdict::Parallel && plans[i].transforms.empty() &&
        isSameDirective(loop.existingDirective, plans[i].directive))
      loop.verdict = Verdict::AlreadyParallel;
  }
}

} // namespace loomp
