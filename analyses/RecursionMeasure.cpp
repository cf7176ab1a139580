//===- RecursionMeasure.cpp - how large a recursive problem is ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A function that divides its problem tells where it stops to do so:
//
//     if (n <= 64) { ...; return; }      calls are made where n - 65 >= 0
//
// so `n` measures the problem. How many elements a problem has, as the power of its measure, is
// told by what the calls are known to access, as the n × n elements of a block, or else by the
// deepest nest of loops beside the calls: dividing a problem and joining its parts takes each
// element once.
//
// Nothing here decides whether calls may run at the same time; a poor measure makes poor tasks.
//
//===----------------------------------------------------------------------===//

#include "analyses/RecursionMeasure.h"

#include <algorithm>

using namespace clang;

namespace loomp {

static Polynomial overParameters(const Model &model, const Polynomial &value);
static bool countsDown(const FunctionDecl &function, const CallExpr &call,
                       const Polynomial &measure);
static unsigned degreeOf(const CallSummary &summary, const std::set<SymbolId> &changed);
static unsigned depthOfLoops(const Model &model, int guard);

static bool isParameter(const Expr *value, const FunctionDecl &function, unsigned parameter) {
  const auto *reference = dyn_cast<DeclRefExpr>(value->IgnoreParenImpCasts());
  return reference && reference->getDecl() == function.getParamDecl(parameter);
}

/// Does the call get the value of the parameter as it is?
static bool passesOn(const FunctionDecl &function, const CallExpr &call, unsigned parameter) {
  return parameter < call.getNumArgs() && isParameter(call.getArg(parameter), function, parameter);
}

RecursionMeasure findMeasure(const ASTContext &context, const FunctionDecl &function,
                             const Model &model, const std::vector<const ForkSite *> &sites,
                             const CallSummary &summary) {
  for (int guard = model.spans.at(sites.front()->statement).guard; guard >= 0;
       guard = model.guards[guard].parent) {
    const auto &constraint = model.guards[guard].constraint;
    if (!constraint || constraint->isEquality || !constraint->value.isAffine())
      continue;
    Polynomial measure = overParameters(model, constraint->value);
    std::optional<std::string> text =
        measure.isZero() ? std::nullopt
                         : sumText(context, function, measure, !computes(function, measure));
    constexpr Coefficient largest = Coefficient(1) << 40;
    Coefficient base = -constraint->value.constantTerm();
    if (!text || base < 0 || base > largest)
      continue;
    RecursionMeasure found{.text = *text, .base = static_cast<std::uint64_t>(base)};
    std::set<SymbolId> changed;
    for (const ForkSite *site : sites)
      for (const CallExpr *call : site->calls) {
        found.isCountdown |= countsDown(function, *call, measure);
        for (unsigned i = 0; i < function.getNumParams(); ++i)
          if (!passesOn(function, *call, i))
            changed.insert(i);
      }
    found.degree = degreeOf(summary, changed);
    if (found.degree == 0)
      found.degree = depthOfLoops(model, guard);
    return found;
  }
  return {};
}

/// An affine value without its constant, over the numbers of parameters. Zero if there is anything
/// else in it.
static Polynomial overParameters(const Model &model, const Polynomial &value) {
  Polynomial result;
  for (const auto &[monomial, coefficient] : value.terms()) {
    if (monomial.empty())
      continue;
    const auto &atEntry = model.parametersAtEntry;
    auto parameter = std::find_if(atEntry.begin(), atEntry.end(), [&](const auto &each) {
      return each && each->asSymbol() == monomial.front();
    });
    if (parameter == atEntry.end())
      return {};
    result.add({static_cast<SymbolId>(parameter - atEntry.begin())}, coefficient);
  }
  return result;
}

/// Does the measure get smaller by a constant from the function to the call?
static bool countsDown(const FunctionDecl &function, const CallExpr &call,
                       const Polynomial &measure) {
  for (const auto &[monomial, coefficient] : measure.terms())
    for (SymbolId parameter : monomial) {
      if (parameter >= call.getNumArgs())
        return false;
      const Expr *argument = call.getArg(parameter)->IgnoreParenImpCasts();
      const auto *difference = dyn_cast<BinaryOperator>(argument);
      if (difference && (difference->getOpcode() == BO_Sub || difference->getOpcode() == BO_Add) &&
          isa<IntegerLiteral>(difference->getRHS()->IgnoreParenImpCasts()))
        argument = difference->getLHS();
      if (!isParameter(argument, function, parameter))
        return false;
    }
  return true;
}

/// Of the number of elements in the largest part, in the parameters that calls change. 0: no part
/// has bounds.
static unsigned degreeOf(const CallSummary &summary, const std::set<SymbolId> &changed) {
  unsigned degree = 0;
  for (const CallRange &range : summary.ranges) {
    if (!range.bounds)
      continue;
    Polynomial elements = range.bounds->rows * (range.bounds->high - range.bounds->low);
    for (const auto &[monomial, coefficient] : elements.terms()) {
      auto factors = std::count_if(monomial.begin(), monomial.end(),
                                   [&](SymbolId each) { return changed.count(each); });
      degree = std::max(degree, static_cast<unsigned>(factors));
    }
  }
  return degree;
}

/// Under the guard, not counting loops of constant length.
static unsigned depthOfLoops(const Model &model, int guard) {
  unsigned deepest = 0;
  for (const Access &access : model.accesses) {
    int around = access.guard;
    while (around >= 0 && around != guard)
      around = model.guards[around].parent;
    unsigned depth = 0;
    for (LoopId loop = access.loop; loop != NoLoop; loop = model.loops[loop].parent)
      depth += !model.loops[loop].trip || !model.loops[loop].trip->isConstant();
    if (around >= 0)
      deepest = std::max(deepest, depth);
  }
  return deepest;
}

} // namespace loomp
