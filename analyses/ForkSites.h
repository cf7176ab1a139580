//===- ForkSites.h - where a function calls itself ------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The text side of TaskRecursion.cpp: which statements hold recursive calls that could be deferred,
// and what a rewriter needs to know of them.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_FORKSITES_H
#define LOOMP_ANALYSES_FORKSITES_H

#include "analyses/LoopResult.h"
#include "analyses/Polynomial.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace loomp {

enum class ForkKind {
  Call,        ///< `f(x);`
  Assignment,  ///< `v = f(x);`, v a local scalar
  Declaration, ///< `T v = f(x);`, where v could be assigned the value later
  Conditional, ///< `if (c) f(x);` or `if (c) v = f(x);`
  Operands,    ///< an expression of which every evaluation makes the calls, or `return c ? a : b;`
  Loop,        ///< a `for` loop, also over a range, whose iterations make the calls
  Plain,       ///< no recursive call, and no way out of the block
  Barrier      ///< nothing may be deferred beyond it
};

/// A statement of a block of the function, outside of loops.
struct ForkSite {
  const clang::Stmt *statement = nullptr;
  const clang::Stmt *block = nullptr; ///< the block, or what the statement is the only one of
  ForkKind kind = ForkKind::Barrier;
  /// Operands: those of `choice` that hold the calls are only evaluated where it says so; else
  /// null.
  const clang::ConditionalOperator *choice = nullptr;
  /// `return choice;`, where the choice can be made by a statement in front of it.
  bool choosesReturn = false;
  /// Assignment or Declaration: a task evaluates all of the expression that the calls are part of.
  bool isWhole = false;
  std::vector<const clang::CallExpr *> calls;     ///< in the order of the text
  std::vector<const clang::ValueDecl *> assigned; ///< the variables that the statement is for
};

/// Sites whose calls run at the same time.
struct SiteGroup {
  std::vector<const ForkSite *> sites;
  /// All calls run in front of the first statement, and the statements get their results.
  bool isHoisted = false;
};

/// The statements of all blocks in which there are recursive calls, in source order; those of inner
/// blocks behind the statement that they are part of.
std::vector<ForkSite> collectForkSites(const clang::FunctionDecl &function);

/// In all of its text, also where nothing could be deferred.
size_t countSelfCalls(const clang::FunctionDecl &function);

/// Are tasks or sections made here, or is it where a team starts with one thread?
bool holdsTask(const clang::Stmt *statement);

/// The functions that tasks call already, also by way of others, or the code that waits for them:
/// canonical declarations.
std::set<const clang::FunctionDecl *>
calledByTasks(const std::vector<clang::FunctionDecl *> &functions);

/// Position, function and whether it can be edited: what needs no analysis.
void describeRecursion(const clang::ASTContext &context, const clang::FunctionDecl &function,
                       LoopResult &result);

/// Fills `result.tasks`; where the text does not allow it, the result is not editable.
void describeForks(const clang::ASTContext &context, const clang::FunctionDecl &function,
                   const std::vector<SiteGroup> &groups, std::vector<ForkLoop> loops,
                   LoopResult &result);

/// C text for a sum of parameters. `isWide`: the program may never have computed it, and it must
/// not leave the type of the parameters. Absent where there is no text that is right for all
/// values.
std::optional<std::string> sumText(const clang::ASTContext &context,
                                   const clang::FunctionDecl &function,
                                   const Polynomial &overParameters, bool isWide);

/// Does the function compute the value itself, as one parameter or as the difference of two?
bool computes(const clang::FunctionDecl &function, const Polynomial &overParameters);

/// Do the calls name a variable that is declared in the statement `from` or behind it?
bool namesLater(const clang::ASTContext &context, const ForkSite &site, const clang::Stmt &from);

/// A number, an enumerator or a pointer.
bool isScalar(clang::QualType type);

/// Is a variable that gets its value from a call the same as one that is assigned it later? Scalars
/// are, and classes of the standard library with a default constructor.
bool canBeAssigned(clang::QualType type);

/// Can a pointer, or what owns memory, be among the values of this type?
bool mayLeadElsewhere(clang::QualType type, const clang::ASTContext &context, unsigned depth = 0);

} // namespace loomp

#endif // LOOMP_ANALYSES_FORKSITES_H
