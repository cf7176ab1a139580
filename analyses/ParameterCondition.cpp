//===- ParameterCondition.cpp - when does a loop carry nothing? -----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (i = 0; i < n; i++)
//     a[i + m] = a[i];             m >= n || m <= 0 && ...: no iteration meets another
//
// Theorem: let S be the systems whose solutions are the carried dependences of a loop
// (Dependence.cpp; constraints that were left out only add solutions), and P the values of its
// parameters, the symbols that do not vary in the loop, for which one of S has a solution. For
// parameters outside P the loop carries nothing. So a condition that implies "outside P" wherever
// the loop runs is enough to run it in parallel; where it is false the `if` clause leaves it to one
// thread.
//
// The same with the systems whose solutions are what an effect needs to happen:
//
//   for (i = 0; i < n; i++)
//     v.at(i) = 0;                n <= v.size(): no exception leaves an iteration
//
// A team of one thread does not let an exception out, either: here the condition chooses between
// two versions of the loop.
//
// The condition is evaluated in front of the loop, also where the loop does not run: it must not
// overflow there, and compare values, not their residues. A single comparison of two signed values
// does neither. Sums are formed in 64 bits from values of at most 32.
//
//===----------------------------------------------------------------------===//

#include "analyses/ParameterCondition.h"

#include "analyses/EntryText.h"
#include "analyses/PeriodicCondition.h"
#include "analyses/RangeLimits.h"

#include <algorithm>
#include <set>

using namespace clang;

namespace loomp {

namespace {
struct ConditionText {
  const JudgeContext &judgement;
  LoopId loop;
  const std::vector<SymbolId> &parameters;

  const Symbol &symbol(unsigned p) const { return judgement.model.symbols[parameters[p]]; }
  /// Is the text of the parameter of 64 bits without a sign?
  bool isUnsigned(unsigned p) const;
  std::optional<std::string> name(unsigned p, bool widen) const;
  std::optional<std::string> comparison(const LinearSystem::Row &row) const;
  std::optional<std::string> remainderComparison(const LinearSystem::Row &row) const;
  std::optional<std::string> unsignedComparison(const LinearSystem::Row &row, unsigned lead,
                                                Coefficient factor) const;
  std::optional<std::string> sum(const LinearSystem::Row &row, unsigned without,
                                 Coefficient constant, Coefficient sign) const;
};
} // namespace

/// With the unknowns of the symbols that do not vary in the loop.
using SharedSystem = std::pair<LinearSystem, std::map<SymbolId, unsigned>>;

static constexpr unsigned MostParameters = 5, MostDependences = 24, MostAlternatives = 3,
                          MostRows = 3;
/// A condition that holds for short loops only is of no use: it must allow so many trips, and so
/// many of them within the bounds of declared arrays.
static constexpr Coefficient UsefulTrips[] = {1 << 24, 1 << 16, 1 << 12, 64, 8, 2};
static constexpr Coefficient TripsInBounds = 64, TripsWithinContainer = 8;

static bool fitsInt64(const Symbol &symbol) {
  return symbol.low && symbol.high && *symbol.low >= INT64_MIN && *symbol.high <= INT64_MAX;
}

static bool isNarrow(const Symbol &symbol) {
  return symbol.low && symbol.high && *symbol.low >= INT32_MIN && *symbol.high <= UINT32_MAX;
}

bool ConditionText::isUnsigned(unsigned p) const {
  if (!fitsInt64(symbol(p)))
    return symbol(p).low && *symbol(p).low >= 0;
  auto read = judgement.model.loadedBy.find(parameters[p]);
  return read != judgement.model.loadedBy.end() && *symbol(p).high == INT64_MAX &&
         isHeader(judgement.model.accesses[read->second].path);
}

/// Is the symbol a quotient without a name, of which what the division leaves has one?
static bool isNamedByRemainder(const JudgeContext &judgement, LoopId loop, SymbolId quotient) {
  const Model &model = judgement.model;
  const Symbol &symbol = model.symbols[quotient];
  if (renderAtEntry(model, loop, Polynomial::symbol(quotient), judgement.context))
    return false;
  std::optional<Floor> floor = floorOf(model, quotient);
  if (!floor && symbol.dividend)
    floor = Floor{*symbol.dividend, symbol.divisor};
  // A conversion leaves what its type holds: a condition on that speaks of its limits only.
  if (!floor || floor->divisor <= 1 || floor->divisor - 1 > INT16_MAX)
    return false;
  Polynomial rest = floor->dividend - Polynomial(floor->divisor) * Polynomial::symbol(quotient);
  auto number = numberWithParts(model, loop, rest, judgement.context);
  return number && comparisonOf(*number, false, judgement.context);
}

/// The parameter as an operand of a comparison, in a signed type that holds it.
std::optional<std::string> ConditionText::name(unsigned p, bool widen) const {
  const Loop &judged = judgement.model.loops[loop];
  auto text =
      renderAtEntry(judgement.model, loop, Polynomial::symbol(parameters[p]), judgement.context);
  if (!text || !fitsInt64(symbol(p)))
    return std::nullopt;
  auto variable = judged.scope.find(*text);
  bool isSigned = variable != judged.scope.end() &&
                  variable->second->getType().getNonReferenceType()->isSignedIntegerType();
  return isSigned && !widen ? *text : "(" + wideInteger(judgement.context) + ")" + *text;
}

/// `sign` times the row without one parameter, in 64 bits.
std::optional<std::string> ConditionText::sum(const LinearSystem::Row &row, unsigned without,
                                              Coefficient constant, Coefficient sign) const {
  std::vector<std::pair<unsigned, Coefficient>> terms;
  for (const auto &[p, coefficient] : row.coefficients)
    if (p != without)
      terms.emplace_back(p, coefficient * sign);
  std::sort(terms.begin(), terms.end(), [](const auto &a, const auto &b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  if (terms.empty())
    return toString(constant);
  if (terms.size() == 1 && terms[0].second == 1 && constant == 0)
    return name(terms[0].first, false);
  std::string text;
  Coefficient size = constant < 0 ? -constant : constant;
  for (const auto &[p, coefficient] : terms) {
    Coefficient magnitude = coefficient < 0 ? -coefficient : coefficient;
    size += magnitude << 32;
    auto operand = name(p, true);
    if (!operand || !isNarrow(symbol(p)))
      return std::nullopt;
    if (!text.empty() || magnitude != 1)
      operand = operand->substr(wideInteger(judgement.context).size() + 2);
    text += text.empty() ? (coefficient < 0 ? "-" : "") : (coefficient < 0 ? " - " : " + ");
    // Each product is formed before it is added: the type of what stands in front does not help it.
    text += magnitude == 1 ? *operand
                           : toString(magnitude) + wideSuffix(judgement.context) + " * " + *operand;
  }
  if (size > (Coefficient(1) << 61))
    return std::nullopt;
  if (constant != 0)
    text += (constant < 0 ? " - " : " + ") + toString(constant < 0 ? -constant : constant);
  return text;
}

/// Two values of 64 bits without a sign, or one and a number: `m >= n`, `m <= -n`.
std::optional<std::string> ConditionText::unsignedComparison(const LinearSystem::Row &row,
                                                             unsigned lead,
                                                             Coefficient factor) const {
  std::vector<std::string> names(1);
  Coefficient other = 0;
  for (const auto &[p, coefficient] : row.coefficients) {
    auto text =
        renderAtEntry(judgement.model, loop, Polynomial::symbol(parameters[p]), judgement.context);
    if (!text || !isUnsigned(p))
      return std::nullopt;
    if (p == lead)
      names.front() = *text;
    else
      names.push_back(*text);
    other = p == lead ? other : coefficient;
  }
  std::string op = row.isEquality ? " == " : factor > 0 ? " >= " : " <= ";
  Coefficient constant = -factor * row.constant;
  if (names.size() == 1 && constant >= 0)
    return names[0] + op + toString(constant);
  if (names.size() == 2 && other == -factor && constant == 0)
    return names[0] + op + names[1];
  // What wraps is n - 2^64.
  if (names.size() == 2 && other == factor && constant == Coefficient(1) << 64)
    return names[0] + op + "-" + names[1];
  return std::nullopt;
}

/// A row over what a division leaves, of which the quotient has no name: `(k & 7) >= 1`.
std::optional<std::string> ConditionText::remainderComparison(const LinearSystem::Row &row) const {
  Polynomial value(row.constant);
  for (const auto &[p, coefficient] : row.coefficients)
    value.add({parameters[p]}, coefficient);
  auto number = numberWithParts(judgement.model, loop, value, judgement.context);
  return number ? comparisonOf(*number, row.isEquality, judgement.context) : std::nullopt;
}

std::optional<std::string> ConditionText::comparison(const LinearSystem::Row &row) const {
  // No size or distance comes near what only the width of a type explains.
  constexpr Coefficient most = Coefficient(1) << 40;
  if (row.constant > most || row.constant < -most)
    return std::nullopt;
  // Nor is any as large as this: a step that leaves no second iteration is of no use.
  constexpr Coefficient useful = Coefficient(1) << 32;
  if (row.coefficients.size() == 1 && !row.isEquality && row.constant <= -useful)
    return std::nullopt;
  const Loop &judged = judgement.model.loops[loop];
  // What the bounds of the loop do not mention is what the condition is about.
  unsigned lead = ~0U;
  for (bool outside : {true, false})
    for (const auto &[p, coefficient] : row.coefficients) {
      bool inBounds = judged.lower.mentions(parameters[p]) ||
                      (judged.last && judged.last->mentions(parameters[p]));
      if (lead == ~0U && (coefficient == 1 || coefficient == -1) && inBounds != outside)
        lead = p;
    }
  if (std::any_of(row.coefficients.begin(), row.coefficients.end(), [&](const auto &term) {
        return isNamedByRemainder(judgement, loop, parameters[term.first]);
      }))
    return remainderComparison(row);
  if (lead == ~0U || row.coefficients.size() > 3)
    return std::nullopt;
  Coefficient factor = 0;
  for (const auto &[p, coefficient] : row.coefficients)
    if (p == lead)
      factor = coefficient;
  if (auto text = unsignedComparison(row, lead, factor))
    return text;
  if (std::any_of(row.coefficients.begin(), row.coefficients.end(),
                  [&](const auto &term) { return !fitsInt64(symbol(term.first)); }))
    return std::nullopt;
  // factor * lead + rest + constant >= 0
  Coefficient constant = -factor * row.constant;
  std::string op = row.isEquality ? " == " : factor > 0 ? " >= " : " <= ";
  bool isStrict = !row.isEquality && row.coefficients.size() > 1 && constant == factor;
  if (isStrict) {
    op = factor > 0 ? " > " : " < ";
    constant = 0;
  }
  auto left = name(lead, false), right = sum(row, lead, constant, -factor);
  if (!left || !right)
    return std::nullopt;
  return *left + op + *right;
}

std::optional<std::string> nonNegativeText(const JudgeContext &judgement, LoopId loop,
                                           const Polynomial &value) {
  std::vector<SymbolId> parameters;
  LinearSystem::Row row;
  for (const auto &[monomial, coefficient] : value.terms()) {
    if (monomial.size() > 1)
      return std::nullopt;
    if (monomial.empty()) {
      row.constant = coefficient;
      continue;
    }
    row.coefficients.emplace_back(parameters.size(), coefficient);
    parameters.push_back(monomial[0]);
  }
  return ConditionText{judgement, loop, parameters}.comparison(row);
}

static bool isOpposite(const LinearSystem::Row &a, const LinearSystem::Row &b) {
  if (a.isEquality || b.isEquality || a.coefficients.size() != b.coefficients.size())
    return false;
  for (size_t i = 0; i < a.coefficients.size(); ++i)
    if (a.coefficients[i].first != b.coefficients[i].first ||
        a.coefficients[i].second != -b.coefficients[i].second)
      return false;
  return a.constant + b.constant == -2; // x - c - 1 >= 0 and c - x - 1 >= 0
}

/// A condition under which none of the systems has a solution, and under which the loop runs often
/// with each of the accesses (null: with any). Over the values that have names, or also over what
/// divisions leave of them: of those the quotients are parameters, too.
static std::optional<std::string> conditionOver(const JudgeContext &judgement, LoopId loop,
                                                const std::vector<SharedSystem> &systems,
                                                const std::set<const Access *> &accesses,
                                                bool withRemainders) {
  const Model &model = judgement.model;
  const Loop &judged = model.loops[loop];
  // The symbols that they share and that have a text in front of the loop.
  std::vector<SymbolId> parameters;
  for (const auto &[system, columns] : systems)
    for (const auto &[symbol, column] : columns)
      if (std::find(parameters.begin(), parameters.end(), symbol) == parameters.end() &&
          renderAtEntry(model, loop, Polynomial::symbol(symbol), judgement.context))
        parameters.push_back(symbol);
  size_t named = parameters.size();
  for (const auto &[system, columns] : systems)
    for (const auto &[symbol, column] : columns)
      if (withRemainders &&
          std::find(parameters.begin(), parameters.end(), symbol) == parameters.end() &&
          isNamedByRemainder(judgement, loop, symbol))
        parameters.push_back(symbol);
  if (withRemainders && parameters.size() == named)
    return std::nullopt;
  if (parameters.empty() || parameters.size() > MostParameters)
    return std::nullopt;
  auto parametric = [&](LinearSystem system, const std::map<SymbolId, unsigned> &columns) {
    ParametricSystem result{std::move(system), {}};
    for (SymbolId symbol : parameters) {
      auto column = columns.find(symbol);
      bool known = column != columns.end() && column->second < result.system.size();
      result.columns.push_back(known ? std::optional(column->second) : std::nullopt);
    }
    return result;
  };
  std::vector<ParametricSystem> dependent, wanted;
  for (const auto &[system, columns] : systems)
    dependent.push_back(parametric(system, columns));
  std::map<SymbolId, unsigned> columns;
  LinearSystem once =
      iterationSystem(model, judgement.solver, loop, 1, nullptr, false, {}, columns);
  for (SymbolId symbol : parameters)
    if (columns.try_emplace(symbol, once.size()).second)
      once.bound(once.addUnknown(), model.symbols[symbol].low, model.symbols[symbol].high);
  ParametricSystem context = parametric(std::move(once), columns);
  Coefficient most = TripsInBounds;
  if (judged.trip)
    if (auto constant = judged.trip->asConstant())
      most = std::min(most, std::max<Coefficient>(*constant, 2));
  for (const Access *access : accesses) {
    // As often as the types of the bounds allow.
    for (Coefficient trips : UsefulTrips) {
      if (!access && trips > TripsWithinContainer)
        continue;
      columns.clear();
      LinearSystem often =
          iterationSystem(model, judgement.solver, loop, trips, access, false, parameters, columns);
      if (often.hasSolution(judgement.solver) != Answer::Yes)
        continue;
      wanted.push_back(parametric(std::move(often), columns));
      break;
    }
    if (!access)
      continue;
    columns.clear();
    LinearSystem within =
        iterationSystem(model, judgement.solver, loop, most, access, true, parameters, columns);
    wanted.push_back(parametric(std::move(within), columns));
  }
  std::vector<Conjunction> alternatives =
      valuesWithoutSolution(judgement.solver, dependent, context, wanted);

  ConditionText text{judgement, loop, parameters};
  std::vector<std::string> parts;
  for (size_t i = 0; i < alternatives.size(); ++i) {
    Conjunction &rows = alternatives[i];
    if (rows.empty() || rows.size() > MostRows)
      continue; // one alternative less only makes the condition stronger
    // `x > c || x < c`
    bool isUnequal = false;
    for (size_t k = i + 1; k < alternatives.size() && rows.size() == 1; ++k)
      if (alternatives[k].size() == 1 && isOpposite(rows[0], alternatives[k][0])) {
        rows[0].isEquality = isUnequal = true;
        rows[0].constant += 1;
        alternatives[k].clear();
      }
    std::string part;
    bool complete = true;
    for (const LinearSystem::Row &row : rows) {
      auto comparison = text.comparison(row);
      complete &= comparison.has_value();
      part += (part.empty() ? "" : " && ") + comparison.value_or("");
    }
    if (!complete)
      continue;
    if (isUnequal)
      part.replace(part.find(" == "), 4, " != ");
    bool isAlone = alternatives.size() == 1;
    parts.push_back(rows.size() > 1 && !isAlone ? "(" + part + ")" : part);
  }
  if (parts.empty() || parts.size() > MostAlternatives)
    return std::nullopt;
  std::string condition;
  for (const std::string &part : parts)
    condition += (condition.empty() ? "" : " || ") + part;
  return condition;
}

static std::optional<std::string> conditionOutside(const JudgeContext &judgement, LoopId loop,
                                                   const std::vector<SharedSystem> &systems,
                                                   const std::set<const Access *> &accesses) {
  auto condition = conditionOver(judgement, loop, systems, accesses, false);
  return condition ? condition : conditionOver(judgement, loop, systems, accesses, true);
}

std::optional<std::string> conditionWithout(const JudgeContext &judgement, LoopId loop,
                                            const std::vector<Dependence> &dependences) {
  const Model &model = judgement.model;
  if (!model.loops[loop].isLexical || dependences.size() > MostDependences)
    return std::nullopt;
  std::vector<SharedSystem> systems;
  std::set<const Access *> accesses;
  for (const Dependence &dependence : dependences) {
    if (dependence.outOfBudget)
      return std::nullopt;
    std::map<SymbolId, unsigned> shared;
    for (LinearSystem &system :
         carriedSystems(model, judgement.solver, loop, dependence.source, dependence.sink, shared))
      systems.emplace_back(std::move(system), shared);
    accesses.insert({&model.accesses[dependence.source], &model.accesses[dependence.sink]});
  }
  return conditionOutside(judgement, loop, systems, accesses);
}

std::optional<std::string> conditionWithout(const JudgeContext &judgement, LoopId loop,
                                            const Effect &effect) {
  const Loop &judged = judgement.model.loops[loop];
  if (!judged.isLexical || !judged.isCanonical || effect.margins.empty())
    return std::nullopt;
  std::vector<SharedSystem> systems;
  for (const Polynomial &margin : effect.margins) {
    std::map<SymbolId, unsigned> shared;
    LinearSystem system =
        negativeSystem(judgement.model, judgement.solver, loop, effect.guard, margin, shared);
    systems.emplace_back(std::move(system), std::move(shared));
  }
  return conditionOutside(judgement, loop, systems, {nullptr});
}

} // namespace loomp
