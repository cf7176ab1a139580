//===- ChosenStatements.h - what runs where a condition holds -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_CHOSENSTATEMENTS_H
#define LOOMP_ANALYSES_CHOSENSTATEMENTS_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "clang/AST/Stmt.h"

#include <vector>

namespace loomp {

/// One of several conditions that must hold, or (negated) must not.
struct ChosenOperand {
  const clang::Expr *expression = nullptr;
  bool isNegated = false;
};

/// What an `if` without `else` decides about.
struct ChosenStatements {
  std::vector<ChosenOperand> operands; ///< in the order in which they are tested
  std::vector<const clang::Stmt *> statements;
};

ChosenStatements chosenBy(const clang::IfStmt &statement, const clang::CompoundStmt *block,
                          const clang::Stmt *loop);

/// Without casts to types that have all the values.
const clang::Expr *withoutWidening(clang::ASTContext &context, const clang::Expr *expression);

/// Does the comparison see the values of its operands as they are, in a type that has them all?
bool comparesExactly(clang::ASTContext &context, const clang::BinaryOperator &comparison);

/// Does a comparison of the two either hold or, the other way around, not? Of floating-point
/// numbers, neither may hold.
bool isTotal(const clang::BinaryOperator &comparison);

/// The operands of `a && b && c`.
std::vector<const clang::Expr *> conjuncts(const clang::Expr *condition);

/// May a value of type `from` be kept in a variable of type `to` without changing any comparison?
bool keepsOrder(clang::ASTContext &context, clang::QualType from, clang::QualType to);

} // namespace loomp

#endif // LOOMP_ANALYSES_CHOSENSTATEMENTS_H
