//===- Collapse.cpp - nested loops as one ---------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     for (int c = 0; c < 3; c++)              #pragma omp parallel for collapse(2)
//       for (size_t i = 0; i < n; i++)     →   for (int c = 0; c < 3; c++)
//         image[c][i] *= gain[c];                for (size_t i = 0; i < n; i++)
//                                                  image[c][i] *= gain[c];
//
// Theorem. If no iteration of the outer loop depends on another one, whatever its inner iterations,
// and if for each outer iteration no inner one depends on another, then no two of all pairs (i, j)
// depend on each other: they differ in i, which is the first case, or in j alone, which is the
// second. What is taken out of these verdicts by a role must be taken out of both, as the one
// directive gives each thread one copy for pairs of any kind:
//
//   - a private variable of the outer loop may carry a value between inner iterations: it must be
//     private in both; a sum that only one of them has belongs to no other;
//   - the last of all pairs is the last of both loops, if both certainly run: lastprivate in both;
//   - what numbers the iterations of one loop (induction variables that are recast, arg-min,
//     iterations in order, peeled ones) or gives elements copies does not number pairs, and is left
//     alone;
//   - an assumption of the inner loop must be one of the outer, whose ranges hold those of all
//     inner iterations.
//
// That the headers allow it is a fact of the analysis (NestText.cpp). What the counts multiply to
// is not: g++ 12 counts the iterations of a static schedule in the widest type of the indices, and
// silently runs the rest of the division if there are more. Where they may be more than fit, the
// iterations are handed out on demand, which it counts in 64 bits. clang counts in 64 bits anyway.
//
//===----------------------------------------------------------------------===//

#include "rewriters/Collapse.h"
#include "rewriters/RunTimeChecks.h"
#include "rewriters/ThreadResults.h"

#include "llvm/ADT/STLExtras.h"

#include <set>

using namespace llvm;

namespace loomp {

constexpr size_t deepestNest = 3;

static std::string whyNotInNest(const LoopResult &loop);
static std::string whyNotWith(const LoopResult &outer, const LoopResult &inner,
                              const std::set<std::string> &indices, size_t levels);
static bool countsFit(const TranslationUnitResult &result, const std::vector<size_t> &loops);

bool hasFewIterations(const LoopResult &loop) {
  return loop.constantTrip && *loop.constantTrip < 8;
}

static bool needsLastValue(const LoopResult &loop) {
  return any_of(loop.roles, [](const Role &role) {
    return role.kind == RoleKind::LastPrivate && !role.declaredInLoop;
  });
}

Nest nestOf(const TranslationUnitResult &result, size_t outer) {
  const std::vector<LoopResult> &loops = result.loops;
  Nest nest{{outer}, ""};
  std::set<std::string> indices;
  while (nest.loops.size() < deepestNest) {
    size_t around = nest.loops.back(), inner = around + 1;
    while (inner < loops.size() && loops[inner].parent != int(around))
      ++inner;
    if (inner == loops.size())
      return nest;
    if (nest.loops.size() == 1)
      nest.whyNotMore = whyNotInNest(loops[outer]);
    if (nest.whyNotMore.empty())
      nest.whyNotMore = whyNotInNest(loops[inner]);
    bool isNew = indices.insert(loops[inner].indexName).second;
    if (nest.whyNotMore.empty() && (!isNew || loops[inner].indexName == loops[outer].indexName))
      nest.whyNotMore = "their indices have one name"; // which g++ takes for one variable
    if (nest.whyNotMore.empty())
      nest.whyNotMore = whyNotWith(loops[outer], loops[inner], indices, nest.loops.size());
    nest.loops.push_back(inner);
    if (nest.whyNotMore.empty() && !countsFit(result, nest.loops)) {
      // Under a schedule on demand clang 22 loses the last value.
      bool isCounted =
          all_of(nest.loops, [&](size_t i) { return loops[i].counting->longBits >= 64; });
      if (!isCounted || needsLastValue(loops[outer]))
        nest.whyNotMore = "together they may have more iterations than compilers count";
    }
    if (!nest.whyNotMore.empty()) {
      nest.loops.pop_back();
      return nest;
    }
  }
  return nest;
}

/// Why the loop cannot be one of several under a directive.
static std::string whyNotInNest(const LoopResult &loop) {
  if (loop.verdict != Verdict::Parallel)
    return "it is not parallel";
  if (!loop.editable)
    return loop.notEditableBecause;
  if (loop.suppressed || loop.hasDirective)
    return "it is not to be changed";
  if (!loop.counting || loop.kind != LoopKind::For || loop.canonicalForm || loop.numberedForm)
    return "no integer counts its iterations in its header";
  if (loop.staticScheduleOnly || loop.miscountsIfEmpty)
    return "compilers miscount such loops";
  if (loop.peeling)
    return "one of its iterations runs on its own";
  if (hasRegion(loop) || !loop.selections.empty())
    return "threads keep results of their own";
  for (const Role &role : loop.roles) {
    if (role.declaredInLoop || role.kind == RoleKind::Index ||
        (role.kind == RoleKind::Shared && !role.localCopy))
      continue;
    bool isPlain = !role.array && !role.localCopy && !role.inOrder && role.classType.empty();
    bool isPossible = role.kind == RoleKind::Private || role.kind == RoleKind::Reduction ||
                      (role.kind == RoleKind::LastPrivate && loop.provenNonEmpty);
    if (!isPlain || !isPossible)
      return "its iterations have their own rule for '" +
             (role.localCopy ? role.localCopy->place : role.variable) + "'";
  }
  return "";
}

/// The name of a variable of `first` that is something else in `second`; empty: none is. The
/// indices of inner loops are private.
static std::string otherRole(const LoopResult &first, const LoopResult &second,
                             const std::set<std::string> &indices) {
  for (const Role &role : first.roles) {
    bool hasPart = !role.declaredInLoop && role.kind != RoleKind::Shared &&
                   role.kind != RoleKind::Index && !indices.count(role.variable);
    auto isSame = [&](const Role &other) {
      return other.variable == role.variable && other.kind == role.kind && other.op == role.op &&
             !other.declaredInLoop && other.declaration.offset == role.declaration.offset;
    };
    if (hasPart && none_of(second.roles, isSame))
      return role.variable;
  }
  return "";
}

/// Does what the outer loop asks for hold of the inner one, too?
static bool covers(const LoopResult &outer, const Assumption &wanted) {
  return any_of(outer.assumptions, [&](const Assumption &each) {
    if (each.kind != wanted.kind || each.text != wanted.text || each.isGiven != wanted.isGiven ||
        each.check.has_value() != wanted.check.has_value() ||
        (wanted.guardsLoop && !each.guardsLoop))
      return false;
    if (!each.check || each.check == wanted.check)
      return true;
    const auto *around = std::get_if<DisjointRanges>(&*each.check);
    const auto *inside = std::get_if<DisjointRanges>(&*wanted.check);
    return around && inside && around->first.pointer == inside->first.pointer &&
           around->second.pointer == inside->second.pointer;
  });
}

/// Why the two, one of them `levels` inside the other, cannot share a directive.
static std::string whyNotWith(const LoopResult &outer, const LoopResult &inner,
                              const std::set<std::string> &indices, size_t levels) {
  if (inner.counting->levels < levels)
    return inner.counting->whyNotMore;
  // Where the inner index is declared in front of the nest, each thread has its own.
  if (inner.indexLiveOut)
    return "its index is used behind it";
  for (const Role &role : outer.roles)
    if (role.variable == inner.indexName && !role.declaredInLoop &&
        (role.kind != RoleKind::Private || inner.indexDeclaredInLoop))
      return "its index is used behind it";
  std::string different = otherRole(outer, inner, indices);
  if (different.empty())
    different = otherRole(inner, outer, indices);
  if (!different.empty())
    return "'" + different + "' is not the same to both";
  if (!all_of(inner.assumptions, [&](const Assumption &each) { return covers(outer, each); }))
    return "it asks for more than the loop around it";
  return "";
}

/// Are the numbers of iterations certainly not more together than the widest index counts?
static bool countsFit(const TranslationUnitResult &result, const std::vector<size_t> &loops) {
  unsigned widest = 0;
  double product = 1; // a bound: rounding does not matter, as powers of two are exact
  for (size_t i : loops) {
    const LoopResult &loop = result.loops[i];
    widest = std::max(widest, loop.counting->indexBits);
    product *= loop.constantTrip
                   ? double(*loop.constantTrip)
                   : double(std::uint64_t(1) << std::min(loop.counting->indexBits, 63u));
  }
  return widest >= 64 || product < double(std::uint64_t(1) << (widest - 1));
}

std::vector<size_t> collapsedLoops(const TranslationUnitResult &result, const Nest &nest) {
  if (!hasFewIterations(result.loops[nest.loops.front()]))
    return {};
  std::uint64_t product = 1;
  for (size_t i = 0; i < nest.loops.size(); ++i) {
    const LoopResult &loop = result.loops[nest.loops[i]];
    if (!hasFewIterations(loop) || (product *= *loop.constantTrip) >= 8)
      return {nest.loops.begin(), nest.loops.begin() + i + 1};
  }
  return {};
}

LoopResult asOneLoop(const TranslationUnitResult &result, const std::vector<size_t> &loops) {
  LoopResult one = result.loops[loops.front()];
  for (size_t i : loops) {
    const LoopResult &loop = result.loops[i];
    if (i != loops.front())
      erase_if(one.roles, [&](const Role &role) { // private as the outer one is
        return role.variable == loop.indexName && !role.declaredInLoop;
      });
    one.tripCount = loop.tripCount;
    one.unevenWork = loop.unevenWork;
  }
  return one;
}

std::optional<LoopResult> asOneOnDevice(const TranslationUnitResult &result, const Nest &nest,
                                        bool mayAsk) {
  if (nest.loops.size() < 2)
    return std::nullopt;
  const std::vector<size_t> loops(nest.loops.begin(), nest.loops.begin() + 2);
  const LoopResult &outer = result.loops[loops.front()], &inner = result.loops[loops.back()];
  bool fits = countsFit(result, loops);
  if (!fits && (!mayAsk || outer.tripCount.empty() || inner.tripCount.empty()))
    return std::nullopt;
  LoopResult one = asOneLoop(result, loops);
  one.tripCount = outer.tripCount; // which the threshold and the copied data ask about
  if (fits)
    return one;
  unsigned bits = std::max(outer.counting->indexBits, inner.counting->indexBits);
  std::string count = "(" + outer.wideInteger + ")" + asOperand(outer.tripCount) + " * " +
                      asOperand(inner.tripCount);
  one.assumptions.push_back(
      {.kind = "device-count",
       .text = "",
       .check = ValueCondition{count + " < " + std::to_string(std::uint64_t(1) << (bits - 1))}});
  return one;
}

std::string scheduleAsOneLoop(const TranslationUnitResult &result,
                              const std::vector<size_t> &loops) {
  return countsFit(result, loops) ? "" : "guided";
}

LoopCost costAsOneLoop(const TranslationUnitResult &result, const std::vector<LoopCost> &costs,
                       const std::vector<size_t> &loops) {
  double times = 1;
  for (size_t i : drop_end(loops))
    times *= double(*result.loops[i].constantTrip);
  LoopCost cost = costRepeated(result.loops[loops.back()], costs[loops.back()], times);
  if (std::string wanted = scheduleAsOneLoop(result, loops); cost.schedule.empty())
    cost.schedule = wanted;
  return cost;
}

} // namespace loomp
