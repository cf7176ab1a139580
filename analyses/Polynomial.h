//===- Polynomial.h - integer polynomials over symbols --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Every integer that the evaluator follows is a polynomial over symbols, in exact integers: `i*n +
// j` is two terms. Whether the C type of the expression can hold it is the business of Integer.h.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_POLYNOMIAL_H
#define LOOMP_ANALYSES_POLYNOMIAL_H

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace loomp {

/// Wide enough for a product of two 64-bit coefficients; overflow makes a polynomial invalid.
using Coefficient = __int128;
using SymbolId = unsigned;
/// A product of symbols, sorted, with repetition; empty for the constant term.
using Monomial = std::vector<SymbolId>;

/// The greatest common divisor, not negative; 0 of two zeros.
Coefficient greatestDivisor(Coefficient a, Coefficient b);

class Polynomial {
public:
  Polynomial() = default;
  Polynomial(Coefficient constant) { add({}, constant); }
  static Polynomial symbol(SymbolId id) {
    Polynomial result;
    result.add({id}, 1);
    return result;
  }

  /// Adds `coefficient * monomial`.
  void add(const Monomial &monomial, Coefficient coefficient);

  /// False once a coefficient left the range of `Coefficient`: the value is then unknown.
  bool isValid() const { return Valid; }
  bool isConstant() const {
    return Terms.empty() || (Terms.size() == 1 && Terms.begin()->first.empty());
  }
  bool isZero() const { return Valid && Terms.empty(); }
  /// No term of degree two or more.
  bool isAffine() const;
  Coefficient constantTerm() const;
  std::optional<Coefficient> asConstant() const;
  /// The symbol if the polynomial is exactly one symbol.
  std::optional<SymbolId> asSymbol() const;
  const std::map<Monomial, Coefficient> &terms() const { return Terms; }
  bool mentions(SymbolId id) const;
  /// Valid polynomials with equal keys are equal.
  std::string key() const;

  /// The polynomial with `symbol` replaced by `value`.
  Polynomial substitute(SymbolId symbol, const Polynomial &value) const;
  /// The polynomial without the terms whose coefficient is a multiple of `modulus`, and with the
  /// other coefficients untouched: equal modulo `modulus`.
  Polynomial withoutMultiplesOf(Coefficient modulus) const;

  friend Polynomial operator+(const Polynomial &a, const Polynomial &b);
  friend Polynomial operator-(const Polynomial &a, const Polynomial &b);
  friend Polynomial operator*(const Polynomial &a, const Polynomial &b);
  friend bool operator==(const Polynomial &a, const Polynomial &b) {
    return a.Valid && b.Valid && a.Terms == b.Terms;
  }

private:
  std::map<Monomial, Coefficient> Terms;
  bool Valid = true;
};

/// `value >= 0`, or `value == 0`.
struct Constraint {
  Polynomial value;
  bool isEquality = false;
};

/// That of two values, which are never less than their bounds, the first is not negative where
/// `isFirst` is 1, and the second where it is 0. None if a bound is not known, or too far away.
std::vector<Constraint> eitherIsNonNegative(const Polynomial &first, std::optional<Coefficient> low,
                                            const Polynomial &second,
                                            std::optional<Coefficient> lowOfSecond,
                                            const Polynomial &isFirst);

/// What is added in each iteration of a loop from number `from` on, or in that one only, if there
/// is one; or from then on in every iteration number `period` after that.
struct CountedStep {
  Polynomial step, from;
  bool isOnce = false;
  bool mayBeNegative = true; ///< `from`
  Coefficient period = 1;    ///< if more than 1, `from` is a number below it
};

/// Decimal text of a coefficient.
std::string toString(Coefficient value);

} // namespace loomp

#endif // LOOMP_ANALYSES_POLYNOMIAL_H
