//===- Recurrence.cpp - variables that each iteration moves alike ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (i = 0; i < n; i++)
//     for (j = 0; j < m; j++)      k = k0 + i * m at the start of iteration i, whatever
//       a[k++] = b[j][i];          the body does with it in between
//
// Theorem: let X be the value of x at the start of an iteration, an arbitrary one. If walking the
// body once leaves X + d in x on every way through it, where d does not depend on X nor on
// anything else that varies in the loop but the number t of the iteration, then iteration t starts
// with x0 + sum of d(s) for s < t. With d = a + b * t that is x0 + a * t + b * t * (t - 1) / 2.
//
// So the body is walked twice: first by a copy of the evaluator, in which the candidates start with
// symbols of their own (the trial), then with the closed forms. The trial leaves nothing behind but
// the changes d. For pointers d counts elements.
//
// Theorem (growth): if d(t) >= 0 for every t, then x in any later iteration is at least d(t) more
// than in iteration t. With that the dependence test tells rows of a packed triangle apart.
//
// Not handled here: a variable with one update by a fixed step (Induction.cpp), which is recast
// without a copy, and changes that depend on the value or on data.
//
//===----------------------------------------------------------------------===//

#include "analyses/ChosenStatements.h"
#include "analyses/Evaluator.h"
#include "analyses/PeriodicCondition.h"

#include "clang/Basic/SourceManager.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// Statements that all trials of a function may walk together.
static constexpr unsigned TrialBudget = 40000;

struct Evaluator::Candidate {
  Path path;
  const VarDecl *variable = nullptr; ///< null: a place, see MovedPlaces.cpp
  QualType type;
  std::string name;
  SymbolId symbol = 0; ///< the value at the start of the iteration, in the trial
  std::optional<IntegerType> integer;
  Value start;                      ///< before the loop
  unsigned modulus = 0;             ///< the change is known modulo 2^modulus; 0: exactly
  std::optional<Polynomial> change; ///< per iteration
  std::optional<Recurrence> solved;
};

namespace {
enum class FirstUse { None, Write, Read };
} // namespace

static const VarDecl *assignedVariable(const BinaryOperator *assignment) {
  const auto *target = dyn_cast<DeclRefExpr>(assignment->getLHS()->IgnoreParenImpCasts());
  return target ? dyn_cast<VarDecl>(target->getDecl()) : nullptr;
}

/// Does the text use the variable first by assigning it? A guess that saves trials: what it calls a
/// write may be conditional, and then no closed form exists either.
static FirstUse firstUse(const Stmt *statement, const VarDecl *variable) {
  if (!statement)
    return FirstUse::None;
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
    return reference->getDecl() == variable ? FirstUse::Read : FirstUse::None;
  const auto *assignment = dyn_cast<BinaryOperator>(statement);
  if (assignment && assignment->getOpcode() == BO_Assign &&
      assignedVariable(assignment) == variable)
    return firstUse(assignment->getRHS(), variable) == FirstUse::Read ? FirstUse::Read
                                                                      : FirstUse::Write;
  for (const Stmt *child : statement->children())
    if (FirstUse use = firstUse(child, variable); use != FirstUse::None)
      return use;
  return FirstUse::None;
}

std::vector<Evaluator::Candidate> Evaluator::recurrenceCandidates(LoopId loop, const Stmt *body,
                                                                  const Expr *increment) {
  std::vector<Candidate> candidates;
  const Loop &entered = Result.loops[loop];
  // What the condition changes, it changes between two bodies.
  const Stmt *condition = nullptr;
  if (isa<ForStmt, WhileStmt, DoStmt>(entered.statement))
    condition = partsOf(*entered.statement).condition;
  for (const auto &[variableDeclaration, count] : LoopModified.back()->assignments) {
    const auto *variable = dyn_cast<VarDecl>(variableDeclaration);
    if (!variable || variable == entered.index || !variable->hasLocalStorage() ||
        AddressTaken.count(variable) || variable->getType()->isReferenceType() ||
        variable->getType().isVolatileQualified() ||
        (condition && Modified.of(*condition).variables.count(variable)))
      continue;
    bool isSimple = std::any_of(
        entered.inductions.begin(), entered.inductions.end(),
        [&](const InductionCandidate &induction) { return induction.variable == variable; });
    QualType type = variable->getType();
    Candidate candidate{.variable = variable,
                        .type = type,
                        .name = variable->getNameAsString(),
                        .integer = integerType(type)};
    bool isInteger = candidate.integer && !candidate.integer->isBool && !type->isEnumeralType();
    bool isPointer = type->isPointerType() && type->getPointeeType()->isObjectType();
    if (isSimple || (!isInteger && !isPointer))
      continue;
    unsigned places = 0;
    for (const auto &[key, entry] : Now.memory) {
      const Object &object = Result.objects[entry.path.object];
      if (object.declaration != variable || !isWholeVariable(entry.path))
        continue;
      candidate.path = entry.path;
      places += Result.isInside(object.loop, loop) ? 2 : 1;
    }
    FirstUse first = firstUse(body, variable);
    if (first == FirstUse::None)
      first = firstUse(increment, variable);
    if (places != 1 || first != FirstUse::Read)
      continue;
    if (isInteger) {
      auto known = entered.valuesAtEntry.find(variable);
      auto residue = entered.residuesAtEntry.find(variable);
      if (known != entered.valuesAtEntry.end())
        candidate.start = Value::integer(known->second);
      else if (residue != entered.residuesAtEntry.end())
        candidate.start = Value::integer(residue->second, candidate.integer->width);
    } else {
      auto known = entered.targetsAtEntry.find(variable);
      if (known != entered.targetsAtEntry.end())
        candidate.start = Value::pointer(known->second);
    }
    candidates.push_back(std::move(candidate));
  }
  std::sort(candidates.begin(), candidates.end(), [&](const Candidate &a, const Candidate &b) {
    return sources().isBeforeInTranslationUnit(a.variable->getLocation(),
                                               b.variable->getLocation());
  });
  for (Candidate &candidate : candidates) {
    if (candidate.start.kind == Value::Kind::Unknown)
      candidate.start = fresh(candidate.type, Result.loops[loop].parent, candidate.name, nullptr);
    if (candidate.start.kind == Value::Kind::Pointer)
      loseRow(candidate.start.target);
  }
  llvm::erase_if(candidates, [](const Candidate &candidate) {
    return candidate.start.kind == Value::Kind::Unknown;
  });
  llvm::append_range(candidates, placeCandidates(loop));
  return candidates;
}

/// Places that are no variables of their own (MovedPlaces.cpp) and that the loop changes in another
/// way than by one step.
std::vector<Evaluator::Candidate> Evaluator::placeCandidates(LoopId loop) {
  std::vector<Candidate> candidates;
  if (!LoopSpared.back())
    return candidates;
  Loop &entered = Result.loops[loop];
  for (const auto &[key, start] : MovedStarts) {
    const Object &object = Result.objects[start.path.object];
    const auto *variable = dyn_cast_or_null<VarDecl>(object.declaration);
    bool isNamedOnly = object.kind == ObjectKind::Variable && isWholeVariable(start.path) &&
                       variable && variable->hasLocalStorage() && !AddressTaken.count(variable);
    bool isSimple = llvm::any_of(entered.inductions, [&](const InductionCandidate &each) {
      return each.variable ? isNamedHere(start.path, each.variable)
                           : isSamePlace(each.place, start.path);
    });
    auto integer = integerType(start.path.type);
    if (isNamedOnly || isSimple || !integer || integer->isBool ||
        start.path.type->isEnumeralType() || start.value.kind != Value::Kind::Integer ||
        isNamedHere(start.path, entered.index) || !isFixed(Result, loop, start.path))
      continue;
    entered.movedPlaces.push_back(start.path);
    candidates.push_back({.path = start.path,
                          .type = start.path.type,
                          .name = Result.text(start.path),
                          .integer = integer,
                          .start = start.value});
  }
  return candidates;
}

/// What the trial knows of a value that does not vary in the loop, in this evaluator's symbols.
std::optional<Polynomial> Evaluator::importInvariant(const Evaluator &trial, LoopId loop,
                                                     const Polynomial &value,
                                                     std::map<SymbolId, SymbolId> &imported) {
  Polynomial result = value;
  if (!value.isValid())
    return std::nullopt;
  std::set<SymbolId> mentioned;
  for (const auto &[monomial, coefficient] : value.terms())
    mentioned.insert(monomial.begin(), monomial.end());
  Polynomial renamed;
  for (SymbolId id : mentioned) {
    if (imported.count(id))
      continue;
    Symbol symbol = trial.Result.symbols[id];
    // What solveRecurrence sums up, and what it needs to know of that.
    bool isCount = symbol.loop == loop && (symbol.indicatorOf || isQuotient(trial.Result, id));
    if (trial.Result.isInside(symbol.loop, loop) && !isCount)
      return std::nullopt;
    // Facts may mention the symbol itself: give it its new name first.
    SymbolId copy = addSymbol({.name = symbol.name});
    imported[id] = copy;
    bool complete = true;
    auto import = [&](Polynomial &each) {
      auto moved = importInvariant(trial, loop, each, imported);
      complete &= moved.has_value();
      each = moved.value_or(Polynomial());
    };
    for (Constraint &fact : symbol.facts)
      import(fact.value);
    if (symbol.dividend)
      import(*symbol.dividend);
    if (symbol.exactDividend)
      import(*symbol.exactDividend);
    if (symbol.positivePartOf)
      import(*symbol.positivePartOf);
    if (symbol.indicatorOf)
      import(symbol.indicatorOf->value);
    symbol.growth.reset();
    symbol.remainder.reset();
    if (!complete)
      return std::nullopt;
    Result.symbols[copy] = std::move(symbol);
  }
  for (const auto &[monomial, coefficient] : value.terms()) {
    Monomial moved;
    for (SymbolId id : monomial)
      moved.push_back(imported[id]);
    std::sort(moved.begin(), moved.end());
    renamed.add(moved, coefficient);
  }
  return renamed;
}

void Evaluator::findRecurrences(LoopId loop, const Stmt *body, const Expr *increment) {
  if (!Result.loops[loop].step || Now.dead || Quiet || TrialSteps > TrialBudget)
    return;
  std::vector<Candidate> candidates = recurrenceCandidates(loop, body, increment);
  if (candidates.empty())
    return;
  SymbolId known = static_cast<SymbolId>(Result.symbols.size());
  Evaluator trial(*this);
  trial.SupposedNest = nullptr; // what it supposes would not be known here
  trial.IsTrial = true;
  for (Candidate &candidate : candidates) {
    Symbol unknown{.name = candidate.name, .kind = SymbolKind::Opaque, .loop = loop};
    if (candidate.integer) {
      Value value = trial.fresh(candidate.type, loop, unknown.name, nullptr);
      candidate.symbol = *value.number.asSymbol();
      Entry &entry = trial.Now.memory[keyOf(candidate.path)];
      entry.path = candidate.path;
      entry.value = value;
    } else {
      candidate.symbol = trial.addSymbol(unknown);
      trial.Now.memory[keyOf(candidate.path)].value = offsetPointer(
          candidate.start, Value::integer(Polynomial::symbol(candidate.symbol)), false);
    }
  }
  trial.walkBody(loop, body, increment);
  TrialSteps =
      trial.TrialSteps + trial.Steps - Steps + static_cast<unsigned>(Result.accesses.size() / 8);
  if (trial.Now.dead)
    return;

  // The index, and what the trial and this walk name alike.
  std::map<SymbolId, SymbolId> imported;
  for (SymbolId id = 0; id < known; ++id)
    imported[id] = id;
  for (Candidate &candidate : candidates) // as if invariant: solveRecurrence replaces it
    imported[candidate.symbol] = addSymbol(trial.Result.symbols[candidate.symbol]);
  for (Candidate &candidate : candidates) {
    Polynomial before = Polynomial::symbol(candidate.symbol), after;
    const Value &value = trial.Now.memory[keyOf(candidate.path)].value;
    if (value.kind != candidate.start.kind)
      continue;
    if (candidate.integer) {
      unsigned width = candidate.integer->width;
      if (value.modulus != 0 && value.modulus != width)
        continue;
      after = (value.number - before).withoutMultiplesOf(Coefficient(1) << width);
      bool isExact = value.modulus == 0 && after == value.number - before;
      candidate.modulus = isExact && candidate.start.modulus == 0 ? 0 : width;
    } else {
      Path start = candidate.start.target, end = value.target;
      if (start.components.empty() || end.components.empty() || !start.components.back().index ||
          !end.components.back().index)
        continue;
      after = *end.components.back().index - *start.components.back().index - before;
      start.components.back().index = end.components.back().index = Polynomial();
      if (keyOf(start) != keyOf(end) || keyOf(start).empty())
        continue;
    }
    if (auto change = importInvariant(trial, loop, after, imported);
        change && !change->mentions(imported[candidate.symbol]))
      candidate.change = change;
  }
  // Values in front of the loop that the trial was the first to read.
  for (const auto &[key, entry] : trial.Now.memory) {
    bool isNew = !Now.memory.count(key) || Now.memory[key].value.kind == Value::Kind::Unknown;
    bool isShared = entry.path.object < Result.objects.size() && !isWholeVariable(entry.path);
    for (const Component &component : entry.path.components)
      if (component.index)
        for (const auto &[monomial, coefficient] : component.index->terms())
          for (SymbolId id : monomial)
            isShared &= id < known;
    if (!isNew || entry.value.kind != Value::Kind::Integer || entry.value.modulus != 0 ||
        !isShared || bodyMayWrite(entry.path))
      continue;
    auto symbol = entry.value.number.asSymbol();
    if (!symbol || !imported.count(*symbol) || *symbol < known)
      continue;
    Entry &memo = Now.memory[key];
    memo.path = entry.path;
    memo.value = Value::integer(Polynomial::symbol(imported[*symbol]));
  }
  for (const auto &[key, id] : trial.PositiveParts)
    if (auto copy = imported.find(id); copy != imported.end())
      if (auto part = Result.symbols[copy->second].positivePartOf)
        PositiveParts.try_emplace(part->key(), copy->second);
  for (const auto &[key, id] : trial.Indicators)
    if (auto copy = imported.find(id); copy != imported.end())
      if (const auto &held = Result.symbols[copy->second].indicatorOf)
        Indicators.try_emplace((held->isEquality ? "=" : ">") + held->value.key(), copy->second);
  for (Candidate &candidate : candidates)
    candidate.symbol = imported[candidate.symbol];

  for (bool progress = true; progress;) {
    progress = false;
    for (Candidate &candidate : candidates)
      if (candidate.change && !candidate.solved)
        progress |= solveRecurrence(loop, candidate, candidates);
  }
}

/// Sums up the changes of all iterations before, once what they depend on is known.
bool Evaluator::solveRecurrence(LoopId loop, Candidate &candidate,
                                const std::vector<Candidate> &all) {
  const Loop &entered = Result.loops[loop];
  // Everything in terms of the number of the iteration, for which the index symbol stands in.
  SymbolId number = entered.indexSymbol;
  Polynomial change = *candidate.change;
  unsigned modulus = candidate.modulus;
  if (!(entered.iteration == Polynomial::symbol(number)))
    change = change.substitute(number, entered.lower + Polynomial(entered.direction) *
                                                           Polynomial::symbol(number));
  for (const Candidate &other : all) {
    if (!change.mentions(other.symbol))
      continue;
    if (!other.solved || !other.solved->quadratic.isZero() || !other.solved->counts.empty() ||
        !other.integer)
      return false;
    if (other.modulus != 0) {
      if (!candidate.integer || candidate.integer->width > other.modulus)
        return false;
      modulus = candidate.integer->width;
    }
    change = change.substitute(other.symbol, other.solved->start +
                                                 other.solved->linear * Polynomial::symbol(number));
  }
  Recurrence solved{.variable = candidate.variable,
                    .place = candidate.variable ? Path() : candidate.path,
                    .modulus = modulus};
  std::map<SymbolId, Polynomial> counted; // by condition
  for (const auto &[monomial, coefficient] : change.terms()) {
    Monomial rest;
    std::set<SymbolId> conditions;
    for (SymbolId symbol : monomial)
      if (Result.symbols[symbol].indicatorOf && Result.varies(Polynomial::symbol(symbol), loop))
        conditions.insert(symbol);
      else if (symbol != number)
        rest.push_back(symbol);
    size_t numbers = std::count(monomial.begin(), monomial.end(), number);
    if (numbers + conditions.size() > 1)
      return false;
    (!conditions.empty() ? counted[*conditions.begin()]
     : numbers == 0      ? solved.linear
                         : solved.quadratic)
        .add(rest, coefficient);
  }
  for (const auto &[condition, step] : counted)
    if (!candidate.integer || !solved.quadratic.isZero() ||
        !addCount(loop, step, *Result.symbols[condition].indicatorOf, solved))
      return false;
  if (!change.isValid() || Result.varies(solved.linear, loop) ||
      Result.varies(solved.quadratic, loop))
    return false;
  Polynomial sum = solved.linear * entered.iteration;
  if (!solved.quadratic.isZero()) {
    Symbol partial{.name = "(sum of steps of " + candidate.name + ")",
                   .kind = SymbolKind::Opaque,
                   .loop = loop};
    Polynomial step = *candidate.change;
    for (const Candidate &other : all)
      if (other.solved)
        step = step.substitute(other.symbol,
                               other.solved->start + other.solved->linear * entered.iteration);
    if (provenNonNegative(step)) {
      partial.low = 0;
      partial.growth = step;
      // No iteration adds more than `most`, and there are no more than so many.
      auto most = upperBound(step), count = upperBound(entered.iteration);
      constexpr Coefficient limit = Coefficient(1) << 62;
      if (most && count && *most <= limit && *count >= 0 && *count <= limit)
        partial.high = *most * *count;
      // Else it may be supposed to leave room for what is added to it.
      Coefficient room = Coefficient(1) << (modulus == 0 ? 1 : modulus - 2);
      // Where steps do not fall, those before t are together no more than t times the one of t.
      std::optional<Polynomial> times =
          provenNonNegative(solved.quadratic) ? entered.iteration : entered.trip;
      if (Polynomial all = times ? step * *times : Polynomial();
          modulus != 0 && modulus <= 32 && partial.high.value_or(room + 1) > room && times &&
          all.isValid() && (provenWithin(all, -limit, room) || supposeWithin(all, -limit, room)))
        partial.high = room;
    }
    SymbolId id = addSymbol(std::move(partial));
    sum = Polynomial::symbol(id);
    // Wherever it is mentioned it is what the variable holds, or held as the iteration started.
    if (candidate.integer && modulus == 0) {
      unsigned bits = candidate.integer->width - candidate.integer->isSigned;
      Polynomial high = Polynomial((Coefficient(1) << bits) - 1) - candidate.start.number;
      if (auto constant = high.asConstant())
        Result.symbols[id].high = std::min(Result.symbols[id].high.value_or(*constant), *constant);
      else
        Result.symbols[id].facts.push_back({high - sum, false});
    }
  }
  for (const CountedStep &count : solved.counts) {
    auto times = countAt(count, entered.iteration);
    if (!times)
      times = Polynomial::symbol(addSymbol(
          {.name = "times", .kind = SymbolKind::Opaque, .loop = loop, .low = 0, .high = 1}));
    sum = sum + count.step * *times;
  }
  solved.start = candidate.start.number;
  solved.target = candidate.start.target;
  candidate.modulus = modulus;
  Entry &entry = Now.memory[keyOf(candidate.path)];
  entry.path = candidate.path;
  if (candidate.integer)
    entry.value = Value::integer(solved.start + sum, modulus);
  else
    entry.value = offsetPointer(candidate.start, Value::integer(sum), false);
  candidate.solved = solved;
  Result.loops[loop].recurrences.push_back(std::move(solved));
  return true;
}

Polynomial Evaluator::positivePart(const Polynomial &value) {
  auto [part, isNew] = PositiveParts.try_emplace(value.key(), 0);
  if (isNew) {
    Symbol symbol{.name = "max(0, " + Result.text(value) + ")",
                  .kind = SymbolKind::Opaque,
                  .loop = levelOf(value),
                  .low = 0,
                  .positivePartOf = value};
    if (auto high = upperBound(value))
      symbol.high = std::max<Coefficient>(*high, 0);
    SymbolId id = part->second = addSymbol(std::move(symbol));
    Result.symbols[id].facts.push_back({Polynomial::symbol(id) - value, false});
  }
  return Polynomial::symbol(part->second);
}

/// How far a step may lead the index of a loop that ends by data, if a part of its condition
/// compares the index with a constant: the last iteration but one still passed. No less than the
/// value, for an index that counts up no more.
static std::optional<Coefficient> furthestIndex(const ASTContext &context, const Loop &loop,
                                                Coefficient step) {
  const Expr *condition =
      isa<ForStmt, WhileStmt>(loop.statement) ? writtenPartsOf(*loop.statement).condition : nullptr;
  for (const Expr *part : condition ? conjuncts(condition) : std::vector<const Expr *>()) {
    const auto *binary = dyn_cast<BinaryOperator>(part->IgnoreParenImpCasts());
    if (!binary || !binary->isRelationalOp() || namedVariable(binary->getLHS()) != loop.index)
      continue;
    auto bound = binary->getRHS()->getIntegerConstantExpr(context);
    bool isBelow = binary->getOpcode() == BO_LT || binary->getOpcode() == BO_LE;
    bool isStrict = binary->getOpcode() == BO_LT || binary->getOpcode() == BO_GT;
    if (!bound || isBelow != (step > 0) || !bound->isSignedIntN(62))
      continue;
    return Coefficient(bound->getExtValue()) + step - (isStrict ? (isBelow ? 1 : -1) : 0);
  }
  return std::nullopt;
}

/// What variables with a closed form hold after the loop, even if it ran no iteration.
std::map<std::string, Value> Evaluator::valuesAfter(LoopId loop, const State &before) {
  const Loop &left = Result.loops[loop];
  std::map<std::string, Value> values;
  bool hasNone = left.inductions.empty() && left.recurrences.empty() && !left.isPosition;
  // Nobody knows when `while (k >= 16 && a[k - 16] > x) k -= 16;` ends, but by which steps.
  bool isUncounted =
      !left.trip && left.index && left.step && !left.iteration.isZero() &&
      left.updateSite != UpdateSite::Condition && !left.isPosition &&
      left.index->getType()->isSignedIntegerType() && !Options.wrappingIntegers &&
      Context.getIntWidth(left.index->getType()) >= Context.getIntWidth(Context.IntTy);
  if (!isUncounted && (!left.trip || !left.trip->isValid() || hasNone))
    return values;
  int guard = std::exchange(Now.guard, left.guardBefore);
  // A position that walks up to its bound gets there.
  bool meetsBound = left.isPosition && left.comparison == BO_NE;
  bool isCount = isUncounted || left.provenNonEmpty || meetsBound || provenNonNegative(*left.trip);
  Now.guard = guard;
  Polynomial trips =
      isUncounted
          ? Polynomial::symbol(addSymbol(
                {.name = "iterations", .kind = SymbolKind::Opaque, .loop = left.parent, .low = 0}))
      : isCount ? *left.trip
                : positivePart(*left.trip);
  // Nothing in the program is named as a number of iterations is that may be none: the variable
  // itself stands for its value. (A loop around this one may find a closed form in the sum.)
  auto named = [&](const VarDecl *variable, const Polynomial &value, unsigned modulus) {
    if ((isCount && !isUncounted) || left.parent != NoLoop)
      return Value::integer(value, modulus);
    Value after = fresh(variable->getType(), left.parent, variable->getNameAsString(), nullptr);
    auto symbol = after.number.asSymbol();
    if (modulus != 0 || !symbol || !value.isAffine())
      return Value::integer(value, modulus);
    Result.symbols[*symbol].facts.push_back({after.number - value, true});
    return after;
  };
  auto add = [&](const VarDecl *variable, const Path &place, const Polynomial &start,
                 const Path &target, const Polynomial &step, unsigned modulus) {
    // Behind the nest nobody has checked what it was supposed to leave alone.
    if (!variable && left.parent != NoLoop)
      values[keyOf(place)] = Value::integer(start + step * trips, modulus);
    if (!variable || left.isSpeculative)
      return;
    for (const auto &[key, entry] : before.memory) {
      if (Result.objects[entry.path.object].declaration != variable || !isWholeVariable(entry.path))
        continue;
      if (scalarType(variable->getType())->isPointerType())
        values[key] = offsetPointer(Value::pointer(target), Value::integer(step * trips), false);
      else if (integerType(variable->getType()))
        values[key] = named(variable, start + step * trips, modulus);
    }
  };
  if (left.isPosition) {
    int direction = positionDirection(Effects, left.index->getType()) < 0 ? -1 : 1;
    add(left.index, {}, {}, left.start, left.positionMove() * Polynomial(direction), 0);
  }
  auto step = isUncounted ? left.step->asConstant() : std::nullopt;
  if (auto furthest = step ? furthestIndex(Context, left, *step) : std::nullopt) {
    // So it ends there at the latest, unless it started beyond.
    Polynomial end = left.lower + *left.step * trips;
    auto within = [&](const Polynomial &value) {
      return *step > 0 ? Polynomial(*furthest) - value : value - Polynomial(*furthest);
    };
    int inside = std::exchange(Now.guard, left.guardBefore);
    if (provenNonNegative(within(left.lower)))
      Result.symbols[*trips.asSymbol()].facts.push_back({within(end), false});
    Now.guard = inside;
  }
  if (isUncounted)
    add(left.index, {}, left.lower, {}, *left.step, 0);
  for (const InductionCandidate &each : Result.loops[loop].inductions)
    if (each.stepValue)
      add(each.variable, each.place, each.start, each.target, *each.stepValue, each.modulus);
  for (const Recurrence &each : Result.loops[loop].recurrences) {
    if (each.quadratic.isZero()) {
      std::optional<Polynomial> start = each.start;
      for (const CountedStep &count : each.counts) {
        auto times = countAt(count, trips);
        start = start && times ? std::optional(*start + count.step * *times) : std::nullopt;
      }
      if (start)
        add(each.variable, each.place, *start, each.target, each.linear, each.modulus);
      continue;
    }
    // A number of iterations that is a constant makes a constant of t * (t - 1) / 2, too.
    auto count = trips.asConstant();
    constexpr Coefficient most = 1 << 20;
    if (!count || *count > most || !each.variable || left.isSpeculative ||
        !integerType(each.variable->getType()))
      continue;
    Polynomial sum = each.linear * trips + each.quadratic * Polynomial(*count * (*count - 1) / 2);
    for (const auto &[key, entry] : before.memory)
      if (isNamedHere(entry.path, each.variable))
        values[key] = Value::integer(each.start + sum, each.modulus);
  }
  return values;
}

} // namespace loomp
