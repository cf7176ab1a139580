//===- JudgeEffects.cpp - what a loop does beside accesses ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A part of a judgement (Judge.cpp): effects of the loop whose order, or whose number, the program
// can tell.
//
//===----------------------------------------------------------------------===//

#include "analyses/Judgement.h"
#include "analyses/LoopText.h"
#include "analyses/ParameterCondition.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace loomp {

/// All of them, or those of one reason. Not those that a condition in front of the loop rules out.
/// It chooses between two versions of the loop: a team of one thread lets no exception out, either.
void Judgement::collectEffects(llvm::StringRef only) {
  for (size_t i = Judged.effectBegin; i < Judged.effectEnd; ++i) {
    const Effect &effect = M.effects[i];
    if (!only.empty() && effect.reason != only)
      continue;
    if (effect.outermost != NoLoop && !M.isInside(L, effect.outermost))
      continue;
    if (auto condition = conditionWithout(J, L, effect)) {
      Assumption assumption{.kind = "in-bounds",
                            .text = *condition,
                            .check = ValueCondition{*condition},
                            .guardsLoop = true};
      if (!llvm::is_contained(Out.assumptions, assumption))
        Out.assumptions.push_back(std::move(assumption));
      continue;
    }
    Blocker blocker;
    blocker.reason = effect.reason;
    blocker.message = effect.message;
    // Order can be observed if two iterations show something. A jump that depends on data leaves
    // the loop on some input; one at a known iteration only says how long the loop is.
    blocker.proven = effect.proven && !(Out.constantTrip && *Out.constantTrip < 2);
    if (effect.reason == "observable-order")
      blocker.proven &=
          Judged.isCanonical && (canHappenTwice(M, J.solver, L, effect.guard) ||
                                 (dependsOnData(effect.guard) && runsOnSomeInput(M, L)));
    else
      blocker.proven &= dependsOnData(effect.guard);
    blocker.source = positionOf(J.context, effect.location);
    blocker.sourceNote = "here";
    blocker.remedy = effect.remedy;
    addBlocker(std::move(blocker));
  }
}

/// Does a condition between the loop and this point depend on values that the model does not
/// follow?
bool Judgement::dependsOnData(int guard) const {
  for (; guard >= 0 && guard != Judged.guardInside; guard = M.guards[guard].parent) {
    const auto &constraint = M.guards[guard].constraint;
    if (!constraint && M.guards[guard].onData)
      return true;
    for (const auto &[monomial, coefficient] :
         constraint ? constraint->value.terms() : std::map<Monomial, Coefficient>())
      for (SymbolId symbol : monomial)
        if (M.symbols[symbol].kind == SymbolKind::Opaque && M.varies(symbol, L))
          return true;
  }
  return false;
}

} // namespace loomp
