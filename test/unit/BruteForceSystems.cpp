//===- BruteForceSystems.cpp - linear systems and polynomials, enumerated -===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A system of rows over up to four unknowns is compared with every point of a box; an answer about
// a system that reaches beyond the box is compared as far as the box goes: a point in it must be
// found, and a solution must satisfy the rows wherever it lies.
//
//===----------------------------------------------------------------------===//

#include "test/unit/BruteForce.h"

#include "analyses/LinearSystem.h"
#include "analyses/Polynomial.h"

namespace loomp::brute {

namespace {
struct Rows {
  unsigned unknowns = 0;
  std::vector<LinearSystem::Row> rows;
};
} // namespace

static bool satisfies(const Rows &system, const std::vector<Coefficient> &point) {
  for (const LinearSystem::Row &row : system.rows) {
    Coefficient value = row.constant;
    for (const auto &[unknown, coefficient] : row.coefficients)
      value += coefficient * point[unknown];
    if (row.isEquality ? value != 0 : value < 0)
      return false;
  }
  return true;
}

/// The lexicographically smallest solution with every unknown in [low, high].
static std::optional<std::vector<Coefficient>> smallestIn(const Rows &system, int low, int high) {
  std::vector<Coefficient> point(system.unknowns, low);
  while (true) {
    if (satisfies(system, point))
      return point;
    unsigned place = system.unknowns;
    while (place > 0 && point[place - 1] == high)
      point[--place] = low;
    if (place == 0)
      return std::nullopt;
    ++point[place - 1];
  }
}

static std::string textOf(const Rows &system) {
  std::string text;
  for (const LinearSystem::Row &row : system.rows) {
    for (const auto &[unknown, coefficient] : row.coefficients)
      text += toString(coefficient) + " x" + std::to_string(unknown) + " + ";
    text += toString(row.constant) + (row.isEquality ? " == 0\n" : " >= 0\n");
  }
  return text;
}

static std::string textOf(const std::vector<Coefficient> &point) {
  std::string text;
  for (Coefficient value : point)
    text += " " + toString(value);
  return text;
}

void compareSystems(Tally &tally, std::uint64_t seed, std::uint64_t cases) {
  IntegerSolver solver(20000);
  for (; tally.cases() < cases; ++seed) {
    Random random(seed);
    Rows drawn;
    drawn.unknowns = random.in(1, 4);
    int low = -3, high = 5;
    bool boxed = random.chance(60);
    LinearSystem system;
    for (unsigned unknown = 0; unknown < drawn.unknowns; ++unknown) {
      system.addUnknown();
      if (!boxed)
        continue;
      drawn.rows.push_back({{{unknown, 1}}, -low, false});
      drawn.rows.push_back({{{unknown, -1}}, high, false});
      system.bound(unknown, low, high);
    }
    for (int count = random.in(1, 4); count > 0; --count) {
      LinearSystem::Row row;
      row.isEquality = random.chance(35);
      row.constant = random.in(-6, 6);
      for (unsigned unknown = 0; unknown < drawn.unknowns; ++unknown)
        if (random.chance(60))
          row.coefficients.emplace_back(unknown, random.in(-4, 4));
      drawn.rows.push_back(row);
      system.add(row);
    }
    solver.startTask();
    Answer answer = system.hasSolution(solver);
    auto solution = system.solution(solver);
    auto expected = smallestIn(drawn, low, high);
    tally.answer(answer == Answer::Yes ? "yes" : answer == Answer::No ? "no" : "out of budget");
    auto report = [&](const std::string &what) { tally.difference(seed, what, textOf(drawn)); };
    if (expected && answer == Answer::No)
      report("no solution, but" + textOf(*expected));
    if (boxed && !expected && answer == Answer::Yes)
      report("a solution, but there is none");
    if (solution && !satisfies(drawn, *solution))
      report("no solution of the rows:" + textOf(*solution));
    if (answer != Answer::OutOfBudget && solution.has_value() != (answer == Answer::Yes))
      report("hasSolution and solution disagree");
    // Among the points without negative unknowns up to 8 the smallest is the answer.
    if (auto smallest = smallestIn(drawn, 0, 8); smallest && solution && *smallest != *solution)
      report("smallest is" + textOf(*smallest) + ", got" + textOf(*solution));
  }
}

//===----------------------------------------------------------------------===//
// Polynomials
//===----------------------------------------------------------------------===//

static Coefficient valueOf(const Polynomial &polynomial, const std::vector<int> &values) {
  Coefficient total = 0;
  for (const auto &[monomial, coefficient] : polynomial.terms()) {
    Coefficient term = coefficient;
    for (SymbolId symbol : monomial)
      term *= values[symbol];
    total += term;
  }
  return total;
}

static Polynomial drawPolynomial(Random &random) {
  Polynomial result;
  for (int terms = random.in(0, 4); terms > 0; --terms) {
    Polynomial term(random.in(-3, 3));
    for (int degree = random.in(0, 2); degree > 0; --degree)
      term = term * Polynomial::symbol(random.in(0, 3));
    result = result + term;
  }
  return result;
}

void comparePolynomials(Tally &tally, std::uint64_t seed, std::uint64_t cases) {
  for (; tally.cases() < cases; ++seed) {
    Random random(seed);
    Polynomial a = drawPolynomial(random), b = drawPolynomial(random);
    SymbolId replaced = random.in(0, 3);
    std::vector<int> values;
    for (int symbol = 0; symbol < 4; ++symbol)
      values.push_back(random.in(-5, 5));
    Coefficient left = valueOf(a, values), right = valueOf(b, values);
    std::vector<int> moved = values;
    moved[replaced] = static_cast<int>(right);
    int modulus = random.in(2, 5);
    Coefficient kept = valueOf(a.withoutMultiplesOf(modulus), values);
    bool holds = valueOf(a + b, values) == left + right && valueOf(a - b, values) == left - right &&
                 valueOf(a * b, values) == left * right &&
                 valueOf(a.substitute(replaced, b), values) == valueOf(a, moved) &&
                 (a - kept).isValid() && (left - kept) % modulus == 0 && (a - a).isZero() &&
                 (!a.asConstant() || *a.asConstant() == left) &&
                 (a.mentions(replaced) || valueOf(a, moved) == left);
    tally.answer(holds ? "holds" : "fails");
    if (!holds)
      tally.difference(seed, "the arithmetic of polynomials disagrees with that of numbers", "");
  }
}

} // namespace loomp::brute
