//===- LoopHeader.cpp - canonical loops and their induction variables -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: `for (i = lb; i < b; i += s)` visits lb, lb + s, ... and nothing else if i is a plain
// local integer that only the increment writes, b and s do not change in the loop, s is not zero
// and points towards b, and no value of i before the last leaves its type. Then iteration number
// and index determine each other, which is what OpenMP's canonical form requires.
//
// A variable x with one unconditional update `x += c`, c invariant, has the value
// x0 + c * (iteration number) before the update: an induction variable.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

using namespace clang;

namespace loomp {

void Evaluator::setProblem(LoopId loop, const std::string &problem, const Stmt *site,
                           const std::string &reason) {
  Loop &target = Result.loops[loop];
  if (!target.problem.empty())
    return;
  target.problem = problem;
  target.problemReason = reason;
  target.problemLocation = site->getBeginLoc();
}

static const VarDecl *namedVariable(const Expr *expression) {
  const auto *reference = dyn_cast<DeclRefExpr>(expression->IgnoreParenImpCasts());
  return reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
}

/// `i = e`, or `T i = e`, alone.
static bool splitInit(const Stmt *init, const VarDecl *&index, const Expr *&lower) {
  if (const auto *declaration = dyn_cast_or_null<DeclStmt>(init)) {
    if (!declaration->isSingleDecl())
      return false;
    index = dyn_cast<VarDecl>(declaration->getSingleDecl());
    lower = index ? index->getInit() : nullptr;
    return index && lower;
  }
  const auto *assignment = dyn_cast_or_null<BinaryOperator>(init);
  if (!assignment || assignment->getOpcode() != BO_Assign)
    return false;
  index = namedVariable(assignment->getLHS());
  lower = assignment->getRHS();
  return index;
}

/// Splits `i += s`, `i = i + s`, `i++`, ... into the step expression (null: 1) and its sign.
static bool splitUpdate(const Expr *update, const VarDecl *variable, const Expr *&step,
                        bool &negative) {
  update = update->IgnoreParenImpCasts();
  if (const auto *unary = dyn_cast<UnaryOperator>(update)) {
    step = nullptr;
    negative = unary->isDecrementOp();
    return unary->isIncrementDecrementOp() && namedVariable(unary->getSubExpr()) == variable;
  }
  const auto *binary = dyn_cast<BinaryOperator>(update);
  if (!binary || namedVariable(binary->getLHS()) != variable)
    return false;
  if (binary->getOpcode() == BO_AddAssign || binary->getOpcode() == BO_SubAssign) {
    step = binary->getRHS();
    negative = binary->getOpcode() == BO_SubAssign;
    return true;
  }
  const auto *sum = binary->getOpcode() == BO_Assign
                        ? dyn_cast<BinaryOperator>(binary->getRHS()->IgnoreParenImpCasts())
                        : nullptr;
  if (!sum || (sum->getOpcode() != BO_Add && sum->getOpcode() != BO_Sub))
    return false;
  negative = sum->getOpcode() == BO_Sub;
  if (namedVariable(sum->getLHS()) == variable) {
    step = sum->getRHS();
    return true;
  }
  step = sum->getLHS();
  return !negative && namedVariable(sum->getRHS()) == variable;
}

bool Evaluator::isInvariant(const Expr *expression, const ModifiedSet &modified) const {
  const Stmt *loop = Result.loops[currentLoop()].statement;
  if (!isPure(expression))
    return false;
  std::vector<const Stmt *> pending = {expression};
  while (!pending.empty()) {
    const Stmt *statement = pending.back();
    pending.pop_back();
    if (!statement)
      continue;
    if (const auto *reference = dyn_cast<DeclRefExpr>(statement)) {
      const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
      if (!variable && !isa<EnumConstantDecl, FunctionDecl>(reference->getDecl()))
        return false;
      if (variable) {
        // What the loop declares is another variable in each iteration.
        if (sources().isPointWithin(variable->getLocation(), loop->getBeginLoc(),
                                    loop->getEndLoc()))
          return false;
        if (modified.variables.count(variable->getCanonicalDecl()) ||
            variable->getType().isVolatileQualified())
          return false;
        bool shared = !variable->hasLocalStorage() ||
                      AddressTaken.count(variable->getCanonicalDecl()) ||
                      variable->getType()->isReferenceType();
        if (shared &&
            modified.mayWriteIndirectly(Result, variable->getType().getNonReferenceType(), nullptr))
          return false;
      }
    } else if (isa<MemberExpr, ArraySubscriptExpr, CXXMemberCallExpr, CXXOperatorCallExpr>(
                   statement) ||
               (isa<UnaryOperator>(statement) &&
                cast<UnaryOperator>(statement)->getOpcode() == UO_Deref)) {
      if (modified.mayWriteIndirectly(Result, cast<Expr>(statement)->getType(), nullptr))
        return false;
    }
    for (const Stmt *child : statement->children())
      pending.push_back(child);
  }
  return true;
}

/// The operands of a chain of commas.
static void splitCommas(const Expr *expression, std::vector<const Expr *> &operands) {
  expression = expression->IgnoreParens();
  const auto *comma = dyn_cast<BinaryOperator>(expression);
  if (!comma || comma->getOpcode() != BO_Comma) {
    operands.push_back(expression);
    return;
  }
  splitCommas(comma->getLHS(), operands);
  splitCommas(comma->getRHS(), operands);
}

bool Evaluator::analyzeStep(Loop &loop, const Expr *increment) {
  const Expr *step = nullptr;
  bool negative = false, found = false;
  std::vector<const Expr *> operands;
  if (increment)
    splitCommas(increment, operands);
  for (const Expr *operand : operands) {
    if (!found && splitUpdate(operand, loop.index, step, negative))
      found = true;
    else
      loop.extraIncrements.push_back(operand);
  }
  if (!found)
    return false;
  Polynomial value(1);
  if (step) {
    if (!isInvariant(step, *LoopModified.back()))
      return false;
    bool quiet = std::exchange(Quiet, true);
    Value evaluated = evaluateValue(step);
    Quiet = quiet;
    if (evaluated.kind != Value::Kind::Integer || evaluated.modulus != 0 ||
        !evaluated.number.isValid())
      return false;
    value = evaluated.number;
  }
  if (value.isZero())
    return false;
  loop.step = negative ? Polynomial() - value : value;
  return true;
}

bool Evaluator::analyzeHeader(LoopId id, const ForStmt &statement) {
  const VarDecl *index = nullptr;
  const Expr *lower = nullptr;
  if (!splitInit(statement.getInit(), index, lower)) {
    setProblem(id, "the loop does not start by setting one index variable",
               statement.getInit() ? statement.getInit() : &statement);
    return false;
  }
  // `for (i = j = 0; ...)`: a directive may evaluate the start when and as often as it likes.
  const ModifiedSet &written = Modified.of(*lower);
  if (!written.variables.empty() || !written.indirect.empty() || written.anything) {
    setProblem(id, "the start of the loop writes memory", lower);
    return false;
  }
  auto type = integerType(index->getType());
  if (!type || type->isBool || index->getType()->isEnumeralType() ||
      index->getType().isVolatileQualified()) {
    setProblem(id, "the loop index '" + index->getNameAsString() + "' is not an integer",
               statement.getInit());
    return false;
  }
  if (!index->hasLocalStorage() || AddressTaken.count(index) ||
      index->getType()->isReferenceType()) {
    setProblem(id, "the loop index '" + index->getNameAsString() + "' may be reached another way",
               statement.getInit(), "index-modified");
    return false;
  }
  auto assignments = LoopModified.back()->assignments.find(index);
  unsigned expected = isa<DeclStmt>(statement.getInit()) ? 1 : 2;
  if (assignments == LoopModified.back()->assignments.end() || assignments->second != expected) {
    setProblem(id, "the body changes the loop index '" + index->getNameAsString() + "'", &statement,
               "index-modified");
    return false;
  }
  Loop &loop = Result.loops[id];
  loop.index = index;
  loop.lowerExpression = lower;
  if (!analyzeStep(loop, statement.getInc())) {
    setProblem(id, "the loop does not advance its index by a fixed step",
               statement.getInc() ? static_cast<const Stmt *>(statement.getInc()) : &statement);
    return false;
  }
  // The index was assigned just before the loop, so its value there is the lower bound.
  auto before = loop.valuesAtEntry.find(index);
  if (before != loop.valuesAtEntry.end()) {
    loop.lower = before->second;
  } else {
    Path path{objectOf(*index), {}, index->getType()};
    Value start = fresh(index->getType(), loop.parent, index->getNameAsString(), nullptr);
    loop.lower = start.number;
  }
  // A start value known only modulo 2^w is made exact in front of the loop.
  Symbol symbol{.name = index->getNameAsString(), .kind = SymbolKind::Index, .loop = id};
  auto constantStep = loop.step->asConstant();
  bool unit = constantStep && (*constantStep == 1 || *constantStep == -1);
  if (unit) {
    Coefficient span = Coefficient(1) << type->width;
    symbol.low = type->isSigned ? -span / 2 : 0;
    symbol.high = type->isSigned ? span / 2 - 1 : span - 1;
  } else {
    symbol.name = "iteration of " + symbol.name;
    symbol.low = 0;
  }
  SymbolId indexSymbol = addSymbol(std::move(symbol));
  Loop &current = Result.loops[id];
  current.indexSymbol = indexSymbol;
  Polynomial unknown = Polynomial::symbol(indexSymbol);
  if (unit) {
    current.direction = *constantStep > 0 ? 1 : -1;
    current.indexValue = unknown;
    current.iteration = (unknown - current.lower) * Polynomial(current.direction);
    Symbol &bounded = Result.symbols[indexSymbol];
    if (current.direction > 0)
      bounded.low =
          std::max<Coefficient>(*bounded.low, lowerBound(current.lower).value_or(*bounded.low));
    else
      bounded.high =
          std::min<Coefficient>(*bounded.high, upperBound(current.lower).value_or(*bounded.high));
  } else {
    current.indexValue = current.lower + *current.step * unknown;
    current.iteration = unknown;
  }
  pushGuard(Constraint{current.iteration, false});
  Path path{objectOf(*index), {}, index->getType()};
  Entry &entry = Now.memory[keyOf(path)];
  entry.path = path;
  entry.value = Value::integer(current.indexValue);
  return true;
}

bool Evaluator::analyzeCondition(LoopId id, const ForStmt &statement) {
  const auto *condition = statement.getCond()
                              ? dyn_cast<BinaryOperator>(statement.getCond()->IgnoreParenImpCasts())
                              : nullptr;
  auto fail = [&](const std::string &problem, const std::string &reason = "non-canonical-loop") {
    setProblem(id, problem,
               statement.getCond() ? static_cast<const Stmt *>(statement.getCond()) : &statement,
               reason);
    return false;
  };
  BinaryOperatorKind op = condition ? condition->getOpcode() : BO_Comma;
  bool indexLeft = condition && namedVariable(condition->getLHS()) == Result.loops[id].index;
  bool indexRight = condition && namedVariable(condition->getRHS()) == Result.loops[id].index;
  if (!condition || (!condition->isRelationalOp() && op != BO_NE) || indexLeft == indexRight) {
    if (statement.getCond()) {
      Condition general = evaluateCondition(statement.getCond());
      pushCondition(general, true);
    }
    pushGuard(std::nullopt);
    return fail("the loop does not compare its index with a bound");
  }
  // Before the condition holds the index may be one step past the bound, so its own value decides.
  size_t accesses = Result.accesses.size(), effects = Result.effects.size();
  Value left = evaluateValue(condition->getLHS());
  Value right = evaluateValue(condition->getRHS());
  QualType type = condition->getLHS()->getType();
  const Expr *boundExpression = indexLeft ? condition->getRHS() : condition->getLHS();
  if (indexRight)
    op = BinaryOperator::reverseComparisonOp(op);
  Polynomial index = exact(indexLeft ? left : right, type);
  Value boundValue = indexLeft ? right : left;
  addDecision(boundValue.taint);
  if (boundValue.kind != Value::Kind::Integer || !integerType(type)) {
    pushGuard(std::nullopt);
    return fail("the bound of the loop is not an integer");
  }
  Polynomial bound = exact(boundValue, type);
  Loop &loop = Result.loops[id];
  loop.comparison = op;
  loop.boundExpression = boundExpression;
  // Of several names for one value, the loop's own header has the best.
  if (auto symbol = bound.asSymbol(); symbol && loop.isLexical && namedVariable(boundExpression))
    loop.namesAtEntry[*symbol] = namedVariable(boundExpression)->getNameAsString();
  auto refuse = [&](const std::string &problem, const std::string &reason = "non-canonical-loop") {
    pushGuard(std::nullopt);
    return fail(problem, reason);
  };
  if (!(index == loop.indexValue))
    return refuse("the index is compared in a type that may not hold it");
  if (!bound.isValid() || Result.varies(bound, id))
    return refuse("the loop may change its own bound '" + sourceText(boundExpression) + "'",
                  "bound-not-invariant");
  for (size_t i = accesses; i < Result.accesses.size(); ++i)
    if (Result.accesses[i].isWrite)
      return refuse("the condition of the loop writes memory");
  for (size_t i = effects; i < Result.effects.size(); ++i)
    return refuse("the condition of the loop is not a plain comparison");

  bool up = op == BO_LT || op == BO_LE, down = op == BO_GT || op == BO_GE;
  auto constantStep = loop.step->asConstant();
  bool unit = constantStep && (*constantStep == 1 || *constantStep == -1);
  if (op == BO_NE) {
    if (!unit)
      return refuse("'!=' needs a step of one");
    up = *constantStep > 0;
    down = !up;
    auto indexType = integerType(loop.index->getType());
    Polynomial distance = up ? bound - loop.lower : loop.lower - bound;
    int guard = std::exchange(Now.guard, loop.guardBefore);
    bool ordered = provenNonNegative(distance);
    Now.guard = guard;
    // Overflow of the index is undefined, or takes longer than any program runs.
    bool cannotWrap =
        indexType->width == 64 || (indexType->isSigned && !Options.wrappingIntegers &&
                                   indexType->width >= Context.getIntWidth(Context.IntTy));
    if (!ordered && !cannotWrap)
      return refuse("the index may have to wrap around to reach its bound");
  }
  if (constantStep && ((*constantStep > 0) != up || (*constantStep < 0) != down))
    return refuse("the step leads away from the bound");
  if (!constantStep) {
    Polynomial advance = (up ? *loop.step : Polynomial() - *loop.step) - Polynomial(1);
    if (provenNonNegative(Polynomial(-1) - advance))
      return refuse("the step leads away from the bound");
    pushGuard(Constraint{advance, false});
  }

  // A narrow index promoted for the comparison must be able to pass every value up to the bound.
  auto indexType = integerType(loop.index->getType());
  bool strict = op == BO_LT || op == BO_GT || op == BO_NE;
  if (indexType->width < Context.getIntWidth(Context.IntTy)) {
    Coefficient span = Coefficient(1) << indexType->width;
    Coefficient low = indexType->isSigned ? -span / 2 : 0, high = low + span - 1;
    Coefficient margin = strict ? 0 : 1;
    int guard = std::exchange(Now.guard, loop.guardBefore);
    bool fits = unit && (up ? provenNonNegative(Polynomial(high - margin) - bound)
                            : provenNonNegative(bound - Polynomial(low + margin)));
    Now.guard = guard;
    if (!fits)
      return refuse("the type of the index may be too narrow for the bound");
  }
  if (down && !indexType->isSigned) {
    // Counting down an unsigned index ends only if it stays above zero.
    int guard = std::exchange(Now.guard, loop.guardBefore);
    bool fits = unit && provenNonNegative(bound - Polynomial(strict ? 0 : 1));
    Now.guard = guard;
    if (!fits)
      return refuse("an unsigned index that counts down may wrap around");
  }
  Polynomial distance =
      (up ? bound - loop.indexValue : loop.indexValue - bound) - Polynomial(strict ? 1 : 0);
  pushGuard(Constraint{distance, false});
  // A truncating quotient in the bound is a floor wherever it is positive, as it is inside.
  for (const auto &[monomial, coefficient] : bound.terms())
    for (SymbolId symbol : monomial)
      if (Result.symbols[symbol].dividend &&
          provenNonNegative(Polynomial::symbol(symbol) - Polynomial(1)))
        pushGuard(
            Constraint{*Result.symbols[symbol].dividend -
                           Polynomial::symbol(symbol) * Polynomial(Result.symbols[symbol].divisor),
                       false});
  Coefficient inset = strict ? 1 : 0;
  loop.last = bound + Polynomial(up ? -inset : inset);
  Symbol &symbol = Result.symbols[loop.indexSymbol];
  if (unit) {
    if (up)
      symbol.high =
          std::min<Coefficient>(*symbol.high, upperBound(*loop.last).value_or(*symbol.high));
    else
      symbol.low = std::max<Coefficient>(*symbol.low, lowerBound(*loop.last).value_or(*symbol.low));
    // No loop makes 2^62 trips; without this an unsigned 64-bit index could not be added to.
    Coefficient limit = Coefficient(1) << 62;
    if (up && lowerBound(loop.lower).value_or(-1) >= 0 && upperBound(loop.lower) &&
        *upperBound(loop.lower) < limit)
      symbol.high = std::min(*symbol.high, *upperBound(loop.lower) + limit);
    loop.trip = (up ? bound - loop.lower : loop.lower - bound) + Polynomial(strict ? 0 : 1);
  } else if (auto range = (bound - loop.lower).asConstant(); range && constantStep) {
    Coefficient size = *constantStep > 0 ? *constantStep : -*constantStep;
    Coefficient span = (up ? *range : -*range) + (strict ? 0 : 1);
    loop.trip = Polynomial(span <= 0 ? 0 : (span + size - 1) / size);
  }
  int guard = std::exchange(Now.guard, loop.guardBefore);
  Polynomial first = (up ? bound - loop.lower : loop.lower - bound) - Polynomial(strict ? 1 : 0);
  bool nonEmpty = provenNonNegative(first);
  Now.guard = guard;
  Result.loops[id].provenNonEmpty = nonEmpty;
  return true;
}

/// Updates that every execution of the expression performs.
static void findUpdates(const Expr *expression, bool valueUsed,
                        std::vector<std::pair<const Expr *, bool>> &found) {
  expression = expression->IgnoreParens();
  if (isa<AbstractConditionalOperator, LambdaExpr, StmtExpr, UnaryExprOrTypeTraitExpr,
          CXXNoexceptExpr, CXXTypeidExpr, GenericSelectionExpr, ChooseExpr, RequiresExpr>(
          expression))
    return;
  if (const auto *cleanups = dyn_cast<ExprWithCleanups>(expression))
    return findUpdates(cleanups->getSubExpr(), valueUsed, found);
  if (const auto *binary = dyn_cast<BinaryOperator>(expression)) {
    if (binary->getOpcode() == BO_Comma) {
      findUpdates(binary->getLHS(), false, found);
      return findUpdates(binary->getRHS(), valueUsed, found);
    }
    if (binary->isLogicalOp())
      return findUpdates(binary->getLHS(), true, found);
    if (binary->isAssignmentOp())
      found.emplace_back(binary, valueUsed);
  }
  if (const auto *unary = dyn_cast<UnaryOperator>(expression))
    if (unary->isIncrementDecrementOp())
      found.emplace_back(unary, valueUsed);
  for (const Stmt *child : expression->children())
    if (const auto *operand = dyn_cast_or_null<Expr>(child))
      findUpdates(operand, true, found);
}

static bool hasContinue(const Stmt *statement) {
  if (!statement || isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt, LambdaExpr>(statement))
    return false;
  if (isa<ContinueStmt, GotoStmt>(statement))
    return true;
  for (const Stmt *child : statement->children())
    if (hasContinue(child))
      return true;
  return false;
}

void Evaluator::addInduction(LoopId loop, const Expr *update, bool valueUsed) {
  const Expr *target = isa<UnaryOperator>(update) ? cast<UnaryOperator>(update)->getSubExpr()
                                                  : cast<BinaryOperator>(update)->getLHS();
  const VarDecl *variable = namedVariable(target);
  InductionCandidate candidate{.variable = variable, .update = update, .valueUsed = valueUsed};
  if (!variable || variable == Result.loops[loop].index || !variable->hasLocalStorage() ||
      AddressTaken.count(variable) || variable->getType()->isReferenceType() ||
      variable->getType().isVolatileQualified())
    return;
  QualType type = variable->getType();
  bool isInteger =
      integerType(type).has_value() && !type->isBooleanType() && !type->isEnumeralType();
  if ((!isInteger && !type->isRealFloatingType()) ||
      !splitUpdate(update, variable, candidate.step, candidate.negative))
    return;
  const ModifiedSet &modified = *LoopModified.back();
  auto assignments = modified.assignments.find(variable);
  if (assignments == modified.assignments.end() || assignments->second != 1 ||
      (candidate.step && !isInvariant(candidate.step, modified)))
    return;
  // A variable declared in the body starts anew in every iteration.
  Path path;
  for (const auto &[key, entry] : Now.memory)
    if (Result.objects[entry.path.object].declaration == variable && isWholeVariable(entry.path))
      path = entry.path;
  if (path.type.isNull())
    return;
  if (isInteger) {
    Value step = Value::integer(Polynomial(1));
    if (candidate.step) {
      bool quiet = std::exchange(Quiet, true);
      step = evaluateValue(candidate.step);
      Quiet = quiet;
      if (step.kind != Value::Kind::Integer || step.modulus != 0 || !step.number.isValid())
        return;
    }
    candidate.stepValue = candidate.negative ? Polynomial() - step.number : step.number;
    auto known = Result.loops[loop].valuesAtEntry.find(variable);
    Polynomial start;
    if (known != Result.loops[loop].valuesAtEntry.end())
      start = known->second;
    else
      start = fresh(type, Result.loops[loop].parent, variable->getNameAsString(), nullptr).number;
    auto width = integerType(type);
    // `k += u` with an unsigned u is computed modulo 2^w, whatever the type of k.
    QualType computed = type;
    if (const auto *compound = dyn_cast<CompoundAssignOperator>(update))
      computed = compound->getComputationResultType();
    else if (const auto *assignment = dyn_cast<BinaryOperator>(update))
      computed = assignment->getRHS()->IgnoreParenImpCasts()->getType();
    unsigned modulus = width->isSigned && !computed->isUnsignedIntegerType() &&
                               width->width >= Context.getIntWidth(Context.IntTy) &&
                               !Options.wrappingIntegers
                           ? 0
                           : width->width;
    Entry &entry = Now.memory[keyOf(path)];
    entry.value =
        Value::integer(start + *candidate.stepValue * Result.loops[loop].iteration, modulus);
  }
  Result.loops[loop].inductions.push_back(candidate);
}

void Evaluator::findInductions(LoopId loop, const ForStmt &statement) {
  std::vector<std::pair<const Expr *, bool>> updates;
  if (!hasContinue(statement.getBody())) {
    auto inStatement = [&](const Stmt *child) {
      if (const auto *expression = dyn_cast_or_null<Expr>(child))
        findUpdates(expression, false, updates);
      else if (const auto *declarations = dyn_cast_or_null<DeclStmt>(child))
        for (const Decl *declaration : declarations->decls())
          if (const auto *variable = dyn_cast<VarDecl>(declaration);
              variable && variable->hasInit())
            findUpdates(variable->getInit(), true, updates);
    };
    if (const auto *block = dyn_cast<CompoundStmt>(statement.getBody()))
      for (const Stmt *child : block->body())
        inStatement(child);
    else
      inStatement(statement.getBody());
  }
  if (statement.getInc())
    findUpdates(statement.getInc(), false, updates);
  for (const auto &[update, valueUsed] : updates)
    addInduction(loop, update, valueUsed);
}

} // namespace loomp
