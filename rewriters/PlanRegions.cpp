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
#include "rewriters/Spmd.h"

#include "llvm/ADT/STLExtras.h"

using namespace llvm;

namespace loomp {

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

/// May the data of the loop stay on the device while a loop around it runs?
bool isInDataRegion(const TranslationUnitResult &result, const LoopResult &loop) {
  return any_of(result.loops, [&](const LoopResult &around) {
    return around.deviceRegion && around.position.file == loop.position.file &&
           is_contained(around.deviceRegion->loops, loop.directiveOffset);
  });
}

/// The data of loops that a device runs stays there for a serial loop around them, if all of them
/// are rewritten. The outermost such loop counts; its edits belong to the plan of the first loop
/// inside.
void keepDataOnDevice(const TranslationUnitResult &result, const SourceFiles &files,
                      std::vector<Plan> &plans) {
  const std::vector<LoopResult> &loops = result.loops;
  std::map<std::string, unsigned> keptUpTo; // per file, the end of the last such loop
  for (size_t i = 0; i < loops.size(); ++i) {
    const LoopResult &around = loops[i];
    auto file = files.find(around.position.file);
    if (!around.deviceRegion || !around.editable || file == files.end() ||
        around.statement.begin < keptUpTo[around.position.file])
      continue;
    Plan *first = nullptr;
    bool isComplete = true;
    for (unsigned offset : around.deviceRegion->loops) {
      auto place = find_if(loops, [&](const LoopResult &each) {
        return each.directiveOffset == offset && each.position.file == around.position.file;
      });
      Plan *plan = place == loops.end() ? nullptr : &plans[place - loops.begin()];
      isComplete &= plan && plan->selected;
      first = first ? first : plan;
    }
    if (!isComplete || !first)
      continue;
    std::vector<Edit> edits = dataRegionEdits(around, file->second.source);
    append_range(first->edits, edits);
    sortEdits(first->edits);
    first->transforms.push_back("target-data");
    keptUpTo[around.position.file] = around.statement.end;
  }
}

} // namespace loomp
