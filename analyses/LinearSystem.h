//===- LinearSystem.h - questions about integer points, answered by isl ---===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A conjunction of affine constraints over integer unknowns, and the only two questions that the
// dependence test asks: is there a solution, and which. isl decides both exactly.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_LINEARSYSTEM_H
#define LOOMP_ANALYSES_LINEARSYSTEM_H

#include "analyses/Polynomial.h"

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

struct isl_ctx;

namespace loomp {

class AnswerMemory;

/// Owns the isl context of one analysis.
class IntegerSolver {
public:
  /// `budget`: isl operations per question. `memory`: of an earlier analysis; null: none.
  explicit IntegerSolver(unsigned long budget, AnswerMemory *memory = nullptr);
  ~IntegerSolver();
  IntegerSolver(const IntegerSolver &) = delete;
  IntegerSolver &operator=(const IntegerSolver &) = delete;

  /// Starts a new overall budget, for one loop or one walk through a function.
  void startTask() const { WorkLeft = MaximalWork; }
  /// Takes the cost of a question off the overall budget; false if that is spent.
  bool spend(unsigned long work) const {
    if (work > WorkLeft)
      return false;
    WorkLeft -= work;
    return true;
  }
  /// Is there budget for a question that could be left out?
  bool canSpare() const { return WorkLeft > MaximalWork / 2; }
  isl_ctx *context() const { return Context; }
  unsigned long budget() const { return Budget; }
  AnswerMemory &memory() const { return *Memory; }

private:
  /// Coefficients in all questions of one task: some seconds at most.
  static constexpr unsigned long MaximalWork = 1'000'000;
  isl_ctx *Context;
  unsigned long Budget;
  std::unique_ptr<AnswerMemory> OwnMemory;
  AnswerMemory *Memory;
  mutable unsigned long WorkLeft = MaximalWork;
};

enum class Answer { No, Yes, OutOfBudget };

class LinearSystem {
public:
  /// sum(coefficients[c] * unknown c) + constant, `>= 0` or `== 0`.
  struct Row {
    std::vector<std::pair<unsigned, Coefficient>> coefficients;
    Coefficient constant = 0;
    bool isEquality = false;
  };

  unsigned addUnknown() { return Unknowns++; }
  unsigned size() const { return Unknowns; }
  const std::vector<Row> &rows() const { return Rows; }
  void add(Row row) { Rows.push_back(std::move(row)); }
  /// unknown >= low, unknown <= high.
  void bound(unsigned unknown, std::optional<Coefficient> low, std::optional<Coefficient> high);

  /// Is there an integer point?
  Answer hasSolution(const IntegerSolver &solver) const;
  /// Is there a rational point, or one that integers may still exclude?
  Answer hasRationalSolution(const IntegerSolver &solver) const;
  /// A small integer point: the lexicographically smallest with every unknown in
  /// [-limit, limit], or any if there is none so small or it is too hard to find. Absent if there
  /// is none at all, or the budget ran out.
  std::optional<std::vector<Coefficient>> solution(const IntegerSolver &solver) const;

private:
  Answer findSolution(const IntegerSolver &solver) const;
  Answer findRationalSolution(const IntegerSolver &solver) const;
  std::optional<std::vector<Coefficient>> findPoint(const IntegerSolver &solver) const;

  unsigned Unknowns = 0;
  std::vector<Row> Rows;
};

/// Is every integer point of `points` one of some system in `covers`? Unknowns that a cover has
/// beyond those of `points` may take any value.
Answer areCovered(const LinearSystem &points, const std::vector<LinearSystem> &covers,
                  const IntegerSolver &solver);

/// A system some of whose unknowns are parameters: `columns[p]` is the unknown of parameter p,
/// absent if the system does not mention it.
struct ParametricSystem {
  LinearSystem system;
  std::vector<std::optional<unsigned>> columns;
};

/// Rows over the parameters that hold together.
using Conjunction = std::vector<LinearSystem::Row>;

/// For which values of the parameters does none of `systems` have a solution? Each conjunction is
/// enough for that wherever `context` has a solution, and possible where all of `wanted` have one.
/// Empty if there is no such value, or none was found within the budget.
std::vector<Conjunction> valuesWithoutSolution(const IntegerSolver &solver,
                                               const std::vector<ParametricSystem> &systems,
                                               const ParametricSystem &context,
                                               const std::vector<ParametricSystem> &wanted);

/// The answers that isl has given. An answer is a function of the question and its budget alone;
/// loops of one file ask many questions twice, and a file that is analysed again after an edit asks
/// nearly all of them again. For one thread at a time.
class AnswerMemory {
public:
  using Value =
      std::variant<Answer, std::optional<std::vector<Coefficient>>, std::vector<Conjunction>>;

  /// The answer to `question`, which is a text that says all of it; null if there is none yet.
  const Value *find(const std::string &question) const;
  const Value &keep(std::string question, Value answer);

private:
  /// In bytes of questions. All are forgotten when there are more.
  static constexpr size_t MostBytes = 32u << 20;
  std::unordered_map<std::string, Value> Answers;
  size_t Bytes = 0;
};

} // namespace loomp

#endif // LOOMP_ANALYSES_LINEARSYSTEM_H
