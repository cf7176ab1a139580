//===- DeviceParts.cpp - ranges of elements that a device has copies of ---===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The four parts of the theorem of DeviceData.cpp, for one loop or for statements that stand for
// one.
//
//===----------------------------------------------------------------------===//

#include "analyses/DeviceParts.h"

#include "analyses/Dependence.h"
#include "analyses/EntryText.h"
#include "analyses/LoopParts.h"
#include "analyses/ParameterCondition.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>

using namespace clang;

namespace loomp {

const ValueDecl *leadingName(const Model &model, const Access &access) {
  const ValueDecl *name = access.path.name ? access.path.name : access.lexicalName;
  bool isAllocated = model.objects[access.path.object].kind == ObjectKind::Allocation;
  if (name || !isAllocated || !access.isInFunction || !access.expression)
    return name;
  const auto *element = dyn_cast<ArraySubscriptExpr>(access.expression->IgnoreParenImpCasts());
  return element ? namedVariable(element->getBase()->IgnoreParenImpCasts()) : nullptr;
}

std::string DeviceParts::map(DeviceForm &form) {
  for (DevicePart &part : Parts)
    if (std::string why = mapPart(part, form); !why.empty())
      return why;
  for (size_t i = 0; i < Parts.size(); ++i)
    for (size_t k = i + 1; k < Parts.size(); ++k)
      if (std::string why = keepApart(Parts[i], Parts[k], form); !why.empty())
        return why;
  return "";
}

bool DeviceParts::require(const Polynomial &value) {
  if (!nonNegativeText(J, L, value))
    return false;
  for (Polynomial &known : Required)
    if (auto difference = (value - known).asConstant()) {
      known = *difference < 0 ? value : known;
      return true;
    }
  Required.push_back(value);
  return true;
}

bool DeviceParts::spellConditions(DeviceForm &form) const {
  std::vector<RunTimeCheck> conditions;
  for (const Polynomial &value : Required) {
    auto text = nonNegativeText(J, L, value);
    if (!text)
      return false;
    conditions.push_back(ValueCondition{*text});
  }
  form.checks.insert(form.checks.begin(), conditions.begin(), conditions.end());
  return true;
}

bool DeviceParts::isUnconditional(const Access &access) const {
  LoopId loop = access.loop;
  if (access.guard != M.loops[loop].guardInside)
    return false;
  for (; loop != L; loop = M.loops[loop].parent)
    if (loop == NoLoop || M.loops[loop].parent == NoLoop ||
        M.loops[loop].guardBefore != M.loops[M.loops[loop].parent].guardInside)
      return false;
  return true;
}

/// Is the last index one that the loop really has? With a stride it may be a bound only.
static bool reachesLast(const Loop &loop) {
  auto step = loop.step ? loop.step->asConstant() : std::nullopt;
  auto distance = (*loop.last - loop.lower).asConstant();
  return step && *step != 0 && (*step == 1 || *step == -1 || (distance && *distance % *step == 0));
}

/// Part 2 of the theorem, for what is behind a pointer. `needed`: loops that must run.
bool DeviceParts::endsAreReached(const DevicePart &part, std::set<LoopId> &needed) const {
  std::vector<size_t> certain;
  for (size_t i : part.accesses) {
    const Access &access = M.accesses[i];
    for (const Component &component : access.path.components) {
      if (!component.index)
        continue;
      for (const auto &[monomial, coefficient] : component.index->terms())
        for (SymbolId symbol : monomial)
          if (M.varies(symbol, L) && M.symbols[symbol].kind != SymbolKind::Index)
            return false;
    }
    if (isUnconditional(access))
      certain.push_back(i);
  }
  if (certain.empty())
    return false;
  for (size_t i : certain)
    for (LoopId loop = M.accesses[i].loop;; loop = M.loops[loop].parent) {
      const Loop &inner = M.loops[loop];
      if (loop == L && Out.verdict == Verdict::Parallel) {
        if (!inner.last || !reachesLast(inner))
          return false;
        break; // it is asked whether it runs
      }
      if (!inner.isCanonical || !inner.trip || !inner.last || !reachesLast(inner) ||
          (!inner.provenNonEmpty && M.varies(*inner.trip, L)))
        return false;
      for (size_t k = inner.effectBegin; k < inner.effectEnd; ++k)
        if (M.effects[k].reason == "early-exit")
          return false;
      if (!inner.provenNonEmpty)
        needed.insert(loop);
      if (loop == L)
        break;
    }
  if (certain.size() == part.accesses.size())
    return true;
  auto all = rangeOf(part.accesses), some = rangeOf(certain);
  return all && some && *all == *some;
}

/// The subscript is a mixed radix number: one index counts single elements, another one rows
/// of as many as that has values, and so on.
bool DeviceParts::isDense(const DevicePart &part, size_t number) const {
  const Access &access = M.accesses[number];
  const auto &components = access.path.components;
  if (!isUnconditional(access) || components.empty() ||
      components.size() != (part.use->kind == DeviceUseKind::Container ? 2u : 1u) ||
      components.back().kind != Component::Kind::Index || !components.back().index ||
      components.back().isFlat)
    return false;
  for (size_t k = Judged.effectBegin; k < Judged.effectEnd; ++k)
    if (M.effects[k].reason == "early-exit")
      return false;
  const Polynomial &index = *components.back().index;
  auto growth = [&](SymbolId symbol) {
    return index.substitute(symbol, Polynomial::symbol(symbol) + Polynomial(1)) - index;
  };
  std::vector<LoopId> open;
  for (LoopId loop = access.loop;; loop = M.loops[loop].parent) {
    const Loop &each = M.loops[loop];
    bool isCounted = each.isCanonical && each.trip &&
                     (loop == L || !M.varies(*each.trip, L) || each.provenNonEmpty);
    if (!isCounted)
      return false;
    if (!growth(each.indexSymbol).isZero()) {
      if (loop != L && M.varies(*each.trip, L))
        return false;
      open.push_back(loop);
    } else if (access.isWrite && loop != L && !each.provenNonEmpty) {
      return false; // it may not run
    }
    if (loop == L)
      break;
  }
  Polynomial stride(1);
  while (!open.empty()) {
    auto next = llvm::find_if(open, [&](LoopId loop) {
      Polynomial step = growth(M.loops[loop].indexSymbol);
      return (step - stride).isZero() || (step + stride).isZero();
    });
    if (next == open.end())
      return false;
    stride = stride * *M.loops[*next].trip;
    if (!stride.isValid())
      return false;
    open.erase(next);
  }
  return true;
}

/// Is every element of the range reached? Dense accesses whose subscripts differ by 1 leave no hole
/// between them, as each runs at least once.
bool DeviceParts::isReachedWhole(const DevicePart &part) const {
  std::vector<std::pair<Coefficient, size_t>> dense;
  std::optional<Polynomial> first;
  for (size_t i : part.accesses) {
    if (!isDense(part, i))
      continue;
    const Polynomial &index = *M.accesses[i].path.components.back().index;
    first = first ? first : index;
    if (auto offset = (index - *first).asConstant())
      dense.emplace_back(*offset, i);
  }
  llvm::sort(dense);
  std::vector<size_t> accesses;
  for (size_t k = 0; k < dense.size(); ++k) {
    if (k > 0 && dense[k].first - dense[k - 1].first > 1)
      return false;
    accesses.push_back(dense[k].second);
  }
  auto reached = accesses.empty() ? std::nullopt : rangeOf(accesses);
  return reached && part.range && !reached->isUpperBound && *reached == *part.range;
}

/// Part 4 of the theorem.
bool DeviceParts::isWrittenWhole(const DevicePart &part) const {
  for (size_t i : part.accesses)
    if (!M.accesses[i].isWrite || M.accesses[i].update >= 0)
      return false;
  return llvm::any_of(part.accesses, [&](size_t i) {
    auto written = !M.accesses[i].mayKeep && isDense(part, i) ? rangeOf({i}) : std::nullopt;
    return written && !written->isUpperBound && *written == *part.range;
  });
}

std::string DeviceParts::mapPart(DevicePart &part, DeviceForm &form) {
  const DeviceUse &use = *part.use;
  MappedData data{
      .variable = use.variable->getNameAsString(), .uses = use.names, .sizes = use.sizes};
  const std::string problem =
      "which elements of '" + data.variable + "' it reaches has no spelling";
  if (const auto *variable = dyn_cast<VarDecl>(use.variable);
      variable && variable->getStorageClass() == SC_Register)
    return "'" + data.variable + "' is a register variable, which g++ cannot map";
  auto visible = Judged.nameAtStart(*use.variable);
  if (!visible || *visible != data.variable)
    return "'" + data.variable + "' has another name in front of the loop";
  if (Out.canonicalForm && use.kind == DeviceUseKind::Container && use.sizes.empty() &&
      mentionsName(Out.canonicalForm->headerText, data.variable))
    return "the header would name '" + data.variable + "'";
  if (part.accesses.empty() && !use.names.empty())
    return problem;
  if (use.kind == DeviceUseKind::Container && part.accesses.empty()) {
    form.data.push_back(std::move(data)); // its size is asked for
    return "";
  }
  if (part.accesses.empty())
    return problem;
  for (size_t i : part.accesses)
    data.isWritten |= M.accesses[i].isWrite;
  if (use.kind == DeviceUseKind::Object) {
    data.isRead = true;
    part.range = ElementRange{"&" + data.variable, "0", "1"};
    form.data.push_back(std::move(data));
    return "";
  }
  part.range = rangeOf(part.accesses);
  if (!part.range)
    return problem;
  bool isContainer = use.kind == DeviceUseKind::Container;
  const std::string &base = part.range->pointer;
  bool isBase = isContainer ? base == data.variable + ".data()" || base == data.variable + ".get()"
                            : base == data.variable;
  if (!isBase || part.range->dereferences)
    return problem;
  bool isWhole =
      isContainer && part.range->low == "0" && part.range->high == data.variable + ".size()";
  std::set<LoopId> needed;
  if (!isWhole && !endsAreReached(part, needed))
    return "not all elements of '" + data.variable + "' between those it reaches may exist";
  for (LoopId loop : needed)
    if (!require(*M.loops[loop].trip - Polynomial(1)))
      return problem;
  if (isContainer)
    data.data = base;
  data.low = part.range->low;
  data.high = part.range->high;
  data.isRead = !isWrittenWhole(part);
  form.data.push_back(std::move(data));
  return "";
}

/// May the ranges of the two overlap? What `__restrict` and the types of elements say concerns what
/// is reached, and written: it is no help where there are holes, nor between two that are only
/// read.
bool DeviceParts::mayBeOne(const DevicePart &a, const DevicePart &b) const {
  auto objectOf = [&](const DevicePart &part) -> const Object & {
    return M.objects[M.accesses[part.accesses.front()].path.object];
  };
  const Object &first = objectOf(a), &second = objectOf(b);
  auto isHandedOver = [](const Object &object) {
    return object.kind == ObjectKind::Pointee || object.kind == ObjectKind::Loaded ||
           object.kind == ObjectKind::Anything || object.kind == ObjectKind::This;
  };
  bool mayMeet = M.mayOverlap(M.accesses[a.accesses.front()].path.object,
                              M.accesses[b.accesses.front()].path.object);
  bool byPromise = (first.isRestrict || second.isRestrict) &&
                   (isHandedOver(first) || first.reachable) &&
                   (isHandedOver(second) || second.reachable);
  if (!mayMeet && !byPromise)
    return false;
  if (!isReachedWhole(a) || !isReachedWhole(b))
    return true;
  auto isWritten = [&](const DevicePart &part) {
    return llvm::any_of(part.accesses, [&](size_t i) { return M.accesses[i].isWrite; });
  };
  if (!mayMeet)
    return !isWritten(a) && !isWritten(b);
  return llvm::any_of(a.accesses, [&](size_t x) {
    return llvm::any_of(b.accesses, [&](size_t y) {
      return M.typesMayOverlap(M.accesses[x].path.type, M.accesses[y].path.type);
    });
  });
}

/// Part 3 of the theorem.
std::string DeviceParts::keepApart(const DevicePart &a, const DevicePart &b,
                                   DeviceForm &form) const {
  if (a.accesses.empty() || b.accesses.empty())
    return "";
  std::string names = "'" + a.use->variable->getNameAsString() + "' and '" +
                      b.use->variable->getNameAsString() + "'";
  const Path &first = M.accesses[a.accesses.front()].path,
             &second = M.accesses[b.accesses.front()].path;
  if (first.object == second.object)
    return names + " lead to one object";
  if (!mayBeOne(a, b))
    return "";
  if (!a.range || !b.range)
    return names + " may overlap";
  form.checks.push_back(DisjointRanges{*a.range, *b.range});
  return "";
}
} // namespace loomp
