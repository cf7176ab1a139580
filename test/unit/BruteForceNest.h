//===- BruteForceNest.h - a small loop nest that can be run ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Two references to one array in a nest of loops, in terms of the values that the program would
// see: `for (i = lower; i < bound; i += step)`. `modelOf` says the same in terms of the analysis,
// `run` executes it for given parameters. The two share nothing but this description.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TEST_UNIT_BRUTEFORCENEST_H
#define LOOMP_TEST_UNIT_BRUTEFORCENEST_H

#include "test/unit/BruteForce.h"

#include "analyses/Model.h"

#include <array>
#include <optional>

namespace loomp::brute {

enum class VariableKind {
  Parameter, ///< any value
  Unknown,   ///< one value for the whole nest, but the program may not be able to give it any
  Index,
  Loaded ///< some value in each iteration of its loop
};

struct Variable {
  std::string name;
  VariableKind kind = VariableKind::Parameter;
  int low = -2, high = 6; ///< values to try
  bool isBounded = false; ///< the model is told that there are no others
};

struct Term {
  int factor = 0;
  std::vector<unsigned> variables;
};
using Sum = std::vector<Term>;

struct Condition {
  Sum value;
  bool isEquality = false;
  bool isKnown = true; ///< false: the model is told only that there is a condition
};

struct Level {
  unsigned index = 0; ///< a variable
  Sum lower, bound;
  int step = 1;
  bool inclusive = false;
  std::optional<unsigned> loaded; ///< a variable that gets its value at the top of the body
};

struct Reference {
  std::vector<unsigned> levels; ///< from the outside; the first `Nest::common` are shared
  std::vector<Condition> guards;
  std::vector<Sum> subscripts;
  bool isWrite = false;
  bool hasUnknownGuard() const;
};

struct Nest {
  std::vector<Variable> variables;
  std::vector<Level> levels;
  std::vector<Condition> before; ///< around the whole nest
  std::array<Reference, 2> references;
  unsigned common = 1;
  /// The second subscript counts within rows of this many elements, and may leave its row.
  std::optional<int> flatExtent;

  /// Does the model see all there is, without products?
  bool isAffine() const;
  bool isBeforeKnown() const;
  bool hasKind(VariableKind kind) const;
};

/// One execution of a reference: the element, and for each common level the index and the loaded
/// value.
struct Instance {
  std::uint64_t element = 0;
  std::array<std::int16_t, 8> moment = {};
  auto operator<=>(const Instance &) const = default;
};

Nest drawNest(Random &random);
/// Linearised subscripts: `i * m + j` and what looks like it.
Nest drawLinearised(Random &random);
std::string textOf(const Nest &nest);
Model modelOf(const Nest &nest);

/// Runs the nest with these values of parameters and unknowns, and sorts what each reference
/// touched. Takes the iterations off `budget`; false if that or this run is too large.
bool run(const Nest &nest, std::vector<int> &values, std::array<std::vector<Instance>, 2> &touched,
         unsigned &budget);
std::uint64_t elementNumber(const Nest &nest, const std::vector<long> &subscripts);
long valueOf(const Sum &sum, const std::vector<int> &values);

} // namespace loomp::brute

#endif // LOOMP_TEST_UNIT_BRUTEFORCENEST_H
