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
// with the candidate's expression at variables that then take its indices. The assignments may also
// stand behind `if (...) continue;` with the opposite condition (ChosenStatements.cpp). The first
// candidate may be taken without a comparison: `if (at < 0 || cost[i] < cost[at]) at = i;`.
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

/// Is `candidate` the expression `kept` with indices where that names the variables that take them?
/// Notes where.
static bool isSameAt(const Stmt *kept, const Stmt *candidate,
                     const std::map<const VarDecl *, const VarDecl *> &indices,
                     std::vector<const DeclRefExpr *> &places) {
  if (const auto *expression = dyn_cast_or_null<Expr>(kept))
    kept = expression->IgnoreParenImpCasts();
  if (const auto *expression = dyn_cast_or_null<Expr>(candidate))
    candidate = expression->IgnoreParenImpCasts();
  if (!kept || !candidate)
    return kept == candidate;
  if (const auto *reference = dyn_cast<DeclRefExpr>(kept))
    if (auto index = indices.find(variableOf(reference)); index != indices.end()) {
      places.push_back(reference);
      return isa<Expr>(candidate) && variableOf(cast<Expr>(candidate)) == index->second;
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
  // `b[at] - at` in `long` is not what `b[i] - i` is in `unsigned`.
  bool isComputed = isa<UnaryOperator, BinaryOperator>(kept);
  auto areAlike = [&](const Stmt *x, const Stmt *y) {
    const auto *one = dyn_cast_or_null<Expr>(x), *other = dyn_cast_or_null<Expr>(y);
    bool isOther = isComputed && one && other &&
                   one->getType().getCanonicalType().getUnqualifiedType() !=
                       other->getType().getCanonicalType().getUnqualifiedType();
    return !isOther && isSameAt(x, y, indices, places);
  };
  auto a = kept->children(), b = candidate->children();
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), areAlike);
}

/// The comparison in `at < 0 || b[i] > b[at]`, or negated in `at >= 0 && b[i] <= b[at]`; fills in
/// what stands in front of it.
static const Expr *behindNone(ASTContext &context, const ChosenOperand &operand,
                              Selection &selection, const DeclRefExpr *&place) {
  const auto *either = dyn_cast<BinaryOperator>(operand.expression->IgnoreParenImpCasts());
  if (!either || either->getOpcode() != (operand.isNegated ? BO_LAnd : BO_LOr))
    return operand.expression;
  const Expr *test = either->getLHS()->IgnoreParenImpCasts();
  Selection::None none{.op = BO_NE};
  if (const auto *negation = dyn_cast<UnaryOperator>(test);
      negation && negation->getOpcode() == UO_LNot) {
    test = negation->getSubExpr()->IgnoreParenImpCasts();
    none.op = BO_EQ;
  } else if (const auto *comparison = dyn_cast<BinaryOperator>(test);
             comparison && comparison->isComparisonOp()) {
    bool isLeft = variableOf(comparison->getLHS());
    const Expr *value = isLeft ? comparison->getRHS() : comparison->getLHS();
    test = isLeft ? comparison->getLHS() : comparison->getRHS();
    none.op = isLeft ? comparison->getOpcode()
                     : BinaryOperator::reverseComparisonOp(comparison->getOpcode());
    Expr::EvalResult result;
    if (value->isValueDependent() || !value->EvaluateAsInt(result, context) ||
        !keepsOrder(context, test->IgnoreParenImpCasts()->getType(), test->getType()))
      return nullptr;
    none.value = result.Val.getInt().isSigned() ? Coefficient(result.Val.getInt().getSExtValue())
                                                : Coefficient(result.Val.getInt().getZExtValue());
  }
  none.variable = variableOf(test);
  if (!none.variable || !none.variable->getType()->isIntegerType() ||
      none.variable->getType()->isEnumeralType() || test->getBeginLoc().isMacroID())
    return nullptr;
  if (operand.isNegated)
    none.op = BinaryOperator::negateComparisonOp(none.op);
  selection.none = none;
  place = cast<DeclRefExpr>(test->IgnoreParenImpCasts());
  return either->getRHS();
}

/// What the integer that is assigned is where the variable may be unable to hold it. It may be
/// supposed to be small.
Polynomial Evaluator::narrowedIndex(const Expr &assigned, QualType type) {
  const Expr *inner = assigned.IgnoreParens();
  while (const auto *cast = dyn_cast<CastExpr>(inner)) {
    if (cast->getCastKind() == CK_LValueToRValue)
      break;
    inner = cast->getSubExpr()->IgnoreParens();
  }
  bool quiet = std::exchange(Quiet, true); // nor is its range supposed
  Polynomial index = exact(evaluateValue(inner), inner->getType());
  Quiet = quiet;
  auto target = integerType(type);
  if (!target || target->isBool)
    return index;
  Coefficient span = Coefficient(1) << target->width, low = target->isSigned ? -span / 2 : 0;
  if (!provenWithin(index, low, low + span - 1))
    supposeWithin(index, low, low + span - 1);
  return index;
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
  // Variables that take an index, and which.
  std::map<const VarDecl *, const VarDecl *> indices;
  for (const BinaryOperator *assignment : selection.assignments)
    if (const VarDecl *variable = variableOf(assignment->getLHS()); written[variable] == 1)
      if (const VarDecl *index =
              castVariableOf(Context, assignment->getRHS(), assignment->getLHS()->getType()))
        indices[variable] = index;
  // `b[i] & 3` is a `long` that each type can hold.
  auto fits = [&](const Expr &value, QualType type) {
    const Expr *inner = value.IgnoreParenImpCasts();
    auto target = integerType(type);
    Value number = inner->getType()->isIntegerType() ? evaluateQuietly(inner) : Value();
    if (target ? target->isBool : !type->isRealFloatingType())
      return false;
    unsigned bits = target ? target->width - target->isSigned
                           : llvm::APFloat::semanticsPrecision(Context.getFloatTypeSemantics(type));
    Coefficient size = Coefficient(1) << std::min(bits, 62u);
    Coefficient least = target ? (target->isSigned ? -size : 0) : 1 - size;
    return number.kind == Value::Kind::Integer &&
           provenWithin(exact(number, inner->getType()), least, size - 1);
  };
  const std::vector<ChosenOperand> &operands = chosen.operands;
  for (size_t i = 0; i < operands.size() && selection.keys.empty(); ++i) {
    const DeclRefExpr *none = nullptr;
    selection.none.reset();
    const Expr *operand = behindNone(Context, operands[i], selection, none);
    const auto *comparison =
        operand ? dyn_cast<BinaryOperator>(operand->IgnoreParenImpCasts()) : nullptr;
    if (!comparison || !comparison->isRelationalOp() ||
        (!comparesExactly(Context, *comparison) &&
         !llvm::all_of(llvm::ArrayRef{comparison->getLHS(), comparison->getRHS()},
                       [&](const Expr *each) {
                         QualType type = each->IgnoreParenImpCasts()->getType();
                         return keepsOrder(Context, type, each->getType()) ||
                                fits(*each, each->getType());
                       })) ||
        ((operands[i].isNegated || none) && !isTotal(*comparison)) ||
        (none && written[selection.none->variable] != 1))
      continue;
    for (bool keptIsLeft : {false, true}) {
      const Expr *kept = keptIsLeft ? comparison->getLHS() : comparison->getRHS();
      const Expr *candidate = keptIsLeft ? comparison->getRHS() : comparison->getLHS();
      BinaryOperatorKind op = operands[i].isNegated
                                  ? BinaryOperator::negateComparisonOp(comparison->getOpcode())
                                  : comparison->getOpcode();
      const BinaryOperator *keyed = nullptr;
      for (const BinaryOperator *assignment : selection.assignments)
        if (const VarDecl *variable = variableOf(assignment->getLHS());
            variableOf(kept) == variable && written[variable] == 1 &&
            isSame(withoutWidening(Context, candidate),
                   withoutWidening(Context, assignment->getRHS())) &&
            (keepsOrder(Context, assignment->getRHS()->IgnoreParenImpCasts()->getType(),
                        assignment->getLHS()->getType()) ||
             fits(*assignment->getRHS(), assignment->getLHS()->getType())))
          keyed = assignment;
      std::vector<const DeclRefExpr *> places;
      bool isAt = !keyed && !variableOf(kept) && isPure(kept) &&
                  isSameAt(kept, candidate, indices, places) && !places.empty();
      if (!selection.keys.empty() || (!keyed && !isAt) || kept->getBeginLoc().isMacroID() ||
          kept->getEndLoc().isMacroID())
        continue;
      if (keyed)
        places = {cast<DeclRefExpr>(kept->IgnoreParenImpCasts())};
      for (const DeclRefExpr *place : places)
        if (!llvm::is_contained(selection.keys, variableOf(place)))
          selection.keys.push_back(variableOf(place));
      for (const BinaryOperator *assignment : selection.assignments)
        if (const VarDecl *variable = variableOf(assignment->getLHS());
            isAt && llvm::is_contained(selection.keys, variable) &&
            !keepsOrder(Context, indices[variable]->getType(), variable->getType()))
          selection.narrowed[variable] = narrowedIndex(*assignment->getRHS(), variable->getType());
      selection.isComputed = isAt;
      selection.kept = kept;
      selection.places = places;
      if (none)
        selection.places.push_back(none);
      // `candidate < kept`, however it is spelled.
      bool isLess = op == BO_LT || op == BO_LE;
      selection.isLess = isLess != keptIsLeft;
      selection.takesEqual = op == BO_LE || op == BO_GE;
      for (size_t k = i + 1; k < operands.size(); ++k)
        selection.skipped.push_back(operands[k].expression);
      for (const BinaryOperator *each : selection.assignments)
        if (each != keyed)
          selection.skipped.push_back(each->getRHS());
    }
  }
  // A key alone is a reduction.
  if (selection.keys.empty() || (!selection.isComputed && written.size() == 1))
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
