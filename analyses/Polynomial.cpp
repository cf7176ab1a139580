//===- Polynomial.cpp - integer polynomials over symbols ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/Polynomial.h"

#include <algorithm>
#include <utility>

namespace loomp {

Coefficient greatestDivisor(Coefficient a, Coefficient b) {
  while (b != 0)
    a = std::exchange(b, a % b);
  return a < 0 ? -a : a;
}

void Polynomial::add(const Monomial &monomial, Coefficient coefficient) {
  if (coefficient == 0)
    return;
  auto [place, isNew] = Terms.try_emplace(monomial, 0);
  if (__builtin_add_overflow(place->second, coefficient, &place->second))
    Valid = false;
  if (place->second == 0)
    Terms.erase(place);
}

bool Polynomial::isAffine() const {
  return Valid && std::all_of(Terms.begin(), Terms.end(),
                              [](const auto &term) { return term.first.size() <= 1; });
}

Coefficient Polynomial::constantTerm() const {
  auto place = Terms.find({});
  return place == Terms.end() ? 0 : place->second;
}

std::optional<Coefficient> Polynomial::asConstant() const {
  if (!Valid || !isConstant())
    return std::nullopt;
  return constantTerm();
}

std::optional<SymbolId> Polynomial::asSymbol() const {
  if (!Valid || Terms.size() != 1)
    return std::nullopt;
  const auto &[monomial, coefficient] = *Terms.begin();
  if (monomial.size() != 1 || coefficient != 1)
    return std::nullopt;
  return monomial.front();
}

std::string Polynomial::key() const {
  std::string key;
  for (const auto &[monomial, coefficient] : Terms) {
    key += toString(coefficient);
    for (SymbolId factor : monomial)
      key += "*" + std::to_string(factor);
    key += "+";
  }
  return key;
}

bool Polynomial::mentions(SymbolId id) const {
  return std::any_of(Terms.begin(), Terms.end(), [&](const auto &term) {
    return std::find(term.first.begin(), term.first.end(), id) != term.first.end();
  });
}

Polynomial Polynomial::substitute(SymbolId symbol, const Polynomial &value) const {
  Polynomial result;
  result.Valid = Valid;
  for (const auto &[monomial, coefficient] : Terms) {
    Monomial rest;
    Polynomial factor(coefficient);
    for (SymbolId id : monomial) {
      if (id == symbol)
        factor = factor * value;
      else
        rest.push_back(id);
    }
    Polynomial others;
    others.add(rest, 1);
    result = result + factor * others;
  }
  return result;
}

Polynomial Polynomial::withoutMultiplesOf(Coefficient modulus) const {
  Polynomial result;
  result.Valid = Valid;
  for (const auto &[monomial, coefficient] : Terms)
    if (coefficient % modulus != 0)
      result.add(monomial, coefficient);
  return result;
}

Polynomial operator+(const Polynomial &a, const Polynomial &b) {
  Polynomial result = a;
  result.Valid = a.Valid && b.Valid;
  for (const auto &[monomial, coefficient] : b.Terms)
    result.add(monomial, coefficient);
  return result;
}

Polynomial operator-(const Polynomial &a, const Polynomial &b) { return a + b * Polynomial(-1); }

Polynomial operator*(const Polynomial &a, const Polynomial &b) {
  Polynomial result;
  result.Valid = a.Valid && b.Valid;
  for (const auto &[left, leftCoefficient] : a.Terms) {
    for (const auto &[right, rightCoefficient] : b.Terms) {
      Monomial product = left;
      product.insert(product.end(), right.begin(), right.end());
      std::sort(product.begin(), product.end());
      Coefficient coefficient = 0;
      if (__builtin_mul_overflow(leftCoefficient, rightCoefficient, &coefficient)) {
        result.Valid = false;
        continue;
      }
      result.add(product, coefficient);
      // Nothing that a subscript needs is this large.
      if (product.size() > 6 || result.Terms.size() > 64)
        result.Valid = false;
    }
    if (!result.Valid)
      break;
  }
  return result;
}

std::string toString(Coefficient value) {
  if (value == 0)
    return "0";
  bool negative = value < 0;
  unsigned __int128 rest =
      negative ? -static_cast<unsigned __int128>(value) : static_cast<unsigned __int128>(value);
  std::string digits;
  for (; rest; rest /= 10)
    digits.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
  if (negative)
    digits.push_back('-');
  return {digits.rbegin(), digits.rend()};
}

std::vector<Constraint> eitherIsNonNegative(const Polynomial &first, std::optional<Coefficient> low,
                                            const Polynomial &second,
                                            std::optional<Coefficient> lowOfSecond,
                                            const Polynomial &isFirst) {
  constexpr Coefficient least = -(Coefficient(1) << 66);
  auto isUsable = [&](std::optional<Coefficient> bound) {
    return bound && *bound < 0 && *bound >= least;
  };
  if (!isUsable(low) || !isUsable(lowOfSecond))
    return {};
  // first >= low * (1 - isFirst), second >= lowOfSecond * isFirst
  return {{first - Polynomial(*low) + Polynomial(*low) * isFirst, false},
          {second - Polynomial(*lowOfSecond) * isFirst, false}};
}

} // namespace loomp
