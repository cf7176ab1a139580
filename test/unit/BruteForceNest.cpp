//===- BruteForceNest.cpp - a small loop nest that can be run -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "test/unit/BruteForceNest.h"

#include <algorithm>

namespace loomp::brute {

static bool isAffine(const Sum &sum) {
  return std::all_of(sum.begin(), sum.end(),
                     [](const Term &term) { return term.variables.size() <= 1; });
}

bool Nest::isAffine() const {
  auto affine = [](const Condition &condition) { return brute::isAffine(condition.value); };
  bool all = std::all_of(before.begin(), before.end(), affine) && isBeforeKnown();
  for (const Level &level : levels)
    all &= brute::isAffine(level.lower) && brute::isAffine(level.bound);
  for (const Reference &reference : references) {
    all &= std::all_of(reference.guards.begin(), reference.guards.end(), affine);
    for (const Sum &subscript : reference.subscripts)
      all &= brute::isAffine(subscript);
  }
  return all && !references[0].hasUnknownGuard() && !references[1].hasUnknownGuard();
}

bool Reference::hasUnknownGuard() const {
  return std::any_of(guards.begin(), guards.end(),
                     [](const Condition &condition) { return !condition.isKnown; });
}

bool Nest::isBeforeKnown() const {
  return std::all_of(before.begin(), before.end(),
                     [](const Condition &condition) { return condition.isKnown; });
}

bool Nest::hasKind(VariableKind kind) const {
  return std::any_of(variables.begin(), variables.end(),
                     [&](const Variable &variable) { return variable.kind == kind; });
}

//===----------------------------------------------------------------------===//
// Drawing
//===----------------------------------------------------------------------===//

static Sum constant(int value) { return {{value, {}}}; }

static Sum plus(Sum sum, int value) {
  sum.push_back({value, {}});
  return sum;
}

static Sum times(int factor, unsigned variable) { return {{factor, {variable}}}; }

/// Coefficients from -3 to 3, most of them 1.
static int drawFactor(Random &random) {
  static const std::vector<int> factors = {1, 1, 1, 1, 1, 1, -1, -1, 2, 2, -2, 3, -3};
  return random.among(factors);
}

static unsigned addVariable(Nest &nest, const std::string &name, VariableKind kind) {
  nest.variables.push_back({.name = name, .kind = kind});
  return static_cast<unsigned>(nest.variables.size() - 1);
}

/// A loop inside `outer`; `width` is about the number of its iterations.
static unsigned drawLevel(Random &random, Nest &nest, const std::vector<unsigned> &outer,
                          const std::vector<unsigned> &fixed, int width) {
  Level level;
  static const std::vector<int> steps = {1, 1, 1, 1, 1, 1, -1, -1, 2, -2, 3, -3};
  level.step = random.among(steps);
  auto end = [&](int low, int high, int symbolic) -> Sum {
    if (random.chance(symbolic)) {
      if (!outer.empty() && random.chance(55)) {
        unsigned index = nest.levels[random.among(outer)].index;
        return plus(times(random.chance(85) ? 1 : -1, index), random.in(-1, 1));
      }
      if (!fixed.empty())
        return plus(times(random.chance(90) ? 1 : drawFactor(random), random.among(fixed)),
                    random.chance(60) ? 0 : random.in(-2, 2));
    }
    return constant(random.in(low, high));
  };
  Sum low = end(-1, 2, 20), high = end(width - 1, width + 2, 45);
  level.lower = level.step > 0 ? low : high;
  level.bound = level.step > 0 ? high : low;
  level.inclusive = random.chance(30);
  level.index = addVariable(nest, "i" + std::to_string(nest.levels.size()), VariableKind::Index);
  nest.levels.push_back(level);
  return static_cast<unsigned>(nest.levels.size() - 1);
}

/// Variables that mean something where the reference stands.
static std::vector<unsigned> visible(const Nest &nest, const Reference &reference) {
  std::vector<unsigned> result;
  for (unsigned level : reference.levels)
    result.push_back(nest.levels[level].index);
  return result;
}

static Sum drawSum(Random &random, const std::vector<unsigned> &indices,
                   const std::vector<unsigned> &fixed) {
  Sum sum = constant(random.in(-3, 3));
  for (unsigned index : indices)
    if (random.chance(indices.size() > 2 ? 45 : 65))
      sum.push_back({drawFactor(random), {index}});
  if (!fixed.empty() && random.chance(30))
    sum.push_back({random.chance(80) ? 1 : drawFactor(random), {random.among(fixed)}});
  return sum;
}

static Condition drawCondition(Random &random, const std::vector<unsigned> &variables,
                               const std::vector<unsigned> &fixed) {
  Condition condition;
  condition.value = drawSum(random, variables, fixed);
  condition.isEquality = random.chance(20);
  if (random.chance(8))
    condition.isKnown = false;
  else if (!fixed.empty() && !variables.empty() && random.chance(8))
    condition.value.push_back({1, {random.among(fixed), random.among(variables)}});
  return condition;
}

static std::vector<unsigned> drawFixed(Random &random, Nest &nest, int count) {
  std::vector<unsigned> fixed;
  for (int number = 0; number < count; ++number) {
    fixed.push_back(addVariable(nest, "p" + std::to_string(number), VariableKind::Parameter));
    if (count > 2)
      nest.variables.back().high = 4;
  }
  if (count < 3 && random.chance(12)) {
    fixed.push_back(addVariable(nest, "k", VariableKind::Unknown));
    nest.variables.back().high = 4;
    nest.variables.back().isBounded = random.chance(40);
  }
  return fixed;
}

static void drawInnerLevels(Random &random, Nest &nest, const std::vector<unsigned> &fixed) {
  for (Reference &reference : nest.references)
    if (reference.levels.size() < 4 && random.chance(15))
      reference.levels.push_back(drawLevel(random, nest, reference.levels, fixed, 2));
}

Nest drawNest(Random &random) {
  Nest nest;
  static const std::vector<int> counts = {0, 1, 1, 1, 1, 2, 2, 2, 2, 3};
  static const std::vector<unsigned> depths = {1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4};
  std::vector<unsigned> fixed = drawFixed(random, nest, random.among(counts));
  nest.common = random.among(depths);
  std::vector<unsigned> chain;
  std::optional<unsigned> loaded;
  for (unsigned depth = 0; depth < nest.common; ++depth) {
    static const std::array<int, 4> widths = {6, 4, 3, 2};
    chain.push_back(drawLevel(random, nest, chain, fixed, widths[nest.common - 1]));
    if (!loaded && random.chance(4)) {
      loaded = addVariable(nest, "x", VariableKind::Loaded);
      nest.variables.back().low = -1;
      nest.variables.back().high = 2;
      nest.variables.back().isBounded = random.chance(50);
      nest.levels.back().loaded = loaded;
    }
  }
  nest.references[0].levels = nest.references[1].levels = chain;
  drawInnerLevels(random, nest, fixed);
  int rank = random.chance(70) ? 1 : random.chance(75) ? 2 : 3;
  if (rank == 2 && random.chance(15))
    nest.flatExtent = random.in(1, 4);
  for (Reference &reference : nest.references) {
    std::vector<unsigned> indices = visible(nest, reference);
    if (loaded && random.chance(60))
      indices.push_back(*loaded);
    bool similar = &reference == &nest.references[1] && random.chance(65);
    for (int number = 0; number < rank; ++number) {
      Sum subscript = drawSum(random, indices, fixed);
      if (similar) {
        // The same but for a shift, as in stencils.
        subscript = nest.references[0].subscripts[number];
        unsigned own = nest.common < nest.references[0].levels.size()
                           ? nest.levels[nest.references[0].levels.back()].index
                           : ~0U;
        std::erase_if(subscript, [&](const Term &term) {
          return term.variables.size() == 1 && term.variables[0] == own;
        });
        subscript = plus(subscript, random.in(-2, 2));
      }
      reference.subscripts.push_back(subscript);
    }
    for (int count = random.chance(75) ? 0 : random.in(1, 2); count > 0; --count)
      reference.guards.push_back(drawCondition(random, indices, fixed));
    reference.isWrite = &reference == &nest.references[0] || random.chance(50);
  }
  if (!fixed.empty() && random.chance(20))
    nest.before.push_back(drawCondition(random, {}, fixed));
  return nest;
}

Nest drawLinearised(Random &random) {
  Nest nest;
  std::vector<unsigned> fixed = drawFixed(random, nest, random.in(1, 2));
  unsigned stride = fixed[0], rows = fixed[fixed.size() > 1 ? 1 : 0];
  nest.common = random.chance(75) ? 2 : random.chance(50) ? 1 : 3;
  std::vector<unsigned> chain;
  // The innermost loop runs along a row, or nearly so.
  for (unsigned depth = 0; depth < nest.common; ++depth) {
    bool inRow = depth + 1 == nest.common && (nest.common > 1 || random.chance(50));
    bool planned = inRow || random.chance(50);
    unsigned level = drawLevel(random, nest, chain, fixed, 3);
    if (planned) {
      Level &drawn = nest.levels[level];
      int slack = random.chance(70) ? 0 : random.in(-1, 1);
      drawn.step = random.chance(85) ? 1 : 2;
      drawn.inclusive = false;
      drawn.lower = constant(random.chance(75) ? 0 : random.in(-1, 1));
      if (depth > 0 && random.chance(15))
        drawn.lower = times(1, nest.levels[chain[0]].index);
      drawn.bound = inRow ? plus(times(1, stride), slack)
                          : (random.chance(50) ? times(1, rows) : constant(random.in(1, 3)));
    }
    chain.push_back(level);
  }
  nest.references[0].levels = nest.references[1].levels = chain;
  int scale = random.chance(85) ? 1 : 2, widen = random.chance(80) ? 0 : random.in(-1, 1);
  for (Reference &reference : nest.references) {
    std::vector<unsigned> indices = visible(nest, reference);
    Sum subscript = constant(random.chance(60) ? 0 : random.in(-2, 2));
    for (unsigned depth = 0; depth < nest.common; ++depth) {
      unsigned index = indices[depth];
      if (depth + 1 == nest.common && nest.common > 1) {
        subscript.push_back({random.chance(90) ? 1 : drawFactor(random), {index}});
      } else if (nest.common == 3 && depth == 0 && random.chance(50)) {
        subscript.push_back({1, {index, stride, rows}});
      } else if (random.chance(90)) {
        subscript.push_back({scale, {index, stride}});
        subscript.push_back({widen * scale, {index}});
      }
    }
    if (random.chance(15))
      subscript.push_back({random.chance(50) ? 1 : -1, {stride}});
    if (random.chance(5))
      subscript.push_back({1, {stride, rows}});
    reference.subscripts.push_back(subscript);
    if (random.chance(25)) {
      // `if (j + 1 < m)`, `if (j > 0)`, or anything.
      Condition condition = drawCondition(random, indices, fixed);
      if (random.chance(70))
        condition.value = random.chance(50)
                              ? Sum{{1, {stride}}, {-1, {indices.back()}}, {random.in(-2, 0), {}}}
                              : Sum{{1, {indices.back()}}, {random.in(-2, 0), {}}};
      reference.guards.push_back(condition);
    }
    reference.isWrite = &reference == &nest.references[0] || random.chance(50);
  }
  if (random.chance(25))
    nest.before.push_back({Sum{{1, {stride}}, {random.in(-2, 0), {}}}});
  return nest;
}

//===----------------------------------------------------------------------===//
// In words, and as a model
//===----------------------------------------------------------------------===//

static std::string textOf(const Nest &nest, const Sum &sum) {
  std::string text;
  for (const Term &term : sum) {
    text += (text.empty() ? "" : " + ") + std::to_string(term.factor);
    for (unsigned variable : term.variables)
      text += "*" + nest.variables[variable].name;
  }
  return text.empty() ? "0" : text;
}

static std::string textOf(const Nest &nest, const Condition &condition) {
  return "if (" + textOf(nest, condition.value) + (condition.isEquality ? " == 0) " : " >= 0) ") +
         (condition.isKnown ? "" : "/* unknown to the model */ ");
}

static std::string textOf(const Nest &nest, const Reference &reference) {
  std::string text;
  for (unsigned number : reference.levels) {
    const Level &level = nest.levels[number];
    const std::string &index = nest.variables[level.index].name;
    text += "for (" + index + " = " + textOf(nest, level.lower) + "; " + index +
            (level.step > 0 ? " <" : " >") + (level.inclusive ? "= " : " ") +
            textOf(nest, level.bound) + "; " + index + " += " + std::to_string(level.step) + ") ";
    if (level.loaded)
      text += nest.variables[*level.loaded].name + " = any; ";
  }
  for (const Condition &condition : reference.guards)
    text += textOf(nest, condition);
  text += reference.isWrite ? "write a" : "read a";
  for (const Sum &subscript : reference.subscripts)
    text += "[" + textOf(nest, subscript) + "]";
  return text;
}

std::string textOf(const Nest &nest) {
  std::string text;
  for (const Variable &variable : nest.variables)
    if (variable.kind == VariableKind::Unknown || variable.kind == VariableKind::Loaded)
      text += "  " + variable.name + " is " +
              (variable.kind == VariableKind::Unknown ? "some value" : "loaded") +
              (variable.isBounded ? " in [" + std::to_string(variable.low) + ", " +
                                        std::to_string(variable.high) + "]\n"
                                  : "\n");
  if (nest.flatExtent)
    text += "  a[][" + std::to_string(*nest.flatExtent) + "], flat\n";
  for (const Condition &condition : nest.before)
    text += "  " + textOf(nest, condition) + "\n";
  for (const Reference &reference : nest.references)
    text += "  " + textOf(nest, reference) + "\n";
  return text;
}

namespace {
/// Says the nest in the terms of Model.h, as LoopHeader.cpp would.
class ModelBuilder {
public:
  explicit ModelBuilder(const Nest &nest) : N(nest), Values(nest.variables.size()) {}
  Model build();

private:
  Polynomial over(const Sum &sum) const;
  void addGuard(std::optional<Constraint> constraint, LoopId loop);
  void addCondition(const Condition &condition, LoopId loop);
  SymbolId addSymbol(const Variable &variable, SymbolKind kind, LoopId loop);
  void enter(unsigned level);

  const Nest &N;
  Model Result;
  std::vector<Polynomial> Values; ///< of each variable
  std::map<unsigned, LoopId> Loops;
  int Guard = -1;
  LoopId Current = NoLoop;
};
} // namespace

Polynomial ModelBuilder::over(const Sum &sum) const {
  Polynomial result;
  for (const Term &term : sum) {
    Polynomial product(term.factor);
    for (unsigned variable : term.variables)
      product = product * Values[variable];
    result = result + product;
  }
  return result;
}

void ModelBuilder::addGuard(std::optional<Constraint> constraint, LoopId loop) {
  Result.guards.push_back({.constraint = std::move(constraint), .parent = Guard, .loop = loop});
  Guard = static_cast<int>(Result.guards.size() - 1);
}

void ModelBuilder::addCondition(const Condition &condition, LoopId loop) {
  if (condition.isKnown)
    addGuard(Constraint{over(condition.value), condition.isEquality}, loop);
  else
    addGuard(std::nullopt, loop);
}

SymbolId ModelBuilder::addSymbol(const Variable &variable, SymbolKind kind, LoopId loop) {
  Symbol symbol{.name = variable.name, .kind = kind, .loop = loop};
  symbol.low = variable.isBounded ? variable.low : INT32_MIN;
  symbol.high = variable.isBounded ? variable.high : INT32_MAX;
  Result.symbols.push_back(symbol);
  return static_cast<SymbolId>(Result.symbols.size() - 1);
}

void ModelBuilder::enter(unsigned number) {
  const Level &level = N.levels[number];
  LoopId id = static_cast<LoopId>(Result.loops.size());
  Loop loop;
  loop.parent = Current;
  loop.isCanonical = true;
  loop.lower = over(level.lower);
  loop.step = Polynomial(level.step);
  loop.guardBefore = Guard;
  loop.indexSymbol = addSymbol(N.variables[level.index], SymbolKind::Index, id);
  Polynomial unknown = Polynomial::symbol(loop.indexSymbol);
  if (level.step == 1 || level.step == -1) {
    loop.direction = level.step;
    loop.indexValue = unknown;
    loop.iteration = (unknown - loop.lower) * Polynomial(level.step);
  } else {
    Symbol &symbol = Result.symbols[loop.indexSymbol];
    symbol.name = "iteration:" + symbol.name;
    symbol.low = 0;
    symbol.high = std::nullopt;
    loop.indexValue = loop.lower + Polynomial(level.step) * unknown;
    loop.iteration = unknown;
  }
  Values[level.index] = loop.indexValue;
  Polynomial bound = over(level.bound), inset(level.inclusive ? 0 : 1);
  bool up = level.step > 0;
  loop.last = up ? bound - inset : bound + inset;
  addGuard(Constraint{loop.iteration, false}, id);
  addGuard(
      Constraint{up ? bound - loop.indexValue - inset : loop.indexValue - bound - inset, false},
      id);
  loop.guardInside = Guard;
  Result.loops.push_back(std::move(loop));
  Loops[number] = Current = id;
  if (level.loaded)
    Values[*level.loaded] =
        Polynomial::symbol(addSymbol(N.variables[*level.loaded], SymbolKind::Opaque, id));
}

Model ModelBuilder::build() {
  Result.objects.push_back({.kind = ObjectKind::Variable, .name = "a"});
  for (unsigned variable = 0; variable < N.variables.size(); ++variable)
    if (VariableKind kind = N.variables[variable].kind;
        kind == VariableKind::Parameter || kind == VariableKind::Unknown)
      Values[variable] = Polynomial::symbol(addSymbol(
          N.variables[variable],
          kind == VariableKind::Parameter ? SymbolKind::Input : SymbolKind::Opaque, NoLoop));
  for (const Condition &condition : N.before)
    addCondition(condition, NoLoop);
  for (unsigned depth = 0; depth < N.common; ++depth)
    enter(N.references[0].levels[depth]);
  int guard = Guard;
  LoopId innermost = Current;
  for (const Reference &reference : N.references) {
    Guard = guard;
    Current = innermost;
    for (unsigned depth = N.common; depth < reference.levels.size(); ++depth)
      enter(reference.levels[depth]);
    for (const Condition &condition : reference.guards)
      addCondition(condition, Current);
    Access access{.isWrite = reference.isWrite, .loop = Current, .guard = Guard};
    for (const Sum &subscript : reference.subscripts) {
      Component component{.kind = Component::Kind::Index, .index = over(subscript)};
      if (N.flatExtent && !access.path.components.empty()) {
        component.extent = *N.flatExtent;
        component.isFlat = true;
      }
      access.path.components.push_back(std::move(component));
    }
    Result.accesses.push_back(std::move(access));
  }
  return std::move(Result);
}

Model modelOf(const Nest &nest) { return ModelBuilder(nest).build(); }

//===----------------------------------------------------------------------===//
// Running
//===----------------------------------------------------------------------===//

long valueOf(const Sum &sum, const std::vector<int> &values) {
  long total = 0;
  for (const Term &term : sum) {
    long product = term.factor;
    for (unsigned variable : term.variables)
      product *= values[variable];
    total += product;
  }
  return total;
}

static bool holds(const Condition &condition, const std::vector<int> &values) {
  long value = valueOf(condition.value, values);
  return condition.isEquality ? value == 0 : value >= 0;
}

std::uint64_t elementNumber(const Nest &nest, const std::vector<long> &subscripts) {
  if (nest.flatExtent)
    return static_cast<std::uint64_t>(subscripts[0] * *nest.flatExtent + subscripts[1]);
  std::uint64_t number = 0;
  for (long subscript : subscripts)
    number = (number << 20) + (static_cast<std::uint64_t>(subscript) + (1U << 19));
  return number;
}

namespace {
struct Runner {
  const Nest &nest;
  const Reference &reference;
  std::vector<int> &values;
  std::vector<Instance> &touched;
  Instance now = {};
  unsigned steps = 0;

  /// False if this takes too long.
  bool enter(unsigned depth) {
    if (depth == reference.levels.size()) {
      touch();
      return true;
    }
    const Level &level = nest.levels[reference.levels[depth]];
    long bound = valueOf(level.bound, values);
    for (long index = valueOf(level.lower, values);
         level.step > 0 ? (level.inclusive ? index <= bound : index < bound)
                        : (level.inclusive ? index >= bound : index > bound);
         index += level.step) {
      if (++steps > 10000)
        return false;
      values[level.index] = static_cast<int>(index);
      if (depth < nest.common)
        now.moment[2 * depth] = static_cast<std::int16_t>(index);
      if (!level.loaded) {
        if (!enter(depth + 1))
          return false;
        continue;
      }
      const Variable &loaded = nest.variables[*level.loaded];
      for (int value = loaded.low; value <= loaded.high; ++value) {
        values[*level.loaded] = value;
        now.moment[2 * depth + 1] = static_cast<std::int16_t>(value);
        if (!enter(depth + 1))
          return false;
      }
    }
    return true;
  }

  void touch() {
    for (const Condition &condition : reference.guards)
      if (condition.isKnown && !holds(condition, values))
        return;
    std::vector<long> subscripts;
    for (const Sum &subscript : reference.subscripts)
      subscripts.push_back(valueOf(subscript, values));
    now.element = elementNumber(nest, subscripts);
    touched.push_back(now);
  }
};
} // namespace

bool run(const Nest &nest, std::vector<int> &values, std::array<std::vector<Instance>, 2> &touched,
         unsigned &budget) {
  budget -= std::min(budget, 1U);
  for (std::vector<Instance> &each : touched)
    each.clear();
  for (const Condition &condition : nest.before)
    if (condition.isKnown && !holds(condition, values))
      return true;
  for (unsigned number : {0U, 1U}) {
    std::vector<Instance> &mine = touched[number];
    Runner runner{nest, nest.references[number], values, mine};
    bool ended = runner.enter(0);
    budget -= std::min(budget, runner.steps);
    if (!ended || budget == 0)
      return false;
    std::sort(mine.begin(), mine.end());
    mine.erase(std::unique(mine.begin(), mine.end()), mine.end());
  }
  return true;
}

} // namespace loomp::brute
