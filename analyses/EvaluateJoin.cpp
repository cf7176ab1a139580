//===- EvaluateJoin.cpp - where ways through a function meet --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: what holds on every way to a point holds at the point. A value that differs between two
// ways is one new symbol there.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// An entry that says no more than a place would of which nothing is known.
static bool saysNothing(const Entry &entry) {
  return entry.value.kind == Value::Kind::Unknown && entry.value.level == AnyLoop &&
         entry.value.taint.empty() && entry.definedIn.empty() && entry.mayComeFrom.empty();
}

State Evaluator::join(const State &a, const State &b) {
  if (a.dead)
    return b;
  if (b.dead)
    return a;
  State result;
  result.guard = a.guard;
  for (const auto &[key, left] : a.memory) {
    auto place = b.memory.find(key);
    if (place == b.memory.end()) {
      // Never touched on the other way: nothing is certain but what may still come from a loop.
      if (!left.mayComeFrom.empty())
        result.memory[key] = {.path = left.path, .mayComeFrom = left.mayComeFrom};
      continue;
    }
    const Entry &right = place->second;
    Entry entry{.path = left.path};
    bool equal = left.value.kind == right.value.kind;
    if (equal && left.value.kind == Value::Kind::Integer)
      equal = left.value.number == right.value.number && left.value.modulus == right.value.modulus;
    else if (equal && left.value.kind == Value::Kind::Pointer)
      equal = !keyOf(left.value.target).empty() &&
              keyOf(left.value.target) == keyOf(right.value.target);
    else if (equal && left.value.kind == Value::Kind::Closure)
      equal =
          left.value.lambda == right.value.lambda && left.value.captures == right.value.captures;
    if (equal) {
      entry.value = left.value;
      joinNames(entry.value.target, right.value.target);
    } else {
      // Values may differ: one new symbol that both readers of this point share.
      bool known = left.value.kind == right.value.kind && left.value.kind != Value::Kind::Unknown;
      if (known &&
          (left.value.kind == Value::Kind::Integer || left.value.kind == Value::Kind::Pointer))
        entry.value = fresh(left.path.type, currentLoop(), Result.text(left.path), nullptr);
    }
    entry.value.taint.insert(left.value.taint.begin(), left.value.taint.end());
    entry.value.taint.insert(right.value.taint.begin(), right.value.taint.end());
    for (LoopId loop : left.definedIn)
      if (std::find(right.definedIn.begin(), right.definedIn.end(), loop) != right.definedIn.end())
        entry.definedIn.push_back(loop);
    entry.mayComeFrom = left.mayComeFrom;
    entry.mayComeFrom.insert(right.mayComeFrom.begin(), right.mayComeFrom.end());
    if (!saysNothing(entry))
      result.memory[key] = std::move(entry);
  }
  result.facts = commonFacts(a.facts, b.facts);
  for (const auto &[key, right] : b.memory)
    if (!right.mayComeFrom.empty() && !a.memory.count(key))
      result.memory[key] = {.path = right.path, .mayComeFrom = right.mayComeFrom};
  return result;
}

State Evaluator::joinAll(std::vector<State> states) {
  State result;
  result.dead = true;
  for (State &state : states)
    result = result.dead ? std::move(state) : join(result, state);
  return result;
}

} // namespace loomp
