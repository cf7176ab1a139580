//===- PairSystem.h - two accesses in two iterations ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to the dependence test (Dependence.cpp).
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_PAIRSYSTEM_H
#define LOOMP_ANALYSES_PAIRSYSTEM_H

#include "analyses/LinearSystem.h"
#include "analyses/Model.h"

#include <map>
#include <set>
#include <vector>

namespace loomp {

/// The system for one pair, with columns instead of symbols.
class PairSystem {
public:
  PairSystem(const Model &model, const IntegerSolver &solver, LoopId loop)
      : M(model), Solver(solver), L(loop) {}

  Polynomial overColumns(const Polynomial &value, int copy);
  void addConstraint(const Constraint &constraint, int copy);
  void addDomain(int guard, int copy);
  void addGrowth();
  /// Adds `difference == 0`; false if it could not be expressed.
  bool addEquation(const Polynomial &difference, unsigned depth = 0);
  Answer feasibleWith(const Polynomial &nonNegative) const;

  const Model &M;
  const IntegerSolver &Solver;
  LoopId L;
  LinearSystem System;
  /// Delinearise even where a stride may be too small for its row; what may then happen is filed.
  bool IsOptimistic = false;
  std::vector<LinearSystem> Exceptions; ///< further systems whose solutions may be dependences
  std::map<std::pair<SymbolId, int>, unsigned> Columns;
  std::map<Monomial, unsigned> Products;        ///< products of shared columns
  std::vector<std::pair<SymbolId, int>> Owners; ///< column -> symbol and copy
  std::vector<Polynomial> Equations;
  bool LeftOut = false; ///< a constraint was dropped
  std::set<int> Added;  ///< guards that hold for both accesses and are in the system

private:
  unsigned columnOf(SymbolId symbol, int copy);
  std::optional<LinearSystem::Row> rowOf(const Polynomial &value, bool isEquality);
  bool isShared(unsigned column) const {
    return column >= Owners.size() || Owners[column].second == 0;
  }
  bool delinearise(const Polynomial &difference, unsigned depth, bool optimistic);
  void addException(const Polynomial &value, bool isEquality);
};

} // namespace loomp

#endif // LOOMP_ANALYSES_PAIRSYSTEM_H
