//===- Integer.cpp - C integers as polynomials ----------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: addition, subtraction and multiplication commute with reduction modulo 2^w, so a chain
// of unsigned operations of width w may be carried out in exact integers and be reduced once, where
// the value is compared, converted to a wider type, divided, or used as an element number. Signed
// operations are exact because their overflow is undefined (unless -fwrapv).
//
// The reduction itself is exact too: `value - q * 2^w` with a fresh integer q and the fact that the
// result lies in the range of the type. isl then sees that h[(unsigned char)i] collides at i and
// i + 256. Where the range is proven, no q is needed.
//
// An element number n of 64 bits needs less: n is only used in bounds, that is below 2^63, so every
// n in (-2^63, 2^64) is its own reduction. For terms of degree two and more that is assumed, and
// for sums of steps that rise or fall: no object is large enough for `i * n + j` to wrap
// (docs/standing-assumptions.md).
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

#include <algorithm>
#include <set>

using namespace clang;

namespace loomp {

std::optional<Evaluator::IntegerType> Evaluator::integerType(QualType type) const {
  if (type.isNull())
    return std::nullopt;
  type = type.getCanonicalType();
  if (const auto *atomic = type->getAs<AtomicType>())
    type = atomic->getValueType();
  if (type->isDependentType() || !type->isIntegralOrEnumerationType())
    return std::nullopt;
  IntegerType result;
  const EnumDecl *enumeration = type->getAsEnumDecl();
  QualType underlying = enumeration ? enumeration->getIntegerType() : type;
  result.isBool = !underlying.isNull() && underlying->isBooleanType();
  result.width = Context.getIntWidth(type);
  result.isSigned = type->isSignedIntegerOrEnumerationType();
  if (result.width > 64)
    return std::nullopt;
  return result;
}

std::optional<Coefficient> Evaluator::lowerBound(const Polynomial &value) const {
  if (!value.isAffine())
    return std::nullopt;
  Coefficient total = 0;
  for (const auto &[monomial, coefficient] : value.terms()) {
    if (monomial.empty()) {
      total += coefficient;
      continue;
    }
    const Symbol &symbol = Result.symbols[monomial.front()];
    std::optional<Coefficient> end = coefficient > 0 ? symbol.low : symbol.high;
    Coefficient product = 0;
    if (!end || __builtin_mul_overflow(*end, coefficient, &product) ||
        __builtin_add_overflow(total, product, &total))
      return std::nullopt;
  }
  return total;
}

std::optional<Coefficient> Evaluator::upperBound(const Polynomial &value) const {
  auto bound = lowerBound(Polynomial() - value);
  return bound ? std::optional(-*bound) : std::nullopt;
}

/// Collects the affine facts that hold at a point of the program about the symbols of `value`.
static LinearSystem systemAt(const Model &model, int guard, const Polynomial &value,
                             std::map<SymbolId, unsigned> &columns) {
  LinearSystem system;
  std::vector<SymbolId> pending;
  auto columnOf = [&](SymbolId symbol) {
    auto [place, isNew] = columns.try_emplace(symbol, 0);
    if (isNew) {
      place->second = system.addUnknown();
      system.bound(place->second, model.symbols[symbol].low, model.symbols[symbol].high);
      pending.push_back(symbol);
    }
    return place->second;
  };
  auto addConstraint = [&](const Constraint &constraint) {
    if (!constraint.value.isAffine())
      return;
    LinearSystem::Row row;
    row.isEquality = constraint.isEquality;
    for (const auto &[monomial, coefficient] : constraint.value.terms()) {
      if (monomial.empty())
        row.constant = coefficient;
      else
        row.coefficients.emplace_back(columnOf(monomial.front()), coefficient);
    }
    system.add(std::move(row));
  };
  addConstraint({value * Polynomial(0), false});
  for (const auto &[monomial, coefficient] : value.terms())
    for (SymbolId symbol : monomial)
      columnOf(symbol);
  for (; guard >= 0; guard = model.guards[guard].parent)
    if (model.guards[guard].constraint)
      addConstraint(*model.guards[guard].constraint);
  while (!pending.empty()) {
    SymbolId symbol = pending.back();
    pending.pop_back();
    for (const Constraint &fact : model.symbols[symbol].facts)
      addConstraint(fact);
  }
  return system;
}

/// Does a condition that holds here mention the symbol?
static bool isConstrained(const Model &model, int guard, SymbolId symbol) {
  for (; guard >= 0; guard = model.guards[guard].parent)
    if (const auto &constraint = model.guards[guard].constraint)
      if (constraint->value.mentions(symbol))
        return true;
  return false;
}

bool Evaluator::provenNonNegative(const Polynomial &value) {
  if (!value.isAffine())
    return false;
  if (auto low = lowerBound(value); low && *low >= 0)
    return true;
  if (value.isConstant())
    return false;
  // Where only the ranges of the symbols are known, the bound above is exact.
  bool isBound = false;
  for (const auto &[monomial, coefficient] : value.terms())
    if (!monomial.empty())
      isBound |= !Result.symbols[monomial.front()].facts.empty() ||
                 isConstrained(Result, Now.guard, monomial.front());
  if (!isBound)
    return false;
  std::map<SymbolId, unsigned> columns;
  LinearSystem system = systemAt(Result, Now.guard, value, columns);
  LinearSystem::Row negative; // value <= -1
  negative.constant = -value.constantTerm() - 1;
  for (const auto &[monomial, coefficient] : value.terms())
    if (!monomial.empty())
      negative.coefficients.emplace_back(columns[monomial.front()], -coefficient);
  system.add(std::move(negative));
  return system.hasSolution(Solver) == Answer::No;
}

bool Evaluator::isContradiction() const {
  std::map<SymbolId, unsigned> columns;
  return systemAt(Result, Now.guard, Polynomial(), columns).hasSolution(Solver) == Answer::No;
}

/// How large an affine value may be, as far as the ranges of its symbols tell.
static std::optional<Coefficient> highest(const Model &model, const Polynomial &value) {
  Coefficient total = 0;
  for (const auto &[monomial, coefficient] : value.terms()) {
    std::optional<Coefficient> end = 1;
    if (!monomial.empty()) {
      const Symbol &symbol = model.symbols[monomial.front()];
      end = coefficient > 0 ? symbol.high : symbol.low;
    }
    Coefficient product = 0;
    if (!end || __builtin_mul_overflow(*end, coefficient, &product) ||
        __builtin_add_overflow(total, product, &total))
      return std::nullopt;
  }
  return total;
}

namespace {
struct Range {
  std::optional<Coefficient> low, high;
};
} // namespace

/// Of `c * x + rest >= 0` x, a symbol or a product, is as large, or as small, as the rest allows.
static void narrow(const Model &model, const Monomial &part, const Constraint &constraint,
                   Range &range) {
  auto term = constraint.value.terms().find(part);
  if (term == constraint.value.terms().end())
    return;
  Coefficient factor = term->second, size = factor > 0 ? factor : -factor;
  Polynomial others = constraint.value;
  others.add(part, -factor);
  auto rest = others.isAffine() ? highest(model, others) : std::nullopt;
  if (!rest)
    return;
  Coefficient most = *rest >= 0 ? *rest / size : -((-*rest + size - 1) / size); // floor
  if (factor > 0)
    range.low = std::max(range.low.value_or(-most), -most);
  else
    range.high = std::min(range.high.value_or(most), most);
}

using Interval = std::pair<Coefficient, Coefficient>;

static std::optional<Interval> product(const Interval &a, const Interval &b) {
  Coefficient ends[4];
  if (__builtin_mul_overflow(a.first, b.first, &ends[0]) ||
      __builtin_mul_overflow(a.first, b.second, &ends[1]) ||
      __builtin_mul_overflow(a.second, b.first, &ends[2]) ||
      __builtin_mul_overflow(a.second, b.second, &ends[3]))
    return std::nullopt;
  return Interval(*std::min_element(std::begin(ends), std::end(ends)),
                  *std::max_element(std::begin(ends), std::end(ends)));
}

/// In what range is a product, as far as those of its symbols, its own, and those of its parts that
/// lack one symbol tell?
static std::optional<Interval> rangeOf(const Monomial &monomial,
                                       const std::map<SymbolId, Interval> &ranges,
                                       const std::map<Monomial, Range> &products) {
  Interval whole(1, 1);
  for (SymbolId symbol : monomial) {
    auto further = product(whole, ranges.at(symbol));
    if (!further)
      return std::nullopt;
    whole = *further;
  }
  auto narrowTo = [&](std::optional<Coefficient> low, std::optional<Coefficient> high) {
    whole.first = std::max(whole.first, low.value_or(whole.first));
    whole.second = std::min(whole.second, high.value_or(whole.second));
  };
  if (auto known = products.find(monomial); known != products.end())
    narrowTo(known->second.low, known->second.high);
  for (size_t i = 0; i < monomial.size() && monomial.size() > 2; ++i) {
    Monomial part = monomial;
    part.erase(part.begin() + i);
    auto range = products.count(part) ? rangeOf(part, ranges, products) : std::nullopt;
    if (auto further = range ? product(*range, ranges.at(monomial[i])) : std::nullopt)
      narrowTo(further->first, further->second);
  }
  return whole;
}

/// Is a polynomial in range, as far as those of its symbols and products tell?
static bool isWithinRanges(const Polynomial &value, const std::map<SymbolId, Interval> &ranges,
                           const std::map<Monomial, Range> &products, Coefficient low,
                           Coefficient high) {
  Coefficient least = 0, most = 0;
  for (const auto &[monomial, coefficient] : value.terms()) {
    auto range = rangeOf(monomial, ranges, products);
    auto term = range ? product(*range, {coefficient, coefficient}) : std::nullopt;
    if (!term || __builtin_add_overflow(least, term->first, &least) ||
        __builtin_add_overflow(most, term->second, &most))
      return false;
  }
  return value.isValid() && least >= low && most <= high;
}

/// Is a polynomial of higher degree in range, as far as the ranges of its symbols tell? Those of
/// their types, and of what is known of them, such as the bounds of a loop, whose other symbols
/// have ranges.
static bool isWithin(const Model &model, int guard, const Polynomial &value, Coefficient low,
                     Coefficient high) {
  std::map<SymbolId, Range> known;
  std::map<Monomial, Range> products;
  auto narrowByGuards = [&](const Monomial &part, Range &range) {
    for (int at = guard; at >= 0; at = model.guards[at].parent)
      if (const auto &constraint = model.guards[at].constraint)
        narrow(model, part, *constraint, range);
  };
  for (const auto &[monomial, coefficient] : value.terms()) {
    for (SymbolId symbol : monomial)
      known[symbol] = {model.symbols[symbol].low, model.symbols[symbol].high};
    if (monomial.size() > 1)
      narrowByGuards(monomial, products[monomial]);
    for (size_t i = 0; i < monomial.size() && monomial.size() > 2; ++i) {
      Monomial part = monomial;
      part.erase(part.begin() + i);
      narrowByGuards(part, products[part]);
    }
  }
  for (auto &[symbol, range] : known) {
    for (const Constraint &fact : model.symbols[symbol].facts)
      narrow(model, {symbol}, fact, range);
    narrowByGuards({symbol}, range);
  }
  std::map<SymbolId, Interval> ranges;
  for (const auto &[symbol, range] : known) {
    if (!range.low || !range.high)
      return false;
    ranges[symbol] = {*range.low, *range.high};
  }
  if (isWithinRanges(value, ranges, products, low, high))
    return true;
  // With an i of 1 and more, `i * m - m` is a product of numbers from 0 on: count from there.
  constexpr Coefficient largestStart = 1 << 20;
  Polynomial counted = value;
  for (auto &[symbol, range] : ranges)
    if (Coefficient start = range.first; start > 0 && start <= largestStart) {
      counted = counted.substitute(symbol, Polynomial::symbol(symbol) + Polynomial(start));
      range = {0, range.second - start};
    }
  return !(counted == value) && isWithinRanges(counted, ranges, {}, low, high);
}

bool Evaluator::provenWithin(const Polynomial &value, Coefficient low, Coefficient high) {
  if (!value.isAffine())
    return isWithin(Result, Now.guard, value, low, high);
  return provenNonNegative(value - Polynomial(low)) && provenNonNegative(Polynomial(high) - value);
}

Polynomial Evaluator::wrap(const Polynomial &value, Coefficient modulus, Coefficient low) {
  Symbol symbol{.name = "wraps", .kind = SymbolKind::Derived, .loop = NoLoop};
  // The count differs wherever the value differs: it belongs to the innermost varying loop.
  symbol.loop = levelOf(value);
  if (!value.isAffine()) {
    // The terms of higher degree become one unknown that equal terms share.
    Polynomial affine, rest;
    for (const auto &[monomial, coefficient] : value.terms())
      (monomial.size() <= 1 ? affine : rest).add(monomial, coefficient);
    std::string key;
    for (const auto &[monomial, coefficient] : rest.terms()) {
      key += toString(coefficient);
      for (SymbolId factor : monomial)
        key += "*" + std::to_string(factor);
      key += "+";
    }
    auto [part, isNew] = NonAffineParts.try_emplace(key, 0);
    if (isNew)
      part->second =
          addSymbol({.name = Result.text(rest), .kind = SymbolKind::Opaque, .loop = levelOf(rest)});
    return wrap(affine + Polynomial::symbol(part->second), modulus, low);
  }
  SymbolId id = addSymbol(std::move(symbol));
  Polynomial result = value - Polynomial::symbol(id) * Polynomial(modulus);
  Result.symbols[id].facts.push_back({result - Polynomial(low), false});
  Result.symbols[id].facts.push_back({Polynomial(low + modulus - 1) - result, false});
  return result;
}

Polynomial Evaluator::exact(const Value &value, QualType type) {
  auto integer = integerType(type);
  if (value.kind != Value::Kind::Integer || !value.number.isValid() || !integer)
    return fresh(Context.LongLongTy, currentLoop(), "value", nullptr).number;
  if (value.modulus == 0)
    return value.number;
  Coefficient span = Coefficient(1) << integer->width;
  Coefficient low = integer->isSigned ? -span / 2 : 0;
  Polynomial reduced = value.number.withoutMultiplesOf(span);
  if (auto constant = reduced.asConstant()) {
    Coefficient rest = ((*constant - low) % span + span) % span + low;
    return Polynomial(rest);
  }
  if (provenWithin(reduced, low, low + span - 1) ||
      ((integer->width == 32 || integer->width == 16) &&
       supposeWithin(reduced, low, low + span - 1)))
    return reduced;
  return wrap(reduced, span, low);
}

/// The symbols that stand for the larger of a value and 0.
static std::set<SymbolId> maximaIn(const Model &model, const Polynomial &number) {
  std::set<SymbolId> maxima;
  for (const auto &[monomial, coefficient] : number.terms())
    for (SymbolId symbol : monomial)
      if (model.symbols[symbol].positivePartOf)
        maxima.insert(symbol);
  return maxima;
}

/// The number, where the conditions say which of the two a maximum is: what an iteration that
/// counts finds in max(0, i - m) is i - m. `holds`: is it certain that a value is not negative?
template <class Holds>
static Polynomial withoutMaxima(const Model &model, Polynomial number, Holds holds) {
  // One that holds another one is not negative if it is so for both that the other one may be.
  auto holdsForBoth = [&](const Polynomial &value) {
    if (holds(value))
      return true;
    std::set<SymbolId> inner = maximaIn(model, value);
    return std::any_of(inner.begin(), inner.end(), [&](SymbolId symbol) {
      const Polynomial part = *model.symbols[symbol].positivePartOf;
      return part.isValid() && holds(value.substitute(symbol, part)) &&
             holds(value.substitute(symbol, Polynomial()));
    });
  };
  for (SymbolId symbol : maximaIn(model, number)) {
    const Polynomial value = *model.symbols[symbol].positivePartOf;
    if (!value.isValid() || value.mentions(symbol))
      continue;
    if (holdsForBoth(value))
      number = number.substitute(symbol, value);
    else if (holdsForBoth(Polynomial() - value))
      number = number.substitute(symbol, Polynomial());
  }
  return number;
}

Polynomial Evaluator::elementNumber(const Value &value, QualType type) {
  auto integer = integerType(type);
  if (value.kind == Value::Kind::Integer && value.number.isValid() && !IsTrial) {
    Polynomial known = withoutMaxima(
        Result, value.number, [&](const Polynomial &part) { return provenNonNegative(part); });
    if (!(known == value.number))
      return elementNumber(Value::integer(std::move(known), value.modulus), type);
  }
  if (value.kind != Value::Kind::Integer || !integer || integer->width < 64)
    return exact(value, type);
  Coefficient span = Coefficient(1) << 64;
  Polynomial reduced = value.number.withoutMultiplesOf(span);
  if (value.modulus == 0 && reduced == value.number)
    return reduced;
  // Is it a sum of steps that are not all alike, and nothing in it a negative number in disguise?
  auto isSum = [&] {
    constexpr Coefficient limit = Coefficient(1) << 62, mostSteps = 1024;
    Polynomial rest;
    bool hasSum = false;
    for (const auto &[monomial, coefficient] : reduced.terms()) {
      const Symbol *symbol = monomial.empty() ? nullptr : &Result.symbols[monomial.front()];
      if (symbol && symbol->growth && symbol->loop != NoLoop && coefficient == 1) {
        const Polynomial &step = *symbol->growth;
        const auto &trip = Result.loops[symbol->loop].trip;
        auto most = upperBound(step);
        if (!(most && *most <= 2 * limit) &&
            !(trip && provenNonNegative(*trip * Polynomial(2) + Polynomial(2) - step)))
          return false;
        hasSum = true;
      } else if (!symbol || symbol->kind != SymbolKind::Index || coefficient > mostSteps ||
                 coefficient < -mostSteps) {
        rest.add(monomial, coefficient);
      }
    }
    return hasSum && provenWithin(rest, -limit, limit);
  };
  if (!reduced.isAffine() || provenWithin(reduced, -span / 2 + 1, span - 1) || isSum())
    return reduced;
  Polynomial result = wrap(reduced, span, 0);
  SymbolId count = result.terms().rbegin()->first.front();
  for (const auto &[monomial, coefficient] : result.terms())
    if (!monomial.empty() && Result.symbols[monomial.front()].kind == SymbolKind::Derived &&
        !reduced.mentions(monomial.front()))
      count = monomial.front();
  Result.symbols[count].facts.push_back({Polynomial(span / 2 - 1) - result, false});
  return result;
}

Value Evaluator::convert(const Value &value, QualType from, QualType to) {
  auto source = integerType(from), target = integerType(to);
  if (!target)
    return {};
  if (value.kind != Value::Kind::Integer || !source) {
    addDecision(value.taint);
    return fresh(to, levelOf({&value}), "value", nullptr);
  }
  if (target->isBool) {
    bool isTruth = source->isBool || (value.modulus == 0 && provenWithin(value.number, 0, 1));
    return isTruth ? value : fresh(to, levelOf({&value}), "value", nullptr);
  }
  if (target->width == source->width && !target->isSigned) {
    // The bits stay: the value is known modulo 2^w, or exactly where it is not negative.
    if (value.modulus == 0 && (!source->isSigned || provenNonNegative(value.number)))
      return value;
    return Value::integer(value.number, target->width);
  }
  if (target->width < source->width && value.modulus != 0 && !target->isSigned)
    return Value::integer(value.number, target->width);
  Polynomial number = exact(value, from);
  Coefficient span = Coefficient(1) << target->width;
  Coefficient low = target->isSigned ? -span / 2 : 0;
  bool fits = (target->isSigned || !source->isSigned)
                  ? target->width > source->width ||
                        (target->width == source->width && target->isSigned == source->isSigned)
                  : false;
  if (fits || provenWithin(number, low, low + span - 1))
    return Value::integer(number);
  if (!target->isSigned)
    return Value::integer(number, target->width);
  return Value::integer(wrap(number, span, low));
}

} // namespace loomp
