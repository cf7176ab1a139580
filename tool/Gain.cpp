//===- Gain.cpp - which missed loops matter most --------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     gain(loop) = runs(loop) * trip(loop) * cost of an iteration
//     runs(loop) = product of trip(around) over the loops around it
//                  * the most that a loop of another function runs that calls this one
//
// The costs are those of the cost model, good to a factor of a few. A number of iterations that is
// unknown is taken for 64, but where the rewrite asks for more before it starts a team, for that:
// with fewer there is no gain at all.
//
// What is not seen: how often a function is called from other files, and recursion.
//
//===----------------------------------------------------------------------===//

#include "tool/Gain.h"
#include "rewriters/CostModel.h"
#include "tool/Report.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <cmath>

using namespace llvm;

namespace loomp {

/// Iterations where the number is unknown.
static constexpr double assumedTrip = 64;

static double tripOf(const LoopResult &loop, const LoopCost &cost);
static std::map<std::string, double> runsOfFunctions(const std::vector<LoopResult> &loops,
                                                     const std::vector<double> &iterations);

std::map<size_t, Gain> estimateGains(const Report &report) {
  const std::vector<LoopResult> &loops = report.result.loops;
  std::vector<LoopCost> costs = estimateCosts(report.result);
  // How often the body of each loop runs, in one call of its function. Loops stand behind those
  // around them.
  std::vector<double> iterations(loops.size());
  for (size_t i = 0; i < loops.size(); ++i)
    iterations[i] =
        tripOf(loops[i], costs[i]) *
        (loops[i].parent >= 0 && size_t(loops[i].parent) < i ? iterations[loops[i].parent] : 1);
  std::map<std::string, double> calls = runsOfFunctions(loops, iterations);

  std::map<size_t, Gain> gains;
  std::vector<size_t> order;
  for (size_t i = 0; i < loops.size(); ++i) {
    if (!isRewritten(loops[i], report.plans[i]) || loops[i].verdict == Verdict::AlreadyParallel)
      continue;
    auto called = calls.find(loops[i].functionKey);
    double runs = called == calls.end() ? 1 : called->second;
    gains[i].operations = runs * iterations[i] * costs[i].perIteration;
    order.push_back(i);
  }
  // By the names of files, not by their order on the command line.
  sort(order, [&](size_t a, size_t b) {
    return std::tuple(-gains[a].operations, StringRef(loops[a].position.file), a) <
           std::tuple(-gains[b].operations, StringRef(loops[b].position.file), b);
  });
  for (size_t place = 0; place < order.size(); ++place)
    gains[order[place]].place = place + 1;
  return gains;
}

double Gain::priority() const {
  // 10^12 operations take a core some ten minutes.
  return std::clamp(100.0 / 12 * std::log10(std::max(1.0, operations)), 0.0, 100.0);
}

static double tripOf(const LoopResult &loop, const LoopCost &cost) {
  if (loop.kind == LoopKind::Function || loop.kind == LoopKind::Statements)
    return 1;
  if (loop.constantTrip)
    return double(*loop.constantTrip);
  return std::max(assumedTrip, cost.threshold ? double(*cost.threshold) : 0);
}

static std::map<std::string, double> runsOfFunctions(const std::vector<LoopResult> &loops,
                                                     const std::vector<double> &iterations) {
  std::map<std::string, double> runs;
  for (size_t i = 0; i < loops.size(); ++i)
    for (const std::string &callee : loops[i].callees)
      if (callee != loops[i].functionKey)
        runs[callee] = std::max(runs[callee], iterations[i]);
  return runs;
}

} // namespace loomp
