//===- MatchUpdate.cpp - the spellings of a reduction ---------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: a variable x of type T is reduced by the loop if every access to it is part of an update
// `x = x OP e` with one and the same OP, e does not read x, no other use sees the intermediate
// value, and OP is associative and commutative on T including the conversion that each step makes.
// For integers + - * & | ^ commute with truncation, so any integer computation type will do; a step
// that goes through floating point does not. Floating point is reassociated only if the options
// allow.
//
// Here the updates are recognised; that there is no other access is checked in Roles.cpp.
//
//   s += e   s -= e   s++   s = s + e   s = e + s   s = a + s + b
//   if (e > m) m = e;   m = e > m ? e : m;   m = std::max(m, e);   ok = ok && e
//
// And `m = larger(m, e)`, of which all that is known is its body: `return p > q ? p : q;`. It takes
// two values of one type and returns one of them in this type, so it is what the conditional is in
// its place, behind a conversion of both operands that keeps their order.
//
//===----------------------------------------------------------------------===//

#include "analyses/ChosenStatements.h"
#include "analyses/Evaluator.h"

using namespace clang;

namespace loomp {

/// What the expression names: of a structured binding, the member, element or variable behind it.
static const Expr *behindBinding(const Expr *expression) {
  expression = expression->IgnoreParenImpCasts();
  const auto *reference = dyn_cast<DeclRefExpr>(expression);
  const auto *binding = reference ? dyn_cast<BindingDecl>(reference->getDecl()) : nullptr;
  return binding && binding->getBinding() ? binding->getBinding()->IgnoreParenImpCasts()
                                          : expression;
}

const ValueDecl *Evaluator::updatableVariable(const Expr *expression) const {
  expression = behindBinding(expression);
  const ValueDecl *declaration = nullptr;
  if (const auto *reference = dyn_cast<DeclRefExpr>(expression))
    declaration = dyn_cast<VarDecl>(reference->getDecl());
  if (const auto *member = dyn_cast<MemberExpr>(expression)) {
    // A chain of members: LocalCopy.cpp says which of them may be reduced.
    const auto *field = dyn_cast<FieldDecl>(member->getMemberDecl());
    if (field ? !field->isBitField() && !field->getType()->isReferenceType() &&
                    !field->getParent()->isUnion()
              : isa<VarDecl>(member->getMemberDecl()))
      declaration = member->getMemberDecl();
  }
  if (!declaration)
    return nullptr;
  QualType type = declaration->getType().getNonReferenceType();
  if (!type->isArithmeticType() || type->isAnyComplexType() || type->isEnumeralType() ||
      type.isVolatileQualified() || type.isConstQualified())
    return nullptr;
  return declaration;
}

/// An arithmetic element of an array or container, a member, or what a pointer points to.
static bool isUpdatableElement(const Expr *expression) {
  expression = behindBinding(expression);
  QualType type = expression->getType();
  if (!expression->isLValue() || !type->isArithmeticType() || type->isAnyComplexType() ||
      type->isEnumeralType() || type.isVolatileQualified() || type.isConstQualified())
    return false;
  const auto *unary = dyn_cast<UnaryOperator>(expression);
  // `m(i, j)` and `v[i]`: what a call returns a reference to.
  return isa<ArraySubscriptExpr, MemberExpr, CallExpr>(expression) ||
         (unary && unary->getOpcode() == UO_Deref);
}

bool isSetAtStart(const ASTContext &context, const VarDecl &variable) {
  const Expr *value = variable.getInit();
  return variable.isStaticLocal() && variable.getTLSKind() == VarDecl::TLS_None &&
         variable.needsDestruction(context) == QualType::DK_none &&
         (!value || (!value->isValueDependent() &&
                     value->isConstantInitializer(const_cast<ASTContext &>(context),
                                                  variable.getType()->isReferenceType())));
}

/// Nothing is written and nothing is called but functions without effects.
bool Evaluator::isPure(const Stmt *expression, unsigned depth) const {
  std::vector<const Stmt *> pending = {expression};
  while (!pending.empty()) {
    const Stmt *statement = pending.back();
    pending.pop_back();
    if (!statement)
      continue;
    if (const auto *declarations = dyn_cast<DeclStmt>(statement))
      for (const Decl *declaration : declarations->decls())
        if (const auto *variable = dyn_cast<VarDecl>(declaration);
            !variable || !(variable->hasLocalStorage() || isSetAtStart(Context, *variable)))
          return false;
    if (const auto *binary = dyn_cast<BinaryOperator>(statement))
      if (binary->isAssignmentOp())
        return false;
    if (const auto *unary = dyn_cast<UnaryOperator>(statement))
      if (unary->isIncrementDecrementOp())
        return false;
    if (const auto *call = dyn_cast<CallExpr>(statement)) {
      const FunctionDecl *callee = call->getDirectCallee();
      const EffectRow *row = callee ? effectRow(Effects, *callee) : nullptr;
      const auto *method = dyn_cast_or_null<CXXMethodDecl>(callee);
      const FunctionDecl *definition = nullptr;
      bool isQuiet = !row && callee && depth < MaximalPureDepth &&
                     !(method && method->isVirtual()) && callee->hasBody(definition) &&
                     isPure(definition->getBody(), depth + 1);
      if (!isQuiet &&
          (!row || row->effect > CallEffect::Lookup || row->effect == CallEffect::CheckedElement ||
           (row->effect == CallEffect::Lookup && !row->throws.empty())))
        return false;
    }
    if (const auto *construct = dyn_cast<CXXConstructExpr>(statement);
        construct && !construct->getConstructor()->isTrivial())
      return false;
    if (isa<CXXNewExpr, CXXDeleteExpr, LambdaExpr, AtomicExpr, StmtExpr, CXXThrowExpr, AsmStmt>(
            statement))
      return false;
    for (const Stmt *child : statement->children())
      pending.push_back(child);
  }
  return true;
}

bool Evaluator::isSame(const Expr *a, const Expr *b) const {
  llvm::FoldingSetNodeID first, second;
  a->IgnoreParenImpCasts()->Profile(first, Context, true);
  b->IgnoreParenImpCasts()->Profile(second, Context, true);
  return first == second;
}

void Evaluator::addUpdate(Update update, const std::vector<const Expr *> &occurrences) {
  int id = static_cast<int>(Result.updates.size());
  // In a callee: of a reference parameter, which may stand for another variable in each call, or
  // of a member of the object that it is called for.
  if (!isInText()) {
    const auto *parameter = dyn_cast_or_null<ParmVarDecl>(update.variable);
    bool isReference = parameter && parameter->getType()->isReferenceType();
    bool isOwn = isa_and_nonnull<FieldDecl>(update.variable) &&
                 llvm::all_of(occurrences, [](const Expr *occurrence) {
                   const auto *member = dyn_cast<MemberExpr>(occurrence->IgnoreParenImpCasts());
                   return member && isa<CXXThisExpr>(member->getBase()->IgnoreParenImpCasts());
                 });
    if ((!isReference && !isOwn) || !update.skipped.empty())
      return;
    for (const Expr *occurrence : occurrences)
      CalleeUpdates[occurrence->IgnoreParenImpCasts()] = id;
    Result.updates.push_back(std::move(update));
    return;
  }
  for (const Expr *occurrence : occurrences)
    UpdateOccurrences[occurrence->IgnoreParenImpCasts()] = id;
  Result.updates.push_back(std::move(update));
}

/// Fills in why `op` on a variable of this type with operands computed in `computation` is no
/// reduction.
static void checkOperator(Update &update, QualType type, QualType computation,
                          bool strictFloatingPoint, bool operandIsTruthValue) {
  auto reject = [&](const char *reason, const char *text) {
    update.rejectionReason = reason;
    update.rejection = text;
  };
  bool arithmetic = update.op == "+" || update.op == "*";
  bool bitwise = update.op == "&" || update.op == "|" || update.op == "^";
  if (type->isBooleanType() && arithmetic)
    return reject("not-a-reduction", "each step converts the sum to bool");
  if (type->isBooleanType() && bitwise && !operandIsTruthValue)
    return reject("not-a-reduction", "each step converts the operand to bool");
  if (type->isIntegerType() && !computation->isIntegerType())
    return reject("not-a-reduction", "each step goes through floating point and is truncated");
  if (type->isFloatingType() && !computation->isFloatingType())
    return reject("not-a-reduction", "each step converts between types");
  if (type->isRealFloatingType() && arithmetic && strictFloatingPoint)
    return reject("strict-floating-point", "--fp=strict forbids to reassociate floating point");
}

static bool isTruthValue(const Expr *expression) {
  expression = expression->IgnoreParenImpCasts();
  if (expression->getType()->isBooleanType())
    return true;
  const auto *binary = dyn_cast<BinaryOperator>(expression);
  return binary && (binary->isComparisonOp() || binary->isLogicalOp());
}

/// Is every operand of the chain `a OP b OP c` a truth value?
static bool allTruthValues(const Expr *expression, BinaryOperatorKind op) {
  const auto *binary = dyn_cast<BinaryOperator>(expression->IgnoreParenImpCasts());
  if (binary && binary->getOpcode() == op)
    return allTruthValues(binary->getLHS(), op) && allTruthValues(binary->getRHS(), op);
  return isTruthValue(expression);
}

static const char *reductionOperator(BinaryOperatorKind op) {
  switch (op) {
  case BO_Add:
  case BO_Sub:
    return "+";
  case BO_Mul:
    return "*";
  case BO_And:
    return "&";
  case BO_Or:
    return "|";
  case BO_Xor:
    return "^";
  case BO_LAnd:
    return "&&";
  case BO_LOr:
    return "||";
  default:
    return nullptr;
  }
}

/// The places where the chain `a OP b OP c` mentions the variable as an operand of its own.
static void findInChain(const Expr *expression, BinaryOperatorKind op, bool negated,
                        const std::function<bool(const Expr *)> &isVariable,
                        std::vector<std::pair<const Expr *, bool>> &found) {
  expression = expression->IgnoreParenImpCasts();
  if (isVariable(expression)) {
    found.emplace_back(expression, negated);
    return;
  }
  const auto *binary = dyn_cast<BinaryOperator>(expression);
  if (!binary)
    return;
  bool sum = op == BO_Add;
  if (binary->getOpcode() != op && !(sum && binary->getOpcode() == BO_Sub))
    return;
  findInChain(binary->getLHS(), op, negated, isVariable, found);
  findInChain(binary->getRHS(), op, negated != (binary->getOpcode() == BO_Sub), isVariable, found);
}

/// The comparison in `a < b`, `!(a < b)`; `isNegated`: with `!`. Of floating-point numbers, neither
/// may hold.
static const BinaryOperator *comparisonIn(const Expr *condition, bool &isNegated) {
  condition = condition->IgnoreParenImpCasts();
  const auto *negation = dyn_cast<UnaryOperator>(condition);
  isNegated = negation && negation->getOpcode() == UO_LNot;
  if (isNegated)
    condition = negation->getSubExpr()->IgnoreParenImpCasts();
  const auto *comparison = dyn_cast<BinaryOperator>(condition);
  bool isTotal = comparison && comparison->getLHS()->getType()->isIntegerType() &&
                 comparison->getRHS()->getType()->isIntegerType();
  return comparison && comparison->isRelationalOp() && (!isNegated || isTotal) ? comparison
                                                                               : nullptr;
}

/// The operand of a comparison that is the variable.
static const Expr *comparedIn(const Expr *condition,
                              llvm::function_ref<bool(const Expr *)> isVariable) {
  bool isNegated = false;
  const BinaryOperator *comparison = comparisonIn(condition, isNegated);
  return isVariable(comparison->getLHS()) ? comparison->getLHS() : comparison->getRHS();
}

/// With `variable = assigned` executed when `condition` holds: min or max?
std::optional<std::string> Evaluator::extremum(const Expr *condition, const Expr *variable,
                                               const Expr *assigned) const {
  bool isNegated = false;
  const BinaryOperator *comparison = comparisonIn(condition, isNegated);
  if (!comparison || !isPure(assigned))
    return std::nullopt;
  bool less = (comparison->getOpcode() == BO_LT || comparison->getOpcode() == BO_LE) != isNegated;
  const Expr *left = comparison->getLHS(), *right = comparison->getRHS();
  auto isAssigned = [&](const Expr *operand) {
    return isSame(operand, assigned) ||
           (comparesExactly(Context, *comparison) &&
            isSame(withoutWidening(Context, operand), withoutWidening(Context, assigned)));
  };
  if (isAssigned(left) && isSame(right, variable))
    return less ? "min" : "max";
  if (isAssigned(right) && isSame(left, variable))
    return less ? "max" : "min";
  return std::nullopt;
}

bool keepsOrder(ASTContext &context, QualType from, QualType to) {
  if (context.hasSameUnqualifiedType(from, to))
    return true;
  if (from->isRealFloatingType() && to->isRealFloatingType())
    return llvm::APFloat::isRepresentableBy(context.getFloatTypeSemantics(from),
                                            context.getFloatTypeSemantics(to));
  if (!from->isIntegerType())
    return false;
  // All values of the one are values of the other, and are compared as such.
  unsigned bits = context.getIntWidth(from) - from->isSignedIntegerOrEnumerationType();
  if (to->isRealFloatingType())
    return llvm::APFloat::semanticsPrecision(context.getFloatTypeSemantics(to)) >= bits;
  return to->isIntegerType() && !to->isBooleanType() &&
         (to->isSignedIntegerOrEnumerationType() || !from->isSignedIntegerOrEnumerationType()) &&
         context.getIntWidth(to) - to->isSignedIntegerOrEnumerationType() >= bits;
}

/// Is what is assigned to a variable of this type the value that it was compared as? Of a constant
/// that is so if the type has it, and the comparison sees the variable as it is. To be rounded will
/// do, too: it keeps the order, and what the variable holds is what it is rounded to.
static bool keepsCompared(ASTContext &context, const Expr *assigned, QualType type,
                          const Expr *condition) {
  assigned = assigned->IgnoreParenImpCasts();
  if (keepsOrder(context, assigned->getType(), type))
    return true;
  bool isNegated = false;
  const BinaryOperator *comparison = comparisonIn(condition, isNegated);
  QualType compared = comparison ? comparison->getLHS()->getType() : type;
  if (comparison && type->isRealFloatingType() && compared->isRealFloatingType() &&
      keepsOrder(context, type, compared) && assigned->getType()->isRealFloatingType())
    return true;
  Expr::EvalResult result;
  if (!comparison || assigned->isValueDependent() ||
      !keepsOrder(context, type, comparison->getLHS()->getType()) ||
      !assigned->EvaluateAsRValue(result, context) || result.HasSideEffects)
    return false;
  bool isFloating = type->isRealFloatingType();
  if (result.Val.isInt() && !isFloating) {
    llvm::APSInt value = result.Val.getInt();
    llvm::APSInt kept = value.extOrTrunc(context.getIntWidth(type));
    kept.setIsSigned(type->isSignedIntegerOrEnumerationType());
    return type->isIntegerType() && !type->isBooleanType() &&
           llvm::APSInt::isSameValue(value, kept);
  }
  if (!isFloating || (!result.Val.isInt() && !result.Val.isFloat()))
    return false;
  const llvm::fltSemantics &semantics = context.getFloatTypeSemantics(type);
  if (result.Val.isInt()) {
    llvm::APFloat value(semantics);
    return value.convertFromAPInt(result.Val.getInt(), result.Val.getInt().isSigned(),
                                  llvm::APFloat::rmNearestTiesToEven) == llvm::APFloat::opOK;
  }
  bool losesInfo = false;
  llvm::APFloat rounded = result.Val.getFloat();
  rounded.convert(semantics, llvm::APFloat::rmNearestTiesToEven, &losesInfo);
  return rounded.isFinite() && !losesInfo;
}

std::vector<const Expr *> conjuncts(const Expr *condition) {
  const auto *both = dyn_cast<BinaryOperator>(condition->IgnoreParenImpCasts());
  if (!both || both->getOpcode() != BO_LAnd)
    return {condition};
  std::vector<const Expr *> operands = conjuncts(both->getLHS());
  for (const Expr *operand : conjuncts(both->getRHS()))
    operands.push_back(operand);
  return operands;
}

void Evaluator::matchConditionalUpdate(const IfStmt &statement) {
  if (statement.getElse() || statement.getConditionVariable() || statement.isConstexpr())
    return;
  const std::vector<Block> &blocks = Frames.back().blocks;
  ChosenStatements chosen =
      chosenBy(statement, blocks.empty() ? nullptr : blocks.back().statement,
               Targets.size() > Frames.back().targets ? Targets.back().statement : nullptr);
  if (chosen.statements.size() != 1)
    return;
  const auto *assignment = dyn_cast<BinaryOperator>(chosen.statements.front());
  if (!assignment || assignment->getOpcode() != BO_Assign)
    return;
  const ValueDecl *variable = updatableVariable(assignment->getLHS());
  if (!variable && (!isUpdatableElement(assignment->getLHS()) || !isPure(assignment->getLHS())))
    return;
  // Of `a && b && c` one operand compares; those behind it are skipped where it does not hold.
  std::optional<std::string> op;
  const Expr *comparison = nullptr;
  Update update{.variable = variable, .expression = assignment};
  for (const auto &[operand, isNegated] : chosen.operands) {
    if (op)
      update.skipped.push_back(operand);
    else if ((op = extremum(operand, assignment->getLHS(), assignment->getRHS()))) {
      comparison = operand;
      if (isNegated && !isTotal(*cast<BinaryOperator>(operand->IgnoreParenImpCasts())))
        return;
      update.op = (*op == "max") != isNegated ? "max" : "min";
    }
  }
  if (!op)
    return;
  QualType type = assignment->getLHS()->getType();
  if (!keepsCompared(Context, assignment->getRHS(), type, comparison)) {
    update.rejection = "the comparison and the assignment see different types";
    update.rejectionReason = "not-a-reduction";
  }
  const Expr *compared = comparedIn(
      comparison, [&](const Expr *operand) { return isSame(operand, assignment->getLHS()); });
  addUpdate(std::move(update), {compared, assignment->getLHS()});
}

/// `s = (short)(s + b[i])`: without the casts to the type that the operand has anyway, and those of
/// integers that keep all bits that a variable of type `type` has.
static const Expr *withoutEmptyCasts(const ASTContext &context, const Expr *expression,
                                     QualType type) {
  auto isTruncation = [&](QualType from, QualType to) {
    return type->isIntegerType() && from->isIntegerType() && to->isIntegerType() &&
           !from->isBooleanType() && !to->isBooleanType() && !to->isEnumeralType() &&
           context.getIntWidth(to) >= context.getIntWidth(type);
  };
  while (true) {
    expression = expression->IgnoreParenImpCasts();
    const auto *cast = dyn_cast<ExplicitCastExpr>(expression);
    if (!cast || !isa<CStyleCastExpr, CXXFunctionalCastExpr, CXXStaticCastExpr>(cast) ||
        !cast->getType()->isArithmeticType())
      return expression;
    QualType from = cast->getSubExprAsWritten()->getType().getCanonicalType().getUnqualifiedType();
    QualType to = cast->getType().getCanonicalType().getUnqualifiedType();
    if (from != to && !isTruncation(from, to))
      return expression;
    expression = cast->getSubExprAsWritten();
  }
}

/// `return p < q ? p : q;` of two parameters of the type that it returns: the minimum. Not of
/// references: the names of what they lead to would be other accesses.
static std::optional<CallEffect> extremumOf(const FunctionDecl &function) {
  const FunctionDecl *definition = nullptr;
  if (!function.hasBody(definition) || definition->isWeak() || definition->getNumParams() != 2 ||
      (isa<CXXMethodDecl>(definition) && !cast<CXXMethodDecl>(definition)->isStatic()))
    return std::nullopt;
  const ParmVarDecl *first = definition->getParamDecl(0), *second = definition->getParamDecl(1);
  auto plain = [](QualType type) { return type.getCanonicalType().getUnqualifiedType(); };
  QualType type = plain(definition->getReturnType());
  if (!type->isArithmeticType() || type->isAnyComplexType() || plain(first->getType()) != type ||
      plain(second->getType()) != type || first->getType().isVolatileQualified() ||
      second->getType().isVolatileQualified())
    return std::nullopt;
  const auto *body = dyn_cast_or_null<CompoundStmt>(definition->getBody());
  const auto *result =
      body && body->size() == 1 ? dyn_cast<ReturnStmt>(body->body_front()) : nullptr;
  const auto *chosen =
      result && result->getRetValue()
          ? dyn_cast<ConditionalOperator>(result->getRetValue()->IgnoreParenImpCasts())
          : nullptr;
  const auto *test =
      chosen ? dyn_cast<BinaryOperator>(chosen->getCond()->IgnoreParenImpCasts()) : nullptr;
  if (!test || !test->isRelationalOp())
    return std::nullopt;
  auto parameter = [](const Expr *expression) -> const ValueDecl * {
    const auto *reference = dyn_cast<DeclRefExpr>(expression->IgnoreParenImpCasts());
    return reference ? reference->getDecl() : nullptr;
  };
  const ValueDecl *left = parameter(test->getLHS()), *right = parameter(test->getRHS());
  const ValueDecl *yes = parameter(chosen->getTrueExpr()), *no = parameter(chosen->getFalseExpr());
  auto isBoth = [&](const ValueDecl *one, const ValueDecl *other) {
    return (one == first && other == second) || (one == second && other == first);
  };
  if (!isBoth(left, right) || !isBoth(yes, no))
    return std::nullopt;
  bool isLess = test->getOpcode() == BO_LT || test->getOpcode() == BO_LE;
  return isLess == (left == yes) ? CallEffect::Minimum : CallEffect::Maximum;
}

void Evaluator::matchAssignedUpdate(const BinaryOperator &assignment) {
  const ValueDecl *variable = updatableVariable(assignment.getLHS());
  QualType type = assignment.getLHS()->getType();
  if (!variable && !isPure(assignment.getLHS()))
    return;
  const Expr *right = withoutEmptyCasts(Context, assignment.getRHS(), type);
  auto isVariable = [&](const Expr *expression) {
    return variable ? updatableVariable(expression) == variable &&
                          (isa<VarDecl>(variable) || isSame(expression, assignment.getLHS()))
                    : isSame(expression, assignment.getLHS());
  };
  Update update{.variable = variable, .expression = &assignment};

  if (const auto *conditional = dyn_cast<ConditionalOperator>(right)) {
    const Expr *yes = conditional->getTrueExpr(), *no = conditional->getFalseExpr();
    bool keepsOnTrue = isVariable(yes->IgnoreParenImpCasts());
    const Expr *assigned = keepsOnTrue ? no : yes, *kept = keepsOnTrue ? yes : no;
    if (!isVariable(kept->IgnoreParenImpCasts()))
      return;
    auto op = extremum(conditional->getCond(), kept, assigned);
    if (!op)
      return;
    update.op = (*op == "max") != keepsOnTrue ? "max" : "min";
    if (!keepsCompared(Context, assigned, type, conditional->getCond())) {
      update.rejection = "the comparison and the assignment see different types";
      update.rejectionReason = "not-a-reduction";
    }
    const Expr *compared = comparedIn(conditional->getCond(),
                                      [&](const Expr *operand) { return isSame(operand, kept); });
    return addUpdate(std::move(update), {compared, kept, assignment.getLHS()});
  }

  if (const auto *call = dyn_cast<CallExpr>(right)) {
    const FunctionDecl *callee = call->getDirectCallee();
    const EffectRow *row = callee ? effectRow(Effects, *callee) : nullptr;
    std::optional<CallEffect> effect = row      ? std::optional(row->effect)
                                       : callee ? extremumOf(*callee)
                                                : std::nullopt;
    if (call->getNumArgs() != 2 || !effect ||
        (*effect != CallEffect::Minimum && *effect != CallEffect::Maximum))
      return;
    bool first = isVariable(call->getArg(0)->IgnoreParenImpCasts());
    bool second = isVariable(call->getArg(1)->IgnoreParenImpCasts());
    if (first == second)
      return;
    update.op = *effect == CallEffect::Minimum ? "min" : "max";
    QualType computed = callee->getReturnType().getNonReferenceType();
    QualType other = call->getArg(first ? 1 : 0)->IgnoreParenImpCasts()->getType();
    // What is assigned in each step must not lose bits; to round it keeps the order.
    bool isCut = type->isIntegerType() && !keepsOrder(Context, computed, type) &&
                 !keepsOrder(Context, other, type);
    if (isCut || !keepsOrder(Context, type, computed) ||
        (type->isIntegerType() != computed->isIntegerType())) {
      update.rejection = "each step converts between types";
      update.rejectionReason = "not-a-reduction";
    }
    return addUpdate(std::move(update), {call->getArg(first ? 0 : 1), assignment.getLHS()});
  }

  const auto *binary = dyn_cast<BinaryOperator>(right);
  const char *op = binary ? reductionOperator(binary->getOpcode()) : nullptr;
  // Of truth values, to differ is exclusive or: `odd = odd != (b[i] > 0)`.
  if (binary && binary->getOpcode() == BO_NE && type->isBooleanType() &&
      isTruthValue(binary->getLHS()) && isTruthValue(binary->getRHS()))
    op = "^";
  if (!op)
    return;
  update.op = op;
  if (binary->isLogicalOp()) {
    bool first = isVariable(binary->getLHS()->IgnoreParenImpCasts());
    bool second = isVariable(binary->getRHS()->IgnoreParenImpCasts());
    if (first == second || !type->isIntegerType())
      return;
    if (first)
      update.skipped = {binary->getRHS()};
    update.needsTruthValue = !type->isBooleanType();
    return addUpdate(std::move(update),
                     {first ? binary->getLHS() : binary->getRHS(), assignment.getLHS()});
  }
  BinaryOperatorKind kind = binary->getOpcode() == BO_Sub ? BO_Add : binary->getOpcode();
  std::vector<std::pair<const Expr *, bool>> found;
  findInChain(right, kind, false, isVariable, found);
  if (found.size() != 1 || found.front().second)
    return;
  checkOperator(update, type, binary->getType(), Options.strictFloatingPoint,
                allTruthValues(right, kind));
  addUpdate(std::move(update), {found.front().first, assignment.getLHS()});
}

/// `(c ? a : b) += e` updates one of two variables.
void Evaluator::matchChosenUpdate(const BinaryOperator &assignment, const Expr *place) {
  if (const auto *choice = dyn_cast<ConditionalOperator>(place->IgnoreParens())) {
    matchChosenUpdate(assignment, choice->getTrueExpr());
    return matchChosenUpdate(assignment, choice->getFalseExpr());
  }
  const auto *compound = dyn_cast<CompoundAssignOperator>(&assignment);
  const ValueDecl *variable = updatableVariable(place);
  const char *op =
      compound
          ? reductionOperator(BinaryOperator::getOpForCompoundAssignment(compound->getOpcode()))
          : nullptr;
  if (!variable || !op)
    return;
  Update update{.op = op, .variable = variable, .expression = &assignment};
  checkOperator(update, place->getType(), compound->getComputationResultType(),
                Options.strictFloatingPoint, isTruthValue(compound->getRHS()));
  addUpdate(std::move(update), {place});
}

void Evaluator::matchUpdate(const Expr *statement) {
  if (!Discarded.count(statement))
    return;
  if (const auto *unary = dyn_cast<UnaryOperator>(statement)) {
    const ValueDecl *variable = updatableVariable(unary->getSubExpr());
    if (!variable && !isUpdatableElement(unary->getSubExpr()))
      return;
    Update update{.op = "+", .variable = variable, .expression = statement};
    QualType type = unary->getSubExpr()->getType();
    checkOperator(update, type, type, Options.strictFloatingPoint, false);
    addUpdate(std::move(update), {unary->getSubExpr()});
    return;
  }
  const auto *assignment = cast<BinaryOperator>(statement);
  if (isa<ConditionalOperator>(assignment->getLHS()->IgnoreParens()))
    return matchChosenUpdate(*assignment, assignment->getLHS());
  const ValueDecl *variable = updatableVariable(assignment->getLHS());
  if ((!variable && !isUpdatableElement(assignment->getLHS())) ||
      (isInText() ? UpdateOccurrences : CalleeUpdates)
          .count(assignment->getLHS()->IgnoreParenImpCasts()))
    return;
  if (const auto *compound = dyn_cast<CompoundAssignOperator>(assignment)) {
    BinaryOperatorKind kind = BinaryOperator::getOpForCompoundAssignment(compound->getOpcode());
    const char *op = reductionOperator(kind);
    if (!op)
      return;
    Update update{.op = op, .variable = variable, .expression = statement};
    checkOperator(update, compound->getLHS()->getType(), compound->getComputationResultType(),
                  Options.strictFloatingPoint, isTruthValue(compound->getRHS()));
    addUpdate(std::move(update), {compound->getLHS()});
    return;
  }
  matchAssignedUpdate(*assignment);
}

} // namespace loomp
