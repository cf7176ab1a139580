//===- CalledFunctions.cpp - directives on functions that loops call ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//                                           #pragma omp declare simd uniform(k) notinbranch
//     static double f(double x, int k) {    static double f(double x, int k) {
//       ...                             →     ...
//     }                                     }
//                                           #pragma omp simd
//     for (int i = 0; i < n; i++)           for (int i = 0; i < n; i++)
//       y[i] = f(x[i], k);                    y[i] = f(x[i], k);
//
// For a device, `declare target` and `end declare target` stand around the function.
//
// The function says for all loops what it is to lanes: its directive promises only what holds of
// every loop that is rewritten. Each of their plans carries the one edit, which is made once.
//
//===----------------------------------------------------------------------===//

#include "rewriters/CalledFunctions.h"
#include "rewriters/Layout.h"
#include "rewriters/Pragma.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace loomp {

namespace {
/// A loop that is rewritten, and what becomes of it.
struct RewrittenLoop {
  const LoopResult &loop;
  const SourceText &source;
  Plan &plan;
};
} // namespace

static std::vector<RewrittenLoop> rewrittenLoops(const TranslationUnitResult &result,
                                                 const SourceFiles &files,
                                                 std::vector<Plan> &plans);
static void addShared(Plan &plan, std::vector<Edit> edits);

void declareForLanes(const TranslationUnitResult &result, const SourceFiles &files,
                     std::vector<Plan> &plans) {
  using Place = std::pair<std::string, unsigned>;
  const std::vector<RewrittenLoop> rewritten = rewrittenLoops(result, files, plans);
  std::map<Place, LaneFunction> merged;
  for (const RewrittenLoop &caller : rewritten)
    for (const LaneFunction &each : caller.loop.laneFunctions) {
      auto [known, isNew] = merged.try_emplace({caller.loop.position.file, each.offset}, each);
      LaneFunction &function = known->second;
      function.isUnconditional &= each.isUnconditional;
      erase_if(function.uniform,
               [&](const std::string &name) { return !is_contained(each.uniform, name); });
      erase_if(function.linear, [&](const LinearParameter &parameter) {
        return !is_contained(each.linear, parameter);
      });
    }
  for (const RewrittenLoop &caller : rewritten) {
    const SourceText &source = caller.source;
    std::vector<Edit> edits;
    for (const LaneFunction &each : caller.loop.laneFunctions) {
      const LaneFunction &function = merged.at({caller.loop.position.file, each.offset});
      StringRef indent = indentationOf(source, function.offset);
      edits.push_back({{function.offset, function.offset},
                       layOutDirective(declareSimdDirective(function), "", source.lineEnding) +
                           source.lineEnding + indent.str()});
    }
    if (!edits.empty())
      caller.plan.transforms.push_back("declare-simd");
    addShared(caller.plan, std::move(edits));
  }
}

/// A directive needs the rest of the line.
static bool endsItsLine(const SourceText &source, unsigned offset) {
  StringRef rest = source.text.slice(offset, lineEnd(source, offset)).trim();
  return rest.empty() || (rest.starts_with("//") && !goesOn(rest));
}

void declareForDevice(const TranslationUnitResult &result, const SourceFiles &files,
                      std::vector<Plan> &plans) {
  for (const RewrittenLoop &caller : rewrittenLoops(result, files, plans)) {
    EditList edits;
    for (const DeviceFunction &each : caller.loop.deviceFunctions) {
      auto [begin, end] = each.definition;
      if (!startsItsLine(caller.source, begin) || !endsItsLine(caller.source, end))
        continue; // a region that calls it makes it one of the device
      StringRef indent = indentationOf(caller.source, begin);
      addLinesAbove(edits, caller.source, begin, indent, {declareTargetDirective()});
      addLinesBelow(edits, caller.source, end, indent, {endDeclareTargetDirective()});
    }
    std::vector<Edit> shared = edits.take();
    if (!shared.empty())
      caller.plan.transforms.push_back("declare-target");
    addShared(caller.plan, std::move(shared));
  }
}

static std::vector<RewrittenLoop> rewrittenLoops(const TranslationUnitResult &result,
                                                 const SourceFiles &files,
                                                 std::vector<Plan> &plans) {
  std::vector<RewrittenLoop> rewritten;
  for (size_t i = 0; i < plans.size(); ++i) {
    const LoopResult &loop = result.loops[i];
    auto file = files.find(loop.position.file);
    if (plans[i].selected && plans[i].profitable && loop.editable && !plans[i].edits.empty() &&
        file != files.end())
      rewritten.push_back({loop, file->second.source, plans[i]});
  }
  return rewritten;
}

static void addShared(Plan &plan, std::vector<Edit> edits) {
  for (Edit &edit : edits) {
    edit.isShared = true;
    plan.edits.push_back(std::move(edit));
  }
  sortEdits(plan.edits);
}

} // namespace loomp
