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

/// The expression for a variable, or a member of an object, valid where the loop starts.
/// `dereferences`: it follows a pointer.
static std::optional<std::string> placeAtEntry(const Model &model, LoopId loop, const Path &path,
                                               bool &dereferences) {
  const Object &object = model.objects[path.object];
  const Loop &judged = model.loops[loop];
  std::string text;
  size_t next = 0;
  bool isSelf = object.kind == ObjectKind::This;
  if (isSelf) {
    if (path.components.empty())
      return std::nullopt;
  } else if (object.kind == ObjectKind::Variable || object.isReference) {
    if (!object.declaration || !judged.isVisible(*object.declaration))
      return std::nullopt;
    text = object.name;
  } else {
    for (const auto &[variable, target] : judged.pointersAtEntry)
      if (text.empty() && !path.components.empty() && target.object == path.object &&
          target.components.size() == 1 && target.components[0].index && path.components[0].index &&
          *target.components[0].index == *path.components[0].index)
        text = variable->getNameAsString() + "->";
    if (text.empty() || path.components.size() < 2)
      return std::nullopt;
    // Where the loop runs, it must follow the pointer for certain.
    bool isFollowed = false;
    for (size_t i = judged.accessBegin; i < judged.accessEnd && !isFollowed; ++i) {
      const Access &access = model.accesses[i];
      isFollowed = access.path.object == path.object &&
                   (access.guard == judged.guardInside || access.guard == judged.guardBefore);
    }
    if (!isFollowed)
      return std::nullopt;
    dereferences = true;
    next = 1;
  }
  for (; next < path.components.size(); ++next) {
    const FieldDecl *field = path.components[next].field;
    if (path.components[next].kind != Component::Kind::Field || !field->getDeclName() ||
        !isAccessible(model, *field))
      return std::nullopt;
    std::string name = field->getNameAsString();
    if (isSelf && next == 0)
      text = judged.scope.count(name) || model.isInstantiated ? "this->" + name : name;
    else
      text += (llvm::StringRef(text).ends_with("->") ? "" : ".") + name;
  }
  return text;
}

/// Is every access one to the object itself, or to members of its class and the classes it derives
/// from?
static bool liesWithin(const Model &model, const std::vector<size_t> &accesses) {
  const Object &object = model.objects[model.accesses[accesses.front()].path.object];
  QualType type = object.kind == ObjectKind::This
                      ? object.elementType
                      : object.declaration->getType().getNonReferenceType();
  const auto *record = type.isNull() ? nullptr : type->getAsRecordDecl();
  for (size_t each : accesses) {
    const auto &components = model.accesses[each].path.components;
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

std::string pieceOf(const Path &path) {
  std::string key = std::to_string(path.object);
  size_t end = path.components.size();
  while (end > 0 && path.components[end - 1].kind != Component::Kind::Buffer)
    --end;
  for (size_t i = 0; i < end; ++i) {
    const Component &component = path.components[i];
    key += component.field ? "." + std::to_string(component.field->getFieldIndex()) : "@";
  }
  return key;
}

std::optional<ElementRange> touchedRange(const Model &model, const IntegerSolver &solver,
                                         LoopId loop, const std::vector<size_t> &accesses,
                                         const ASTContext &context) {
  const Path &sample = model.accesses[accesses.front()].path;
  ObjectId id = sample.object;
  const Object &object = model.objects[id];
  const Loop &judged = model.loops[loop];
  if (model.isInside(object.loop, loop))
    return std::nullopt;
  bool isNamed = object.kind == ObjectKind::Variable || object.isReference;
  if (isNamed && (!object.declaration || !judged.isVisible(*object.declaration)))
    return std::nullopt;
  // What stands in front of the elements: members on the way to a container's storage.
  size_t first = sample.components.size();
  while (first > 0 && sample.components[first - 1].kind != Component::Kind::Buffer)
    --first;
  bool hasBuffer = first > 0;
  ElementRange range;
  if (hasBuffer) {
    Path owner{id, {sample.components.begin(), sample.components.begin() + first - 1}, {}};
    auto text = placeAtEntry(model, loop, owner, range.dereferences);
    QualType container = !owner.components.empty() && owner.components.back().field
                             ? owner.components.back().field->getType()
                         : isNamed ? object.declaration->getType().getNonReferenceType()
                                   : QualType();
    auto member = container.isNull() ? std::nullopt : bufferMember(container);
    if (!text || !member)
      return std::nullopt;
    range.pointer = *text + "." + *member + "()";
  } else if ((isNamed || object.kind == ObjectKind::This) && liesWithin(model, accesses)) {
    bool isArray = isNamed && object.declaration->getType()->isArrayType();
    range.pointer = isNamed ? "&" + object.name : "this";
    range.low = "0";
    range.high = "1";
    return isArray ? std::nullopt : std::optional(range);
  }
  std::optional<Polynomial> low, high;
  for (size_t each : accesses) {
    const Access &access = model.accesses[each];
    const auto &components = access.path.components;
    if (components.empty() && object.kind == ObjectKind::Variable && object.declaration &&
        object.declaration->getType()->isPointerType())
      continue; // the pointer itself
    if (first >= components.size() || components[first].kind != Component::Kind::Index ||
        !components[first].index)
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
  if (!low)
    return std::nullopt;
  if (isNamed && !hasBuffer)
    range.pointer = object.declaration->getType().getNonReferenceType()->isRecordType()
                        ? object.name + ".data()" // a std::array
                        : object.name;
  // A pointer that was chosen on the way may lead to what is known to overlap.
  if (range.pointer.empty() && object.kind == ObjectKind::Loaded && !model.loadedFrom.count(id))
    return std::nullopt;
  if (range.pointer.empty()) {
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
    // Or the place where the loop itself finds the pointer.
    auto loaded = model.loadedFrom.find(id);
    if (!offset && loaded != model.loadedFrom.end())
      if (auto text = placeAtEntry(model, loop, loaded->second, range.dereferences)) {
        range.pointer = *text;
        offset = Polynomial();
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
