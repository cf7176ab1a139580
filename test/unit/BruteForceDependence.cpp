//===- BruteForceDependence.cpp - dependence answers, enumerated ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// For each common loop of a nest and each order of its two references:
//   absent            no setting of the parameters lets two iterations of the loop meet
//   distance `d`      every meeting is d iterations apart
//   witness           the named iterations do touch the named element, under the named condition
//   proven            for every value that the program may be stuck with (a variable whose origin
//                     the model does not know), some setting of the parameters makes two meet
// A proof about parameters beyond the settings that are always tried is followed there: the
// witness says which.
//
//===----------------------------------------------------------------------===//

#include "test/unit/BruteForceNest.h"

#include "analyses/Dependence.h"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace loomp::brute {

namespace {
/// What an answer says of its example, as numbers.
struct Witness {
  long sourceIndex = 0, sinkIndex = 0;
  std::uint64_t sourceElement = 0, sinkElement = 0;
  std::map<unsigned, int> condition; ///< variable -> value
  std::vector<long> numbers;         ///< all that it names
  bool isExpected = false;           ///< the model was told enough: it must hold
};

struct Query {
  unsigned level = 0, source = 0, sink = 0;
  std::optional<Dependence> answer;
  std::optional<Witness> witness;
  // What enumeration found.
  std::set<std::pair<int, int>> meetsIn; ///< values of the unknown and of the loaded variable
  std::set<long> distances;
  bool witnessHolds = false;
};

class Enumeration {
public:
  Enumeration(const Nest &nest, std::vector<Query> &queries) : N(nest), Queries(queries) {}
  /// Tries every combination of these values, one list for each variable.
  void tryAll(const std::vector<std::vector<int>> &choices);
  bool TooLarge = false; ///< something was left out
  bool isExhausted() const { return Budget == 0; }

private:
  void compare(const std::vector<int> &values);
  void meet(const std::vector<int> &values, unsigned source, unsigned sink, const Instance &first,
            const Instance &second);

  const Nest &N;
  std::vector<Query> &Queries;
  std::array<std::vector<Instance>, 2> Touched;
  unsigned Budget = 1'000'000; ///< iterations and pairs left to try
};
} // namespace

void Enumeration::meet(const std::vector<int> &values, unsigned source, unsigned sink,
                       const Instance &first, const Instance &second) {
  unsigned place = 0;
  while (place < first.moment.size() && first.moment[place] == second.moment[place])
    ++place;
  // The same iteration, or two different runs.
  if (place == first.moment.size() || place % 2 == 1)
    return;
  unsigned level = place / 2;
  const Level &carrier = N.levels[level];
  int distance = (second.moment[place] - first.moment[place]) / carrier.step;
  if (distance <= 0)
    return;
  int unknown = 0, loaded = 0;
  bool sameLoaded = true;
  for (unsigned variable = 0; variable < N.variables.size(); ++variable)
    if (N.variables[variable].kind == VariableKind::Unknown)
      unknown = values[variable];
  for (unsigned depth = 0; depth < N.common; ++depth)
    if (N.levels[depth].loaded) {
      loaded = first.moment[2 * depth + 1];
      sameLoaded = second.moment[2 * depth + 1] == loaded;
    }
  for (Query &query : Queries) {
    if (query.level != level || query.source != source || query.sink != sink)
      continue;
    query.distances.insert(distance);
    if (sameLoaded)
      query.meetsIn.insert({unknown, loaded});
    if (query.witness && !query.witnessHolds) {
      const Witness &witness = *query.witness;
      bool holds = witness.sourceIndex == first.moment[place] &&
                   witness.sinkIndex == second.moment[place] &&
                   witness.sourceElement == first.element && witness.sinkElement == second.element;
      for (const auto &[variable, value] : witness.condition) {
        int actual = values[variable];
        for (unsigned outer = 0; outer < level; ++outer)
          if (N.levels[outer].index == variable)
            actual = first.moment[2 * outer];
        holds &= actual == value;
      }
      query.witnessHolds = holds;
    }
  }
}

void Enumeration::compare(const std::vector<int> &values) {
  std::vector<int> current = values;
  if (!run(N, current, Touched, Budget)) {
    TooLarge = true;
    return;
  }
  for (unsigned source : {0U, 1U})
    for (unsigned sink : {0U, 1U}) {
      bool asked = std::any_of(Queries.begin(), Queries.end(), [&](const Query &query) {
        return query.source == source && query.sink == sink;
      });
      if (!asked)
        continue;
      const std::vector<Instance> &first = Touched[source], &second = Touched[sink];
      size_t begin = 0;
      for (const Instance &instance : first) {
        while (begin < second.size() && second[begin].element < instance.element)
          ++begin;
        for (size_t each = begin; each < second.size() && second[each].element == instance.element;
             ++each) {
          if (Budget == 0) {
            TooLarge = true;
            return;
          }
          --Budget;
          meet(values, source, sink, instance, second[each]);
        }
      }
    }
}

void Enumeration::tryAll(const std::vector<std::vector<int>> &choices) {
  std::vector<size_t> chosen(choices.size(), 0);
  std::vector<int> values(choices.size());
  while (true) {
    for (size_t variable = 0; variable < choices.size(); ++variable)
      values[variable] = choices[variable][chosen[variable]];
    compare(values);
    size_t place = choices.size();
    while (place > 0 && chosen[place - 1] + 1 == choices[place - 1].size())
      chosen[--place] = 0;
    if (place == 0 || Budget == 0)
      return;
    ++chosen[place - 1];
  }
}

//===----------------------------------------------------------------------===//
// Reading what an answer says
//===----------------------------------------------------------------------===//

/// `a[1][-2]`: the number of the element.
static std::uint64_t parseElement(const Nest &nest, const std::string &text,
                                  std::vector<long> &numbers) {
  std::vector<long> subscripts;
  for (size_t at = text.find('['); at != std::string::npos; at = text.find('[', at + 1))
    subscripts.push_back(std::strtol(text.c_str() + at + 1, nullptr, 10));
  numbers.insert(numbers.end(), subscripts.begin(), subscripts.end());
  return elementNumber(nest, subscripts);
}

static Witness parseWitness(const Nest &nest, const Dependence &answer) {
  // Without a variable of the source, an iteration is `number N`, N the value of the index.
  auto number = [](const std::string &text) {
    size_t space = text.find(' ');
    return std::strtol(text.c_str() + (space == std::string::npos ? 0 : space), nullptr, 10);
  };
  Witness witness{.sourceIndex = number(answer.sourceIteration),
                  .sinkIndex = number(answer.sinkIteration)};
  witness.numbers = {witness.sourceIndex, witness.sinkIndex};
  witness.sourceElement = parseElement(nest, answer.sourceElement, witness.numbers);
  witness.sinkElement = parseElement(nest, answer.sinkElement, witness.numbers);
  // ` with p0=3, k=-1`
  for (unsigned variable = 0; variable < nest.variables.size(); ++variable) {
    std::string name = " " + nest.variables[variable].name + "=";
    if (size_t at = answer.condition.find(name); at != std::string::npos)
      witness.condition[variable] =
          static_cast<int>(std::strtol(answer.condition.c_str() + at + name.size(), nullptr, 10));
  }
  return witness;
}

/// Variables whose value is set from outside; the others get theirs as the nest runs.
static bool isSet(const Variable &variable) {
  return variable.kind == VariableKind::Parameter || variable.kind == VariableKind::Unknown;
}

static std::vector<int> range(int low, int high) {
  std::vector<int> values;
  for (int value = low; value <= high; ++value)
    values.push_back(value);
  return values;
}

static std::vector<std::vector<int>> usualValues(const Nest &nest) {
  std::vector<std::vector<int>> choices;
  for (const Variable &variable : nest.variables)
    choices.push_back(isSet(variable) ? range(variable.low, variable.high) : range(0, 0));
  return choices;
}

/// How many pairs of unknown and loaded values were tried.
static size_t worlds(const Nest &nest) {
  size_t count = 1;
  for (const Variable &variable : nest.variables)
    if (variable.kind == VariableKind::Unknown || variable.kind == VariableKind::Loaded)
      count *= variable.high - variable.low + 1;
  return count;
}

static bool isOpen(const Nest &nest, const Query &query) {
  return query.answer && ((query.answer->proven && query.meetsIn.size() < worlds(nest)) ||
                          (query.witness && query.witness->isExpected && !query.witnessHolds));
}

/// Follows a claim to where its witness says it holds.
static bool follow(const Nest &nest, Query &query) {
  std::vector<Query> one = {query};
  Enumeration enumeration(nest, one);
  // Small values; some near what the witness names; one parameter after the other wide; and what
  // the solver takes where no solution is small, numbers just above -64.
  std::vector<int> candidates = range(-2, 8);
  auto addNear = [&](long value) {
    for (long each = value - 3; each <= value + 3; ++each)
      if (std::abs(each) < 5000 &&
          std::find(candidates.begin(), candidates.end(), each) == candidates.end())
        candidates.push_back(static_cast<int>(each));
  };
  unsigned variables = static_cast<unsigned>(nest.variables.size());
  for (unsigned round = 0; round < variables + 3 && !enumeration.isExhausted(); ++round) {
    if (round == 1 && query.witness)
      for (long value : query.witness->numbers)
        addNear(value);
    unsigned wide = round - 2;
    if (round == variables + 2)
      for (long value : {-61, -56, 10, 16, 32, 64})
        addNear(value);
    else if (round >= 2 && nest.variables[wide].kind != VariableKind::Parameter)
      continue;
    std::vector<std::vector<int>> choices = usualValues(nest);
    for (unsigned variable = 0; variable < variables; ++variable) {
      const Variable &each = nest.variables[variable];
      if (each.kind != VariableKind::Parameter &&
          (each.kind != VariableKind::Unknown || each.isBounded || query.answer->proven))
        continue;
      choices[variable] = round >= 2 && variable == wide ? range(-45, 45) : candidates;
      if (!query.witness)
        continue;
      auto condition = query.witness->condition.find(variable);
      if (condition != query.witness->condition.end() && query.meetsIn.size() == worlds(nest))
        choices[variable] = {condition->second};
      else if (condition != query.witness->condition.end())
        choices[variable].push_back(condition->second);
    }
    enumeration.tryAll(choices);
    query = one.front();
    if (!isOpen(nest, query))
      return true;
  }
  return !enumeration.TooLarge;
}

//===----------------------------------------------------------------------===//
// Comparing
//===----------------------------------------------------------------------===//

static std::string textOf(const Query &query) {
  std::string text = "level " + std::to_string(query.level) + ", from " +
                     std::to_string(query.source) + " to " + std::to_string(query.sink) + ": ";
  if (!query.answer)
    return text + "no dependence";
  text += query.answer->proven ? "proven" : "possible";
  text += ", distance '" + query.answer->distance + "', " + query.answer->sourceIteration + " " +
          query.answer->sourceElement + ", " + query.answer->sinkIteration + " " +
          query.answer->sinkElement + query.answer->condition + "; enumerated distances";
  for (long distance : query.distances)
    text += " " + std::to_string(distance);
  return text + "; meets in " + std::to_string(query.meetsIn.size());
}

/// What is wrong with the answer; empty if nothing.
static std::string fault(const Nest &nest, const Query &query) {
  if (!query.answer)
    return query.distances.empty() ? "" : "absent, but two iterations meet";
  const Dependence &answer = *query.answer;
  if (answer.outOfBudget)
    return "";
  if (answer.distance != ">= 1" && !answer.distance.empty())
    for (long distance : query.distances)
      if (std::to_string(distance) != answer.distance)
        return "another distance";
  if (answer.proven && (!nest.isBeforeKnown() || nest.references[query.source].hasUnknownGuard() ||
                        nest.references[query.sink].hasUnknownGuard()))
    return "proven under an unknown condition";
  if (answer.proven && query.meetsIn.size() < worlds(nest))
    return query.distances.empty() ? "proven, but no two iterations meet"
                                   : "proven, but for some unknown value no two iterations meet";
  if (query.witness && query.witness->isExpected && !query.witnessHolds)
    return "the witness does not happen";
  return "";
}

static void compareNest(Tally &tally, const IntegerSolver &solver, std::uint64_t seed,
                        const Nest &nest) {
  Model model = modelOf(nest);
  std::vector<Query> queries;
  bool affine = nest.isAffine();
  bool anyLoaded = nest.hasKind(VariableKind::Loaded);
  for (unsigned level = 0; level < nest.common; ++level)
    for (auto [source, sink] : {std::pair(0U, 1U), std::pair(1U, 0U), std::pair(0U, 0U)}) {
      Query query{.level = level, .source = source, .sink = sink};
      solver.startTask();
      query.answer = carriedDependence(model, solver, static_cast<LoopId>(level), source, sink);
      if (query.answer && !query.answer->sourceElement.empty()) {
        query.witness = parseWitness(nest, *query.answer);
        query.witness->isExpected = !anyLoaded && (affine || query.answer->proven);
      }
      queries.push_back(std::move(query));
    }
  Enumeration enumeration(nest, queries);
  enumeration.tryAll(usualValues(nest));
  if (enumeration.isExhausted())
    tally.note("nests not tried to the end");
  bool free = affine && !anyLoaded && !nest.hasKind(VariableKind::Unknown);
  for (Query &query : queries) {
    if (isOpen(nest, query) && !follow(nest, query)) {
      tally.answer("too large to follow");
      continue;
    }
    tally.answer(!query.answer               ? "none"
                 : query.answer->outOfBudget ? "out of budget"
                 : query.answer->proven      ? "proven"
                                             : "possible");
    if (query.answer && !query.answer->proven && query.distances.empty())
      tally.note(free ? "possible without a meeting, all affine" : "possible without a meeting");
    if (query.witness && query.witness->isExpected)
      tally.note("witnesses");
    std::string wrong = fault(nest, query);
    if (query.answer &&
        (query.answer->source != query.source || query.answer->sink != query.sink ||
         query.answer->kind(model) != (!nest.references[query.source].isWrite ? "anti"
                                       : nest.references[query.sink].isWrite  ? "output"
                                                                              : "flow")))
      wrong = "another kind or direction";
    // With inputs and affine terms only there is no excuse not to know.
    if (wrong.empty() && free && query.answer && !query.answer->proven)
      tally.note("possible, all affine");
    if (!wrong.empty())
      tally.difference(seed, wrong, "  " + textOf(query) + "\n" + textOf(nest));
  }
}

void compareDependences(Tally &tally, std::uint64_t seed, std::uint64_t cases) {
  for (IntegerSolver solver(20000); tally.cases() < cases; ++seed) {
    Random random(seed);
    compareNest(tally, solver, seed, drawNest(random));
  }
}

void compareDelinearisation(Tally &tally, std::uint64_t seed, std::uint64_t cases) {
  for (IntegerSolver solver(20000); tally.cases() < cases; ++seed) {
    Random random(seed);
    compareNest(tally, solver, seed, drawLinearised(random));
  }
}

} // namespace loomp::brute
