//===- CounterRelations.cpp - what counters of one loop have in common ----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   while (i < mid && j < hi)                       each iteration advances k, and i or j:
//     to[k++] = from[j] < from[i] ? from[j++]       k - i - j stays what it was, so that k < hi
//                                 : from[i++];      wherever i < mid and j < hi
//
// Theorem: let x be the values of some counters and D the set of what each path through the body
// adds to them, one vector for each path. If c * d == 0 for all d in D, then c * x keeps its value
// from before the loop wherever an iteration begins, and behind the loop; if c * d <= 0 for all d,
// it never exceeds it. By induction over the iterations. (Affine relations among variables: M.
// Karr, Acta Informatica 6, 1976; here all coefficients are 1, -1 or 0, and found by trying them.)
//
// If the loop only goes on where x < b, for a b that it leaves alone, no path adds more than 1 to
// x, and x <= b in front of it, then x <= b behind it; and so for x > b and paths that take 1 away.
//
// A counter is a local variable of a signed type, not narrower than int, whose address nobody takes
// and that the body changes by constants only, outside of inner loops. Its sums are exact, as they
// would be undefined otherwise.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

#include <algorithm>

using namespace clang;

namespace loomp {

namespace {

using PathGains = std::map<const VarDecl *, Coefficient>;

/// What the paths through a piece of code add to the variables that it changes.
class PathCollector {
public:
  /// Paths to the end of an iteration, and to a `break`.
  std::vector<PathGains> ends, breaks;
  std::set<const VarDecl *> changed, unknown;
  bool isKnown = true;

  void collect(const Stmt *body, const Expr *increment) {
    std::vector<PathGains> open = {{}};
    walk(body, open);
    open.insert(open.end(), ends.begin(), ends.end());
    ends.clear();
    walk(increment, open);
    ends = std::move(open);
  }

private:
  static constexpr size_t Most = 16;

  void add(const VarDecl *variable, Coefficient amount, std::vector<PathGains> &open) {
    changed.insert(variable);
    for (PathGains &path : open)
      path[variable] += amount;
  }
  void merge(std::vector<PathGains> &open, const std::vector<PathGains> &others) {
    for (const PathGains &other : others)
      if (std::find(open.begin(), open.end(), other) == open.end())
        open.push_back(other);
    isKnown &= open.size() <= Most;
  }
  static const VarDecl *variableOf(const Expr *expression) {
    const auto *reference = dyn_cast<DeclRefExpr>(expression->IgnoreParens());
    return reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  }
  static std::optional<Coefficient> constantOf(const Expr *expression) {
    const auto *literal = dyn_cast<IntegerLiteral>(expression->IgnoreParenImpCasts());
    if (!literal || literal->getValue().getActiveBits() > 31)
      return std::nullopt;
    return static_cast<Coefficient>(literal->getValue().getZExtValue());
  }
  void loseAll(const Stmt *statement);
  void walk(const Stmt *statement, std::vector<PathGains> &open);
};

} // namespace

/// Whatever the statement names may be changed by it.
void PathCollector::loseAll(const Stmt *statement) {
  if (!statement)
    return;
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
    if (const auto *variable = dyn_cast<VarDecl>(reference->getDecl()))
      unknown.insert(variable);
  if (isa<LambdaExpr>(statement))
    isKnown = false;
  for (const Stmt *child : statement->children())
    loseAll(child);
}

void PathCollector::walk(const Stmt *statement, std::vector<PathGains> &open) {
  if (!statement || !isKnown)
    return;
  if (const auto *cast = dyn_cast<ImplicitCastExpr>(statement);
      cast && cast->getCastKind() == CK_LValueToRValue && variableOf(cast->getSubExpr()))
    return; // only reads it
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement)) {
    if (const auto *variable = dyn_cast<VarDecl>(reference->getDecl()))
      unknown.insert(variable); // bound to a reference, its address taken, ...
    return;
  }
  if (const auto *unary = dyn_cast<UnaryOperator>(statement);
      unary && unary->isIncrementDecrementOp() && variableOf(unary->getSubExpr()))
    return add(variableOf(unary->getSubExpr()), unary->isIncrementOp() ? 1 : -1, open);
  // `++ ++k`, `(k += 1) = x`: what is changed is the result of a change.
  const Expr *target = nullptr;
  if (const auto *unary = dyn_cast<UnaryOperator>(statement);
      unary && unary->isIncrementDecrementOp())
    target = unary->getSubExpr()->IgnoreParenImpCasts();
  else if (const auto *binary = dyn_cast<BinaryOperator>(statement);
           binary && binary->isAssignmentOp())
    target = binary->getLHS()->IgnoreParenImpCasts();
  // `v[k++] = x` writes an element, which is no counter: nobody takes the address of one.
  const auto *subscript = dyn_cast_or_null<CXXOperatorCallExpr>(target);
  bool isElement = subscript && subscript->getOperator() == OO_Subscript &&
                   subscript->getNumArgs() == 2 && subscript->getArg(1)->isPRValue();
  if (target && !isElement && !isa<DeclRefExpr, ArraySubscriptExpr, MemberExpr>(target)) {
    const auto *pointer = dyn_cast<UnaryOperator>(target);
    if (!pointer || pointer->getOpcode() != UO_Deref)
      return loseAll(statement);
  }
  if (const auto *binary = dyn_cast<BinaryOperator>(statement)) {
    const VarDecl *variable = binary->isAssignmentOp() ? variableOf(binary->getLHS()) : nullptr;
    if (variable) {
      walk(binary->getRHS(), open);
      auto amount = constantOf(binary->getRHS());
      bool isSum = binary->getOpcode() == BO_AddAssign || binary->getOpcode() == BO_SubAssign;
      if (amount && isSum)
        return add(variable, binary->getOpcode() == BO_AddAssign ? *amount : -*amount, open);
      unknown.insert(variable);
      return;
    }
    if (binary->isLogicalOp()) {
      walk(binary->getLHS(), open);
      std::vector<PathGains> evaluated = open;
      walk(binary->getRHS(), evaluated);
      return merge(open, evaluated);
    }
  }
  if (const auto *choice = dyn_cast<ConditionalOperator>(statement)) {
    walk(choice->getCond(), open);
    std::vector<PathGains> other = open;
    walk(choice->getTrueExpr(), open);
    walk(choice->getFalseExpr(), other);
    return merge(open, other);
  }
  if (const auto *condition = dyn_cast<IfStmt>(statement)) {
    walk(condition->getInit(), open);
    walk(condition->getConditionVariableDeclStmt(), open);
    walk(condition->getCond(), open);
    std::vector<PathGains> other = open;
    walk(condition->getThen(), open);
    walk(condition->getElse(), other);
    return merge(open, other);
  }
  if (isa<ContinueStmt>(statement)) {
    merge(ends, open);
    return open.clear();
  }
  if (isa<BreakStmt>(statement)) {
    merge(breaks, open);
    return open.clear();
  }
  if (isa<ReturnStmt, CXXThrowExpr>(statement)) {
    for (const Stmt *child : statement->children())
      walk(child, open);
    return open.clear();
  }
  if (isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr, CXXTypeidExpr>(statement))
    return; // not evaluated
  if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt, LambdaExpr>(statement))
    return loseAll(statement);
  // Whatever may jump, or choose in a way of its own, ends the search.
  if (isa<SwitchStmt, GotoStmt, IndirectGotoStmt, LabelStmt, CXXTryStmt, StmtExpr,
          BinaryConditionalOperator, GCCAsmStmt>(statement)) {
    isKnown = false;
    return;
  }
  if (const auto *declarations = dyn_cast<DeclStmt>(statement)) {
    for (const Decl *each : declarations->decls())
      if (const auto *variable = dyn_cast<VarDecl>(each)) {
        unknown.insert(variable);
        walk(variable->getInit(), open);
      }
    return;
  }
  for (const Stmt *child : statement->children())
    walk(child, open);
}

/// All vectors of the length with entries 1, 0 and -1, of which one to three are not 0.
static std::vector<std::vector<int>> smallVectors(size_t length) {
  std::vector<std::vector<int>> result, open = {{}};
  for (size_t i = 0; i < length; ++i) {
    std::vector<std::vector<int>> longer;
    for (const std::vector<int> &vector : open)
      for (int entry : {0, 1, -1}) {
        longer.push_back(vector);
        longer.back().push_back(entry);
      }
    open = std::move(longer);
  }
  for (std::vector<int> &vector : open) {
    auto zeros = static_cast<size_t>(std::count(vector.begin(), vector.end(), 0));
    if (zeros < length && length - zeros <= 3)
      result.push_back(std::move(vector));
  }
  return result;
}

/// The value of a counter at this point, as a symbol of its own if it has none yet.
Polynomial Evaluator::counterValue(const VarDecl &variable, LoopId loop) {
  Path path{objectOf(variable), {}, variable.getType()};
  Entry &entry = Now.memory[keyOf(path)];
  entry.path = path;
  if (entry.value.kind != Value::Kind::Integer || entry.value.modulus != 0)
    entry.value = fresh(variable.getType(), loop, variable.getNameAsString(), nullptr);
  return entry.value.number;
}

void Evaluator::addRelations(const std::vector<const VarDecl *> &counters,
                             const std::vector<std::map<const VarDecl *, Coefficient>> &paths,
                             const std::vector<Polynomial> &before, LoopId loop, SymbolId first) {
  std::vector<Polynomial> now;
  for (const VarDecl *counter : counters)
    now.push_back(counterValue(*counter, loop));
  for (const std::vector<int> &factors : smallVectors(counters.size())) {
    bool isEqual = true, isAtMost = true;
    for (const auto &path : paths) {
      Coefficient sum = 0;
      for (size_t i = 0; i < counters.size(); ++i)
        if (auto added = path.find(counters[i]); added != path.end())
          sum += factors[i] * added->second;
      isEqual &= sum == 0;
      isAtMost &= sum <= 0;
    }
    auto isNotZero = [](int factor) { return factor != 0; };
    bool isSmall = std::count_if(factors.begin(), factors.end(), isNotZero) <= 2;
    if (!isEqual && !(isAtMost && isSmall))
      continue;
    Polynomial gain;
    for (size_t i = 0; i < counters.size(); ++i)
      gain = gain + (now[i] - before[i]) * Polynomial(factors[i]);
    if (gain.isZero())
      continue;
    for (size_t i = 0; i < counters.size(); ++i)
      if (auto symbol = now[i].asSymbol(); factors[i] != 0 && symbol && *symbol >= first)
        Result.symbols[*symbol].facts.push_back({Polynomial() - gain, isEqual});
  }
}

/// Relates the counters of a loop where an iteration begins, and notes what holds behind it.
void Evaluator::relateCounters(LoopId loop, const Stmt *body, const Expr *increment) {
  Loop &entered = Result.loops[loop];
  PathCollector paths;
  paths.collect(body, increment);
  // What a condition changes changes between the iterations.
  LoopParts written = writtenPartsOf(*entered.statement);
  PathCollector test;
  test.collect(written.condition, nullptr);
  paths.isKnown &= test.isKnown;
  paths.unknown.insert(test.changed.begin(), test.changed.end());
  paths.unknown.insert(test.unknown.begin(), test.unknown.end());
  if (entered.updateSite == UpdateSite::Condition)
    return;
  std::vector<const VarDecl *> counters;
  std::vector<Polynomial> before;
  for (const VarDecl *variable : paths.changed) {
    auto type = integerType(variable->getType());
    auto start = entered.valuesAtEntry.find(variable);
    if (!paths.unknown.count(variable) && variable->hasLocalStorage() && type && type->isSigned &&
        type->width >= 32 && !variable->getType()->isReferenceType() &&
        !AddressTaken.count(variable) && start != entered.valuesAtEntry.end() &&
        start->second.isValid())
      counters.push_back(variable);
  }
  std::sort(counters.begin(), counters.end(),
            [](const VarDecl *a, const VarDecl *b) { return a->getLocation() < b->getLocation(); });
  constexpr size_t most = 6;
  if (!paths.isKnown || counters.empty() || counters.size() > most)
    return;
  for (const VarDecl *counter : counters)
    before.push_back(entered.valuesAtEntry.at(counter));
  auto first = static_cast<SymbolId>(entered.firstSymbol);
  addRelations(counters, paths.ends, before, loop, first);
  CounterPaths &noted = Counted[loop];
  noted = {counters, before, paths.ends, {}};
  noted.paths.insert(noted.paths.end(), paths.breaks.begin(), paths.breaks.end());
  // What the condition bounds: it was true of the value from which the last iteration began.
  LoopParts parts = partsOf(*entered.statement);
  if (!parts.condition || parts.testsLast || parts.isNegated)
    return;
  for (const LoopTest &test : splitTests(parts.condition, false)) {
    const auto *comparison = dyn_cast<BinaryOperator>(test.expression->IgnoreParenImpCasts());
    if (test.isNegated || !comparison || !comparison->isRelationalOp())
      continue;
    bool isUpper = comparison->getOpcode() == BO_LT || comparison->getOpcode() == BO_LE;
    bool isStrict = comparison->getOpcode() == BO_LT || comparison->getOpcode() == BO_GT;
    const VarDecl *counter = namedVariable(comparison->getLHS());
    size_t number = static_cast<size_t>(std::find(counters.begin(), counters.end(), counter) -
                                        counters.begin());
    if (number == counters.size() || !isInvariant(comparison->getRHS(), *LoopModified.back()))
      continue;
    bool isSlow = std::all_of(noted.paths.begin(), noted.paths.end(), [&](const auto &path) {
      auto added = path.find(counter);
      return added == path.end() || (isUpper ? added->second <= 1 : added->second >= -1);
    });
    Value bound = evaluateQuietly(comparison->getRHS());
    if (!isSlow || bound.kind != Value::Kind::Integer || bound.modulus != 0)
      continue;
    Polynomial limit = bound.number + Polynomial(isStrict ? 0 : isUpper ? 1 : -1);
    int guard = std::exchange(Now.guard, entered.guardBefore);
    if (provenNonNegative(isUpper ? limit - before[number] : before[number] - limit))
      noted.bounds.push_back({counter, limit, isUpper});
    Now.guard = guard;
  }
}

/// The same behind the loop.
void Evaluator::relateAfter(LoopId loop) {
  auto found = Counted.find(loop);
  if (found == Counted.end() || Now.dead)
    return;
  const CounterPaths &noted = found->second;
  auto first = static_cast<SymbolId>(Result.loops[loop].firstSymbol);
  addRelations(noted.counters, noted.paths, noted.before, currentLoop(), first);
  for (const auto &[counter, limit, isUpper] : noted.bounds) {
    // Either the counter has a symbol of its own, or it follows from the number of iterations.
    Polynomial value = counterValue(*counter, currentLoop());
    Polynomial distance = isUpper ? limit - value : value - limit;
    for (const auto &[monomial, coefficient] : value.terms())
      for (SymbolId symbol : monomial)
        if (symbol >= first)
          Result.symbols[symbol].facts.push_back({distance, false});
  }
  // Where the number of iterations is known, so are bounds of what they add.
  const Loop &left = Result.loops[loop];
  if (!left.isCanonical || !left.trip || !provenNonNegative(*left.trip))
    return;
  for (size_t i = 0; i < noted.counters.size(); ++i) {
    Coefficient least = 0, greatest = 0;
    bool isFirst = true;
    for (const auto &path : noted.paths) {
      auto added = path.find(noted.counters[i]);
      Coefficient amount = added == path.end() ? 0 : added->second;
      least = isFirst ? amount : std::min(least, amount);
      greatest = isFirst ? amount : std::max(greatest, amount);
      isFirst = false;
    }
    auto symbol = counterValue(*noted.counters[i], currentLoop()).asSymbol();
    if (!symbol || *symbol < first || isFirst)
      continue;
    Polynomial gain = Polynomial::symbol(*symbol) - noted.before[i];
    least = std::min<Coefficient>(least, 0);
    greatest = std::max<Coefficient>(greatest, 0);
    auto &facts = Result.symbols[*symbol].facts;
    facts.push_back({gain - *left.trip * Polynomial(least), false});
    facts.push_back({*left.trip * Polynomial(greatest) - gain, false});
  }
}

} // namespace loomp
