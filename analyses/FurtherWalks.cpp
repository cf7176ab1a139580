//===- FurtherWalks.cpp - walks that look at one loop, or nest, each ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The walk through a function that is made for all of its loops supposes nothing. What a form, or a
// condition that the program can check, would make of one loop is seen in a walk of its own, whose
// model is asked about that loop, or nest, only: no other verdict depends on it. There are a few of
// these for each function, as each costs as much as the first one.
//
//===----------------------------------------------------------------------===//

#include "analyses/FurtherWalks.h"

#include "analyses/CheckHeader.h"
#include "analyses/Compaction.h"
#include "analyses/Evaluator.h"
#include "analyses/HeaderText.h"
#include "analyses/Peeling.h"
#include "analyses/Scan.h"
#include "analyses/SparedPlaces.h"
#include "analyses/SupposedStep.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// Must the threads stand by for some values? `k >= n` does not hold of a row k of n: where the
/// loop can be split, it is parallel for all.
static bool dependsOnValues(const LoopResult &result) {
  return result.verdict == Verdict::Parallel &&
         std::any_of(result.assumptions.begin(), result.assumptions.end(),
                     [](const Assumption &each) {
                       return each.kind == "no-dependence" && each.check &&
                              std::holds_alternative<ValueCondition>(*each.check);
                     });
}

void judgeLoop(const JudgeContext &judgement, Model &model, ModifiedSets &modified, LoopId id,
               const LoopResult &described, LoopResult &result) {
  judge(judgement, id, result);
  checkHeader(result);
  for (PeeledPart part : {PeeledPart::First, PeeledPart::Last, PeeledPart::Middle})
    if (result.verdict == Verdict::Serial || result.verdict == Verdict::Unknown ||
        (part == PeeledPart::Middle && dependsOnValues(result)))
      if (auto others = judgeWithout(part, judgement, model, id, described, result)) {
        checkHeader(*others);
        if (others->verdict == Verdict::Parallel)
          result = std::move(*others);
      }
  if (auto scan = judgeAsScan(judgement, modified, id, described, result)) {
    checkHeader(*scan);
    if (scan->verdict == Verdict::Parallel)
      result.asScan.push_back(std::move(*scan));
  }
}

/// Is the loop a scan of counters? Of those that keep it from being parallel, of all, or of one.
void FurtherWalks::count(const Stmt &loop, const LoopResult &text, const LoopResult &described,
                         LoopResult &result) {
  if (result.verdict != Verdict::Unknown && result.verdict != Verdict::Serial)
    return;
  const Compaction all = findCompaction(loop, modified);
  Compaction blocking = all;
  llvm::erase_if(blocking.places, [&](const CountedPlace &place) {
    return !place.append && llvm::none_of(result.blockers, [&](const Blocker &blocker) {
      return blocker.object == place.counter->getNameAsString();
    });
  });
  if (blocking.places.empty())
    return;
  std::vector<Compaction> attempts = {blocking};
  if (blocking.places.size() < all.places.size())
    attempts.push_back(all);
  if (blocking.places.size() > 1)
    for (const CountedPlace &place : blocking.places)
      attempts.push_back({.loop = &loop, .places = {place}});
  for (const Compaction &each : attempts) {
    if (!result.asScan.empty() || left == 0)
      return;
    --left;
    solver.startTask();
    Model model = Evaluator(context, options, effects, modified, solver)
                      .countUpdates(each)
                      .run(function, facts);
    LoopId id = model.lexicalLoop(loop);
    if (id == NoLoop)
      continue;
    // To be told apart from vectors that grow makes more headers known.
    bool appends =
        llvm::any_of(each.places, [](const CountedPlace &place) { return place.append; });
    LoopResult header = appends ? text : described;
    if (appends)
      describeHeader(context, model, id, header);
    auto scan = judgeAsCompaction({context, model, solver, options, effects}, id, each, header);
    if (scan)
      checkHeader(*scan);
    if (!scan || scan->verdict != Verdict::Parallel)
      continue;
    result.editable = scan->editable;
    result.notEditableBecause = scan->notEditableBecause;
    result.asScan.push_back(std::move(*scan));
  }
}

/// Can the iterations of a loop over nodes be tasks?
void FurtherWalks::visit(const Stmt &loop, const ListWalk &walk, const LoopResult &described,
                         LoopResult &result) {
  if (result.verdict != Verdict::Unknown || result.hasDirective || left == 0)
    return;
  --left;
  solver.startTask();
  Model model = Evaluator(context, options, effects, modified, solver)
                    .visitNodes(loop, walk)
                    .run(function, facts);
  LoopId id = model.lexicalLoop(loop);
  if (id == NoLoop)
    return;
  result.asTasks.push_back(
      judgeAsTasks({context, model, solver, options, effects}, id, walk, described));
  // What keeps the header of a counted loop as it is does not matter here.
  result.editable = described.editable && !usesOuterBinding(context, &loop);
  result.notEditableBecause = described.editable && !result.editable
                                  ? "clang cannot use a structured binding from outside in a task"
                                  : described.notEditableBecause;
}

/// Are loops of which nothing is known parallel where they write nothing that they read at fixed
/// places? See SparedPlaces.cpp.
void FurtherWalks::spare(const Model &known, llvm::ArrayRef<LoopSite> sites,
                         llvm::ArrayRef<LoopResult> texts,
                         llvm::MutableArrayRef<LoopResult> results) {
  // A sum of steps that may differ is proven to go from iteration to iteration, so what is serial
  // may be parallel then, too: with what the others leave of the walks.
  std::vector<size_t> order;
  for (Verdict verdict : {Verdict::Unknown, Verdict::Serial})
    for (size_t i = 0; i < sites.size(); ++i)
      if (results[i].verdict == verdict)
        order.push_back(i);
  for (size_t i : order) {
    LoopId before = known.lexicalLoop(*sites[i].statement);
    bool isSerial = results[i].verdict == Verdict::Serial;
    constexpr unsigned leftToOthers = 8;
    if (sites[i].directive || before == NoLoop || left <= (isSerial ? leftToOthers : 0) ||
        !(readsUnknownFixedPlace(known, modified, before) || movesFixedPlace(known, before)))
      continue;
    --left;
    solver.startTask();
    Model model = Evaluator(context, options, effects, modified, solver)
                      .sparePlacesIn(*sites[i].statement)
                      .run(function, facts);
    LoopId id = model.lexicalLoop(*sites[i].statement);
    if (id == NoLoop || !sparesByOverlaps(model, id))
      continue;
    LoopResult result = texts[i];
    describeHeader(context, model, id, result);
    judge({context, model, solver, options, effects}, id, result);
    checkHeader(result);
    // To know what the pointers must not do helps where no check can ask.
    bool isCloser = result.verdict == Verdict::Unknown && !isSerial &&
                    llvm::all_of(result.blockers, [](const Blocker &each) {
                      return each.reason == "needs-assumption";
                    });
    if (result.verdict != Verdict::Parallel && !isCloser)
      continue;
    result.notOnDeviceBecause = "what it reads may be what it writes";
    results[i] = std::move(result);
  }
}

/// Outermost loops around those that advance by a fixed step on some inputs.
static llvm::SetVector<const Stmt *> nestsToSuppose(const Model &model) {
  llvm::SetVector<const Stmt *> nests;
  for (LoopId loop = 0; loop < static_cast<LoopId>(model.loops.size()); ++loop) {
    const Stmt *outermost = nullptr;
    for (LoopId around = loop; around != NoLoop; around = model.loops[around].parent)
      if (model.loops[around].isLexical)
        outermost = model.loops[around].statement;
    if ((model.loops[loop].stepMayWrap || model.loops[loop].valueMayWrap) && outermost)
      nests.insert(outermost);
  }
  return nests;
}

/// What is proven of some inputs only may not be so on others: `a[q]` with a q of 16 bits that
/// wraps around, or not.
static bool isOnSomeInputs(const LoopResult &result) {
  return result.verdict == Verdict::Unknown || result.verdict == Verdict::Serial;
}

/// Are loops that are not known to be parallel so where the steps of their nest are fixed, or where
/// values fit into their types? See SupposedStep.cpp.
void FurtherWalks::suppose(const Model &known, llvm::ArrayRef<LoopSite> sites,
                           llvm::ArrayRef<LoopResult> texts,
                           llvm::MutableArrayRef<LoopResult> results) {
  for (const Stmt *nest : nestsToSuppose(known)) {
    if (left == 0)
      return;
    LoopId around = known.lexicalLoop(*nest);
    bool isOpen = false;
    for (size_t i = 0; i < sites.size() && !isOpen; ++i) {
      LoopId id = known.lexicalLoop(*sites[i].statement);
      isOpen = isOnSomeInputs(results[i]) && !sites[i].directive && id != NoLoop &&
               known.isInside(id, around);
    }
    if (!isOpen)
      continue;
    --left;
    solver.startTask();
    Model model = Evaluator(context, options, effects, modified, solver)
                      .supposeSteps(*nest)
                      .run(function, facts);
    const JudgeContext judgement{context, model, solver, options, effects};
    LoopId outermost = model.lexicalLoop(*nest);
    for (size_t i = 0; i < sites.size() && outermost != NoLoop; ++i) {
      LoopId id = model.lexicalLoop(*sites[i].statement);
      if (id == NoLoop || !model.isInside(id, outermost) || sites[i].directive ||
          !isOnSomeInputs(results[i]))
        continue;
      auto condition = suppositionText(judgement, id);
      if (!condition)
        continue;
      solver.startTask();
      LoopResult described = texts[i];
      describeHeader(context, model, id, described);
      LoopResult result = described;
      judgeLoop(judgement, model, modified, id, described, result);
      if (result.verdict != Verdict::Parallel || result.peeling)
        continue;
      result.asScan.clear();
      result.notOnDeviceBecause = "its step is fixed on some inputs only";
      result.assumptions.push_back(
          {.kind = "fixed-step",
           .text = *condition,
           .check = ValueCondition{*condition},
           .guardsLoop = restsOnSupposition(model, model.loops[id], result)});
      results[i] = std::move(result);
    }
  }
}

} // namespace loomp
