//===- MatchSelection.cpp - the spellings of arg-min and arg-max ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   if (price[i] < best) {             if (score[i] > score[winner])
//     best = price[i];                   winner = i;
//     day = i;
//   }
//
// A candidate is compared with what is kept: with a variable that then takes the candidate, or
// with the candidate's expression at a variable that then takes its index. The assignments may also
// stand behind `if (...) continue;` with the opposite condition (ChosenStatements.cpp).
// SelectionRole.cpp says when that is no obstacle.
//
//===----------------------------------------------------------------------===//

#include "analyses/ChosenStatements.h"
#include "analyses/Evaluator.h"

using namespace clang;

namespace loomp {

/// The assignments `x = e` that the statement consists of; false if it holds anything else.
static bool collectAssignments(const Stmt *statement,
                               std::vector<const BinaryOperator *> &assignments) {
  if (const auto *block = dyn_cast<CompoundStmt>(statement))
    return std::all_of(block->body_begin(), block->body_end(),
                       [&](const Stmt *child) { return collectAssignments(child, assignments); });
  const auto *binary = dyn_cast<BinaryOperator>(statement);
  if (binary && binary->getOpcode() == BO_Comma)
    return collectAssignments(binary->getLHS(), assignments) &&
           collectAssignments(binary->getRHS(), assignments);
  if (!binary || binary->getOpcode() != BO_Assign || binary->getBeginLoc().isMacroID())
    return false;
  assignments.push_back(binary);
  return true;
}

static const VarDecl *variableOf(const Expr *expression) {
  const auto *reference = dyn_cast<DeclRefExpr>(expression->IgnoreParenImpCasts());
  const auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  return variable ? variable->getCanonicalDecl() : nullptr;
}

/// The variable in `i`, `long(i)`: casts that change nothing, or to the type of what is assigned.
static const VarDecl *castVariableOf(ASTContext &context, const Expr *expression, QualType type) {
  expression = expression->IgnoreParenImpCasts();
  const auto *cast = dyn_cast<ExplicitCastExpr>(expression);
  if (!cast || !expression->getType()->isIntegerType())
    return variableOf(expression);
  const Expr *inner = cast->getSubExprAsWritten();
  return context.hasSameUnqualifiedType(cast->getType(), type) ||
                 keepsOrder(context, inner->getType(), cast->getType())
             ? castVariableOf(context, inner, type)
             : nullptr;
}

/// Is `candidate` the expression `kept` with `index` where that names `variable`? Notes where.
static bool isSameAt(const Stmt *kept, const Stmt *candidate, const VarDecl *variable,
                     const VarDecl *index, std::vector<const DeclRefExpr *> &places) {
  if (const auto *expression = dyn_cast_or_null<Expr>(kept))
    kept = expression->IgnoreParenImpCasts();
  if (const auto *expression = dyn_cast_or_null<Expr>(candidate))
    candidate = expression->IgnoreParenImpCasts();
  if (!kept || !candidate)
    return kept == candidate;
  if (const auto *reference = dyn_cast<DeclRefExpr>(kept);
      reference && variableOf(reference) == variable) {
    places.push_back(reference);
    return isa<Expr>(candidate) && variableOf(cast<Expr>(candidate)) == index;
  }
  if (kept->getStmtClass() != candidate->getStmtClass())
    return false;
  if (isa<DeclRefExpr>(kept) &&
      cast<DeclRefExpr>(kept)->getDecl() != cast<DeclRefExpr>(candidate)->getDecl())
    return false;
  if (isa<MemberExpr>(kept) &&
      cast<MemberExpr>(kept)->getMemberDecl() != cast<MemberExpr>(candidate)->getMemberDecl())
    return false;
  if (isa<UnaryOperator>(kept) &&
      cast<UnaryOperator>(kept)->getOpcode() != cast<UnaryOperator>(candidate)->getOpcode())
    return false;
  if (isa<BinaryOperator>(kept) &&
      cast<BinaryOperator>(kept)->getOpcode() != cast<BinaryOperator>(candidate)->getOpcode())
    return false;
  if (isa<IntegerLiteral>(kept) &&
      cast<IntegerLiteral>(kept)->getValue() != cast<IntegerLiteral>(candidate)->getValue())
    return false;
  if (!isa<DeclRefExpr, MemberExpr, UnaryOperator, BinaryOperator, IntegerLiteral, CallExpr,
           ArraySubscriptExpr, MaterializeTemporaryExpr, CXXThisExpr>(kept))
    return false;
  auto a = kept->children(), b = candidate->children();
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const Stmt *x, const Stmt *y) {
    return isSameAt(x, y, variable, index, places);
  });
}

/// Recognizes the statement and returns its number in Model::selections, or -1.
int Evaluator::matchSelection(const IfStmt &statement) {
  if (!Frames.back().isLexical || Quiet || statement.getElse() ||
      statement.getConditionVariable() || statement.isConstexpr() ||
      statement.getBeginLoc().isMacroID() || statement.getEndLoc().isMacroID())
    return -1;
  Selection selection{.statement = &statement, .loop = currentLoop(), .guard = Now.guard};
  const std::vector<Block> &blocks = Frames.back().blocks;
  ChosenStatements chosen =
      chosenBy(statement, blocks.empty() ? nullptr : blocks.back().statement,
               Targets.size() > Frames.back().targets ? Targets.back().statement : nullptr);
  if (chosen.statements.empty() || !llvm::all_of(chosen.statements, [&](const Stmt *each) {
        return collectAssignments(each, selection.assignments);
      }))
    return -1;
  std::map<const VarDecl *, unsigned> written;
  for (const BinaryOperator *assignment : selection.assignments) {
    const VarDecl *variable = variableOf(assignment->getLHS());
    QualType type = assignment->getLHS()->getType();
    if (variable)
      ++written[variable];
    if (!variable || !type->isScalarType() || type.isVolatileQualified() ||
        !isPure(assignment->getRHS()))
      return -1;
  }
  const std::vector<ChosenOperand> &operands = chosen.operands;
  for (size_t i = 0; i < operands.size() && !selection.kept; ++i) {
    const auto *comparison =
        dyn_cast<BinaryOperator>(operands[i].expression->IgnoreParenImpCasts());
    if (!comparison || !comparison->isRelationalOp() || !comparesExactly(Context, *comparison) ||
        (operands[i].isNegated && !isTotal(*comparison)))
      continue;
    for (bool keptIsLeft : {false, true}) {
      const Expr *kept = keptIsLeft ? comparison->getLHS() : comparison->getRHS();
      const Expr *candidate = keptIsLeft ? comparison->getRHS() : comparison->getLHS();
      BinaryOperatorKind op = operands[i].isNegated
                                  ? BinaryOperator::negateComparisonOp(comparison->getOpcode())
                                  : comparison->getOpcode();
      for (const BinaryOperator *assignment : selection.assignments) {
        const VarDecl *variable = variableOf(assignment->getLHS());
        std::vector<const DeclRefExpr *> places;
        bool isKey = variableOf(kept) == variable &&
                     isSame(withoutWidening(Context, candidate),
                            withoutWidening(Context, assignment->getRHS())) &&
                     keepsOrder(Context, assignment->getRHS()->IgnoreParenImpCasts()->getType(),
                                assignment->getLHS()->getType());
        const VarDecl *index =
            castVariableOf(Context, assignment->getRHS(), assignment->getLHS()->getType());
        bool isAt = !isKey && index && variableOf(kept) != variable && isPure(kept) &&
                    isSameAt(kept, candidate, variable, index, places) && !places.empty();
        if (selection.kept || (!isKey && !isAt) || written[variable] > 1 ||
            kept->getBeginLoc().isMacroID() || kept->getEndLoc().isMacroID())
          continue;
        if (isKey)
          places = {cast<DeclRefExpr>(kept->IgnoreParenImpCasts())};
        selection.key = variable;
        selection.isComputed = isAt;
        selection.mayNarrow = isAt && !keepsOrder(Context, index->getType(), variable->getType());
        selection.kept = kept;
        selection.places = places;
        // `candidate < kept`, however it is spelled.
        bool isLess = op == BO_LT || op == BO_LE;
        selection.isLess = isLess != keptIsLeft;
        selection.takesEqual = op == BO_LE || op == BO_GE;
        for (size_t k = i + 1; k < operands.size(); ++k)
          selection.skipped.push_back(operands[k].expression);
        for (const BinaryOperator *each : selection.assignments)
          if (!isKey || each != assignment)
            selection.skipped.push_back(each->getRHS());
      }
    }
  }
  // A key alone is a reduction.
  if (!selection.kept || (!selection.isComputed && written.size() == 1))
    return -1;
  int id = static_cast<int>(Result.selections.size());
  for (const BinaryOperator *assignment : selection.assignments)
    SelectionOccurrences[assignment->getLHS()->IgnoreParenImpCasts()] = id;
  for (const DeclRefExpr *place : selection.places)
    SelectionOccurrences[place] = id;
  Result.selections.push_back(std::move(selection));
  return id;
}

} // namespace loomp
