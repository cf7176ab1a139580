//===- BruteForceProgram.h - tiny programs, as source and to run ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What the model of a loop says about scalars and about pointers is computed by the evaluator from
// source, so here the cases are functions in C++: a tree that is printed for the analysis and run
// by an interpreter of its own, serially or as a verdict says the loop may run: each iteration with
// its own copies, in another order.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TEST_UNIT_BRUTEFORCEPROGRAM_H
#define LOOMP_TEST_UNIT_BRUTEFORCEPROGRAM_H

#include "test/unit/BruteForce.h"

#include "analyses/LoopResult.h"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace loomp::brute {

/// The variables of every program; a name is a letter of `VariableNames`.
enum : int { I, J, H, N, M, S, T, U, VariableCount };
constexpr const char *VariableNames = "ijhnmstu";

struct Node {
  enum class Kind {
    Literal,
    Variable,
    Element, ///< a[...] or b[...]
    Binary,  ///< op: + - * < > =
    Declare,
    Assign,
    Update, ///< op=
    Store,
    StoreUpdate, ///< a[...] += ...
    If,
    For, ///< kids: start, bound, body
    Block,
    Continue
  };
  Kind kind = Kind::Block;
  int number = 0; ///< literal, variable or array
  char op = 0;
  int step = 1;
  unsigned line = 0; ///< of a loop, once printed
  std::vector<Node> kids;
};

struct Program {
  Node body;
  bool hasPointers = false;  ///< a and b are parameters that may overlap, else arrays
  /// Of so many elements, which the analysis knows: what goes beyond them is undefined. 0: unknown.
  long extent = 0;
  std::vector<int> returned; ///< variables whose sum is returned
};

Program drawProgram(Random &random, bool hasPointers);
/// The function, its loops with their lines; `line` is the first and moves on.
std::string print(Program &program, const std::string &name, unsigned &line);
/// The loops, from the outside.
std::vector<const Node *> loopsOf(const Program &program);

/// Values of everything; the arrays are windows into one memory.
struct Memory {
  std::array<long, VariableCount> variables = {};
  std::array<long, 2> bases = {};
  std::vector<long> cells = std::vector<long>(1024);
};

/// What happened between iterations of one loop.
struct Events {
  /// Variable or array, and flow, anti or output; `value` if a value written by one iteration is
  /// read by another.
  std::set<std::pair<char, std::string>> carried;
  unsigned checkedRuns = 0, checkedApart = 0; ///< runs with checks, and those that passed them
  bool isRace = false;       ///< shared memory was touched by two iterations, one writing
  bool isUnreadable = false; ///< the plan has a text that the interpreter does not read
  bool isOutside = false;    ///< a subscript left the memory
};

/// Runs the program serially and records what `watched` carries.
long runSerially(const Program &program, Memory &memory, const Node *watched, Events &events);
/// Runs `loop` with the roles of `plan`: backwards or outwards from the middle, and with this value
/// in private variables.
long runInParallel(const Program &program, Memory &memory, const Node &loop, const LoopResult &plan,
                   bool backwards, long poison, Events &events);
/// The value of a C expression over variables; absent if it is more than sums and products.
std::optional<long> evaluateText(const std::string &text, const Memory &memory);
/// `n <= m || (long long)m == 0`: alternatives of comparisons, as conditions on values are written.
std::optional<bool> evaluateCondition(std::string text, const Memory &now);

/// The result of a binary operator.
long apply(char op, long left, long right);

/// What a reduction starts the copies with, in the type `int` of all variables here.
long identityOf(const std::string &op);

/// What a reduction makes of two copies.
long combine(const std::string &op, long left, long right);

/// Starts each iteration with a text of its own, not with a multiple of the step.
inline bool hasOwnForm(const InductionForm &form) {
  return form.isCopied || !form.previousText.empty() || !form.modulus.empty();
}

} // namespace loomp::brute

#endif // LOOMP_TEST_UNIT_BRUTEFORCEPROGRAM_H
