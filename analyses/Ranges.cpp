//===- Ranges.cpp - which elements a loop touches -------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: let E be a subscript that is linear in the index s of a loop, with a coefficient of
// known sign. Then E lies between its values at the first and the last index. Replacing the indices
// from the innermost loop outwards leaves bounds over symbols that are fixed in the judged loop.
// The range of an object runs from the smallest lower to the largest upper bound of its accesses;
// where one does not provably dominate the others there is no range.
//
// A bound of a loop that something ends earlier, or of a value that is masked, may be none that any
// element has: a limit of 2^64 - 1. Its address would wrap around, so the check asks for that, too.
//
//===----------------------------------------------------------------------===//

#include "analyses/Ranges.h"

#include "analyses/Dependence.h"
#include "analyses/EntryParts.h"
#include "analyses/EntryText.h"
#include "analyses/Provenance.h"
#include "analyses/RangeLimits.h"

#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"

#include <algorithm>
#include <cmath>

using namespace clang;

namespace loomp {

/// What the symbol is multiplied by; absent if the value is not linear in it.
static std::optional<Polynomial> linearFactor(const Polynomial &value, SymbolId symbol) {
  Polynomial factor;
  for (const auto &[monomial, coefficient] : value.terms()) {
    auto count = std::count(monomial.begin(), monomial.end(), symbol);
    if (count > 1)
      return std::nullopt;
    Monomial others = monomial;
    if (count == 1) {
      others.erase(std::find(others.begin(), others.end(), symbol));
      factor.add(others, coefficient);
    }
  }
  return factor;
}

/// The quotient by a value of one term that divides it; absent if it does not.
static std::optional<Polynomial> dividedBy(const Polynomial &value, const Polynomial &divisor) {
  if (divisor.terms().size() != 1)
    return std::nullopt;
  const auto &[symbols, number] = *divisor.terms().begin();
  Polynomial quotient;
  for (const auto &[monomial, coefficient] : value.terms()) {
    Monomial rest;
    std::set_difference(monomial.begin(), monomial.end(), symbols.begin(), symbols.end(),
                        std::back_inserter(rest));
    if (rest.size() + symbols.size() != monomial.size() || coefficient % number != 0)
      return std::nullopt;
    quotient.add(rest, coefficient / number);
  }
  return quotient;
}

/// The element number without what its computation in 64 bits wraps by: both lead to one address.
/// A sum that the loop moves by so little at a time takes longer to pass all addresses than any
/// program runs, so that it visits them in order.
static Polynomial withoutAddressWraps(const Model &model, LoopId loop, const Polynomial &number) {
  constexpr Coefficient addresses = Coefficient(1) << 64, most = 1 << 10;
  Polynomial result;
  for (const auto &[monomial, coefficient] : number.terms()) {
    bool isVarying = std::any_of(monomial.begin(), monomial.end(),
                                 [&](SymbolId symbol) { return model.varies(symbol, loop); });
    if (isVarying && monomial.size() == 1 && coefficient % addresses == 0 &&
        model.symbols[monomial.front()].kind == SymbolKind::Derived)
      continue;
    bool isSmall = monomial.size() <= 1 && coefficient <= most && coefficient >= -most;
    if (isVarying && !isSmall)
      return number;
    result.add(monomial, coefficient);
  }
  return result;
}

/// `g * v + c >= 0` says the same as `v + floor(c / g) >= 0`.
static Polynomial withoutCommonFactor(const Polynomial &value) {
  Coefficient factor = 0;
  for (const auto &[monomial, coefficient] : value.terms())
    if (!monomial.empty())
      factor = greatestDivisor(factor, coefficient);
  if (factor <= 1)
    return value;
  Polynomial result;
  for (const auto &[monomial, coefficient] : value.terms()) {
    bool roundsDown = coefficient < 0 && coefficient % factor != 0;
    result.add(monomial, coefficient / factor - (roundsDown ? 1 : 0));
  }
  return result;
}

/// The sign of a value that is fixed in the loop, as it is where sizes are large; `assumed` gets
/// what must be so: it is no less than 0. Is the value itself no less than 0?
static std::optional<bool> assumeSign(const Model &model, LoopId loop, const Polynomial &value,
                                      std::vector<Polynomial> *assumed) {
  if (!assumed || model.varies(value, loop))
    return std::nullopt;
  constexpr Coefficient large = 1000;
  Coefficient sample = 0;
  for (const auto &[monomial, coefficient] : value.terms()) {
    if (monomial.size() > 1 || coefficient > (1 << 20) || coefficient < -(1 << 20))
      return std::nullopt;
    sample += monomial.empty() ? coefficient : coefficient * large;
  }
  bool positive = sample > 0;
  Polynomial claim = withoutCommonFactor(positive ? value : Polynomial() - value);
  // Of two that differ by a number, the stronger one is enough.
  for (Polynomial &other : *assumed)
    if (auto difference = (claim - other).asConstant()) {
      other = *difference < 0 ? claim : other;
      return positive;
    }
  assumed->push_back(std::move(claim));
  return positive;
}

/// A bound of the value without the symbol, from what is known of the symbol: `r >= 0` bounds the
/// value by its sum with a multiple of r.
static std::optional<Polynomial> boundByFact(const Model &model, const IntegerSolver &solver,
                                             const Polynomial &value, SymbolId id, int guard,
                                             bool largest) {
  auto share = linearFactor(value, id);
  auto count = share ? share->asConstant() : std::nullopt;
  if (!count || *count == 0)
    return std::nullopt;
  bool isNotNegative = isNonNegativeAt(model, solver, guard, Polynomial::symbol(id));
  for (const Constraint &fact : model.symbols[id].facts) {
    if (fact.isEquality)
      continue;
    // As much of the fact as takes the symbol away, or leaves the other sign of it.
    auto known = linearFactor(fact.value, id);
    auto step = known ? known->asConstant() : std::nullopt;
    if (!step || *step == 0 || (*count > 0) != ((*step < 0) == largest) ||
        ((*count > 0) != largest && *count % *step != 0))
      continue;
    Coefficient size = *step < 0 ? -*step : *step, total = *count < 0 ? -*count : *count;
    Polynomial part = fact.value * Polynomial((total + size - 1) / size);
    Polynomial bound = largest ? value + part : value - part;
    if (!bound.isValid())
      continue;
    if (bound.mentions(id))
      // What is left of the symbol has the other sign.
      return isNotNegative ? std::optional(bound.substitute(id, Polynomial())) : std::nullopt;
    return bound;
  }
  // `c * s` itself, for an s that is not negative.
  return isNotNegative && (*count > 0) != largest
             ? std::optional(value.substitute(id, Polynomial()))
             : std::nullopt;
}

/// Does something leave the loop before its bound, or does the library, before it has reached all
/// that it may?
static bool mayEndEarly(const Model &model, LoopId loop, int guard) {
  const Loop &left = model.loops[loop];
  bool isConditional = false;
  for (; guard >= 0 && guard != left.guardInside; guard = model.guards[guard].parent)
    isConditional |= !model.guards[guard].constraint;
  if (isConditional && isa<Expr>(left.statement))
    return true;
  return std::any_of(model.effects.begin() + left.effectBegin,
                     model.effects.begin() + left.effectEnd, [&](const Effect &effect) {
                       bool concerns =
                           effect.outermost == NoLoop || model.isInside(loop, effect.outermost);
                       return concerns && effect.reason == "early-exit";
                     });
}

/// Is the value, if it counts elements, far from passing 2^64 as a number of bytes, by its type?
static bool isSmall(const Model &model, const Polynomial &value) {
  double size = 0;
  for (const auto &[monomial, coefficient] : value.terms()) {
    double term = std::abs(static_cast<double>(coefficient));
    for (SymbolId id : monomial) {
      const Symbol &symbol = model.symbols[id];
      if (!symbol.low || !symbol.high)
        return false;
      term *= std::max(std::abs(static_cast<double>(*symbol.low)),
                       std::abs(static_cast<double>(*symbol.high)));
    }
    size += term;
  }
  return size < static_cast<double>(MostElements);
}

/// The smallest or largest value of `value` over all iterations inside the loop, as a polynomial
/// over fixed symbols. `isFar` becomes true if it may lie far beyond all values.
static std::optional<Polynomial> extreme(const Model &model, const IntegerSolver &solver,
                                         LoopId loop, Polynomial value, int guard, bool largest,
                                         std::vector<Polynomial> *assumed, bool &isFar) {
  for (unsigned round = 0; round < 32; ++round) {
    // The varying symbol of the innermost loop goes first.
    std::optional<SymbolId> chosen;
    for (const auto &[monomial, coefficient] : value.terms())
      for (SymbolId symbol : monomial)
        if (model.varies(symbol, loop) &&
            (!chosen || model.isInside(model.symbols[symbol].loop, model.symbols[*chosen].loop)))
          chosen = symbol;
    if (!chosen)
      return value;
    LoopId owner = model.symbols[*chosen].loop;
    const Symbol &symbol = model.symbols[*chosen];
    if (symbol.kind != SymbolKind::Index || owner == NoLoop) {
      if (auto bound = boundByFact(model, solver, value, *chosen, guard, largest)) {
        value = *bound;
        isFar = true;
        continue;
      }
      // What an element of `unsigned char` or a masked value can be.
      constexpr Coefficient widest = 1 << 16;
      if (!symbol.low || !symbol.high || *symbol.high - *symbol.low > widest)
        return std::nullopt;
      auto factor = linearFactor(value, *chosen);
      auto constant = factor ? factor->asConstant() : std::nullopt;
      if (!constant)
        return std::nullopt;
      Coefficient end = (*constant > 0) == largest ? *symbol.high : *symbol.low;
      value = value + Polynomial(*constant) * (Polynomial(end) - Polynomial::symbol(*chosen));
      continue;
    }
    const Loop &inner = model.loops[owner];
    if (!inner.isCanonical || inner.indexSymbol != *chosen || !inner.last || !inner.step)
      return std::nullopt;
    auto linear = linearFactor(value, *chosen);
    if (!linear)
      return std::nullopt;
    const Polynomial &factor = *linear;
    Polynomial rest = value - factor * Polynomial::symbol(*chosen);
    auto step = inner.step->asConstant();
    bool unit = step && (*step == 1 || *step == -1);
    bool up = step ? *step > 0 : inner.comparison == BO_LT || inner.comparison == BO_LE;
    if (!step && !up && inner.comparison != BO_GT && inner.comparison != BO_GE)
      return std::nullopt;
    // The multiple of the index: index = lower + step * s, or s itself.
    auto multiple = unit ? linear : dividedBy(*linear, *inner.step);
    if (!multiple)
      return std::nullopt;
    bool rising = isNonNegativeAt(model, solver, guard, *multiple);
    if (!rising && !isNonNegativeAt(model, solver, guard, Polynomial() - *multiple)) {
      auto usual = assumeSign(model, loop, *multiple, assumed);
      if (!usual)
        return std::nullopt;
      rising = *usual;
    }
    bool isLast = (rising == largest) == up;
    isFar |= isLast && mayEndEarly(model, owner, guard);
    const Polynomial &end = isLast ? *inner.last : inner.lower;
    value = rest + *multiple * (unit ? end : end - inner.lower);
  }
  return std::nullopt;
}

/// Is every place the object itself, or a member of its class or the classes it derives from?
static bool liesWithin(const Model &model, const std::vector<Touch> &touches) {
  const Object &object = model.objects[touches.front().path.object];
  QualType type = object.kind == ObjectKind::This
                      ? object.elementType
                      : object.declaration->getType().getNonReferenceType();
  const auto *record = type.isNull() ? nullptr : type->getAsRecordDecl();
  for (const Touch &touch : touches) {
    const auto &components = touch.path.components;
    if (components.empty() || components[0].kind == Component::Kind::Size)
      continue;
    if (components[0].kind != Component::Kind::Field || !record)
      return false;
    const auto *owner = dyn_cast<CXXRecordDecl>(components[0].field->getParent());
    const auto *derived = dyn_cast<CXXRecordDecl>(record);
    if (components[0].field->getParent() != record &&
        !(owner && derived && derived->hasDefinition() && derived->isDerivedFrom(owner)))
      return false;
  }
  return true;
}

size_t elementsBegin(const Path &path) {
  size_t first = path.components.size();
  while (first > 0 && path.components[first - 1].kind != Component::Kind::Buffer)
    --first;
  return first;
}

std::string pieceOf(const Path &path) {
  std::string key = std::to_string(path.object);
  size_t end = elementsBegin(path);
  for (size_t i = 0; i < end; ++i) {
    const Component &component = path.components[i];
    key += component.field ? "." + std::to_string(reinterpret_cast<std::uintptr_t>(
                                       component.field->getCanonicalDecl()))
                           : "@";
  }
  return key;
}

std::vector<Touch> touchesOf(const Model &model, const std::vector<size_t> &accesses) {
  std::vector<Touch> touches;
  for (size_t each : accesses)
    touches.push_back({model.accesses[each].path, model.accesses[each].guard});
  return touches;
}

std::vector<Touch> ownersOf(const Model &model, const std::vector<size_t> &accesses) {
  std::vector<Touch> owners;
  for (size_t each : accesses) {
    Path path = model.accesses[each].path;
    auto buffer = innermostBuffer(path);
    if (isHeader(path)) {
      path.components.pop_back();
      path.type = model.typeAt(path, path.components.size());
    } else if (auto count = wholeContainer(model, path)) {
      path.type = model.typeAt(path, *count);
      path.components.resize(*count);
    } else if (buffer && isPlainValue(model, path)) {
      path.type = path.components[*buffer].owner;
      path.components.resize(*buffer);
    } else {
      return {};
    }
    if (path.type.isNull() ||
        (!owners.empty() && owners[0].path.type.getCanonicalType() != path.type.getCanonicalType()))
      return {};
    owners.push_back({std::move(path), model.accesses[each].guard, true});
  }
  return owners;
}

/// Smallest and largest value of a number, from its type or from the values of its indices.
struct Bounds {
  Polynomial low, high;
  bool isFar = false;   ///< they may lie far beyond all values
  bool mayWrap = false; ///< the values may wrap around
};

/// First element and end of the range of all elements at component `first` of the paths.
static std::optional<Bounds> elementBounds(const Model &model, const IntegerSolver &solver,
                                           LoopId loop, const std::vector<Touch> &touches,
                                           size_t first, const ASTContext &context,
                                           std::vector<Polynomial> *assumed) {
  std::optional<Polynomial> low, high;
  bool isFar = false, mayWrap = false;
  std::vector<int> guards; ///< of the touches so far
  const Loop &judged = model.loops[loop];
  for (const Touch &touch : touches) {
    const Component &component = touch.path.components[first];
    Polynomial number = withoutAddressWraps(model, loop, *component.index);
    std::vector<Polynomial> inside;
    Polynomial exact = withoutWraps(model, loop, number, inside);
    mayWrap |= !inside.empty();
    number = assumed ? exact : number;
    for (const Polynomial &value : assumed ? inside : std::vector<Polynomial>()) {
      bool mayBeFar = false; // then the condition fails
      auto least = extreme(model, solver, loop, value, touch.guard, false, assumed, mayBeFar);
      if (!least || !numberWithParts(model, loop, *least, context))
        return std::nullopt;
      if (!isNonNegativeAt(model, solver, judged.guardInside, *least))
        assumed->push_back(*least);
    }
    auto smallest = extreme(model, solver, loop, number, touch.guard, false, assumed, isFar);
    auto largest = extreme(model, solver, loop, number, touch.guard, true, assumed, isFar);
    if (!smallest || !largest)
      return std::nullopt;
    Polynomial end = *largest + Polynomial(1);
    // One of two is enough if it is further wherever the other one's access happens at all.
    auto isFurther = [&](const Polynomial &gain, llvm::ArrayRef<int> others) {
      return isNonNegativeAt(model, solver, judged.guardInside, gain) ||
             std::all_of(others.begin(), others.end(),
                         [&](int guard) { return isNonNegativeAt(model, solver, guard, gain); });
    };
    auto choose = [&](std::optional<Polynomial> &best, const Polynomial &candidate,
                      bool wantLarge) {
      if (!best) {
        best = candidate;
        return true;
      }
      Polynomial gain = wantLarge ? candidate - *best : *best - candidate;
      bool isBetter = isFurther(gain, guards);
      if (!isBetter && !isFurther(Polynomial() - gain, touch.guard)) {
        auto usual = assumeSign(model, loop, gain, assumed);
        if (!usual)
          return false;
        isBetter = *usual;
      }
      best = isBetter ? candidate : *best;
      return true;
    };
    if (!choose(low, *smallest, false) || !choose(high, end, true))
      return std::nullopt;
    guards.push_back(touch.guard);
  }
  return low ? std::optional(Bounds{*low, *high, isFar, mayWrap}) : std::nullopt;
}

bool liesInObject(const Model &model, const Path &path) {
  for (size_t i = 0; i < path.components.size(); ++i) {
    const FieldDecl *field = path.components[i].field;
    if (path.components[i].kind != Component::Kind::Field || !field)
      continue;
    // Before C had flexible arrays, people declared the last one with one element or none.
    const ArrayType *array = field->getType()->getAsArrayTypeUnsafe();
    const auto *constant = dyn_cast_or_null<ConstantArrayType>(array);
    if (array && (!constant || constant->getSize().ule(1)))
      return false;
    QualType around = model.typeAt(path, i);
    const CXXRecordDecl *record = around.isNull() ? nullptr : around->getAsCXXRecordDecl();
    if (record && record->hasDefinition() && record->getNumVBases() > 0)
      return false;
  }
  return true;
}

bool isSameStorage(const Path &a, const Path &b, size_t count) {
  if (a.components.size() < count || b.components.size() < count || elementsBegin(b) != count)
    return false;
  for (size_t i = 0; i < count; ++i) {
    const Component &x = a.components[i], &y = b.components[i];
    bool isNumber = x.kind == Component::Kind::Index;
    if (x.kind != y.kind || x.field != y.field || (isNumber && (!x.index || x.index != y.index)))
      return false;
  }
  return true;
}

std::optional<ElementRange> touchedRange(const Model &model, const IntegerSolver &solver,
                                         LoopId loop, const std::vector<Touch> &touches,
                                         const ASTContext &context,
                                         std::vector<Polynomial> *assumed, ValueLimits *limits,
                                         const PointerText *given) {
  const Path &sample = touches.front().path;
  ObjectId id = sample.object;
  const Object &object = model.objects[id];
  const Loop &judged = model.loops[loop];
  if (model.isInside(object.loop, loop) && !given)
    return std::nullopt;
  // All of an object that owns something is more than the range of the object.
  for (const Touch &touch : touches)
    if (!liesInObject(model, touch.path) ||
        (!touch.isHeader && !isHeader(touch.path) && !isPlainValue(model, touch.path)))
      return std::nullopt;
  bool isNamed = object.kind == ObjectKind::Variable || object.isReference;
  std::optional<std::string> name =
      isNamed && object.declaration ? judged.nameAtStart(*object.declaration) : std::nullopt;
  if (isNamed && !name)
    return std::nullopt;
  size_t first = elementsBegin(sample);
  bool hasBuffer = first > 0;
  // `s[i - 1][c] + s[i][c]`: two rows are two ranges.
  if (!given && llvm::any_of(touches, [&](const Touch &touch) {
        return !isSameStorage(sample, touch.path, first);
      }))
    return std::nullopt;
  ElementRange range;
  std::optional<ElementRange> whole;
  if (hasBuffer) {
    auto storage = storageAtEntry(model, loop, sample, context);
    if (!storage)
      return std::nullopt;
    range.pointer = storage->pointer;
    range.dereferences = storage->dereferences;
    whole = wholeStorage(model, loop, *storage);
  } else if ((isNamed || object.kind == ObjectKind::This) && liesWithin(model, touches)) {
    bool isArray = isNamed && object.declaration->getType()->isArrayType();
    if (isNamed && overloadsAddress(object.declaration->getType().getNonReferenceType()))
      return std::nullopt;
    range.pointer = isNamed ? "&" + *name : "this";
    range.low = "0";
    range.high = "1";
    return isArray ? std::nullopt : std::optional(range);
  }
  if (isNamed && !hasBuffer)
    range.pointer = object.declaration->getType().getNonReferenceType()->isRecordType()
                        ? *name + ".data()" // a std::array
                        : *name;
  std::vector<Touch> elements;
  bool isKnown = true;
  for (const Touch &touch : touches) {
    const auto &components = touch.path.components;
    if (components.empty() && object.kind == ObjectKind::Variable && object.declaration &&
        object.declaration->getType()->isPointerType())
      continue; // the pointer itself
    if (first >= components.size() || components[first].kind != Component::Kind::Index)
      return std::nullopt;
    // Another buffer inside the element is no part of the range.
    isKnown &= components[first].index.has_value();
    for (size_t k = first; k < components.size(); ++k) {
      if (components[k].kind != Component::Kind::Index &&
          components[k].kind != Component::Kind::Field)
        return std::nullopt;
      isKnown &= !components[k].isFlat;
    }
    elements.push_back(touch);
  }
  if (elements.empty())
    return std::nullopt;
  // A declared array has no other elements than its own.
  if (auto extent = sample.components[first].extent; extent && isNamed && !hasBuffer) {
    whole = range;
    whole->low = "0";
    whole->high = toString(*extent);
    whole->isUpperBound = true;
  }
  auto bounds = isKnown ? elementBounds(model, solver, loop, elements, first, context, nullptr)
                        : std::nullopt;
  if (isKnown && !whole && assumed && (!bounds || bounds->mayWrap)) {
    std::vector<Polynomial> needed = *assumed;
    if (auto further = elementBounds(model, solver, loop, elements, first, context, &needed)) {
      bounds = further;
      *assumed = std::move(needed);
    }
  }
  // What only the width of a type bounds is not bounded. (A product that may wrap is itself less
  // some multiple of 2^64; it has a name, or none is found for it below.)
  auto isHuge = [&](const Polynomial &value) {
    constexpr Coefficient most = Coefficient(1) << 40;
    return !value.isValid() ||
           std::any_of(value.terms().begin(), value.terms().end(), [&](const auto &term) {
             bool isWrap = std::any_of(term.first.begin(), term.first.end(), [&](SymbolId id) {
               return model.symbols[id].kind == SymbolKind::Derived;
             });
             return !isWrap && (term.second > most || term.second < -most);
           });
  };
  if (!bounds || isHuge(bounds->low) || isHuge(bounds->high))
    return whole;
  auto [low, high, isFar, mayWrap] = *bounds;
  if (range.pointer.empty()) {
    auto pointer = given ? std::optional(*given) : pointerAtEntry(model, loop, id, context);
    if (!pointer)
      return std::nullopt;
    range.pointer = pointer->text;
    range.dereferences |= pointer->dereferences;
    low = low - pointer->offset;
    high = high - pointer->offset;
  }
  // Bounds that the loop may write itself are those of no execution until the check has succeeded.
  bool isSupposed = false;
  for (LoopId inner = 0; inner < static_cast<LoopId>(model.loops.size()); ++inner)
    isSupposed |= model.isInside(inner, loop) && model.loops[inner].isSpeculative;
  ValueLimits needed = limits ? *limits : ValueLimits();
  // Nor must a limit that is never met, SIZE_MAX among them, wrap the address around.
  auto textOf = [&](const Polynomial &end, bool isHigh) -> std::optional<std::string> {
    bool needsLimit = (isFar || isSupposed) && !isSmall(model, end);
    if (needsLimit && (isSupposed || !end.isAffine() || !assumed) && limits) {
      auto number = numberWithParts(model, loop, end, context, &range.dereferences);
      bool isLimited = number && limitNumber(*number, MostElements, needed);
      return isLimited ? std::optional(number->text) : std::nullopt;
    }
    if (needsLimit && (!end.isAffine() || (isSupposed && !assumed)))
      return std::nullopt;
    if (needsLimit && assumed)
      assumed->push_back(Polynomial(MostElements) + (isHigh ? Polynomial() - end : end));
    return elementNumberAtEntry(model, loop, end, context, &range.dereferences);
  };
  auto lowText = textOf(low, false), highText = textOf(high, true);
  if (!lowText || !highText)
    return whole;
  if (limits)
    *limits = std::move(needed);
  range.low = *lowText;
  range.high = *highText;
  return range;
}

} // namespace loomp
