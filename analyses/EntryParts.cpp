//===- EntryParts.cpp - values of which some part has no name -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (unsigned j = 0; j < unsigned(n); ++j)     j ends at n - 2^32 * w, where nothing in the
//     a[j] = b[j];                                 program is named as w is: `(unsigned)n`
//
// Theorem: let t be text that yields c * s + R in front of the loop, where c is a number, or one
// times symbols, and R does not mention the symbol s. In a value whose terms have s once at most,
// and then with a multiple of c, c * s may be replaced by t - R. What remains has one part less
// without a name, and one more with.
//
// Such a t is a conversion to an integer type, where s counts how often that wraps; a variable that
// holds such a value, where s is the number of an iteration of a loop around; a quotient; of a loop
// whose first iteration runs untested, the last index; and of one that tests its index against two
// bounds, the nearer one.
//
// Of a conversion the model knows that 0 <= A - 2^w * s < 2^w, for an A without s: that is A as an
// unsigned integer of w bits, whatever type the source converts to.
//
// All sums are congruent modulo 2^64 to what they stand for, not more: they number elements, from
// which addresses are formed. They must not be compared.
//
//===----------------------------------------------------------------------===//

#include "analyses/EntryParts.h"

#include "analyses/EntryText.h"
#include "analyses/PeriodicCondition.h"

#include "clang/Lex/Lexer.h"

#include <algorithm>
#include <map>

using namespace clang;

namespace loomp {

namespace {

/// Text, and the value that it yields.
struct Part {
  Polynomial value;
  std::string text; ///< an operand for casts and products
  std::optional<Coefficient> low = std::nullopt, high = std::nullopt;
  bool isSigned = true; ///< its type
};

struct PartNames {
  const Model &model;
  LoopId loop;
  const ASTContext &context;
  bool *dereferences = nullptr;              ///< see elementNumberAtEntry
  std::map<SymbolId, NamedValue> names = {}; ///< parts that were given a symbol of their own
  unsigned depth = 0;                        ///< of texts in texts
  bool isSupposed = false; ///< the program may never form sums of the values: none may overflow

  std::optional<std::string> text(const Polynomial &value);
  std::optional<Polynomial> withNames(Polynomial value);
  std::optional<NumberText> factors(const Polynomial &value);

private:
  static constexpr unsigned MostRounds = 8, MostDepth = 3;

  std::optional<std::string> nameOf(SymbolId symbol) const;
  std::optional<std::string> elementRead(SymbolId symbol) const;
  std::optional<std::string> sum(const Polynomial &value, const std::string &type,
                                 const std::string &suffix) const;
  std::optional<Polynomial> without(const Polynomial &value, SymbolId symbol, const Part &part);
  std::vector<Part> partsWith(SymbolId symbol) const;
  void addVariables(SymbolId symbol, std::vector<Part> &parts) const;
  void addConversion(SymbolId symbol, std::vector<Part> &parts) const;
  void addQuotient(SymbolId symbol, std::vector<Part> &parts) const;
  void addRemainder(SymbolId symbol, std::vector<Part> &parts) const;
  void addLastIndex(SymbolId symbol, std::vector<Part> &parts) const;
  void addNearest(SymbolId symbol, std::vector<Part> &parts) const;
};

} // namespace

/// The value of an expression that is the same in all iterations, and that the header evaluates
/// before the first of them, whether there are any or not: `j = row[i]`, `j < row[i] + k`.
static std::optional<std::string> textInHeader(const Loop &judged, const Expr *expression,
                                               const ASTContext &context) {
  const auto *header = dyn_cast_or_null<ForStmt>(judged.statement);
  if (!header || !expression || !isSpelledAsNumber(*expression, context) || !judged.isLexical ||
      expression->getBeginLoc().isMacroID() || expression->getEndLoc().isMacroID())
    return std::nullopt;
  const SourceManager &sources = context.getSourceManager();
  // A condition evaluates both sides of a comparison, but not of `&&`.
  std::vector<const Stmt *> evaluated = {judged.lowerExpression};
  const auto *test = header->getCond() ? dyn_cast<BinaryOperator>(header->getCond()) : nullptr;
  if (test && test->isComparisonOp())
    evaluated.push_back(judged.boundExpression);
  auto contains = [&](const Stmt *part) {
    return part &&
           sources.isPointWithin(expression->getBeginLoc(), part->getBeginLoc(), part->getEndLoc());
  };
  if (std::none_of(evaluated.begin(), evaluated.end(), contains))
    return std::nullopt;
  for (const Stmt *part : evaluated) {
    std::vector<const Stmt *> pending = {contains(part) ? part : nullptr};
    while (!pending.empty()) {
      const Stmt *statement = pending.back();
      pending.pop_back();
      if (!statement)
        continue;
      const auto *reference = dyn_cast<DeclRefExpr>(statement);
      const auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
      const auto *binary = dyn_cast<BinaryOperator>(statement);
      const auto *member = dyn_cast<MemberExpr>(statement);
      bool isField = member && isa<FieldDecl>(member->getMemberDecl()) &&
                     !member->getType().isVolatileQualified();
      bool isKnown =
          variable
              ? judged.isVisible(*variable) && !variable->getType().isVolatileQualified() &&
                    sources.isBeforeInTranslationUnit(variable->getLocation(),
                                                      judged.statement->getBeginLoc())
              : isa<ArraySubscriptExpr, ImplicitCastExpr, ParenExpr, IntegerLiteral>(statement) ||
                    isField || (binary && (binary->isAdditiveOp() || binary->isMultiplicativeOp()));
      if (!isKnown)
        return std::nullopt;
      for (const Stmt *child : statement->children())
        pending.push_back(child);
    }
  }
  CharSourceRange range = CharSourceRange::getTokenRange(expression->getSourceRange());
  std::string text = Lexer::getSourceText(range, sources, context.getLangOpts()).str();
  return isa<DeclRefExpr, ArraySubscriptExpr, MemberExpr>(expression->IgnoreParenImpCasts())
             ? text
             : "(" + text + ")";
}

std::optional<std::string> elementNumberAtEntry(const Model &model, LoopId loop,
                                                const Polynomial &value, const ASTContext &context,
                                                bool *dereferences) {
  if (auto text = renderAtEntry(model, loop, value, context, EntryUse::Check))
    return text;
  if (!value.isValid() || model.varies(value, loop) || !model.loops[loop].isLexical)
    return std::nullopt;
  return PartNames{model, loop, context, dereferences}.text(value);
}

std::optional<NumberText> numberWithParts(const Model &model, LoopId loop, const Polynomial &value,
                                          const ASTContext &context, bool *dereferences) {
  if (!value.isValid() || model.varies(value, loop) || !model.loops[loop].isLexical)
    return std::nullopt;
  return PartNames{model, loop, context, dereferences, {}, 0, true}.factors(value);
}

std::optional<std::string> PartNames::text(const Polynomial &value) {
  auto named = withNames(value);
  return named ? sum(*named, wideInteger(context), wideSuffix(context)) : std::nullopt;
}

std::optional<NumberText> PartNames::factors(const Polynomial &value) {
  auto named = withNames(value);
  auto whole = named ? sum(*named, wideInteger(context), wideSuffix(context)) : std::nullopt;
  if (!whole)
    return std::nullopt;
  NumberText result{*whole, {}};
  for (const auto &[monomial, coefficient] : named->terms()) {
    NumberText::Term term{coefficient, {}};
    for (SymbolId id : monomial) {
      auto part = names.find(id);
      if (part != names.end()) {
        term.factors.push_back(part->second);
        continue;
      }
      std::string name = *nameOf(id);
      auto variable = model.loops[loop].scope.find(name);
      bool isSigned = variable != model.loops[loop].scope.end() &&
                      variable->second->getType().getNonReferenceType()->isSignedIntegerType();
      term.factors.push_back({name, model.symbols[id].low, model.symbols[id].high, isSigned});
    }
    result.terms.push_back(std::move(term));
  }
  return result;
}

/// The value as a polynomial over symbols that have names.
std::optional<Polynomial> PartNames::withNames(Polynomial value) {
  for (unsigned round = 0; round < MostRounds; ++round) {
    std::vector<SymbolId> unnamed;
    for (const auto &[monomial, coefficient] : value.terms())
      for (SymbolId symbol : monomial)
        if (!nameOf(symbol) && std::find(unnamed.begin(), unnamed.end(), symbol) == unnamed.end())
          unnamed.push_back(symbol);
    if (unnamed.empty())
      return value;
    // What leaves the fewest terms is the shortest.
    std::optional<Polynomial> next;
    for (SymbolId symbol : unnamed)
      for (const Part &part : partsWith(symbol))
        if (auto rest = without(value, symbol, part);
            rest && (!next || rest->terms().size() < next->terms().size()))
          next = rest;
    if (!next || !next->isValid())
      return std::nullopt;
    value = *next;
  }
  return std::nullopt;
}

static std::string withSign(Coefficient number) {
  return (number < 0 ? " - " : " + ") + toString(number < 0 ? -number : number);
}

std::optional<std::string> PartNames::nameOf(SymbolId symbol) const {
  if (auto known = names.find(symbol); known != names.end())
    return known->second.text;
  if (auto name = renderAtEntry(model, loop, Polynomial::symbol(symbol), context))
    return name;
  if (auto text = textInHeader(model.loops[loop], model.symbols[symbol].origin, context))
    return text;
  return elementRead(symbol);
}

/// An element that each iteration reads, and that holds the same in all of them: so nothing in them
/// changes it, and it holds the value where the loop starts.
std::optional<std::string> PartNames::elementRead(SymbolId symbol) const {
  auto read = symbol < model.symbols.size() ? model.loadedBy.find(symbol) : model.loadedBy.end();
  if (!dereferences || read == model.loadedBy.end() || model.varies(symbol, loop) ||
      read->second < model.loops[loop].accessBegin || read->second >= model.loops[loop].accessEnd)
    return std::nullopt;
  const Path &path = model.accesses[read->second].path;
  auto text = !path.type.isNull() && mayBeOperand(path.type)
                  ? elementAtEntry(model, loop, path, context)
                  : std::nullopt;
  *dereferences |= text.has_value();
  return text;
}

/// Each term is formed in the type, or in an unsigned one.
std::optional<std::string> PartNames::sum(const Polynomial &value, const std::string &type,
                                          const std::string &suffix) const {
  std::string text;
  for (int pass = 0; pass < 3; ++pass)
    for (const auto &[monomial, coefficient] : value.terms()) {
      if (pass != (monomial.empty() ? 2 : coefficient > 0 ? 0 : 1))
        continue;
      Coefficient magnitude = coefficient < 0 ? -coefficient : coefficient;
      if (magnitude > INT64_MAX)
        return std::nullopt;
      std::string term;
      if (magnitude != 1 || monomial.empty())
        term = toString(magnitude) + (monomial.empty() && !text.empty() ? "" : suffix);
      for (SymbolId symbol : monomial) {
        auto name = nameOf(symbol);
        if (!name)
          return std::nullopt;
        term += (term.empty() ? "(" + type + ")" : " * ") + *name;
      }
      text += text.empty() ? (coefficient > 0 ? "" : "-") : (coefficient > 0 ? " + " : " - ");
      text += term;
    }
  return text.empty() ? "0" : text;
}

/// The value with `symbol`, and what it is multiplied by in the part, replaced.
std::optional<Polynomial> PartNames::without(const Polynomial &value, SymbolId symbol,
                                             const Part &part) {
  // c * m * s + R, with a product m of other symbols.
  auto mentionsIt = [&](const auto &term) {
    return std::find(term.first.begin(), term.first.end(), symbol) != term.first.end();
  };
  const auto &terms = part.value.terms();
  auto own = std::find_if(terms.begin(), terms.end(), mentionsIt);
  if (own == terms.end() || std::count_if(terms.begin(), terms.end(), mentionsIt) != 1 ||
      std::count(own->first.begin(), own->first.end(), symbol) != 1)
    return std::nullopt;
  const auto &[product, factor] = *own;
  Polynomial rest;
  for (const auto &[monomial, coefficient] : terms)
    if (monomial != product)
      rest.add(monomial, coefficient);
  Polynomial others, share;
  for (const auto &term : value.terms()) {
    const auto &[monomial, coefficient] = term;
    if (!mentionsIt(term)) {
      others.add(monomial, coefficient);
      continue;
    }
    Monomial cofactor;
    std::set_difference(monomial.begin(), monomial.end(), product.begin(), product.end(),
                        std::back_inserter(cofactor));
    if (cofactor.size() + product.size() != monomial.size() || coefficient % factor != 0 ||
        std::find(cofactor.begin(), cofactor.end(), symbol) != cofactor.end())
      return std::nullopt;
    share.add(cofactor, coefficient / factor);
  }
  auto same = std::find_if(names.begin(), names.end(),
                           [&](const auto &each) { return each.second.text == part.text; });
  SymbolId id = same != names.end() ? same->first
                                    : static_cast<SymbolId>(model.symbols.size() + names.size());
  names[id] = {part.text, part.low, part.high, part.isSigned};
  return others + share * (Polynomial::symbol(id) - rest);
}

std::vector<Part> PartNames::partsWith(SymbolId symbol) const {
  std::vector<Part> parts;
  if (symbol >= model.symbols.size() || depth >= MostDepth)
    return parts;
  addVariables(symbol, parts);
  addConversion(symbol, parts);
  addQuotient(symbol, parts);
  addRemainder(symbol, parts);
  addLastIndex(symbol, parts);
  addNearest(symbol, parts);
  return parts;
}

void PartNames::addVariables(SymbolId symbol, std::vector<Part> &parts) const {
  const Loop &judged = model.loops[loop];
  for (const auto &[name, declaration] : judged.scope)
    if (auto known = judged.valuesAtEntry.find(declaration);
        known != judged.valuesAtEntry.end() && declaration != judged.index &&
        mayBeOperand(declaration->getType()) && known->second.isValid() &&
        known->second.mentions(symbol)) {
      QualType type = declaration->getType().getNonReferenceType();
      bool isSigned = type->isSignedIntegerOrEnumerationType();
      Coefficient count = Coefficient(1) << context.getIntWidth(type);
      parts.push_back({known->second, name, isSigned ? -count / 2 : 0,
                       (isSigned ? count / 2 : count) - 1, isSigned});
    }
}

void PartNames::addConversion(SymbolId symbol, std::vector<Part> &parts) const {
  std::optional<Floor> wraps = floorOf(model, symbol);
  if (!wraps)
    return;
  auto [converted, modulus] = *wraps;
  QualType types[] = {context.UnsignedCharTy, context.UnsignedShortTy, context.UnsignedIntTy,
                      context.UnsignedLongLongTy};
  QualType signedTypes[] = {context.SignedCharTy, context.ShortTy, context.IntTy,
                            context.LongLongTy};
  auto *type = std::find_if(std::begin(types), std::end(types), [&](QualType each) {
    return modulus == Coefficient(1) << context.getTypeSize(each);
  });
  if (type == std::end(types) || converted.mentions(symbol))
    return;
  // The source has more likely converted a value near 0 to a signed type than one near 2^(w - 1).
  bool isSigned = converted.constantTerm() > modulus / 4;
  if (isSigned)
    converted = converted - Polynomial(modulus / 2);
  bool isWide = type == std::end(types) - 1;
  std::string text, wide = wideInteger(context);
  PartNames inner{model, loop, context, dereferences, {}, depth + 1, isSupposed};
  if (auto single = converted.asSymbol(); single && inner.nameOf(*single)) {
    text = *inner.nameOf(*single);
  } else {
    // Modulo 2^64 no sum overflows.
    if (!converted.isAffine())
      return;
    auto sum = inner.sum(converted, "unsigned " + wide, "U" + wideSuffix(context));
    if (!sum && !isSupposed)
      sum = inner.text(converted);
    if (!sum)
      return;
    text = "(" + *sum + ")";
  }
  if (!isWide)
    text = "(" +
           (isSigned ? signedTypes[type - types] : *type)
               .getAsString(PrintingPolicy(context.getLangOpts())) +
           ")" + text;
  bool isNegative = isSigned && !isWide; // it may be
  parts.push_back({converted - Polynomial(modulus) * Polynomial::symbol(symbol), text,
                   isNegative ? -modulus / 2 : 0, (isNegative ? modulus / 2 : modulus) - 1,
                   isNegative});
}

/// A variable plus a number that is small, so that the sum fits 64 bits in any program.
static std::optional<std::pair<SymbolId, Coefficient>> variableAndNumber(const Model &model,
                                                                         const Polynomial &value) {
  constexpr Coefficient small = 1 << 20;
  Coefficient offset = value.constantTerm();
  auto variable = (value - Polynomial(offset)).asSymbol();
  if (!variable || *variable >= model.symbols.size() || offset > small || offset < -small)
    return std::nullopt;
  const Symbol &symbol = model.symbols[*variable];
  if (!symbol.low || !symbol.high || *symbol.low < INT64_MIN || *symbol.high > INT64_MAX)
    return std::nullopt;
  return std::pair(*variable, offset);
}

/// Does the value plus the number fit 64 bits, whatever the value is?
static bool fitsWithNumber(const Symbol &symbol, Coefficient number) {
  return *symbol.low + number >= INT64_MIN && *symbol.high + number <= INT64_MAX;
}

/// A quotient that rounds down.
void PartNames::addQuotient(SymbolId symbol, std::vector<Part> &parts) const {
  std::optional<Floor> quotient = floorOf(model, symbol);
  if (!quotient || model.symbols[symbol].facts.size() != 2 || quotient->divisor <= 1 ||
      quotient->divisor - 1 > INT32_MAX)
    return;
  auto parted = variableAndNumber(model, quotient->dividend);
  if (!parted || parted->first == symbol)
    return;
  auto [variable, offset] = *parted;
  auto name = nameOf(variable);
  if (!name || (isSupposed && !fitsWithNumber(model.symbols[variable], offset)))
    return;
  std::string count = toString(quotient->divisor),
              number = "(" + wideInteger(context) + ")" + *name;
  if (offset != 0)
    number = "(" + number + withSign(offset) + ")";
  std::string text = number + " / " + count;
  if (*model.symbols[variable].low + offset < 0)
    text += " - (" + number + " % " + count + " < 0)";
  parts.push_back({Polynomial::symbol(symbol), "(" + text + ")", INT64_MIN, INT64_MAX});
}

/// What `k & 7`, `k % 4` and the like leave. The quotient rounds down or towards zero.
void PartNames::addRemainder(SymbolId symbol, std::vector<Part> &parts) const {
  const Symbol &known = model.symbols[symbol];
  std::optional<Floor> quotient = floorOf(model, symbol);
  bool truncates = !quotient && known.dividend;
  if (truncates)
    quotient = Floor{*known.dividend, known.divisor};
  if (!quotient || quotient->divisor <= 1 || quotient->divisor - 1 > INT16_MAX)
    return;
  auto parted = variableAndNumber(model, quotient->dividend);
  auto name = parted && parted->first != symbol ? nameOf(parted->first) : std::nullopt;
  if (!name)
    return;
  auto [variable, offset] = *parted;
  if (!fitsWithNumber(model.symbols[variable], offset))
    return;
  Coefficient low = *model.symbols[variable].low + offset, divisor = quotient->divisor;
  std::string count = toString(divisor), number = "(" + wideInteger(context) + ")" + *name;
  if (offset != 0)
    number = "(" + number + withSign(offset) + ")";
  std::string text = number + " % " + count;
  if (!truncates && low < 0)
    text = (divisor & (divisor - 1)) == 0 ? number + " & " + toString(divisor - 1)
                                          : "(" + text + " + " + count + ") % " + count;
  parts.push_back({quotient->dividend - Polynomial(divisor) * Polynomial::symbol(symbol),
                   "(" + text + ")", truncates && low < 0 ? 1 - divisor : 0, divisor - 1});
}

/// Of the first index, which is always reached, and the last one that is tested, the further one.
/// The comparison must not overflow for any value of the bound.
void PartNames::addLastIndex(SymbolId symbol, std::vector<Part> &parts) const {
  for (const Loop &each : model.loops) {
    if (!each.testedLast || !each.last || each.last->asSymbol() != symbol)
      continue;
    auto parted = variableAndNumber(model, *each.testedLast);
    auto first = each.lower.asConstant();
    constexpr Coefficient small = 1 << 20;
    auto name = parted ? nameOf(parted->first) : std::nullopt;
    if (!name || !first || *first > small || *first < -small ||
        (isSupposed && !fitsWithNumber(model.symbols[parted->first], parted->second)))
      return;
    Coefficient offset = parted->second;
    std::string wide = wideInteger(context);
    std::string tested = "(" + wide + ")" + *name + (offset != 0 ? withSign(offset) : "");
    parts.push_back({Polynomial::symbol(symbol),
                     "((" + wide + ")" + *name + (each.direction > 0 ? " > " : " < ") +
                         toString(*first - offset) + " ? " + tested + " : " + toString(*first) +
                         ")",
                     INT64_MIN, INT64_MAX});
    return;
  }
}

/// Of two bounds of a loop the nearer one, if all that is known of it is that it is no further than
/// each. Both are numbers of 64 bits, which are compared as they are.
void PartNames::addNearest(SymbolId symbol, std::vector<Part> &parts) const {
  const std::vector<Constraint> &facts = model.symbols[symbol].facts;
  for (const Loop &each : model.loops) {
    Polynomial nearest = Polynomial::symbol(symbol);
    if (each.bounds.size() != 2 || facts.size() != 2 || !each.last ||
        !(nearest - *each.last).isConstant())
      continue;
    bool up = each.comparison == BO_LT || each.comparison == BO_LE;
    std::string texts[2];
    for (int i : {0, 1}) {
      Polynomial bound = up ? facts[i].value + nearest : nearest - facts[i].value;
      auto parted = variableAndNumber(model, bound);
      auto name = parted && parted->first != symbol ? nameOf(parted->first) : std::nullopt;
      if (auto number = bound.asConstant()) {
        texts[i] = toString(*number) + wideSuffix(context);
      } else if (name && fitsWithNumber(model.symbols[parted->first], parted->second)) {
        texts[i] = "(" + wideInteger(context) + ")" + *name;
        if (parted->second != 0)
          texts[i] += withSign(parted->second);
      } else {
        return;
      }
    }
    parts.push_back({nearest,
                     "(" + texts[0] + (up ? " < " : " > ") + texts[1] + " ? " + texts[0] + " : " +
                         texts[1] + ")",
                     INT64_MIN, INT64_MAX});
    return;
  }
}

std::optional<std::string> elementAtEntry(const Model &model, LoopId loop, const Path &path,
                                          const ASTContext &context) {
  const Loop &judged = model.loops[loop];
  const Object &object = model.objects[path.object];
  if (!judged.isLexical)
    return std::nullopt;
  bool isRead = false;
  for (size_t i = judged.accessBegin; i < judged.accessEnd && !isRead; ++i) {
    const Access &access = model.accesses[i];
    isRead = !access.isWrite && isSamePlace(access.path, path) &&
             (access.guard == judged.guardInside || access.guard == judged.guardBefore);
  }
  if (!isRead)
    return std::nullopt;
  std::string array;
  Polynomial start;
  size_t next = 0;
  bool isNamed = object.kind == ObjectKind::Variable || object.isReference;
  if (isNamed) {
    auto name = object.declaration ? judged.nameAtStart(*object.declaration) : std::nullopt;
    if (!name)
      return std::nullopt;
    array = *name;
    if (!path.components.empty() && path.components[0].kind == Component::Kind::Buffer) {
      QualType type = object.declaration->getType().getNonReferenceType();
      auto member = bufferMember(type);
      if (!member)
        return std::nullopt;
      array += "." + *member + "()";
      next = 1;
    } else if (!object.declaration->getType()->isArrayType()) {
      return std::nullopt;
    }
  } else {
    for (const auto &[variable, target] : judged.pointersAtEntry)
      if (array.empty() && target.object == path.object && target.components.size() == 1 &&
          target.components[0].kind == Component::Kind::Index && target.components[0].index &&
          variable->getType().getNonReferenceType()->isPointerType() &&
          !variable->getType()->isVoidPointerType()) {
        array = variable->getNameAsString();
        start = *target.components[0].index;
      }
  }
  if (array.empty() || next >= path.components.size() ||
      path.components[next].kind != Component::Kind::Index || !path.components[next].index ||
      path.components[next].isFlat)
    return std::nullopt;
  bool isFollowed = false; // where the place is read, so is all that leads there
  auto number =
      elementNumberAtEntry(model, loop, *path.components[next].index - start, context, &isFollowed);
  if (!number)
    return std::nullopt;
  std::string text = array + "[" + *number + "]";
  QualType type = model.typeAt(path, next + 1);
  for (++next; next < path.components.size(); ++next) {
    const FieldDecl *field = path.components[next].field;
    if (path.components[next].kind != Component::Kind::Field || !field->getDeclName() ||
        !isAccessible(model, *field) || type.isNull() || !namesMember(type, *field))
      return std::nullopt;
    text += "." + field->getNameAsString();
    type = field->getType().getNonReferenceType();
  }
  return text;
}

} // namespace loomp
