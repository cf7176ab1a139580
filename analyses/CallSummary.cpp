//===- CallSummary.cpp - what a recursive call may touch ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: let S(x) be ranges that depend on the arguments x of a function f, and R(x) conditions
// on them. If, whenever R(x) holds,
//   1. everything that the body of f accesses, its recursive calls apart, lies in S(x) or in
//   objects
//      that this very call made,
//   2. for each recursive call f(y) in it, R(y) holds, and S(y) lies in S(x) or in such objects,
// then all that a call f(x) with R(x) accesses, however deep, lies in S(x) or in objects that came
// to be in it: by induction over the depth of the recursion. A walk through the body that answers
// each f(y) by accesses to S(y) shows both at once.
//
// The end of a range that two parameters delimit (PointerRanges.cpp) counts as the number of its
// elements. Each call must be given such a range.
//
// A pointer that a call leaves in memory could lead others to its objects: whoever relies on this
// must see that no pointer is written where it outlives the call.
//
//===----------------------------------------------------------------------===//

#include "analyses/CallSummary.h"

#include "analyses/Dependence.h"
#include "analyses/Evaluator.h"
#include "analyses/PointerRanges.h"

#include <algorithm>

using namespace clang;

namespace loomp {

Polynomial instantiate(const Polynomial &overParameters,
                       llvm::function_ref<std::optional<Polynomial>(unsigned)> valueOf) {
  Polynomial result;
  for (const auto &[monomial, coefficient] : overParameters.terms()) {
    Polynomial term(coefficient);
    for (SymbolId parameter : monomial) {
      std::optional<Polynomial> value = valueOf(parameter);
      if (!value) {
        // There is no other way to make an invalid polynomial than to leave its range.
        Polynomial huge(Coefficient(1) << 126);
        return huge * huge;
      }
      term = term * *value;
    }
    result = result + term;
  }
  return result;
}

/// The number of components in front of the first element number, or of what is not known.
static size_t baseSize(const Path &path) {
  auto isElement = [](const Component &c) {
    return c.kind == Component::Kind::Index || c.kind == Component::Kind::Unknown;
  };
  return static_cast<size_t>(
      std::find_if(path.components.begin(), path.components.end(), isElement) -
      path.components.begin());
}

std::optional<CallRange> rangeOf(const Model &model, const Access &access) {
  const Path &path = access.path;
  const Object &object = model.objects[path.object];
  CallRange range{.isWrite = access.isWrite};
  bool isOwned =
      std::any_of(path.components.begin(), path.components.end(), [](const Component &c) {
        return c.kind == Component::Kind::Buffer || c.kind == Component::Kind::Unknown;
      });
  bool isForeign = object.isAdopter || object.hasForeignStorage || object.hasSharedStorage;
  switch (object.kind) {
  case ObjectKind::Variable: {
    const auto *variable = dyn_cast_or_null<VarDecl>(object.declaration);
    if (variable && !variable->hasLocalStorage() && !variable->getType()->isReferenceType())
      range.global = variable->getCanonicalDecl();
    else if (!object.preexisting && !(isOwned && isForeign))
      return std::nullopt;
    break;
  }
  case ObjectKind::This:
  case ObjectKind::Pointee:
    range.parameter = object.parameter;
    break;
  case ObjectKind::Allocation:
  case ObjectKind::Temporary:
    if (!object.preexisting && !(isOwned && isForeign))
      return std::nullopt;
    break;
  case ObjectKind::Loaded:
  case ObjectKind::Anything:
    break;
  }
  range.type = path.type;
  range.leaf = path.asBytes || access.isSharedByte ? QualType() : path.type;
  if (range.parameter == NoParameter && !range.global)
    return range;
  size_t base = baseSize(path);
  range.base.assign(path.components.begin(), path.components.begin() + base);
  if (base < path.components.size() && path.components[base].kind == Component::Kind::Index)
    range.type = model.typeAt(path, base + 1);
  return range;
}

bool isSamePart(const CallRange &a, const CallRange &b) {
  auto isSame = [](const Component &left, const Component &right) {
    return left.kind == right.kind && left.field == right.field;
  };
  bool isAnything = a.parameter == NoParameter && !a.global;
  return a.parameter == b.parameter && a.global == b.global && a.isWrite == b.isWrite &&
         (!isAnything || a.type == b.type) &&
         std::equal(a.base.begin(), a.base.end(), b.base.begin(), b.base.end(), isSame);
}

/// May what is accessed stand in another element than the one with this number? A pointer into a
/// row may have left it.
static bool mayLeaveElement(const Model &model, const IntegerSolver &solver, const Access &access,
                            size_t number) {
  for (size_t i = number + 1; i < access.path.components.size(); ++i) {
    const Component &component = access.path.components[i];
    if (component.isFlat)
      return true;
    if (component.kind == Component::Kind::Index &&
        (!component.extent || !component.index ||
         !isNonNegativeAt(model, solver, access.guard, *component.index) ||
         !isNonNegativeAt(model, solver, access.guard,
                          Polynomial(*component.extent - 1) - *component.index)))
      return true;
  }
  return false;
}

bool hasLeaf(const CallRange &range, const CallRange &touched) {
  return range.leaf.isNull() ||
         (!touched.leaf.isNull() && range.leaf.getCanonicalType().getUnqualifiedType() ==
                                        touched.leaf.getCanonicalType().getUnqualifiedType());
}

bool isCovered(const Model &model, const IntegerSolver &solver, const Access &access,
               const CallSummary &summary) {
  std::optional<CallRange> touched = rangeOf(model, access);
  if (!touched)
    return true;
  auto valueOf = [&](unsigned parameter) { return model.parametersAtEntry[parameter]; };
  return std::any_of(summary.ranges.begin(), summary.ranges.end(), [&](const CallRange &range) {
    if (!isSamePart(*touched, range) || !hasLeaf(range, *touched))
      return false;
    if (!range.bounds)
      return true;
    size_t base = range.base.size();
    if (base >= access.path.components.size() || !access.path.components[base].index ||
        mayLeaveElement(model, solver, access, base))
      return false;
    return isWithin(model, solver, access.guard, *access.path.components[base].index,
                    instantiate(*range.bounds, valueOf));
  });
}

static void enterPart(Path &path, const CallRange &range);

/// The number of elements from the first to the second, if both stand in one array.
static std::optional<Polynomial> distanceBetween(const Value &first, const Value &second) {
  const std::vector<Component> &from = first.target.components, &to = second.target.components;
  if (first.kind != Value::Kind::Pointer || second.kind != Value::Kind::Pointer ||
      first.target.object != second.target.object || from.size() != to.size() || from.empty() ||
      from.back().kind != Component::Kind::Index || to.back().kind != Component::Kind::Index ||
      !from.back().index || !to.back().index)
    return std::nullopt;
  for (size_t i = 0; i + 1 < from.size(); ++i)
    if (from[i].kind != to[i].kind || from[i].field != to[i].field || from[i].index ||
        to[i].index || from[i].kind == Component::Kind::Unknown)
      return std::nullopt;
  return *to.back().index - *from.back().index;
}

/// A call of the function that is being walked through: what its summary says.
Value Evaluator::callSummarized(const Expr *site, const PassedArguments &passed, QualType type) {
  size_t begin = Result.accesses.size();
  const auto ends = rangeEnds(*Assumed->function);
  auto valueOf = [&](unsigned parameter) -> std::optional<Polynomial> {
    auto value = passed.values.find(static_cast<int>(parameter));
    if (auto begin = ends.find(parameter); begin != ends.end()) {
      auto first = passed.values.find(static_cast<int>(begin->second));
      return first == passed.values.end() || value == passed.values.end()
                 ? std::nullopt
                 : distanceBetween(first->second, value->second);
    }
    if (value == passed.values.end() || value->second.kind != Value::Kind::Integer ||
        value->second.modulus != 0)
      return std::nullopt;
    return value->second.number;
  };
  for (const auto &[last, first] : ends)
    Result.breaksSummary |= !valueOf(last);
  for (const Polynomial &required : Assumed->required) {
    Polynomial value = instantiate(required, valueOf);
    Result.breaksSummary |= !value.isValid() || !provenNonNegative(value);
  }
  // What leads to different memory must do so in each call.
  auto objectOfArgument = [&](int parameter) -> std::optional<ObjectId> {
    if (auto place = passed.places.find(parameter); place != passed.places.end())
      return place->second.object;
    auto value = passed.values.find(parameter);
    if (value != passed.values.end() && value->second.kind == Value::Kind::Pointer)
      return value->second.target.object;
    return std::nullopt;
  };
  for (const auto &[first, second] : Result.facts.distinct) {
    auto a = objectOfArgument(first), b = objectOfArgument(second);
    Result.breaksSummary |= !a || !b || *a == *b || Result.mayOverlap(*a, *b);
  }
  for (const CallRange &range : Assumed->ranges) {
    Path path;
    bool isPointer = false, isKnown = true;
    if (range.global) {
      path = {objectOf(*range.global), {}, range.global->getType()};
    } else if (auto place = passed.places.find(range.parameter); place != passed.places.end()) {
      path = place->second;
    } else if (auto value = passed.values.find(range.parameter);
               value != passed.values.end() && value->second.kind == Value::Kind::Pointer) {
      path = value->second.target;
      isPointer = true;
    } else {
      path.object = addObject({.kind = ObjectKind::Anything, .name = sourceText(site)});
      isKnown = false;
    }
    // A pointer leads to an element, the other elements beside it.
    if (isPointer && range.base.empty() && range.bounds && !path.components.empty() &&
        path.components.back().kind == Component::Kind::Index && path.components.back().index) {
      touchRange(path, range, *range.bounds, valueOf, site);
      continue;
    }
    if (isPointer && !path.components.empty() &&
        path.components.back().kind == Component::Kind::Index)
      path.components.pop_back();
    if (isKnown && !isPointer) {
      path.components.insert(path.components.end(), range.base.begin(), range.base.end());
      if (range.bounds) {
        path.components.push_back({.kind = Component::Kind::Index, .index = Polynomial()});
        touchRange(path, range, *range.bounds, valueOf, site);
        continue;
      }
    }
    path.type = range.type;
    if (path.components.empty() || path.components.back().kind != Component::Kind::Size)
      enterPart(path, range);
    touchPart(path, range, site);
  }
  Result.summarizedCalls.push_back(
      {dyn_cast<CallExpr>(site), begin, Result.accesses.size(), currentLoop(), Frames.size() == 1});
  return fresh(type, currentLoop(), sourceText(site), nullptr);
}

void Evaluator::touchRange(Path path, const CallRange &range, const CallBounds &bounds,
                           llvm::function_ref<std::optional<Polynomial>(unsigned)> valueOf,
                           const Expr *site) {
  CallBounds part = instantiate(bounds, valueOf);
  path.type = range.type;
  if (!part.low.isValid() || !part.high.isValid() || !part.rows.isValid() ||
      (part.stride && !part.stride->isValid())) {
    path.components.pop_back();
    enterPart(path, range);
    return touchPart(path, range, site);
  }
  int outside = Now.guard;
  Polynomial start = *path.components.back().index + part.low;
  path.components.back().index = start;
  loseRow(path);
  if (part.stride) {
    enterElements(path, part.rows, site);
    Polynomial row = Polynomial::symbol(Result.loops.back().indexSymbol);
    path.components.back().index = start + row * *part.stride;
  }
  enterElements(path, part.high - part.low, site);
  touchPart(path, range, site);
  leaveElements();
  if (part.stride)
    leaveElements();
  Now.guard = outside;
}

/// Leads the path to some part of what it leads to.
static void enterPart(Path &path, const CallRange &range) {
  path.components.push_back({.kind = Component::Kind::Unknown});
  if (!range.leaf.isNull())
    path.type = range.leaf;
}

/// Accesses, perhaps, what stands where the path leads.
void Evaluator::touchPart(Path path, const CallRange &range, const Expr *site) {
  int outside = Now.guard;
  pushGuard(std::nullopt);
  if (path.components.back().kind == Component::Kind::Index &&
      (path.type.isNull() || !path.type->isScalarType()))
    enterPart(path, range);
  range.isWrite ? store({.path = path}, {}, site) : recordRead({.path = path}, site);
  Now.guard = outside;
}

std::vector<CallGuess> guessBounds(const FunctionDecl &function) {
  std::vector<CallGuess> result(1);
  std::vector<unsigned> integers;
  for (const ParmVarDecl *parameter : function.parameters())
    if (parameter->getType()->isIntegerType())
      integers.push_back(parameter->getFunctionScopeIndex());
  constexpr size_t most = 5;
  if (integers.size() > most)
    integers.resize(most);
  auto value = [](unsigned parameter) { return Polynomial::symbol(parameter); };
  auto isUnsigned = [&](unsigned parameter) {
    return function.getParamDecl(parameter)->getType()->isUnsignedIntegerType();
  };
  auto widthOf = [&](unsigned parameter) {
    return static_cast<int>(
        function.getASTContext().getIntWidth(function.getParamDecl(parameter)->getType()));
  };
  for (unsigned y : integers)
    result.push_back({CallBounds{Polynomial(), value(y)}, {}});
  for (const auto &[last, first] : rangeEnds(function))
    for (Coefficient inclusive : {0, 1})
      result.push_back({CallBounds{Polynomial(), value(last) + Polynomial(inclusive)}, {}});
  for (size_t i = 0; i < integers.size(); ++i)
    for (size_t j = i + 1; j < integers.size(); ++j) {
      unsigned x = integers[i], y = integers[j];
      for (Coefficient inclusive : {0, 1}) {
        CallBounds bounds{value(x), value(y) + Polynomial(inclusive)};
        result.push_back({bounds, {}});
        // Of mixed types the program could not tell.
        if (isUnsigned(x) && isUnsigned(y)) {
          result.push_back({bounds, {bounds.high - bounds.low}});
          // So that `(x + y) / 2` is what it looks like.
          Polynomial most(Coefficient(1) << (widthOf(y) - 2));
          result.push_back({bounds, {bounds.high - bounds.low, most - value(y)}});
        }
      }
      result.push_back({CallBounds{value(x), value(x) + value(y)}, {}});
    }
  return result;
}

} // namespace loomp
