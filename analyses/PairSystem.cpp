//===- PairSystem.cpp - the linear system of one pair of accesses ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A value read from an array that the loop leaves alone (ElementRead) is a function of the
// element's number: if the array is injective, equal values come from equal numbers; if it is
// rising, a number that is not less gives a value that is not less.
//
// Two remainders of one division that are equal come from values whose difference is a multiple of
// the divisor; where it is less than the divisor, it is 0. A polynomial in one varying value x has
// equal values for equal x only, if it rises (or falls) by more than 0 with each step between the
// two: where what it rises by is linear in x, it is enough to know that of both ends. A square
// polynomial a*x*x + b*x has equal values for different x and y iff a * (x + y) + b = 0. If a is 0
// and b a product, one of its factors must be 0.
//
// A product that varies is one more unknown, for which the constraints that name it hold: that can
// only add solutions. It is no less than 0 if its factors are, and no less than one of them if the
// others are above 0. In `for (j = 1; j < m; j += step)` step * (number of j) is such a product,
// and what the loop says of j is said of it.
//
// Linearised subscripts: let D be the difference of two subscripts and S an affine stride of shared
// symbols, or a multiple of one, with D = S*Q + R. If |R| < S wherever both accesses run, then D =
// 0 iff Q = 0 and R = 0 (delinearisation; compare Grosser et al., "Optimistic Delinearization of
// Parametrically Sized Arrays", ICS 2015, where the condition is assumed instead of proven).
//
//===----------------------------------------------------------------------===//

#include "analyses/PairSystem.h"

#include <algorithm>
#include <set>

namespace loomp {

unsigned PairSystem::columnOf(SymbolId symbol, int copy) {
  if (!M.varies(symbol, L))
    copy = 0;
  auto [place, isNew] = Columns.try_emplace({symbol, copy}, 0);
  if (!isNew)
    return place->second;
  unsigned column = System.addUnknown();
  place->second = column;
  Owners.resize(column + 1, {0, 0});
  Owners[column] = {symbol, copy};
  System.bound(column, M.symbols[symbol].low, M.symbols[symbol].high);
  for (const Constraint &fact : M.symbols[symbol].facts)
    addConstraint(fact, copy);
  return column;
}

Polynomial PairSystem::overColumns(const Polynomial &value, int copy) {
  Polynomial result;
  for (const auto &[monomial, coefficient] : value.terms()) {
    Monomial columns;
    for (SymbolId symbol : monomial)
      columns.push_back(columnOf(symbol, copy));
    std::sort(columns.begin(), columns.end());
    result.add(columns, coefficient);
  }
  return result;
}

std::optional<LinearSystem::Row> PairSystem::rowOf(const Polynomial &value, bool isEquality) {
  LinearSystem::Row row;
  row.isEquality = isEquality;
  for (const auto &[monomial, coefficient] : value.terms()) {
    if (monomial.empty()) {
      row.constant = coefficient;
    } else if (monomial.size() == 1) {
      row.coefficients.emplace_back(monomial.front(), coefficient);
    } else {
      // A product of shared values is one more shared value.
      if (!llvm::all_of(monomial, [&](unsigned column) { return isShared(column); }))
        return std::nullopt;
      row.coefficients.emplace_back(productOf(monomial), coefficient);
    }
  }
  return row;
}

unsigned PairSystem::productOf(const Monomial &monomial) {
  auto [place, isNew] = Products.try_emplace(monomial, 0);
  if (isNew) {
    bool varies = llvm::any_of(monomial, [&](unsigned column) { return !isShared(column); });
    place->second = System.addUnknown();
    Owners.resize(place->second + 1, {~0U, varies ? 1 : 0});
  }
  return place->second;
}

Polynomial PairSystem::withProducts(const Polynomial &value) {
  Polynomial result;
  for (const auto &[monomial, coefficient] : value.terms())
    result.add(monomial.size() > 1 ? Monomial{productOf(monomial)} : monomial, coefficient);
  return result;
}

void PairSystem::addConstraint(const Constraint &constraint, int copy) {
  if (!constraint.value.isValid()) {
    LeftOut = true;
    return;
  }
  Polynomial value = overColumns(constraint.value, copy);
  auto row = rowOf(value, constraint.isEquality);
  LeftOut |= !row;
  System.add(row ? std::move(*row) : *rowOf(withProducts(value), constraint.isEquality));
}

/// The signs of products that vary.
void PairSystem::addProductSigns() {
  auto isAtLeast = [&](unsigned column, Coefficient least) {
    return feasibleWith(Polynomial(least - 1) - Polynomial::symbol(column)) == Answer::No;
  };
  for (const auto &[monomial, column] : Products) {
    if (monomial.size() != 2 || isShared(column))
      continue;
    unsigned a = monomial.front(), b = monomial.back();
    if (!isAtLeast(a, 0) || !isAtLeast(b, 0))
      continue;
    Polynomial product = Polynomial::symbol(column);
    System.add(*rowOf(product, false));
    for (auto [one, other] : {std::pair(a, b), std::pair(b, a)})
      if (isAtLeast(one, 1))
        System.add(*rowOf(product - Polynomial::symbol(other), false));
  }
}

void PairSystem::addDomain(int guard, int copy) {
  // What does not vary in the loop is the same constraint for both accesses.
  for (; guard >= 0; guard = M.guards[guard].parent)
    if (const auto &constraint = M.guards[guard].constraint)
      if (M.varies(constraint->value, L) || Added.insert(guard).second)
        addConstraint(*constraint, copy);
}

void PairSystem::addBounds(const std::vector<Polynomial> &values, int copy) {
  for (const Polynomial &value : values) {
    bool isKnown = value.isAffine();
    for (const auto &[monomial, coefficient] : value.terms())
      for (SymbolId symbol : monomial)
        isKnown = isKnown && Columns.count({symbol, M.varies(symbol, L) ? copy : 0});
    if (isKnown)
      System.add(*rowOf(overColumns(value, copy), false));
  }
}

/// What grows from each iteration to the next has grown from the first access to the second.
void PairSystem::addGrowth() {
  std::vector<std::pair<unsigned, unsigned>> copies;
  for (const auto &[owner, column] : Columns)
    if (M.symbols[owner.first].growth && M.symbols[owner.first].loop == L && owner.second == 1)
      if (auto later = Columns.find({owner.first, 2}); later != Columns.end())
        copies.emplace_back(column, later->second);
  for (const auto &[earlier, later] : copies) {
    Polynomial least = overColumns(*M.symbols[Owners[earlier].first].growth, 1);
    if (auto row = rowOf(Polynomial::symbol(later) - Polynomial::symbol(earlier) - least, false))
      System.add(std::move(*row));
  }
}

Answer PairSystem::feasibleWith(const Polynomial &nonNegative) const {
  LinearSystem system = System;
  LinearSystem::Row row;
  for (const auto &[monomial, coefficient] : nonNegative.terms()) {
    if (monomial.empty())
      row.constant = coefficient;
    else if (monomial.size() == 1)
      row.coefficients.emplace_back(monomial.front(), coefficient);
    else
      return Answer::Yes;
  }
  system.add(std::move(row));
  return system.hasSolution(Solver);
}

bool PairSystem::addEquation(const Polynomial &difference, unsigned depth) {
  if (!difference.isValid())
    return false;
  if (Polynomial whole = depth == 0 ? withoutQuotients(difference) : difference;
      !(whole == difference))
    addEquation(whole, 1);
  if (difference.isAffine()) {
    System.add(*rowOf(difference, true));
    Equations.push_back(difference);
    addEqualNumbers(difference, depth);
    addEqualRemainders(difference, depth);
    return true;
  }
  if (addMonotone(difference))
    return true;
  if (depth < 4 && delinearise(difference, depth, false))
    return true;
  if (depth < 2 && isRefuted(difference)) {
    System.add({{}, -1, false});
    return true;
  }
  if (depth < 4 && IsOptimistic && delinearise(difference, depth, true))
    return true;
  if (auto row = rowOf(difference, true)) {
    System.add(std::move(*row));
    return true;
  }
  return false;
}

/// The element that the column is the value of, if the loop leaves its array alone, as it is
/// supposed to do where the array is supposed to be injective.
const ElementRead *PairSystem::fixedRead(unsigned column) const {
  if (column >= Owners.size() || Owners[column].first == ~0U)
    return nullptr;
  const auto &read = M.symbols[Owners[column].first].read;
  bool isFixed = read && (!M.isInside(read->changesIn, L) || Supposed.injective.count(read->array));
  return isFixed && read->subscript.isValid() ? &*read : nullptr;
}

/// `difference == 0` says that two values of an injective array are equal: so are their numbers.
void PairSystem::addEqualNumbers(const Polynomial &difference, unsigned depth) {
  const auto &terms = difference.terms();
  if (depth >= 4 || terms.size() != 2 || terms.begin()->first.size() != 1 ||
      terms.begin()->second != -terms.rbegin()->second)
    return;
  unsigned first = terms.begin()->first.front(), second = terms.rbegin()->first.front();
  const ElementRead *a = fixedRead(first), *b = fixedRead(second);
  if (a && b && a->array == b->array && isInjective(*a) && isInjective(*b))
    addEquation(overColumns(a->subscript, Owners[first].second) -
                    overColumns(b->subscript, Owners[second].second),
                depth + 1);
}

/// `difference == 0` says that two remainders of a division by the same value are equal.
void PairSystem::addEqualRemainders(const Polynomial &difference, unsigned depth) {
  const auto &terms = difference.terms();
  if (depth >= 4 || terms.size() != 2 || terms.begin()->first.size() != 1 ||
      terms.begin()->second != -terms.rbegin()->second)
    return;
  unsigned first = terms.begin()->first.front(), second = terms.rbegin()->first.front();
  auto remainderOf = [&](unsigned column) -> const Remainder * {
    bool isSymbol = column < Owners.size() && Owners[column].first != ~0U;
    const auto *symbol = isSymbol ? &M.symbols[Owners[column].first] : nullptr;
    return symbol && symbol->remainder ? &*symbol->remainder : nullptr;
  };
  const Remainder *a = remainderOf(first), *b = remainderOf(second);
  if (!a || !b || !(a->modulus == b->modulus) || M.varies(a->modulus, L))
    return;
  Polynomial size = overColumns(a->modulus, 0);
  Polynomial distance =
      overColumns(a->value, Owners[first].second) - overColumns(b->value, Owners[second].second);
  if (size.isAffine() && distance.isAffine() && feasibleWith(distance - size) == Answer::No &&
      feasibleWith(Polynomial() - distance - size) == Answer::No)
    addEquation(distance, depth + 1);
}

/// Replaces `g(x) - g(y) == 0` by `x - y == 0` where g is strictly monotone; false if it is not
/// known to be.
bool PairSystem::addMonotone(const Polynomial &difference) {
  std::set<unsigned> varying;
  for (const auto &[monomial, coefficient] : difference.terms())
    for (unsigned column : monomial)
      if (!isShared(column))
        varying.insert(column);
  if (varying.size() != 2)
    return false;
  unsigned x = *varying.begin(), y = *varying.rbegin();
  if (!difference.substitute(y, Polynomial::symbol(x)).isZero())
    return false;
  for (const auto &[monomial, coefficient] : difference.terms())
    if (std::count(monomial.begin(), monomial.end(), x) &&
        std::count(monomial.begin(), monomial.end(), y))
      return false;
  Polynomial g = difference.substitute(y, Polynomial());
  Polynomial step = g.substitute(x, Polynomial::symbol(x) + Polynomial(1)) - g;
  Polynomial back = g - g.substitute(x, Polynomial::symbol(x) - Polynomial(1));
  // Of steps that are linear in x, the first and the last one bound all between.
  auto isPositive = [&](const Polynomial &gain, const Polynomial &order) {
    LinearSystem saved = System;
    System.add(*rowOf(order, false));
    bool result = gain.isValid() && feasibleWith(Polynomial() - gain) == Answer::No;
    System = std::move(saved);
    return result;
  };
  for (Coefficient sign : {1, -1}) {
    bool holds = true;
    for (auto [low, high] : {std::pair(x, y), std::pair(y, x)}) {
      Polynomial order = Polynomial::symbol(high) - Polynomial::symbol(low) - Polynomial(1);
      Polynomial first = step.substitute(x, Polynomial::symbol(low)) * Polynomial(sign);
      Polynomial last = back.substitute(x, Polynomial::symbol(high)) * Polynomial(sign);
      holds = holds && isPositive(first, order) && isPositive(last, order);
    }
    if (holds)
      return addEquation(Polynomial::symbol(x) - Polynomial::symbol(y), 4);
  }
  // g(x) - g(y) = (x - y) * (a * (x + y) + b)
  Polynomial one = g.substitute(x, Polynomial(1)), two = g.substitute(x, Polynomial(2));
  auto twice = (two - one - one).asConstant();
  if (!twice)
    return false;
  Polynomial a(*twice / 2), b = one - a, position = Polynomial::symbol(x);
  LinearSystem equal = System;
  equal.add(*rowOf(position - Polynomial::symbol(y), true));
  if (!(g == a * position * position + b * position) || equal.hasSolution(Solver) != Answer::No)
    return false;
  if (!a.isZero())
    return addEquation(a * (position + Polynomial::symbol(y)) + b, 4);
  Polynomial mayBeZero = withoutNonZeroFactors(b);
  if (!IsOptimistic || mayBeZero.isAffine() || mayBeZero.terms().size() != 1)
    return addEquation(mayBeZero, 4);
  for (const auto &[monomial, coefficient] : mayBeZero.terms())
    for (unsigned factor : monomial)
      addException(Polynomial::symbol(factor), true);
  System.add({{}, -1, false});
  return true;
}

/// Of a product that is 0, the factors that may be.
Polynomial PairSystem::withoutNonZeroFactors(const Polynomial &product) {
  const auto &terms = product.terms();
  if (terms.size() != 1 || terms.begin()->first.size() < 2)
    return product;
  Polynomial result(1);
  for (unsigned factor : terms.begin()->first) {
    LinearSystem zero = System;
    zero.add(*rowOf(Polynomial::symbol(factor), true));
    if (zero.hasSolution(Solver) != Answer::No)
      result = result * Polynomial::symbol(factor);
  }
  return result;
}

void PairSystem::addOrder() {
  std::vector<unsigned> reads;
  for (unsigned column = 0; column < Owners.size(); ++column)
    if (const ElementRead *read = fixedRead(column); read && isRising(*read))
      reads.push_back(column);
  constexpr size_t limit = 8; // of reads: each pair is a question
  if (reads.size() > limit)
    reads.resize(limit);
  for (unsigned a : reads)
    for (unsigned b : reads) {
      const ElementRead *low = fixedRead(a), *high = fixedRead(b);
      if (a == b || low->array != high->array)
        continue;
      Polynomial distance = overColumns(high->subscript, Owners[b].second) -
                            overColumns(low->subscript, Owners[a].second);
      if (!distance.isAffine() || feasibleWith(Polynomial(-1) - distance) != Answer::No)
        continue;
      Polynomial gain = Polynomial::symbol(b) - Polynomial::symbol(a);
      if (isInjective(*low) && isInjective(*high))
        gain = gain - distance; // whole numbers: each step rises by one at least
      if (auto row = rowOf(gain, false))
        System.add(std::move(*row));
    }
}

void PairSystem::addException(const Polynomial &value, bool isEquality) {
  Exceptions.push_back(System);
  if (auto row = rowOf(value, isEquality))
    Exceptions.back().add(std::move(*row));
}

bool PairSystem::delinearise(const Polynomial &difference, unsigned depth, bool optimistic) {
  // Candidate strides: what multiplies a varying column, and the factors of such products. Where no
  // loop runs over rows, as with two fixed ones, what multiplies any column.
  std::vector<Polynomial> strides;
  auto addStride = [&](const Polynomial &stride) {
    if (std::find(strides.begin(), strides.end(), stride) == strides.end())
      strides.push_back(stride);
  };
  std::map<unsigned, Polynomial> factors, fixedFactors;
  for (const auto &[monomial, coefficient] : difference.terms()) {
    unsigned varying = 0, column = 0;
    Monomial rest;
    for (unsigned each : monomial) {
      if (isShared(each)) {
        rest.push_back(each);
      } else {
        ++varying;
        column = each;
      }
    }
    if (varying == 1)
      factors[column].add(rest, coefficient);
    if (varying >= 1)
      for (unsigned each : rest)
        addStride(Polynomial::symbol(each));
    for (size_t i = 0; varying == 0 && i < monomial.size(); ++i) {
      Monomial others = monomial;
      others.erase(others.begin() + i);
      fixedFactors[monomial[i]].add(others, coefficient);
    }
  }
  for (const auto &[column, factor] : fixedFactors)
    if (factor.asSymbol())
      addStride(factor);
  for (const auto *each : {&factors, &fixedFactors})
    for (const auto &[column, factor] : *each)
      if (factor.isAffine() && !factor.isConstant()) {
        addStride(factor);
        addStride(Polynomial() - factor);
      }

  for (const Polynomial &stride : strides) {
    // Express one symbol of the stride by the stride itself.
    Polynomial rewritten = difference;
    unsigned lead = ~0U;
    for (const auto &[monomial, coefficient] : stride.terms())
      if (monomial.size() == 1 && coefficient == 1)
        lead = monomial.front();
    if (lead == ~0U)
      continue;
    unsigned strideColumn = lead;
    LinearSystem saved = System;
    auto savedOwners = Owners;
    auto savedProducts = Products;
    auto savedEquations = Equations;
    if (!(stride == Polynomial::symbol(lead))) {
      strideColumn = System.addUnknown();
      Owners.resize(strideColumn + 1, {~0U, 0});
      Polynomial rest = stride - Polynomial::symbol(lead);
      rewritten = difference.substitute(lead, Polynomial::symbol(strideColumn) - rest);
      if (auto row = rowOf(stride - Polynomial::symbol(strideColumn), true))
        System.add(std::move(*row));
    }
    auto holdsStride = [&](const Monomial &monomial) {
      return std::find(monomial.begin(), monomial.end(), strideColumn) != monomial.end();
    };
    // `(y * w + x) * 3 + c` has rows of 3 * w elements.
    Coefficient times = 0;
    for (const auto &[monomial, coefficient] : rewritten.terms())
      if (holdsStride(monomial))
        times = greatestDivisor(times, coefficient);
    times = std::max(times, Coefficient(1));
    Polynomial quotient, remainder;
    for (const auto &[monomial, coefficient] : rewritten.terms()) {
      if (!holdsStride(monomial)) {
        remainder.add(monomial, coefficient);
      } else {
        Monomial rest = monomial;
        rest.erase(std::find(rest.begin(), rest.end(), strideColumn));
        quotient.add(rest, coefficient / times);
      }
    }
    remainder = withProducts(remainder);
    Polynomial size = Polynomial(times) * Polynomial::symbol(strideColumn);
    bool valid = remainder.isAffine();
    if (valid && !optimistic) {
      valid = feasibleWith(remainder - size) == Answer::No &&
              feasibleWith(Polynomial() - remainder - size) == Answer::No;
    } else if (valid && remainder.isZero()) {
      addException(size, true); // 0 * Q == 0 for every Q
    } else if (valid) {
      addException(remainder - size, false);
      addException(Polynomial() - remainder - size, false);
    }
    if (valid && addEquation(remainder, depth + 1) && addEquation(quotient, depth + 1))
      return true;
    System = std::move(saved);
    Owners = std::move(savedOwners);
    Products = std::move(savedProducts);
    Equations = std::move(savedEquations);
  }
  return false;
}

} // namespace loomp
