//===- PolynomialRows.cpp - subscripts that are polynomials ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     for (i = 0; i < n; i++)
//       for (j = 0; j <= 2 * i; j++)
//         a[i * i + j] = ...              row i ends where row i + 1 begins
//
// Theorem: let D be the difference of two subscripts, a polynomial of degree two. Let c1 >= 0, ...,
// cm >= 0 be constraints that hold wherever both accesses run. Then all cp * cq >= 0 hold as well,
// and so do x * x >= x and x * x >= -x for whole numbers x, and e * x == 0 for each x where
// e == 0. Take each monomial for an unknown of its own: whatever values the symbols have, those of
// the monomials solve the linear system of all of these. If that has no solution with D == 0, not
// even a rational one, the two subscripts are never equal.
//
// For the rows above, with i2 > i1: (i2 - i1 - 1) * (i2 + i1 + 1) >= 0 follows from products of the
// order of the iterations with i1 >= 0 and i2 >= 0. It says that row i2 begins at (i1 + 1)^2 or
// behind it, and row i1 ends at (i1 + 1)^2 - 1. The same products know triangles, rows that fall,
// and j * j <= c * j for 0 <= j <= c. (Compare Handelman's theorem: products of enough constraints
// prove every polynomial positive that is so on a bounded set.)
//
// `i * (i + 1) / 2` is no polynomial with whole coefficients. If a polynomial p is a multiple of d
// for all values of its symbols, p / d leaves no remainder, whatever its sign: d * D has p itself
// in its place. Whether p is one is asked of all remainders modulo d that its symbols may have.
// Without a sign p may have wrapped: not in a subscript of 64 bits, as docs/standing-assumptions.md
// says. (A p below 0 wraps as well. If d is a power of two, p / d is then off by a multiple of
// 2^62, which no object is large enough for.)
//
//     for (j = 0; j < n; j++)
//       for (i = j; i < n; i++)
//         a[i * (i + 1) / 2 + j] = ...    column j
//
// Rows are told apart by the order of the i's here, which the order of the iterations does not
// give: a difference that is 0 neither for i1 < i2 nor for i1 > i2 nor for i1 == i2 is never 0.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"
#include "analyses/PairSystem.h"

#include <algorithm>
#include <set>

namespace loomp {

/// Is the value a multiple of `divisor` for all values of its symbols?
static bool isAlwaysMultiple(const Polynomial &value, Coefficient divisor) {
  constexpr Coefficient mostCases = 256;
  std::set<SymbolId> mentioned;
  for (const auto &[monomial, coefficient] : value.terms())
    mentioned.insert(monomial.begin(), monomial.end());
  Coefficient cases = 1;
  for (size_t i = 0; i < mentioned.size(); ++i)
    if (cases *= divisor; cases > mostCases)
      return false;
  for (Coefficient number = 0; number < cases; ++number) {
    std::map<SymbolId, Coefficient> values;
    Coefficient rest = number;
    for (SymbolId symbol : mentioned) {
      values[symbol] = rest % divisor;
      rest /= divisor;
    }
    Coefficient sum = 0;
    for (const auto &[monomial, coefficient] : value.terms()) {
      Coefficient term = coefficient % divisor;
      for (SymbolId symbol : monomial)
        term = term * values[symbol] % divisor;
      sum = (sum + term) % divisor;
    }
    if (sum != 0)
      return false;
  }
  return true;
}

std::optional<Value> Evaluator::exactQuotient(const Polynomial &dividend, Coefficient divisor,
                                              clang::QualType type, bool mayWrap) {
  constexpr Coefficient largestDivisor = 6;
  if (!dividend.isValid() || dividend.isAffine() || divisor < 2 || divisor > largestDivisor ||
      (mayWrap && (divisor & (divisor - 1)) != 0) || !isAlwaysMultiple(dividend, divisor))
    return std::nullopt;
  Polynomial quotient; // where each term is a multiple, it is a polynomial after all
  bool isPolynomial = true;
  for (const auto &[monomial, coefficient] : dividend.terms()) {
    isPolynomial &= coefficient % divisor == 0;
    quotient.add(monomial, coefficient / divisor);
  }
  if (isPolynomial && (!mayWrap || provenWithin(dividend, 0, (Coefficient(1) << 64) - 1)))
    return Value::integer(quotient);
  auto integer = integerType(type);
  std::string key = std::to_string(integer->width) + (integer->isSigned ? "s" : "u");
  auto [place, isNew] =
      ExactQuotients.try_emplace(key + toString(divisor) + " " + dividend.key(), 0);
  if (isNew) {
    Value result = fresh(type, levelOf(dividend),
                         "(" + Result.text(dividend) + ") / " + toString(divisor), nullptr);
    place->second = *result.number.asSymbol();
    Symbol &symbol = Result.symbols[place->second];
    // The dividend has a value of the type.
    if (symbol.low && symbol.high) {
      *symbol.low /= divisor;
      *symbol.high /= divisor;
    }
    symbol.exactDividend = dividend;
    symbol.divisor = divisor;
  }
  return Value::integer(Polynomial::symbol(place->second));
}

/// A multiple of the difference that names no exact quotient, or the difference itself.
Polynomial PairSystem::withoutQuotients(const Polynomial &difference) {
  constexpr unsigned mostQuotients = 4;
  Polynomial result = difference;
  for (unsigned round = 0; round < mostQuotients; ++round) {
    unsigned found = ~0U;
    for (const auto &[monomial, coefficient] : result.terms())
      for (unsigned column : monomial)
        if (const Symbol *symbol = symbolOf(column); symbol && symbol->exactDividend)
          found = column;
    if (found == ~0U)
      return result;
    const Symbol &quotient = *symbolOf(found);
    Polynomial dividend = overColumns(*quotient.exactDividend, Owners[found].second), next;
    for (const auto &[monomial, coefficient] : result.terms()) {
      Polynomial term(coefficient);
      Monomial rest = monomial;
      auto place = std::find(rest.begin(), rest.end(), found);
      if (place == rest.end()) {
        term = term * Polynomial(quotient.divisor);
      } else {
        rest.erase(place);
        if (std::count(rest.begin(), rest.end(), found))
          return difference;
        term = term * dividend;
      }
      Polynomial others;
      others.add(rest, 1);
      next = next + term * others;
    }
    result = std::move(next);
  }
  return difference;
}

bool PairSystem::isRefuted(const Polynomial &difference) const {
  auto degree = [](const Polynomial &value) {
    size_t most = 0;
    for (const auto &[monomial, coefficient] : value.terms())
      most = std::max(most, monomial.size());
    return most;
  };
  if (!difference.isValid() || degree(difference) != 2 || !Solver.canSpare())
    return false;
  std::set<unsigned> squared;
  for (const auto &[monomial, coefficient] : difference.terms())
    if (monomial.size() == 2)
      squared.insert(monomial.begin(), monomial.end());
  if (isRefutedWhere(difference, squared, std::nullopt))
    return true;
  // By the order of what a loop inside runs over.
  for (unsigned column : squared) {
    if (!symbolOf(column) || Owners[column].second != 1 ||
        Owners[column].first == M.loops[L].indexSymbol)
      continue;
    auto other = Columns.find({Owners[column].first, 2});
    if (other == Columns.end() || !squared.count(other->second))
      continue;
    Polynomial gap = Polynomial::symbol(other->second) - Polynomial::symbol(column);
    const Constraint cases[] = {
        {gap - Polynomial(1), false}, {Polynomial(-1) - gap, false}, {gap, true}};
    if (std::all_of(std::begin(cases), std::end(cases), [&](const Constraint &each) {
          return isRefutedWhere(difference, squared, each);
        }))
      return true;
  }
  return false;
}

/// The theorem, where one more constraint holds. `squared`: columns of the terms of degree two.
bool PairSystem::isRefutedWhere(const Polynomial &difference, const std::set<unsigned> &squared,
                                const std::optional<Constraint> &given) const {
  constexpr size_t mostFactors = 14;
  constexpr Coefficient ofType = Coefficient(1) << 30; // bounds of a type make no useful product

  // The constraints that say something of the columns of the difference, and of those they name.
  // Of those that differ in their constants, the narrowest; those of squared columns first.
  std::set<unsigned> relevant;
  for (const auto &[monomial, coefficient] : difference.terms())
    relevant.insert(monomial.begin(), monomial.end());
  std::vector<Polynomial> candidates[3], factors, equalities, further;
  auto isNarrowed = [](std::vector<Polynomial> &list, const Polynomial &value) {
    for (Polynomial &each : list)
      if (auto gain = (each - value).asConstant()) {
        if (*gain > 0)
          each = value;
        return true;
      }
    return false;
  };
  auto sort = [&](const Polynomial &value, bool isEquality) {
    size_t outside = 0, inside = 0;
    for (const auto &[monomial, coefficient] : value.terms())
      for (unsigned column : monomial)
        ++(squared.count(column) ? inside : outside);
    bool isBound = value.constantTerm() > ofType || value.constantTerm() < -ofType;
    auto &list = isEquality     ? equalities
                 : isBound      ? further
                 : outside == 0 ? candidates[0]
                 : inside != 0  ? candidates[1]
                                : candidates[2];
    if (!isNarrowed(list, value))
      list.push_back(value);
  };
  if (given)
    sort(given->value, given->isEquality);
  std::vector<bool> isTaken(System.rows().size());
  for (unsigned round = 0; round < 2; ++round) {
    std::set<unsigned> named = relevant;
    for (size_t i = 0; i < System.rows().size(); ++i) {
      const LinearSystem::Row &row = System.rows()[i];
      bool isRelevant = std::any_of(row.coefficients.begin(), row.coefficients.end(),
                                    [&](const auto &term) { return relevant.count(term.first); });
      if (!isRelevant || isTaken[i])
        continue;
      isTaken[i] = true;
      Polynomial value(row.constant);
      for (const auto &[column, coefficient] : row.coefficients) {
        value.add({column}, coefficient);
        named.insert(column);
      }
      sort(value, row.isEquality);
    }
    relevant = std::move(named);
  }
  for (const auto &list : candidates)
    for (const Polynomial &value : list)
      (factors.size() < mostFactors ? factors : further).push_back(value);

  LinearSystem system;
  std::map<Monomial, unsigned> unknowns;
  auto add = [&](const Polynomial &value, bool isEquality) {
    if (!value.isValid())
      return;
    LinearSystem::Row row{.isEquality = isEquality};
    for (const auto &[monomial, coefficient] : value.terms()) {
      if (monomial.empty()) {
        row.constant = coefficient;
        continue;
      }
      auto [place, isNew] = unknowns.try_emplace(monomial, 0);
      if (isNew)
        place->second = system.addUnknown();
      row.coefficients.emplace_back(place->second, coefficient);
    }
    system.add(std::move(row));
  };
  add(difference, true);
  for (const Polynomial &value : further)
    add(value, false);
  for (const Polynomial &value : equalities) {
    add(value, true);
    for (unsigned column : relevant)
      add(value * Polynomial::symbol(column), true);
  }
  for (size_t i = 0; i < factors.size(); ++i) {
    add(factors[i], false);
    for (size_t k = 0; k <= i; ++k)
      add(factors[i] * factors[k], false);
  }
  for (const auto &[monomial, coefficient] : difference.terms())
    if (monomial.size() == 2 && monomial[0] == monomial[1])
      for (Coefficient sign : {1, -1})
        add(Polynomial::symbol(monomial[0]) * (Polynomial::symbol(monomial[0]) + Polynomial(sign)),
            false);
  return system.hasRationalSolution(Solver) == Answer::No;
}

} // namespace loomp
