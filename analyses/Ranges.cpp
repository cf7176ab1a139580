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
//===----------------------------------------------------------------------===//

#include "analyses/Ranges.h"

#include "analyses/Dependence.h"

#include "clang/AST/ExprCXX.h"
#include "clang/Lex/Lexer.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// Does the expression, evaluated in front of the loop, give the value that it gave where it
/// stands? Inside the loop it does: its value is the same in all iterations, so that nothing in
/// them changes what it reads. In front of the loop it does if it only names variables that never
/// change.
static bool meansTheSameAtEntry(const Model &model, const Loop &loop, const Expr *expression,
                                const SourceManager &sources, bool mayLoad) {
  SourceLocation loopBegin = loop.statement->getBeginLoc();
  bool isInside =
      sources.isPointWithin(expression->getBeginLoc(), loopBegin, loop.statement->getEndLoc());
  std::vector<const Stmt *> pending = {expression};
  while (!pending.empty()) {
    const Stmt *statement = pending.back();
    pending.pop_back();
    if (!statement)
      continue;
    if (const auto *reference = dyn_cast<DeclRefExpr>(statement)) {
      const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
      if (variable && !sources.isBeforeInTranslationUnit(variable->getLocation(), loopBegin))
        return false;
      if (!variable && !isa<EnumConstantDecl, CXXMethodDecl>(reference->getDecl()))
        return false;
      if (variable && !isInside &&
          (!variable->hasLocalStorage() || variable->getType()->isReferenceType() ||
           !loop.isVisible(*variable) || model.changing.count(variable->getCanonicalDecl())))
        return false;
    } else if (!isInside && isa<MemberExpr, ArraySubscriptExpr, CXXOperatorCallExpr>(statement)) {
      return false;
    } else if (mayLoad &&
               isa<ArraySubscriptExpr, BinaryOperator, CXXOperatorCallExpr, CStyleCastExpr,
                   UnaryOperator, FloatingLiteral, CXXStaticCastExpr>(statement)) {
      const auto *unary = dyn_cast<UnaryOperator>(statement);
      const auto *binary = dyn_cast<BinaryOperator>(statement);
      const auto *call = dyn_cast<CXXOperatorCallExpr>(statement);
      if ((unary && unary->isIncrementDecrementOp()) || (binary && binary->isAssignmentOp()) ||
          (call && call->getOperator() != OO_Subscript) ||
          (unary && unary->getOpcode() == UO_Deref && !isInside))
        return false;
    } else if (!isa<MemberExpr, ImplicitCastExpr, ParenExpr, CXXThisExpr, IntegerLiteral>(
                   statement)) {
      return false;
    }
    for (const Stmt *child : statement->children())
      pending.push_back(child);
  }
  return true;
}

static std::optional<std::string> nameAtEntry(const Model &model, LoopId loop, SymbolId symbol,
                                              const ASTContext &context, bool mayLoad) {
  const Loop &judged = model.loops[loop];
  auto place = judged.namesAtEntry.find(symbol);
  if (place != judged.namesAtEntry.end())
    return place->second;
  if (const auto &value = model.symbols[symbol].positivePartOf) {
    auto text = renderAtEntry(model, loop, *value, context, false);
    return text ? std::optional("(" + *text + " > 0 ? " + *text + " : 0)") : std::nullopt;
  }
  const SourceManager &sources = context.getSourceManager();
  const Expr *origin = model.symbols[symbol].origin;
  if (!origin || !judged.isLexical || origin->getBeginLoc().isMacroID() ||
      !meansTheSameAtEntry(model, judged, origin, sources, mayLoad))
    return std::nullopt;
  CharSourceRange range = CharSourceRange::getTokenRange(origin->getSourceRange());
  std::string text = Lexer::getSourceText(range, sources, context.getLangOpts()).str();
  bool isPrimary = isa<DeclRefExpr, MemberExpr, ArraySubscriptExpr, CallExpr, ParenExpr>(
      origin->IgnoreImpCasts());
  return isPrimary ? text : "(" + text + ")";
}

/// A variable that holds the value where the loop starts, and that the loop leaves alone.
static std::optional<std::string> variableAtEntry(const Model &model, LoopId loop,
                                                  const Polynomial &value) {
  const Loop &judged = model.loops[loop];
  for (const auto &[name, declaration] : judged.scope) {
    auto known = judged.valuesAtEntry.find(declaration);
    if (!judged.isLexical || known == judged.valuesAtEntry.end() || !(known->second == value) ||
        declaration == judged.index)
      continue;
    bool written = false;
    for (size_t i = judged.accessBegin; i < judged.accessEnd; ++i)
      written |= model.accesses[i].isWrite &&
                 model.objects[model.accesses[i].path.object].declaration == declaration;
    if (!written)
      return name;
  }
  return std::nullopt;
}

std::optional<std::string> renderAtEntry(const Model &model, LoopId loop, const Polynomial &value,
                                         const ASTContext &context, bool mayLoad) {
  if (!value.isValid() || model.varies(value, loop))
    return std::nullopt;
  if (!value.isConstant() && !value.asSymbol())
    if (auto name = variableAtEntry(model, loop, value))
      return name;
  std::string text;
  bool leading = true, isSingle = value.asSymbol().has_value();
  for (int pass = 0; pass < 3; ++pass) {
    for (const auto &[monomial, coefficient] : value.terms()) {
      if (pass != (monomial.empty() ? 2 : coefficient > 0 ? 0 : 1))
        continue;
      bool negative = coefficient < 0;
      text += text.empty() ? (negative ? "-" : "") : (negative ? " - " : " + ");
      Coefficient magnitude = negative ? -coefficient : coefficient;
      bool first = true;
      if (magnitude != 1 || monomial.empty()) {
        bool widen = !mayLoad && leading && !monomial.empty();
        text += toString(magnitude) + (widen ? "LL" : "");
        leading &= !widen;
        first = false;
      }
      for (SymbolId symbol : monomial) {
        auto name = nameAtEntry(model, loop, symbol, context, mayLoad);
        if (!name)
          return std::nullopt;
        // Products, and sums whose parts may leave a narrow or unsigned type, are formed in a type
        // that holds every element number; the first operand decides.
        bool narrow = model.symbols[symbol].high.value_or(INT64_MAX) < INT64_MAX / 2;
        bool widen = first && (monomial.size() > 1 || (!mayLoad && leading && !isSingle && narrow));
        text += (first ? "" : " * ") + (widen ? "(long long)" + *name : *name);
        leading = false;
        first = false;
      }
    }
  }
  return text.empty() ? "0" : text;
}

/// The smallest or largest value of `value` over all iterations inside the loop, as a polynomial
/// over fixed symbols.
static std::optional<Polynomial> extreme(const Model &model, const IntegerSolver &solver,
                                         LoopId loop, Polynomial value, int guard, bool largest) {
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
    if (model.symbols[*chosen].kind != SymbolKind::Index || owner == NoLoop)
      return std::nullopt;
    const Loop &inner = model.loops[owner];
    if (!inner.isCanonical || inner.indexSymbol != *chosen || !inner.last || !inner.step)
      return std::nullopt;
    Polynomial factor, rest;
    for (const auto &[monomial, coefficient] : value.terms()) {
      auto count = std::count(monomial.begin(), monomial.end(), *chosen);
      if (count > 1)
        return std::nullopt;
      Monomial others = monomial;
      if (count == 1) {
        others.erase(std::find(others.begin(), others.end(), *chosen));
        factor.add(others, coefficient);
      } else {
        rest.add(others, coefficient);
      }
    }
    bool rising = isNonNegativeAt(model, solver, guard, factor);
    if (!rising && !isNonNegativeAt(model, solver, guard, Polynomial() - factor))
      return std::nullopt;
    auto step = inner.step->asConstant();
    if (!step)
      return std::nullopt;
    bool unit = *step == 1 || *step == -1;
    if (unit) {
      bool up = *step > 0;
      bool wantLarge = rising == largest;
      value = rest + factor * (wantLarge == up ? *inner.last : inner.lower);
    } else {
      // index = lower + step * s, so s <= (last - lower) / step.
      auto constant = factor.asConstant();
      if (!constant || *constant % *step != 0)
        return std::nullopt;
      Polynomial atLast = rest + Polynomial(*constant / *step) * (*inner.last - inner.lower);
      value = rising == largest ? atLast : rest;
    }
  }
  return std::nullopt;
}

/// The member function that returns where the elements of a container begin; none if they do not
/// stand in one piece.
static std::optional<std::string> bufferMember(QualType container) {
  if (const CXXRecordDecl *record = container->getAsCXXRecordDecl())
    for (const CXXMethodDecl *method : record->methods())
      for (const char *name : {"data", "get"})
        if (method->getDeclName().isIdentifier() && method->getName() == name)
          return name;
  return std::nullopt;
}

std::optional<ElementRange> touchedRange(const Model &model, const IntegerSolver &solver,
                                         LoopId loop, ObjectId id, const ASTContext &context) {
  const Object &object = model.objects[id];
  const Loop &judged = model.loops[loop];
  if (model.isInside(object.loop, loop) || !object.declaration)
    return std::nullopt;
  bool isNamed = object.kind == ObjectKind::Variable || object.isReference;
  if (isNamed && !judged.isVisible(*object.declaration))
    return std::nullopt;
  std::optional<Polynomial> low, high;
  bool hasBuffer = false, isScalar = false;
  for (size_t i = judged.accessBegin; i < judged.accessEnd; ++i) {
    const Access &access = model.accesses[i];
    if (access.path.object != id)
      continue;
    size_t first = 0;
    const auto &components = access.path.components;
    if (components.size() == 1 && components[0].kind == Component::Kind::Size)
      continue; // the header of the container, not its elements
    if (components.empty() && object.kind == ObjectKind::Variable && object.declaration &&
        object.declaration->getType()->isPointerType())
      continue; // the pointer itself
    if (!components.empty() && components[0].kind == Component::Kind::Buffer) {
      hasBuffer = true;
      first = 1;
    }
    if (first == components.size()) {
      isScalar = true;
      continue;
    }
    if (components[first].kind != Component::Kind::Index || !components[first].index)
      return std::nullopt;
    // Another buffer inside the element is no part of the range.
    for (size_t k = first; k < components.size(); ++k)
      if (components[k].isFlat || (components[k].kind != Component::Kind::Index &&
                                   components[k].kind != Component::Kind::Field))
        return std::nullopt;
    auto smallest = extreme(model, solver, loop, *components[first].index, access.guard, false);
    auto largest = extreme(model, solver, loop, *components[first].index, access.guard, true);
    if (!smallest || !largest)
      return std::nullopt;
    Polynomial end = *largest + Polynomial(1);
    auto choose = [&](std::optional<Polynomial> &best, const Polynomial &candidate,
                      bool wantLarge) {
      if (!best) {
        best = candidate;
        return true;
      }
      Polynomial gain = wantLarge ? candidate - *best : *best - candidate;
      if (isNonNegativeAt(model, solver, judged.guardInside, gain))
        best = candidate;
      else if (!isNonNegativeAt(model, solver, judged.guardInside, Polynomial() - gain))
        return false;
      return true;
    };
    if (!choose(low, *smallest, false) || !choose(high, end, true))
      return std::nullopt;
  }
  ElementRange range;
  if (isScalar) {
    if (low || object.declaration->getType()->isArrayType())
      return std::nullopt;
    return ElementRange{"&" + object.name, "0", "1"};
  }
  if (!low)
    return std::nullopt;
  range.pointer = object.name;
  if (hasBuffer) {
    auto member = bufferMember(object.declaration->getType().getNonReferenceType());
    if (!member)
      return std::nullopt;
    range.pointer += "." + *member + "()";
  }
  bool isArray = object.kind == ObjectKind::Variable;
  if (!isArray && !hasBuffer) {
    // A pointer variable that still points to the object, and how far into it.
    std::optional<Polynomial> offset;
    for (const auto &[variable, target] : judged.pointersAtEntry) {
      if (target.object != id || target.components.size() != 1 || !target.components[0].index ||
          target.components[0].kind != Component::Kind::Index)
        continue;
      bool better = !offset || variable == object.declaration;
      if (better) {
        offset = target.components[0].index;
        range.pointer = variable->getNameAsString();
      }
    }
    if (!offset)
      return std::nullopt;
    low = *low - *offset;
    high = *high - *offset;
  }
  auto lowText = renderAtEntry(model, loop, *low, context);
  auto highText = renderAtEntry(model, loop, *high, context);
  if (!lowText || !highText)
    return std::nullopt;
  range.low = *lowText;
  range.high = *highText;
  return range;
}

} // namespace loomp
