//===- Dependence.cpp - do two accesses meet in different iterations? -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: accesses A and B in loop L, both to one object, depend on each other through L only if
// the system
//     domain of A over (shared symbols, A's copies of what varies in L)
//     domain of B over (shared symbols, B's copies)
//     iteration of A < iteration of B
//     every subscript of A equals that of B
// has an integer solution. A symbol is shared if its value does not vary in L; every other symbol
// has one copy for A and one for B. Constraints that cannot be expressed are left out, which can
// only add solutions: "no solution" is a proof.
//
// A solution is a proof of the opposite only if nothing was left out and every shared symbol is a
// free input, or if the subscripts agree for all values of the symbols at one fixed distance.
//
// How the system is built, linearised subscripts among them: PairSystem.cpp.
//
//===----------------------------------------------------------------------===//

#include "analyses/Dependence.h"
#include "analyses/PairSystem.h"

#include <algorithm>
#include <map>
#include <set>

namespace loomp {

namespace {
/// How the locations of two accesses compare: impossible, or equations between subscripts.
struct LocationMatch {
  bool disjoint = false;
  bool exact = true; ///< the equations say all there is to say
  std::vector<std::pair<Polynomial, Polynomial>> equations;
};
} // namespace

/// A run of Index components as one element number, or nothing if an extent is not known.
static std::optional<Polynomial> linearised(const Path &path, size_t begin, size_t end) {
  Polynomial number;
  for (size_t i = begin; i < end; ++i) {
    const Component &component = path.components[i];
    if (!component.index)
      return std::nullopt;
    if (i > begin && !component.extent)
      return std::nullopt;
    number = (i > begin ? number * Polynomial(*component.extent) : Polynomial()) + *component.index;
  }
  return number;
}

static LocationMatch matchLocations(Path a, Path b) {
  LocationMatch match;
  // `p[0].x` and `(*p).x` are one place.
  auto isField = [](const Path &path) {
    return !path.components.empty() && path.components[0].kind == Component::Kind::Field;
  };
  for (auto [path, other] : {std::pair(&a, &b), std::pair(&b, &a)})
    if (isField(*other) && leadsThroughPointer(*path))
      path->components.erase(path->components.begin());
  size_t common = std::min(a.components.size(), b.components.size());
  for (size_t i = 0; i < common; ++i) {
    const Component &left = a.components[i], &right = b.components[i];
    if (left.kind == Component::Kind::Unknown || right.kind == Component::Kind::Unknown) {
      match.exact = false;
      return match;
    }
    if (left.kind != right.kind) {
      bool header = left.kind == Component::Kind::Size || right.kind == Component::Kind::Size;
      bool buffer = left.kind == Component::Kind::Buffer || right.kind == Component::Kind::Buffer;
      match.disjoint = header && buffer;
      match.exact = false;
      return match;
    }
    if (left.kind == Component::Kind::Field && left.field != right.field) {
      bool sameRecord = left.field->getParent() == right.field->getParent();
      match.disjoint = sameRecord && !left.field->getParent()->isUnion();
      match.exact = false;
      return match;
    }
    if (left.kind != Component::Kind::Index)
      continue;
    auto runEnd = [&](const Path &path) {
      size_t end = i;
      while (end < path.components.size() && path.components[end].kind == Component::Kind::Index)
        ++end;
      return end;
    };
    size_t leftEnd = runEnd(a), rightEnd = runEnd(b);
    bool flat = false;
    for (size_t k = i; k < leftEnd; ++k)
      flat |= a.components[k].isFlat;
    for (size_t k = i; k < rightEnd; ++k)
      flat |= b.components[k].isFlat;
    for (size_t k = i; k < std::min(leftEnd, rightEnd); ++k)
      flat |= a.components[k].extent != b.components[k].extent && k > i;
    if (flat) {
      auto first = linearised(a, i, leftEnd), second = linearised(b, i, rightEnd);
      if (leftEnd != rightEnd || !first || !second) {
        match.exact = false;
        return match;
      }
      match.equations.emplace_back(*first, *second);
      i = leftEnd - 1;
      continue;
    }
    if (!left.index || !right.index)
      match.exact = false;
    else
      match.equations.emplace_back(*left.index, *right.index);
  }
  return match;
}

/// Does every iteration (of all loops) that the access's affine guards allow perform it?
static bool isExact(const Model &model, LoopId loop, const Access &access) {
  if (access.mayKeep)
    return false;
  const Loop &judged = model.loops[loop];
  for (int guard = access.guard; guard >= 0 && guard != judged.guardBefore;
       guard = model.guards[guard].parent)
    if (!model.guards[guard].constraint || !model.guards[guard].constraint->value.isAffine())
      return false;
  for (size_t i = judged.effectBegin; i < judged.effectEnd; ++i)
    if (model.effects[i].reason == "early-exit" || model.effects[i].reason == "may-throw")
      return false;
  return true;
}

/// Can any value of the symbols occur? Not if one of them was computed in a way that the model does
/// not follow.
static bool isFree(const Model &model, const Polynomial &value) {
  for (const auto &[monomial, coefficient] : value.terms())
    for (SymbolId symbol : monomial) {
      if (model.symbols[symbol].kind == SymbolKind::Opaque)
        return false;
      for (const Constraint &fact : model.symbols[symbol].facts)
        for (const auto &[inner, ignored] : fact.value.terms())
          for (SymbolId other : inner)
            if (model.symbols[other].kind == SymbolKind::Opaque)
              return false;
    }
  return true;
}

bool runsOnSomeInput(const Model &model, LoopId loop) {
  const Loop &judged = model.loops[loop];
  for (int guard = judged.guardBefore; guard >= 0; guard = model.guards[guard].parent) {
    const auto &constraint = model.guards[guard].constraint;
    if (!constraint || !constraint->value.isAffine() || !isFree(model, constraint->value))
      return false;
  }
  return judged.last && isFree(model, *judged.last) && isFree(model, judged.lower);
}

static std::string iterationText(const Model &model, LoopId loop,
                                 const Polynomial &valueOverColumns,
                                 const std::vector<Coefficient> &point) {
  Coefficient value = 0;
  for (const auto &[monomial, coefficient] : valueOverColumns.terms()) {
    Coefficient term = coefficient;
    for (unsigned column : monomial)
      term *= point[column];
    value += term;
  }
  const Loop &judged = model.loops[loop];
  bool isNamed = judged.index && !judged.isPosition;
  std::string name = isNamed ? judged.index->getNameAsString() : std::string("number ");
  return isNamed ? name + "=" + toString(value) : name + toString(value);
}

/// The path with every subscript evaluated at the solution.
static std::string elementText(const Model &model, PairSystem &pair, const Path &path, int copy,
                               const std::vector<Coefficient> &point) {
  Path fixed = path;
  for (Component &component : fixed.components) {
    if (!component.index)
      continue;
    Polynomial over = pair.overColumns(*component.index, copy);
    Coefficient value = 0;
    for (const auto &[monomial, coefficient] : over.terms()) {
      Coefficient term = coefficient;
      for (unsigned column : monomial)
        term *= column < point.size() ? point[column] : 0;
      value += term;
    }
    component.index = Polynomial(value);
  }
  return model.text(fixed);
}

/// Do the subscripts agree for every pair of iterations at this distance, whatever the symbols are?
static bool agreeEverywhere(const Model &model, const IntegerSolver &solver, LoopId loop,
                            const Access &source, const Access &sink, const LocationMatch &match,
                            Coefficient distance) {
  PairSystem pair(model, solver, loop);
  pair.addDomain(source.guard, 1);
  pair.addDomain(sink.guard, 2);
  const Loop &judged = model.loops[loop];
  Polynomial gap = pair.overColumns(judged.iteration, 2) - pair.overColumns(judged.iteration, 1);
  if (!pair.addEquation(gap - Polynomial(distance)))
    return false;
  // Iterations of loops inside are paired with themselves; the judged loop's own index is the
  // source's, moved by the distance.
  std::map<unsigned, Polynomial> paired;
  for (SymbolId symbol = 0; symbol < model.symbols.size(); ++symbol) {
    auto first = pair.Columns.find({symbol, 1}), second = pair.Columns.find({symbol, 2});
    if (model.symbols[symbol].kind != SymbolKind::Index || first == pair.Columns.end() ||
        second == pair.Columns.end())
      continue;
    Polynomial counterpart = Polynomial::symbol(first->second);
    if (symbol == judged.indexSymbol)
      counterpart = counterpart + Polynomial(distance * judged.direction);
    else
      pair.addEquation(Polynomial::symbol(second->second) - counterpart);
    paired[second->second] = counterpart;
  }
  for (const auto &[left, right] : match.equations) {
    Polynomial difference = pair.overColumns(left, 1) - pair.overColumns(right, 2);
    for (const auto &[column, counterpart] : paired)
      difference = difference.substitute(column, counterpart);
    if (difference.isZero())
      continue;
    if (!difference.isAffine() || pair.feasibleWith(difference - Polynomial(1)) != Answer::No ||
        pair.feasibleWith(Polynomial(-1) - difference) != Answer::No)
      return false;
  }
  return pair.System.hasSolution(solver) == Answer::Yes;
}

std::string Dependence::kind(const Model &model) const {
  if (!model.accesses[source].isWrite)
    return "anti";
  return model.accesses[sink].isWrite ? "output" : "flow";
}

/// What is known of the two iterations since accesses in them are in bounds.
struct PairBounds {
  std::vector<Polynomial> first, second;
};

/// The system of the theorem; false if something had to be left out.
static bool addPair(PairSystem &pair, const Loop &judged, const Access &first, const Access &second,
                    const LocationMatch &match, const PairBounds &bounds) {
  bool complete = true;
  pair.addDomain(first.guard, 1);
  pair.addDomain(second.guard, 2);
  Polynomial gap = pair.overColumns(judged.iteration, 2) - pair.overColumns(judged.iteration, 1);
  if (gap.isAffine()) {
    LinearSystem::Row order;
    order.constant = gap.constantTerm() - 1;
    for (const auto &[monomial, coefficient] : gap.terms())
      if (!monomial.empty())
        order.coefficients.emplace_back(monomial.front(), coefficient);
    pair.System.add(std::move(order));
  } else {
    complete = false;
  }
  for (const auto &[left, right] : match.equations) {
    pair.overColumns(left, 1);
    pair.overColumns(right, 2);
  }
  pair.addGrowth();
  pair.addProductSigns();
  pair.addBounds(bounds.first, 1);
  pair.addBounds(bounds.second, 2);
  for (const auto &[left, right] : match.equations)
    complete &= pair.addEquation(pair.overColumns(left, 1) - pair.overColumns(right, 2));
  return complete;
}

std::vector<LinearSystem> carriedSystems(const Model &model, const IntegerSolver &solver,
                                         LoopId loop, size_t source, size_t sink,
                                         std::map<SymbolId, unsigned> &shared) {
  const Access &first = model.accesses[source], &second = model.accesses[sink];
  LocationMatch match;
  if (!model.isInside(model.objects[first.path.object].loop, loop))
    match = matchLocations(first.path, second.path);
  PairSystem pair(model, solver, loop);
  pair.IsOptimistic = true;
  // Not what is known since accesses are in bounds: a condition is no good that holds where they
  // are not.
  addPair(pair, model.loops[loop], first, second, match, {});
  for (const auto &[owner, column] : pair.Columns)
    if (owner.second == 0)
      shared[owner.first] = column;
  std::vector<LinearSystem> systems = std::move(pair.Exceptions);
  systems.push_back(std::move(pair.System));
  return systems;
}

/// The system, with `shared`: the unknowns of what does not vary in the loop.
static LinearSystem finished(PairSystem &pair, std::map<SymbolId, unsigned> &shared) {
  pair.addProductSigns();
  for (const auto &[owner, column] : pair.Columns)
    if (owner.second == 0)
      shared[owner.first] = column;
  return std::move(pair.System);
}

LinearSystem iterationSystem(const Model &model, const IntegerSolver &solver, LoopId loop,
                             Coefficient trips, const Access *access, bool inBounds,
                             const std::vector<SymbolId> &parameters,
                             std::map<SymbolId, unsigned> &shared) {
  PairSystem pair(model, solver, loop);
  const Loop &judged = model.loops[loop];
  pair.addDomain(access ? access->guard : judged.guardInside, 1);
  pair.addConstraint({judged.iteration - Polynomial(trips - 1), false}, 1);
  for (SymbolId symbol : parameters)
    if (!model.symbols[symbol].facts.empty())
      pair.overColumns(Polynomial::symbol(symbol), 1); // with what is known of it
  // A loop inside that hardly runs makes no use of the condition either.
  constexpr Coefficient inner = 3;
  for (LoopId each = access ? access->loop : loop; each != loop && each != NoLoop;
       each = model.loops[each].parent) {
    auto constant = model.loops[each].trip ? model.loops[each].trip->asConstant() : std::nullopt;
    Coefficient last = constant ? std::clamp<Coefficient>(*constant - 1, 0, inner) : inner;
    pair.addConstraint({model.loops[each].iteration - Polynomial(last), false}, 1);
  }
  for (size_t i = 0; inBounds && i < access->path.components.size(); ++i)
    if (const Component &component = access->path.components[i];
        component.index && component.extent && !component.isFlat) {
      pair.addConstraint({*component.index, false}, 1);
      pair.addConstraint({Polynomial(*component.extent - 1) - *component.index, false}, 1);
    }
  return finished(pair, shared);
}

LinearSystem negativeSystem(const Model &model, const IntegerSolver &solver, LoopId loop, int guard,
                            const Polynomial &value, std::map<SymbolId, unsigned> &shared) {
  PairSystem pair(model, solver, loop);
  pair.addDomain(guard, 1);
  pair.addConstraint({Polynomial(-1) - value, false}, 1);
  return finished(pair, shared);
}

/// Is there a solution that the standing assumptions allow: a loop that ends, and element numbers
/// of objects that fit into memory?
static bool isWithinReason(PairSystem pair, const Loop &judged, const Access &first,
                           const Access &second) {
  auto bound = [&](const Polynomial &value, int copy, Coefficient most = Coefficient(1) << 60) {
    pair.addConstraint({Polynomial(most) - value, false}, copy);
    pair.addConstraint({Polynomial(most) + value, false}, copy);
  };
  for (const auto &[access, copy] : {std::pair(&first, 1), std::pair(&second, 2)}) {
    bound(judged.iteration, copy, TooManyTrips);
    if (judged.trip)
      bound(*judged.trip, copy, TooManyTrips);
    for (const Component &component : access->path.components)
      if (component.index)
        bound(*component.index, copy);
  }
  return pair.System.hasSolution(pair.Solver) == Answer::Yes;
}

static constexpr Coefficient LargestUnsaid = 8; ///< a witness names larger fixed values

std::optional<Dependence> carriedDependence(const Model &model, const IntegerSolver &solver,
                                            LoopId loop, size_t source, size_t sink,
                                            const Supposition &supposition) {
  const Access &first = model.accesses[source], &second = model.accesses[sink];
  const Object &object = model.objects[first.path.object];
  LocationMatch match;
  bool sameObjects = first.path.object == second.path.object || supposition.sameObject;
  if (sameObjects && model.isInside(object.loop, loop)) {
    // A new object in every iteration, unless it is what a pointer happens to point to.
    if (object.kind == ObjectKind::Variable || object.kind == ObjectKind::Allocation ||
        object.kind == ObjectKind::Temporary)
      return std::nullopt;
    match.exact = false;
  } else if (sameObjects) {
    match = matchLocations(first.path, second.path);
  } else {
    match.exact = false;
  }
  if (match.disjoint)
    return std::nullopt;

  PairSystem whole(model, solver, loop, supposition);
  const Loop &judged = model.loops[loop];
  Polynomial before = whole.overColumns(judged.iteration, 1);
  Polynomial after = whole.overColumns(judged.iteration, 2);
  Polynomial gap = after - before;
  // The common case needs no solver: a subscript that changes by a constant in each iteration.
  for (const auto &[left, right] : match.equations) {
    Polynomial difference = whole.overColumns(left, 1) - whole.overColumns(right, 2);
    if (!difference.isAffine() || difference.terms().size() != gap.terms().size() || gap.isZero())
      continue;
    Coefficient factor = difference.terms().rbegin()->second;
    Coefficient unit = gap.terms().rbegin()->second;
    if (factor % unit == 0 && factor != 0 && difference == gap * Polynomial(factor / unit) &&
        gap.constantTerm() == 0)
      return std::nullopt;
  }
  Dependence result{.source = source, .sink = sink};
  match.exact &= addPair(whole, judged, first, second, match, {});
  whole.addOrder();
  Answer answer = whole.System.hasSolution(solver);
  if (answer == Answer::No)
    return std::nullopt;
  if (answer == Answer::OutOfBudget) {
    result.outOfBudget = true;
    return result;
  }
  // Iterations that leave an array do not happen. To say so costs time that few pairs need.
  std::optional<PairSystem> narrowed;
  PairBounds bounds;
  if (!match.equations.empty() && solver.canSpare())
    bounds = {valuesInBounds(model, loop, first), valuesInBounds(model, loop, second)};
  if (!bounds.first.empty() || !bounds.second.empty()) {
    narrowed.emplace(model, solver, loop, supposition);
    narrowed->overColumns(judged.iteration, 1);
    narrowed->overColumns(judged.iteration, 2);
    match.exact &= addPair(*narrowed, judged, first, second, match, bounds);
    narrowed->addOrder();
    answer = narrowed->System.hasSolution(solver);
    if (answer == Answer::No)
      return std::nullopt;
    if (answer == Answer::OutOfBudget)
      narrowed.reset();
  }
  PairSystem &pair = narrowed ? *narrowed : whole;

  // Distance: the one solution at which both neighbours fail, else a range.
  auto point = pair.System.solution(solver);
  Coefficient distance = 0;
  bool constantDistance = false;
  if (point && gap.isAffine()) {
    for (const auto &[monomial, coefficient] : gap.terms())
      distance += monomial.empty() ? coefficient : coefficient * (*point)[monomial.front()];
    constantDistance = pair.feasibleWith(gap - Polynomial(distance + 1)) == Answer::No &&
                       pair.feasibleWith(Polynomial(distance - 1) - gap) == Answer::No;
    result.distance = constantDistance ? toString(distance) : ">= 1";
  }
  auto evaluable = [&](const Path &path, int copy) {
    for (const Component &component : path.components)
      if (component.index)
        for (const auto &[monomial, coefficient] : component.index->terms())
          for (SymbolId symbol : monomial)
            if (!pair.Columns.count({symbol, model.varies(symbol, loop) ? copy : 0}))
              return false;
    return true;
  };
  if (point && match.exact && evaluable(first.path, 1) && evaluable(second.path, 2)) {
    result.sourceIteration =
        iterationText(model, loop, pair.overColumns(judged.indexValue, 1), *point);
    result.sinkIteration =
        iterationText(model, loop, pair.overColumns(judged.indexValue, 2), *point);
    result.sourceElement = elementText(model, pair, first.path, 1, *point);
    result.sinkElement = elementText(model, pair, second.path, 2, *point);
    std::set<unsigned> mentioned;
    for (const Polynomial &equation : pair.Equations)
      for (const auto &[monomial, coefficient] : equation.terms())
        mentioned.insert(monomial.begin(), monomial.end());
    for (unsigned column = 0; column < pair.Owners.size() && column < point->size(); ++column)
      if ((*point)[column] > LargestUnsaid || (*point)[column] < -LargestUnsaid)
        mentioned.insert(column);
    for (unsigned column : mentioned)
      if (column < pair.Owners.size() && pair.Owners[column].second == 0 &&
          pair.Owners[column].first != ~0U &&
          model.symbols[pair.Owners[column].first].kind != SymbolKind::Derived)
        result.condition += (result.condition.empty() ? " with " : ", ") +
                            model.symbols[pair.Owners[column].first].name + "=" +
                            toString((*point)[column]);
  }
  // What the model does not follow may never let a guard hold.
  auto isReached = [&](const Access &access) {
    for (int g = access.guard; g >= 0 && g != judged.guardBefore; g = model.guards[g].parent)
      if (model.guards[g].constraint && !isFree(model, model.guards[g].constraint->value))
        return false;
    return true;
  };
  bool exact = match.exact && isExact(model, loop, first) && isExact(model, loop, second) &&
               isReached(first) && isReached(second) && !pair.LeftOut;
  bool runs = runsOnSomeInput(model, loop);
  bool freeInputs = true;
  for (const auto &[symbol, copy] : pair.Owners)
    if (symbol == ~0U || model.symbols[symbol].kind == SymbolKind::Opaque)
      freeInputs = false;
  result.proven = exact && runs && point && isWithinReason(pair, judged, first, second) &&
                  (freeInputs || agreeEverywhere(model, solver, loop, first, second, match,
                                                 std::max<Coefficient>(distance, 1)));
  return result;
}

bool canHappenTwice(const Model &model, const IntegerSolver &solver, LoopId loop, int guard) {
  if (!runsOnSomeInput(model, loop))
    return false;
  PairSystem pair(model, solver, loop);
  const Loop &judged = model.loops[loop];
  for (int each = guard; each >= 0 && each != judged.guardBefore; each = model.guards[each].parent)
    if (!model.guards[each].constraint || !isFree(model, model.guards[each].constraint->value))
      return false;
  pair.addDomain(guard, 1);
  pair.addDomain(guard, 2);
  Polynomial gap = pair.overColumns(judged.iteration, 2) - pair.overColumns(judged.iteration, 1);
  return gap.isAffine() && !pair.LeftOut && pair.feasibleWith(gap - Polynomial(1)) == Answer::Yes;
}

bool mayMeet(const Model &model, const IntegerSolver &solver, LoopId across, const Access &first,
             const Access &second,
             const std::optional<std::pair<Polynomial, Polynomial>> &numbers) {
  if (!first.isWrite && !second.isWrite)
    return false;
  if (first.path.object != second.path.object)
    return model.mayOverlap(first.path, second.path);
  LocationMatch match = matchLocations(first.path, second.path);
  // What an array held may have changed between the two.
  auto isRead = [&](const Polynomial &value) {
    for (const auto &[monomial, coefficient] : value.terms())
      for (SymbolId symbol : monomial)
        if (model.symbols[symbol].read)
          return true;
    return !value.isValid();
  };
  for (const auto &[left, right] : match.equations)
    if (isRead(left) || isRead(right))
      return !match.disjoint;
  auto meet = [&](int order) {
    PairSystem pair(model, solver, across);
    pair.addDomain(first.guard, 1);
    pair.addDomain(second.guard, 2);
    for (const auto &[left, right] : match.equations)
      pair.addEquation(pair.overColumns(left, 1) - pair.overColumns(right, 2));
    if (order == 0)
      return pair.System.hasSolution(solver) != Answer::No;
    Polynomial distance =
        pair.overColumns(numbers->first, 1) - pair.overColumns(numbers->second, 2);
    return pair.feasibleWith(distance * Polynomial(order) - Polynomial(1)) != Answer::No;
  };
  return !match.disjoint && (numbers ? meet(1) || meet(-1) : meet(0));
}

bool isNonNegativeAt(const Model &model, const IntegerSolver &solver, int guard,
                     const Polynomial &value) {
  if (!value.isValid())
    return false;
  if (auto constant = value.asConstant())
    return *constant >= 0;
  PairSystem pair(model, solver, NoLoop);
  pair.addDomain(guard, 0);
  Polynomial negative = Polynomial(-1) - pair.overColumns(value, 0);
  return negative.isAffine() && pair.feasibleWith(negative) == Answer::No;
}

} // namespace loomp
