//===- PlanRegions.cpp - regions around several loops ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What a loop gets beyond its own edits because others are rewritten, too: one team for loops that
// follow each other, and data that stays on a device between loops.
//
//===----------------------------------------------------------------------===//

#include "rewriters/PlanRegions.h"
#include "rewriters/Device.h"
#include "rewriters/Layout.h"
#include "rewriters/ParallelFor.h"
#include "rewriters/RunTimeChecks.h"
#include "rewriters/Spmd.h"

#include "llvm/ADT/STLExtras.h"

#include <tuple>

using namespace llvm;

namespace loomp {

void addIncludes(const std::vector<std::vector<std::string>> &needed, const SourceFile &file,
                 Plan &plan) {
  for (const std::vector<std::string> &headers : needed)
    if (auto point = includeInsertionPoint(file.source, file.firstLoop, headers))
      plan.edits.insert(plan.edits.begin(), {{*point, *point},
                                             "#include " + headers.front() + file.source.lineEnding,
                                             /*isShared=*/true});
}

/// Loops that follow each other run in one region, whose edits belong to the plan of the first one.
void shareRegions(const TranslationUnitResult &result, const SourceFiles &files,
                  const PlanOptions &options, std::vector<Plan> &plans) {
  const std::vector<LoopResult> &loops = result.loops;
  auto follower = [&](size_t i, const SourceText &source) -> std::optional<size_t> {
    for (size_t k = i + 1; k < loops.size(); ++k)
      if (plans[k].selected && canShareRegion(loops[i], loops[k], source))
        return k;
    return std::nullopt;
  };
  for (size_t i = 0; i < loops.size(); ++i) {
    auto file = files.find(loops[i].position.file);
    if (!plans[i].selected || file == files.end())
      continue;
    const SourceText &source = file->second.source;
    std::vector<size_t> group = {i};
    while (auto next = follower(group.back(), source))
      group.push_back(*next);
    if (group.size() < 2)
      continue;
    // The last loop alone may have reductions; what the first one asks for is known in front of it.
    Plan &plan = plans[i];
    StringRef clauses = plans[group.back()].directive, condition = plan.directive;
    size_t asks = condition.find(" if(");
    std::string directive = clauses.take_front(clauses.find(" if(")).str() +
                            (asks == StringRef::npos ? "" : condition.drop_front(asks).str());
    erase_if(plan.edits,
             [](const Edit &edit) { return !StringRef(edit.text).starts_with("#include"); });
    std::optional<DealtLoop> before;
    for (size_t k : group) {
      Distribution distribution = distributionOf(loops[k], options.distribution);
      DealtLoop dealt = dealIterations(loops[k], distribution, source, before ? &*before : nullptr);
      LoopRegion region{
          .inside = dealt.inside, .continues = k != i, .staysOpen = k != group.back()};
      append_range(plan.edits, parallelForEdits(dealt.loop, directive, region, {}, source));
      before = std::move(dealt);
      if (k == i)
        continue;
      plans[k].selected = false;
      plans[k].edits.clear();
      plans[k].reason = "it runs in the region of the loop above";
    }
    plan.directive = directive;
    plan.transforms.push_back("one-region");
    sortEdits(plan.edits);
    i = group.back();
  }
}

bool mayAskForCounts(const TranslationUnitResult &result, const LoopResult &loop) {
  return all_of(result.loops, [&](const LoopResult &each) {
    return each.position.file != loop.position.file ||
           all_of(each.deviceRegions, [&](const DeviceRegion &region) {
             return all_of(region.loops, [&](const ResidentLoop &resident) {
               return resident.directiveOffset != loop.directiveOffset || resident.countsAlike;
             });
           });
  });
}

namespace {
/// A region, and the loop in whose result it is.
struct PlacedRegion {
  size_t loop = 0;
  const DeviceRegion *region = nullptr;
};
} // namespace

/// Those around others come first.
static std::vector<PlacedRegion> regionsOf(const std::vector<LoopResult> &loops) {
  std::vector<PlacedRegion> regions;
  for (size_t i = 0; i < loops.size(); ++i)
    if (loops[i].editable)
      for (const DeviceRegion &each : loops[i].deviceRegions)
        regions.push_back({i, &each});
  auto key = [&](const PlacedRegion &each) {
    const TextRange &range = each.region->statements;
    return std::tuple(StringRef(loops[each.loop].position.file), range.begin, ~range.end,
                      each.loop);
  };
  sort(regions, [&](const PlacedRegion &a, const PlacedRegion &b) { return key(a) < key(b); });
  return regions;
}

/// The plans of the loops in the region; none if one of them is not rewritten.
static std::vector<Plan *> plansInside(const PlacedRegion &placed,
                                       const std::vector<LoopResult> &loops,
                                       std::vector<Plan> &plans) {
  std::vector<Plan *> inside;
  for (const ResidentLoop &resident : placed.region->loops) {
    auto place = find_if(loops, [&](const LoopResult &each) {
      return each.directiveOffset == resident.directiveOffset &&
             each.position.file == loops[placed.loop].position.file;
    });
    if (place == loops.end() || !plans[place - loops.begin()].selected)
      return {};
    inside.push_back(&plans[place - loops.begin()]);
  }
  return inside;
}

static void removeLine(std::string &text, StringRef line, StringRef lineEnding) {
  const std::string whole = (line + lineEnding).str();
  for (size_t at = text.find(whole); at != std::string::npos; at = text.find(whole, at)) {
    size_t begin = at;
    while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t'))
      --begin;
    text.erase(begin, at + whole.size() - begin);
    at = begin;
  }
}

void keepDataOnDevice(const TranslationUnitResult &result, const SourceFiles &files,
                      std::vector<Plan> &plans) {
  const std::vector<LoopResult> &loops = result.loops;
  std::map<std::string, unsigned> keptUpTo; // per file, the end of the last region
  for (const PlacedRegion &placed : regionsOf(loops)) {
    const LoopResult &loop = loops[placed.loop];
    const DeviceRegion &region = *placed.region;
    auto file = files.find(loop.position.file);
    std::vector<Plan *> inside = plansInside(placed, loops, plans);
    if (file == files.end() || inside.empty() ||
        region.statements.begin < keptUpTo[loop.position.file] ||
        !canHoldRegion(region, file->second.source))
      continue;
    std::vector<std::string> conditions;
    for (const Plan *plan : inside)
      for (const std::string &condition : plan->countConditions)
        if (!is_contained(conditions, condition))
          conditions.push_back(condition);
    DataRegionEdits around = dataRegionEdits(loop, region, conditions, file->second.source);
    // A loop that ran on the host while its data is on the device would be wrong: all or none.
    Plan &first = *inside.front();
    std::vector<Edit> edits = std::move(around.begin);
    for (Plan *plan : inside) {
      for (Edit &edit : plan->edits) {
        for (const std::string &line : around.declarations)
          removeLine(edit.text, line, file->second.source.lineEnding);
        bool isKnown =
            edit.isShared && any_of(edits, [&](const Edit &other) {
              return other.isShared && other.text == edit.text && other.range == edit.range;
            });
        if (!isKnown)
          edits.push_back(std::move(edit));
      }
      plan->edits.clear();
      if (plan == &first)
        continue;
      plan->selected = false;
      plan->reason = "it runs in the region of the loop above";
    }
    append_range(edits, around.end);
    sortEdits(edits);
    first.edits = std::move(edits);
    first.transforms.push_back("target-data");
    if (around.needsIntegerTypes)
      addIncludes({integerTypeHeaders(loop)}, file->second, first);
    keptUpTo[loop.position.file] = region.statements.end;
  }
}

} // namespace loomp
