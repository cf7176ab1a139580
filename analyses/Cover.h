//===- Cover.h - one read and the writes before it ------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_COVER_H
#define LOOMP_ANALYSES_COVER_H

#include "analyses/LinearSystem.h"
#include "analyses/Model.h"

#include <map>
#include <optional>
#include <vector>

namespace loomp {

/// Collects the points of a read and the writes that may cover them, as linear systems.
class Cover {
public:
  Cover(const Model &model, const IntegerSolver &solver, LoopId loop)
      : M(model), Solver(solver), L(loop) {}

  /// `copy`: of the symbols that vary in the loop.
  void setPoints(const Path &path, int guard, int copy);
  /// Leaves only the points that the write may touch, in an iteration of its own. False: none.
  bool restrictTo(const Access &write, int copy);
  /// Leaves only the points where the one copy of the loop's iteration comes before the other.
  void addOrder(int earlier, int later);
  /// The write as seen from the read: `shared` loops of its chain run the same iteration, and the
  /// next one an earlier iteration if `earlier`.
  void addWrite(const Access &write, const std::vector<LoopId> &chain, size_t shared, bool earlier,
                const std::vector<LoopId> &readChain, int readGuard, int copy);
  bool holds() const;

private:
  /// An unknown of the systems: one of the points, or one that the write may choose.
  struct Column {
    bool chosen = false;
    unsigned number = 0;
  };
  struct Term {
    Coefficient factor = 0;
    std::vector<Column> columns;
  };
  struct Row {
    std::vector<std::pair<Column, Coefficient>> coefficients;
    Coefficient constant = 0;
    bool isEquality = false;
  };
  /// How the symbols of one write become columns.
  struct Choice {
    LoopId outermost = NoLoop; ///< the first loop of the chain that is not shared
    std::vector<LoopId> loops; ///< that loop and those inside it, around the write
    std::map<SymbolId, Column> columns;
    std::map<SymbolId, SymbolId> replaced; ///< indices taken to be those of the read
    std::vector<Row> rows;
    unsigned count = 0;
    int copy = 0;
  };

  Column universal(std::vector<std::pair<SymbolId, int>> product);
  std::optional<Column> columnOf(SymbolId symbol, Choice &choice);
  std::optional<Row> rowOf(const Polynomial &value, bool isEquality, int copy);
  std::optional<Row> rowOf(const Polynomial &value, bool isEquality, Choice &choice);
  bool addRow(const Polynomial &value, bool isEquality, Choice &choice);
  bool addFacts(SymbolId symbol, Choice &choice);
  bool addConditions(const Access &write, int readGuard, Choice &choice);
  bool addLocation(const Path &path, Choice &choice);
  bool tryWrite(const Access &write, size_t shared, bool earlier,
                const std::vector<LoopId> &readChain, int readGuard, Choice choice);
  static LinearSystem::Row finished(const Row &row, unsigned universals);

  const Model &M;
  const IntegerSolver &Solver;
  LoopId L;
  /// Products of symbols, each with the number of its copy -> column of the points.
  std::map<std::vector<std::pair<SymbolId, int>>, unsigned> Universals;
  unsigned Free = 0; ///< columns of subscripts that may be any
  std::vector<Row> Points;
  Path Read;
  std::vector<std::optional<Column>> FreeIndices; ///< parallel to the components of Read
  int ReadCopy = 0;
  std::vector<Choice> Writes;
};

} // namespace loomp

#endif // LOOMP_ANALYSES_COVER_H
