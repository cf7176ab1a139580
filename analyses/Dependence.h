//===- Dependence.h - do two accesses meet in different iterations? -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_DEPENDENCE_H
#define LOOMP_ANALYSES_DEPENDENCE_H

#include "analyses/LinearSystem.h"
#include "analyses/Model.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace loomp {

/// A dependence carried by a loop: `source` runs in an earlier iteration than `sink`, and both
/// touch the same element.
struct Dependence {
  size_t source = 0, sink = 0;                ///< indices into Model::accesses
  bool proven = false;                        ///< some input makes it happen
  bool outOfBudget = false;                   ///< not decided: assume it
  std::string distance;                       ///< in iterations: `1`, `>= 1`
  std::string sourceElement, sinkElement;     ///< e.g. `a[1]`; empty without a witness
  std::string sourceIteration, sinkIteration; ///< e.g. `i=1`
  std::string condition;                      ///< e.g. ` with m=1`; may be empty
  std::string kind(const Model &model) const; ///< flow | anti | output
};

/// What a question supposes beyond the model.
struct Supposition {
  bool sameObject = false; ///< two containers are one
  /// Arrays (ElementRead::array) of which no element is less than the one before, and of which no
  /// two elements are equal.
  std::set<std::string> rising, injective;
};

/// Is there a dependence from `source` to `sink` carried by `loop`? The two must belong to the same
/// object, or are supposed to. Absent: certainly not.
std::optional<Dependence> carriedDependence(const Model &model, const IntegerSolver &solver,
                                            LoopId loop, size_t source, size_t sink,
                                            const Supposition &supposition = {});

/// Systems of which one has a solution wherever the loop carries a dependence between the two,
/// which belong to one object; `shared`: the unknowns of what does not vary in the loop.
std::vector<LinearSystem> carriedSystems(const Model &model, const IntegerSolver &solver,
                                         LoopId loop, size_t source, size_t sink,
                                         std::map<SymbolId, unsigned> &shared);

/// A system that has a solution if the loop makes at least so many trips; with an access, if that
/// is executed in bounds in the last of them.
LinearSystem iterationSystem(const Model &model, const IntegerSolver &solver, LoopId loop,
                             Coefficient trips, const Access *access, bool inBounds,
                             const std::vector<SymbolId> &parameters,
                             std::map<SymbolId, unsigned> &shared);

/// A system that has a solution if some iteration gets under the guard with a negative value.
LinearSystem negativeSystem(const Model &model, const IntegerSolver &solver, LoopId loop, int guard,
                            const Polynomial &value, std::map<SymbolId, unsigned> &shared);

/// Is the loop reached with more than one iteration on some input? (false: not proven)
bool runsOnSomeInput(const Model &model, LoopId loop);

/// Do two iterations of the loop reach a point under this guard on some input? (false: not proven)
bool canHappenTwice(const Model &model, const IntegerSolver &solver, LoopId loop, int guard);

/// May the two accesses meet, made by two threads, in one place? What varies in `across` may have
/// another value at the second one. `numbers`, if given: where these are equal, one thread makes
/// both.
bool mayMeet(const Model &model, const IntegerSolver &solver, LoopId across, const Access &first,
             const Access &second, const std::optional<std::pair<Polynomial, Polynomial>> &numbers);

/// Is `value >= 0` certain wherever the access is executed?
bool isNonNegativeAt(const Model &model, const IntegerSolver &solver, int guard,
                     const Polynomial &value);

} // namespace loomp

#endif // LOOMP_ANALYSES_DEPENDENCE_H
