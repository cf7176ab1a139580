//===- Contents.cpp - what is known about the elements of an array --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: let a canonical loop with step +-1, that no jump leaves and in which nothing has an
// effect but its accesses, write an array by one store `p[e] = v` that every iteration executes,
// with e = c +- index. Then after the loop every element e(first) .. e(last) holds what its
// iteration stored:
//   1. (closed) v, with the index expressed by the number of the element, if nothing else in v
//      varies in the loop; so it is with the remainder of such a value. A pointer to what this
//      iteration allocated leads to a row of its own: rows with different numbers never overlap,
//      and to nothing else leads a pointer into them but one that came from this allocation.
//   2. (rising) If e grows from iteration to iteration, and v is not less than the element before
//      (`p[e - 1]`, read in the same iteration), or is the value of a variable that the loop never
//      makes less, then no element is less than its predecessor.
// Rising by more than zero, and closed with a slope, no two elements are equal (injective).
// What is known is lost with the first write that may meet the array, unless that one provably
// meets another element. Whatever subscript a variable of array type has, it is one of the array.
//
//   for (i = 0; i < n; i++) idx[i] = i;                        idx[k] is k
//   for (i = 0; i < 64; i++) mix[i] = i * 5 % 64;              mix[k] is 5 * k, modulo 64
//   for (i = 0; i < n; i++) row[i] = new double[m];            row[0], row[1], ... never overlap
//   for (i = 0; i < n; i++) start[i + 1] = start[i] + 3;       start[k] < start[k + 1]
//
// Not handled: arrays filled by several stores or in several loops; conditional stores.
//
//===----------------------------------------------------------------------===//

#include "analyses/Dependence.h"
#include "analyses/Evaluator.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// Splits `p[e]` into the array and e; absent if the path does not end in a plain subscript.
static std::optional<std::pair<Path, Polynomial>> splitElement(const Path &path) {
  if (path.components.empty())
    return std::nullopt;
  const Component &last = path.components.back();
  if (last.kind != Component::Kind::Index || !last.index || !last.index->isValid() || last.isFlat)
    return std::nullopt;
  Path array = path;
  array.components.pop_back();
  return std::pair(std::move(array), *last.index);
}

namespace {
/// What is equal to a number modulo `modulus`; the number is from `least` on.
struct ReducedNumber {
  Polynomial value;
  Coefficient modulus, least;
};
} // namespace

/// Takes apart what Evaluator::wrap made.
static std::optional<ReducedNumber> remainderIn(const Model &model, const Polynomial &number) {
  for (const auto &[monomial, coefficient] : number.terms()) {
    if (monomial.size() != 1 || coefficient >= -1)
      continue;
    const std::vector<Constraint> &facts = model.symbols[monomial.front()].facts;
    if (facts.size() != 2 || facts[0].isEquality || facts[1].isEquality)
      continue;
    auto least = (number - facts[0].value).asConstant();
    auto most = (number + facts[1].value).asConstant();
    if (least && most && *most - *least == -coefficient - 1)
      return ReducedNumber{number - Polynomial::symbol(monomial.front()) * Polynomial(coefficient),
                           -coefficient, *least};
  }
  return std::nullopt;
}

/// A value with `symbol` replaced, also in what it points to.
static Value substituted(Value value, SymbolId symbol, const Polynomial &by) {
  value.number = value.number.substitute(symbol, by);
  for (Component &component : value.target.components)
    if (component.index)
      component.index = component.index->substitute(symbol, by);
  return value;
}

std::vector<ArrayFact> commonFacts(const std::vector<ArrayFact> &a,
                                   const std::vector<ArrayFact> &b) {
  std::vector<ArrayFact> common;
  for (const ArrayFact &fact : a)
    if (std::any_of(b.begin(), b.end(), [&](const ArrayFact &other) {
          // One number, one loop that found the value.
          return other.key == fact.key && other.number == fact.number && other.low == fact.low &&
                 other.high == fact.high && other.value.has_value() == fact.value.has_value() &&
                 other.isInjective == fact.isInjective && other.isRising == fact.isRising;
        })) {
      common.push_back(fact);
      common.back().noLess.reset();
    }
  return common;
}

/// The value that a load from the place yields, if it is known as a function of the subscript.
std::optional<Value> Evaluator::elementFromFacts(const Place &place) {
  auto element = splitElement(place.path);
  if (!element || Now.facts.empty())
    return std::nullopt;
  std::string key = keyOf(element->first);
  for (const ArrayFact &fact : Now.facts) {
    if (fact.key != key || !fact.value ||
        !Context.hasSameUnqualifiedType(fact.array.type, place.path.type))
      continue;
    const std::vector<Component> &components = place.path.components;
    auto extent = components.size() == 1 ? components.back().extent : std::nullopt;
    bool isWhole = extent && provenNonNegative(Polynomial() - fact.low) &&
                   provenNonNegative(fact.high - Polynomial(*extent - 1));
    if (!isWhole && (!provenNonNegative(element->second - fact.low) ||
                     !provenNonNegative(fact.high - element->second)))
      continue;
    Value value = substituted(*fact.value, fact.number, element->second);
    return fact.modulus ? Value::integer(wrap(value.number, *fact.modulus, fact.least)) : value;
  }
  return std::nullopt;
}

/// Remembers which element a fresh symbol is the value of, and what is known of its neighbours.
void Evaluator::markElementRead(const Path &path, SymbolId symbol) {
  auto element = splitElement(path);
  if (!element)
    return;
  ElementRead read{.array = keyOf(element->first),
                   .object = path.object,
                   .subscript = element->second,
                   .changesIn = NoLoop};
  if (read.array.empty())
    return;
  for (size_t i = LoopStack.size(); i-- > 0 && read.changesIn == NoLoop;) {
    bool changes =
        Result.isInside(Result.objects[path.object].loop, LoopStack[i]) || loopMayWrite(i, path);
    for (const Component &component : element->first.components)
      changes |= component.index && Result.varies(*component.index, LoopStack[i]);
    if (changes)
      read.changesIn = LoopStack[i];
  }
  for (const ArrayFact &fact : Now.facts)
    if (fact.key == read.array && (fact.isInjective || fact.isRising) &&
        provenNonNegative(element->second - fact.low) &&
        provenNonNegative(fact.high - element->second)) {
      read.isInjective |= fact.isInjective;
      read.isRising |= fact.isRising;
    }
  Result.symbols[symbol].read = std::move(read);
}

/// Called with the access just recorded, before what it overwrites is forgotten. Returns the facts
/// that survive it.
std::vector<ArrayFact> Evaluator::noteStore(const Path &path, const Value &value) {
  size_t number = Result.accesses.size() - 1;
  bool isExact = value.kind == Value::Kind::Integer && value.modulus == 0;
  if (isWholeVariable(path) && isExact) {
    auto old = Now.memory.find(keyOf(path));
    if (old != Now.memory.end() && old->second.value.kind == Value::Kind::Integer &&
        old->second.value.modulus == 0)
      Result.accesses[number].grows =
          lowerBound(value.number - old->second.value.number).value_or(-1) >= 0;
  }
  auto element = splitElement(path);
  if (!element)
    return {};
  if (currentLoop() != NoLoop &&
      (value.kind == Value::Kind::Integer || value.kind == Value::Kind::Pointer)) {
    ElementStore store{.value = value};
    if (isExact)
      for (const auto &[key, entry] : Now.memory)
        if (isWholeVariable(entry.path) && entry.value.kind == Value::Kind::Integer &&
            entry.value.modulus == 0 && entry.value.number == value.number)
          store.counters.insert(entry.path.object);
    ElementStores[number] = std::move(store);
  }
  std::vector<ArrayFact> kept;
  std::string key = keyOf(element->first);
  for (ArrayFact fact : Now.facts) {
    if (fact.key != key)
      continue;
    if (fact.noLess && isExact && *fact.noLess == value.number &&
        element->second == fact.high + Polynomial(1)) {
      fact.high = element->second;
      fact.noLess.reset();
      kept.push_back(std::move(fact));
    } else if (provenNonNegative(element->second - fact.high - Polynomial(1)) ||
               provenNonNegative(fact.low - element->second - Polynomial(1))) {
      kept.push_back(std::move(fact));
    }
  }
  return kept;
}

/// At the entry of the current loop: what its body may write is not known in it.
void Evaluator::forgetWrittenFacts(const ModifiedSet &modified,
                                   llvm::function_ref<bool(const Path &)> isWritten) {
  std::erase_if(Now.facts, [&](const ArrayFact &fact) {
    if (isWritten(fact.element()))
      return true;
    if (!fact.value || fact.value->kind != Value::Kind::Pointer)
      return false;
    // A pointer into storage that a container may give up.
    const Object &target = Result.objects[fact.value->target.object];
    bool owned = false;
    for (const Component &component : fact.value->target.components)
      owned |= component.kind == Component::Kind::Buffer;
    return owned && modified.mayMoveStorage(target.declaration);
  });
}

/// Drops what only makes sense inside the loop.
void Evaluator::leaveFacts(LoopId loop, State &state) const {
  std::erase_if(state.facts, [&](const ArrayFact &fact) {
    bool varies = Result.isInside(Result.objects[fact.array.object].loop, loop) ||
                  Result.varies(fact.low, loop) || Result.varies(fact.high, loop) ||
                  (fact.noLess && Result.varies(*fact.noLess, loop));
    auto pathVaries = [&](const Path &path) {
      for (const Component &component : path.components)
        if (component.index && Result.varies(*component.index, loop))
          return true;
      return Result.isInside(Result.objects[path.object].loop, loop);
    };
    varies |= pathVaries(fact.array);
    if (fact.value && fact.value->kind == Value::Kind::Pointer)
      varies |= pathVaries(fact.value->target);
    else if (fact.value)
      varies |= Result.varies(fact.value->number, loop);
    return varies;
  });
}

void Evaluator::addFacts(std::vector<ArrayFact> facts) {
  for (ArrayFact &fact : facts) {
    if (fact.counter) {
      fact.noLess.reset();
      for (auto &[key, entry] : Now.memory) {
        if (entry.path.object != *fact.counter || !isWholeVariable(entry.path))
          continue;
        if (entry.value.kind == Value::Kind::Unknown)
          entry.value = fresh(entry.path.type, currentLoop(), Result.text(entry.path), nullptr);
        if (entry.value.kind == Value::Kind::Integer && entry.value.modulus == 0)
          fact.noLess = entry.value.number;
      }
      fact.counter.reset();
    }
    Now.facts.push_back(std::move(fact));
  }
}

std::vector<ArrayFact> Evaluator::factsOfLoop(LoopId loop, const State &before) {
  const Loop &left = Result.loops[loop];
  auto step = left.step ? left.step->asConstant() : std::nullopt;
  if (Quiet || !left.isCanonical || !left.last || !step || (*step != 1 && *step != -1) ||
      left.effectBegin != left.effectEnd)
    return {};
  std::vector<ArrayFact> facts;
  for (size_t i = left.accessBegin; i < left.accessEnd; ++i) {
    const Access &store = Result.accesses[i];
    if (store.isWrite && store.loop == loop && store.guard == left.guardInside)
      if (auto fact = factOfStore(loop, i, before))
        facts.push_back(std::move(*fact));
  }
  return facts;
}

/// Does no access of the loop write the variable but to make it grow?
bool Evaluator::onlyGrows(LoopId loop, ObjectId counter) const {
  const Loop &left = Result.loops[loop];
  for (size_t i = left.accessBegin; i < left.accessEnd; ++i) {
    const Access &access = Result.accesses[i];
    bool isCounter = access.path.object == counter && isWholeVariable(access.path);
    if (access.isWrite && Result.mayOverlap(access.path.object, counter) &&
        !(isCounter && access.grows))
      return false;
  }
  return !Result.isInside(Result.objects[counter].loop, loop);
}

std::optional<ArrayFact> Evaluator::factOfStore(LoopId loop, size_t index, const State &before) {
  const Loop &left = Result.loops[loop];
  const Path path = Result.accesses[index].path;
  auto element = splitElement(path);
  auto stored = ElementStores.find(index);
  if (!element || stored == ElementStores.end() ||
      Result.isInside(Result.objects[path.object].loop, loop))
    return std::nullopt;
  for (const Component &component : element->first.components)
    if (component.kind == Component::Kind::Unknown ||
        (component.kind == Component::Kind::Index &&
         (!component.index || Result.varies(*component.index, loop))))
      return std::nullopt;
  // e = offset + slope * index, with slope 1 or -1.
  Polynomial position = Polynomial::symbol(left.indexSymbol);
  Coefficient slope = 1;
  if (Result.varies(element->second - position, loop))
    slope = -1;
  Polynomial offset = element->second - position * Polynomial(slope);
  if (!offset.isValid() || Result.varies(offset, loop))
    return std::nullopt;
  for (size_t i = left.accessBegin; i < left.accessEnd; ++i)
    if (i != index && Result.accesses[i].isWrite &&
        Result.mayOverlap(Result.accesses[i].path, path))
      return std::nullopt;

  auto at = [&](const Polynomial &value) { return offset + value * Polynomial(slope); };
  bool grows = slope * left.direction > 0;
  ArrayFact fact{.array = element->first, .key = keyOf(element->first)};
  fact.array.type = path.type;
  fact.low = at(grows ? left.lower : *left.last);
  fact.high = at(grows ? *left.last : left.lower);
  if (fact.key.empty())
    return std::nullopt;

  // Closed form: the index is slope * (number - offset).
  Value value = stored->second.value;
  SymbolId number = addSymbol({.name = "element", .kind = SymbolKind::Derived, .loop = NoLoop});
  Polynomial asNumber = (Polynomial::symbol(number) - offset) * Polynomial(slope);
  if (value.kind == Value::Kind::Pointer) {
    Object allocated = Result.objects[value.target.object];
    bool isOwn = allocated.kind == ObjectKind::Allocation && allocated.loop == loop;
    for (const Component &component : value.target.components)
      isOwn &= component.kind == Component::Kind::Index && component.index &&
               !Result.varies(*component.index, loop);
    if (isOwn) {
      std::string name = Result.text(element->first);
      for (const auto &[key, entry] : before.memory)
        if (isWholeVariable(entry.path) && entry.value.kind == Value::Kind::Pointer &&
            entry.value.target.object == path.object)
          name = Result.text(entry.path); // the array is an allocation, too
      if (name.size() > 1 && name.front() == '*')
        name.erase(0, 1);
      ObjectId rows = addObject(
          {.kind = ObjectKind::Allocation, .name = name, .reachable = true, .preexisting = false});
      Result.rowsOf[rows] = value.target.object;
      value.target.object = rows;
      value.target.components.insert(
          value.target.components.begin(),
          {{.kind = Component::Kind::Index, .index = position}, {.kind = Component::Kind::Buffer}});
    }
    value = substituted(std::move(value), left.indexSymbol, asNumber);
    bool isClosed = !Result.isInside(Result.objects[value.target.object].loop, loop);
    for (const Component &component : value.target.components)
      isClosed &= component.kind != Component::Kind::Unknown &&
                  (!component.index || !Result.varies(*component.index, loop));
    // What stood for the row is its number in the array.
    if (isOwn && isClosed)
      value.target.components[0].index = Polynomial::symbol(number);
    if (!isClosed)
      return std::nullopt;
    fact.value = std::move(value);
    fact.number = number;
    return fact;
  }
  Value closed = substituted(value, left.indexSymbol, asNumber);
  if (closed.number.isValid() && !Result.varies(closed.number, loop)) {
    fact.value = std::move(closed);
    fact.number = number;
    return fact;
  }
  if (value.modulus != 0 || !value.number.isValid())
    return std::nullopt;
  if (auto remainder = remainderIn(Result, value.number)) {
    Polynomial reduced = remainder->value.substitute(left.indexSymbol, asNumber);
    if (reduced.isAffine() && !Result.varies(reduced, loop)) {
      fact.value = Value::integer(reduced);
      fact.number = number;
      fact.modulus = remainder->modulus;
      fact.least = remainder->least;
      return fact;
    }
  }
  if (!grows)
    return std::nullopt;

  // Rising: by what is added to the element before,
  for (const auto &[monomial, coefficient] : value.number.terms()) {
    if (monomial.size() != 1 || coefficient != 1)
      continue;
    const auto &read = Result.symbols[monomial.front()].read;
    if (!read || read->array != fact.key || !(element->second == read->subscript + Polynomial(1)))
      continue;
    Polynomial added = value.number - Polynomial::symbol(monomial.front());
    int guard = Result.accesses[index].guard;
    if (!isNonNegativeAt(Result, Solver, guard, added))
      continue;
    fact.low = fact.low - Polynomial(1);
    fact.isRising = true;
    fact.isInjective = isNonNegativeAt(Result, Solver, guard, added - Polynomial(1));
    return fact;
  }
  // or by a variable that grows.
  for (ObjectId counter : stored->second.counters) {
    if (!onlyGrows(loop, counter))
      continue;
    fact.isRising = true;
    fact.counter = counter;
    // An element in front that is not greater than the variable was before the loop.
    Path first = fact.element();
    first.components.back().index = fact.low - Polynomial(1);
    auto start = before.memory.find(keyOf({counter, {}, {}})),
         previous = before.memory.find(keyOf(first));
    if (start != before.memory.end() && previous != before.memory.end() &&
        start->second.value.kind == Value::Kind::Integer && start->second.value.modulus == 0 &&
        previous->second.value.kind == Value::Kind::Integer &&
        previous->second.value.modulus == 0 &&
        isNonNegativeAt(Result, Solver, left.guardBefore,
                        start->second.value.number - previous->second.value.number))
      fact.low = fact.low - Polynomial(1);
    return fact;
  }
  return std::nullopt;
}

} // namespace loomp
