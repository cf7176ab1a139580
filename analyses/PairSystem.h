//===- PairSystem.h - the linear system of one pair of accesses -----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to Dependence.cpp: columns of a LinearSystem stand for the symbols of the model, one for
// a symbol that the loop does not vary, else one for each access.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_PAIRSYSTEM_H
#define LOOMP_ANALYSES_PAIRSYSTEM_H

#include "analyses/Dependence.h"
#include "analyses/LinearSystem.h"
#include "analyses/Model.h"

#include <map>
#include <set>
#include <vector>

namespace loomp {

/// Values that are no less than 0 in every iteration that performs the access, since accesses of
/// the iteration are in bounds. See InBounds.cpp.
std::vector<Polynomial> valuesInBounds(const Model &model, LoopId loop, const Access &access);

/// The system for one pair, with columns instead of symbols.
class PairSystem {
public:
  PairSystem(const Model &model, const IntegerSolver &solver, LoopId loop,
             Supposition supposition = {})
      : M(model), Solver(solver), L(loop), Supposed(std::move(supposition)) {}

  Polynomial overColumns(const Polynomial &value, int copy);
  void addConstraint(const Constraint &constraint, int copy);
  void addDomain(int guard, int copy);
  /// Adds those of `value >= 0` that say something of what is in the system already.
  void addBounds(const std::vector<Polynomial> &values, int copy);
  /// Adds `difference == 0`; false if it could not be expressed.
  bool addEquation(const Polynomial &difference, unsigned depth = 0);
  void addGrowth();
  void addProductSigns();
  /// Adds the order of values read from rising arrays.
  void addOrder();
  Answer feasibleWith(const Polynomial &nonNegative) const;

  const Model &M;
  const IntegerSolver &Solver;
  LoopId L;
  Supposition Supposed;
  /// Delinearise even where a stride may be too small for its row; what may then happen is filed.
  bool IsOptimistic = false;
  std::vector<LinearSystem> Exceptions; ///< further systems whose solutions may be dependences
  LinearSystem System;
  std::map<std::pair<SymbolId, int>, unsigned> Columns;
  std::map<Monomial, unsigned> Products;        ///< products of columns
  std::vector<std::pair<SymbolId, int>> Owners; ///< column -> symbol and copy
  std::vector<Polynomial> Equations;
  bool LeftOut = false; ///< a constraint was dropped
  std::set<int> Added;  ///< guards that hold for both accesses and are in the system

private:
  unsigned columnOf(SymbolId symbol, int copy);
  unsigned productOf(const Monomial &monomial);
  /// An affine value: with columns of their own for products.
  Polynomial withProducts(const Polynomial &value);
  std::optional<LinearSystem::Row> rowOf(const Polynomial &value, bool isEquality);
  bool isShared(unsigned column) const {
    return column >= Owners.size() || Owners[column].second == 0;
  }
  bool delinearise(const Polynomial &difference, unsigned depth, bool optimistic);
  void addException(const Polynomial &value, bool isEquality);
  const ElementRead *fixedRead(unsigned column) const;
  bool isInjective(const ElementRead &read) const {
    return read.isInjective || Supposed.injective.count(read.array);
  }
  bool isRising(const ElementRead &read) const {
    return read.isRising || Supposed.rising.count(read.array);
  }
  void addEqualNumbers(const Polynomial &difference, unsigned depth);
  void addEqualRemainders(const Polynomial &difference, unsigned depth);
  Polynomial withoutNonZeroFactors(const Polynomial &product);
  bool addMonotone(const Polynomial &difference);
  /// What the column stands for; null if it is a product or a stride.
  const Symbol *symbolOf(unsigned column) const {
    bool isSymbol = column < Owners.size() && Owners[column].first != ~0U;
    return isSymbol ? &M.symbols[Owners[column].first] : nullptr;
  }
  // PolynomialRows.cpp
  Polynomial withoutQuotients(const Polynomial &difference);
  bool isRefuted(const Polynomial &difference) const;
  bool isRefutedWhere(const Polynomial &difference, const std::set<unsigned> &squared,
                      const std::optional<Constraint> &given) const;
};

} // namespace loomp

#endif // LOOMP_ANALYSES_PAIRSYSTEM_H
