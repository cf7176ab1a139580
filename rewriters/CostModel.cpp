//===- CostModel.cpp - is a loop worth a team of threads? -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     cost(loop)  = bodyCost + sum over the loops directly inside of trip * cost(inner)
//     total(loop) = trip * cost(loop)
//
// All numbers are estimates, good to a factor of a few, and are meant to be no more than that. To
// start and join a team takes some ten microseconds on a multicore machine, in which one core does
// some 50,000 simple operations: a loop with less work than that is faster alone. Trip counts are
// often unknown; then the directive decides at run time, with `if(n > 2000)`.
//
//===----------------------------------------------------------------------===//

#include "rewriters/CostModel.h"

#include <algorithm>
#include <cmath>

namespace loomp {

/// Operations below which a team of threads costs more than it saves.
static constexpr double worthATeam = 50000;
/// What starting and combining the private copies of a reduced array takes, per byte.
static constexpr double perCopiedByte = 2;
/// What an atomic update costs beyond a plain one: a locked bus, and elements that threads share.
static constexpr double anAtomic = 20;
/// What sorting costs per element, to see whether some are equal.
static constexpr double aSortedElement = 100;
/// What it costs to look at one row, to see whether it overlaps something.
static constexpr double aSeenRow = 10;
/// Iterations assumed where the number is unknown.
static constexpr double assumedTrip = 64;
/// Operations that one chunk of a dynamic schedule should have, to pay for its hand-out.
static constexpr double worthAChunk = 2000;

template <typename Check> static bool asksFor(const LoopResult &loop);
static double atomicsPerIteration(const TranslationUnitResult &result, size_t loop);
static std::string scheduleFor(const LoopResult &loop, double perIteration);
static std::uint64_t roundedUp(double iterations);
static std::string tooLittle(std::uint64_t iterations, double perIteration);

std::vector<LoopCost> estimateCosts(const TranslationUnitResult &result) {
  std::vector<LoopCost> costs(result.loops.size());
  // Inner loops stand behind their parents, so one walk from the end sees children first.
  for (size_t i = result.loops.size(); i-- > 0;) {
    const LoopResult &loop = result.loops[i];
    LoopCost &cost = costs[i];
    cost.perIteration += std::max(1.0, loop.bodyCost);
    double team = worthATeam;
    for (const Role &role : loop.roles)
      if (role.kind == RoleKind::ArrayReduction && role.array)
        team += perCopiedByte * double(role.array->bytes);
    cost.total = cost.perIteration * (loop.constantTrip ? *loop.constantTrip : assumedTrip);
    if (loop.parent >= 0 && size_t(loop.parent) < i)
      costs[loop.parent].perIteration += cost.total;

    if (double atomics = atomicsPerIteration(result, i); atomics * anAtomic > cost.perIteration) {
      cost.profitable = false;
      cost.reason = "its atomic updates would take longer than the rest of its work";
    } else if (asksFor<DistinctElements>(loop) && cost.perIteration < 4 * aSortedElement) {
      cost.profitable = false;
      cost.reason = "to look for equal elements would take longer than its work";
    } else if (asksFor<DisjointRows>(loop) && cost.perIteration < 4 * aSeenRow) {
      cost.profitable = false;
      cost.reason = "to look through the rows would take longer than its work";
    } else if (loop.constantTrip) {
      cost.profitable = cost.total >= team;
      if (!cost.profitable)
        cost.reason = tooLittle(*loop.constantTrip, cost.perIteration);
    } else if (cost.perIteration < team / 8 && !loop.tripCount.empty()) {
      cost.threshold = roundedUp(team / cost.perIteration);
    }
    if (loop.unevenWork && !loop.staticScheduleOnly)
      cost.schedule = scheduleFor(loop, cost.perIteration);
  }
  return costs;
}

LoopCost costRepeated(const LoopResult &loop, const LoopCost &once, double times) {
  LoopCost cost{
      .perIteration = once.perIteration, .total = once.total * times, .schedule = once.schedule};
  if (loop.constantTrip) {
    cost.profitable = cost.total >= worthATeam;
    if (!cost.profitable)
      cost.reason = tooLittle(*loop.constantTrip * std::uint64_t(times), cost.perIteration);
  } else if (cost.perIteration * times < worthATeam / 8 && !loop.tripCount.empty()) {
    cost.threshold = roundedUp(worthATeam / (cost.perIteration * times));
  }
  return cost;
}

static std::string tooLittle(std::uint64_t iterations, double perIteration) {
  return std::to_string(iterations) + " iterations of about " +
         std::to_string(std::uint64_t(perIteration)) +
         " operations are too little work for a team of threads";
}

template <typename Check> static bool asksFor(const LoopResult &loop) {
  return std::any_of(loop.assumptions.begin(), loop.assumptions.end(), [](const auto &assumption) {
    const auto *check = assumption.check ? std::get_if<Check>(&*assumption.check) : nullptr;
    if constexpr (std::is_same_v<Check, DistinctElements>)
      return check && !check->isOrdered;
    return check != nullptr;
  });
}

/// Each atomic update counts as often as the loops around it, inside this one, run.
static double atomicsPerIteration(const TranslationUnitResult &result, size_t outer) {
  double count = 0;
  for (const Role &role : result.loops[outer].roles) {
    std::vector<TextRange> updates;
    if (role.array) {
      updates = role.array->updates;
      for (const ComparedUpdate &each : role.array->compared)
        updates.push_back(each.statement);
    }
    for (TextRange update : updates) {
      double times = 1;
      for (size_t i = outer + 1; i < result.loops.size(); ++i) {
        const LoopResult &inner = result.loops[i];
        if (inner.position.file == result.loops[outer].position.file &&
            inner.statement.begin <= update.begin && update.end <= inner.statement.end)
          times *= inner.constantTrip ? double(*inner.constantTrip) : assumedTrip;
      }
      count += times;
    }
  }
  return count;
}

/// Uneven work is handed out on demand. Guided chunks start large, which is wrong for a triangle
/// whose long rows come first, so the chunks are of one size: a power of two, and one iteration
/// where that is work enough or iterations are few.
static std::string scheduleFor(const LoopResult &loop, double perIteration) {
  unsigned chunk = 1;
  while (chunk < 64 && chunk * perIteration < worthAChunk)
    chunk *= 2;
  while (chunk > 1 && loop.constantTrip && chunk * 64 > *loop.constantTrip)
    chunk /= 2;
  return chunk == 1 ? "dynamic" : "dynamic, " + std::to_string(chunk);
}

/// The next of 1, 2, 5, 10, 20, 50, ... that is not below `iterations`.
static std::uint64_t roundedUp(double iterations) {
  for (std::uint64_t decade = 1;; decade *= 10)
    for (std::uint64_t leading : {1, 2, 5})
      if (double(leading * decade) >= iterations)
        return leading * decade;
}

} // namespace loomp
