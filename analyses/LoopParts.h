//===- LoopParts.h - a loop statement taken apart -------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What can be said of a loop's text without evaluating it: the same parts for every keyword, and
// the variable that counts.
//
//   while (i < n) { a[i] = 0; ++i; }      condition `i < n`, index `i`, update `++i` in the body
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_LOOPPARTS_H
#define LOOMP_ANALYSES_LOOPPARTS_H

#include "analyses/ModifiedSet.h"

#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"

#include "llvm/ADT/STLFunctionalExtras.h"

#include <utility>
#include <vector>

namespace loomp {

struct LoopParts {
  const clang::Stmt *init = nullptr;
  const clang::Expr *condition = nullptr;
  const clang::Expr *increment = nullptr;
  const clang::Stmt *body = nullptr;
  bool testsLast = false; ///< a `do` loop: the first iteration runs untested
  bool isNegated = false; ///< the loop ends where the condition holds
  /// `while (true) { if (i >= n) break; ... }`: the first statement of the body, whose condition is
  /// that of the loop.
  const clang::IfStmt *exitTest = nullptr;
  /// The update of an unsigned index that ends the loop as it wraps: see LoopCondition.cpp.
  const clang::Expr *wrapsBy = nullptr;
  /// Below it the index must start, or there is no iteration; null if that is known.
  const clang::Expr *wrapBound = nullptr;
};

/// Of a loop; what a range-based one does besides its body has no parts.
LoopParts partsOf(const clang::Stmt &loop);
/// The same, where nothing in the body counts as the test of the loop.
LoopParts writtenPartsOf(const clang::Stmt &loop);

/// One of the tests that must all hold, or, if negated, all fail, for another iteration.
struct LoopTest {
  const clang::Expr *expression = nullptr;
  bool isNegated = false;
};
/// `a && !(b || c)` is a, not b and not c, in order of evaluation.
std::vector<LoopTest> splitTests(const clang::Expr *condition, bool isNegated);

/// What a loop's condition compares; `n--` alone is `n-- != 0`.
struct Comparison {
  const clang::Expr *left = nullptr, *right = nullptr; ///< right null: zero
  clang::BinaryOperatorKind op = clang::BO_Comma;
};
Comparison comparisonOf(const clang::Expr *condition, bool isNegated);

/// Is the statement a loop in the text only? A macro that is to look like one statement says
/// `do { ... } while (0)`.
bool runsOnce(const clang::Stmt &statement);

/// `for`, `while`, `do` or range-`for`, unless it runs exactly once.
bool isLoop(const clang::Stmt &statement);

/// A variable that the loop's init sets, and to what.
struct LoopStart {
  const clang::VarDecl *variable = nullptr;
  const clang::Expr *value = nullptr;
};

/// `T i = 0, j = 1` or `i = 0, j = 1`; false if there is anything else.
bool splitStarts(const clang::Stmt *init, std::vector<LoopStart> &starts);

/// What counts the iterations, as far as the text tells.
struct LoopCounter {
  const clang::VarDecl *index = nullptr;
  /// Its value in the loop's init; null if it keeps the value from before the loop.
  const clang::Expr *start = nullptr;
};
LoopCounter findCounter(const LoopParts &parts, const ModifiedSet &modified);

/// An unsigned variable of the same type that the index is compared with, and that the loop moves,
/// too; null if there is none.
const clang::VarDecl *movingBound(const LoopParts &parts, const LoopCounter &counter,
                                  const ModifiedSet &modified);

/// `if (c) break;` as the first statement of the body; null if there is none.
const clang::IfStmt *exitTestOf(const clang::Stmt *body);

/// The variable that the expression names, and nothing else.
const clang::VarDecl *namedVariable(const clang::Expr *expression);

/// Does the expression mention the variable?
bool mentions(const clang::Stmt *statement, const clang::VarDecl *variable);

/// Splits `i += s`, `i = i + s`, `i++`, ... into the step expression (null: 1) and its sign.
bool splitUpdate(const clang::Expr *update, const clang::VarDecl *variable,
                 const clang::Expr *&step, bool &negative);
/// The same for what `isTarget` says to be the place that is updated.
bool splitUpdate(const clang::Expr *update, llvm::function_ref<bool(const clang::Expr *)> isTarget,
                 const clang::Expr *&step, bool &negative);

/// What `x += s`, `x++` or the same operators of a class change; null if the expression is neither.
const clang::Expr *updateTarget(const clang::Expr &update);

/// Is the value of the update that from before it?
bool isPostfix(const clang::Expr &update);

/// The operands of a chain of commas.
void splitCommas(const clang::Expr *expression, std::vector<const clang::Expr *> &operands);

/// Updates that every execution of the expression performs; with each, whether its value is used.
using FoundUpdates = std::vector<std::pair<const clang::Expr *, bool>>;
void findUpdates(const clang::Expr *expression, bool valueUsed, FoundUpdates &found);

/// Updates that every iteration performs as it runs through the body. None if something may skip
/// the rest of it.
FoundUpdates findBodyUpdates(const clang::Stmt *body);

} // namespace loomp

#endif // LOOMP_ANALYSES_LOOPPARTS_H
