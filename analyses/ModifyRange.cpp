//===- ModifyRange.cpp - algorithms over ranges of elements ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   std::sort(v.begin(), v.end());
//   std::sort(v.begin(), v.end(), [&](int a, int b) { compared++; return a < b; });
//
//   auto it = std::find_if(v.begin(), v.end(), [&](int a) { return a > least; });
//   std::copy(v.begin(), v.end(), w.begin());
//
// Theorem: such a function reads or writes elements between its first position and its last, calls
// what it is given to compare or to test them, and does nothing else. Elements are moved about
// without effects if they are plain data, for which the program has no `swap` of its own, or
// strings. It calls the function any number of times, with any elements, or copies of them. So this
// is a loop, about whose iterations nothing is known, over the body of the function, with an
// unknown element for each parameter. Where there is no such function, the library compares the
// elements itself, or else nothing is known.
//
// It also copies the function, converts elements to its parameters and its result to a number:
// where the program says how, that is no part of the loop, and nothing is known.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace loomp {

/// Is it copied and destroyed without a function of the program?
static bool isCopiedQuietly(const ASTContext &context, QualType type) {
  type = type.getNonReferenceType();
  if (type.isTriviallyCopyableType(context) || type->isFunctionType() || isComparedByLibrary(type))
    return true;
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  return record && record->isLambda() &&
         std::all_of(record->field_begin(), record->field_end(), [&](const FieldDecl *field) {
           return field->getType()->isReferenceType() || isCopiedQuietly(context, field->getType());
         });
}

/// Is it called with elements as they are, and the result used as it is?
bool isCalledQuietly(const FunctionDecl &function, const Expr *callable, QualType element) {
  const ASTContext &context = function.getASTContext();
  QualType result = function.getReturnType().getNonReferenceType();
  if ((!result->isVoidType() && !result->isScalarType()) ||
      !isCopiedQuietly(context, callable->getType()))
    return false;
  const CXXRecordDecl *record = element->getAsCXXRecordDecl();
  bool isConverted =
      record && (!record->hasDefinition() || record->getVisibleConversionFunctions().begin() !=
                                                 record->getVisibleConversionFunctions().end());
  return llvm::all_of(function.parameters(), [&](const ParmVarDecl *parameter) {
    QualType type = parameter->getType().getNonReferenceType();
    if (context.hasSameUnqualifiedType(type, element))
      return parameter->getType()->isReferenceType() || isCopiedQuietly(context, type);
    return type->isScalarType() && !isConverted; // an element, or what is accumulated
  });
}

const FunctionDecl *functionOf(const Expr *callable) {
  const Expr *inner = callable->IgnoreParenImpCasts();
  if (const auto *address = dyn_cast<UnaryOperator>(inner);
      address && address->getOpcode() == UO_AddrOf)
    inner = address->getSubExpr()->IgnoreParenImpCasts();
  if (const auto *reference = dyn_cast<DeclRefExpr>(inner))
    if (const auto *function = dyn_cast<FunctionDecl>(reference->getDecl()))
      return function;
  const CXXRecordDecl *record = callable->getType()->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition())
    return nullptr;
  const CXXMethodDecl *found = nullptr;
  for (const CXXMethodDecl *method : record->methods())
    if (method->getOverloadedOperator() == OO_Call) {
      if (found || method->isVirtual())
        return nullptr;
      found = method;
    }
  if (found)
    return found;
  // `[](const auto &a, const auto &b)`, called with one type only.
  for (const Decl *member : record->decls())
    if (const auto *pattern = dyn_cast<FunctionTemplateDecl>(member);
        pattern && pattern->getDeclName().getCXXOverloadedOperator() == OO_Call)
      for (const FunctionDecl *instance : pattern->specializations()) {
        if (found || !isa<CXXMethodDecl>(instance))
          return nullptr;
        found = cast<CXXMethodDecl>(instance);
      }
  return found;
}

/// `std::less<Money>` makes a Money of each element.
bool isPlainArgument(const Expr *argument) {
  const CXXRecordDecl *record = argument->getType()->getAsCXXRecordDecl();
  if (!record)
    return argument->getType()->isArithmeticType();
  const auto *specialization = dyn_cast<ClassTemplateSpecializationDecl>(record);
  return isOfLibrary(*record) && record->isEmpty() &&
         (!specialization ||
          llvm::all_of(specialization->getTemplateArgs().asArray(), [](const auto &each) {
            return each.getKind() == TemplateArgument::Type &&
                   (each.getAsType()->isVoidType() || each.getAsType()->isArithmeticType());
          }));
}

/// Not if it is converted to a number by a function of its class.
static bool endsRange(const EffectTable &effects, const Expr &argument) {
  return !argument.getType()->isRecordType() || positionDirection(effects, argument.getType()) != 0;
}

bool Evaluator::modifyRange(const EffectRow &row, const Expr *site,
                            llvm::ArrayRef<const Expr *> arguments,
                            const std::vector<Value> &values, const std::vector<Place> &places) {
  size_t end = row.last;
  if (arguments.size() <= end || values[0].kind != Value::Kind::Pointer ||
      !endsRange(Effects, *arguments[end]))
    return false;
  QualType position = scalarType(arguments[0]->getType());
  if (!position->isPointerType() || isLinkedPosition(Effects, arguments[0]->getType()))
    return false;
  QualType type = position->getPointeeType();
  const FunctionDecl *function = nullptr;
  size_t functionAt = 0;
  for (size_t i = end + 1; i < arguments.size(); ++i) {
    if (isPlainArgument(arguments[i]) ||
        (type->isRecordType() &&
         Context.hasSameUnqualifiedType(arguments[i]->getType().getNonReferenceType(), type)))
      continue;
    function = i + 1 == arguments.size() ? functionOf(arguments[i]) : nullptr;
    functionAt = i;
    if (!function || !isCalledQuietly(*function, arguments[i], type))
      return false;
  }
  if (!movesQuietly(Effects, type) || (!function && !isComparedByLibrary(type)))
    return false;
  for (size_t i = end + 1; i < arguments.size(); ++i)
    if (arguments[i]->isGLValue() && (!function || i != functionAt)) {
      Place read = places[i];
      if (arguments[i]->getType()->isRecordType())
        read.path.components.push_back({.kind = Component::Kind::Unknown});
      recordRead(read, arguments[i]->IgnoreParenImpCasts());
    }
  Place place{.path = values[0].target};
  place.path.type = type;
  if (place.path.components.empty() || place.path.components.back().kind != Component::Kind::Index)
    return false;
  auto length = positionDifference(values[end], values[0]);
  int direction = positionDirection(Effects, arguments[0]->getType()) < 0 ? -1 : 1;
  // One element of the range, whenever it is called for another one.
  auto someElement = [&] {
    Path element = place.path;
    auto &components = element.components;
    if (length && length->isAffine() && components.back().index) {
      SymbolId id = addSymbol(
          {.name = "some element", .kind = SymbolKind::Opaque, .loop = currentLoop(), .low = 0});
      Polynomial number = Polynomial::symbol(id);
      Polynomial last = *length * Polynomial(direction) - Polynomial(1);
      Result.symbols[id].facts.push_back({last - number, false});
      components.back().index = *components.back().index + number * Polynomial(direction);
    } else {
      components.back().index = std::nullopt;
    }
    return element;
  };
  auto whole = [](Path element) {
    if (element.type->isRecordType())
      element.components.push_back({.kind = Component::Kind::Unknown});
    return Place{.path = std::move(element)};
  };
  Path element = someElement();
  Value moved = load(whole(element), site);
  addDecision(moved.taint);
  Value other;
  other.taint = moved.taint;
  store(whole(element), other, site);
  return !function || callRepeatedly(*function, arguments[functionAt], values[functionAt],
                                     places[functionAt], site, type, someElement);
}

/// `std::find_if(first, last, f)`, `std::copy(first, last, out)`. Nothing if the row does not fit
/// what stands there.
std::optional<Value> Evaluator::readRange(const EffectRow &row, const Expr *site,
                                          llvm::ArrayRef<const Expr *> arguments,
                                          const std::vector<Value> &values,
                                          const std::vector<Place> &places) {
  size_t end = row.last;
  if (arguments.size() <= end || !site || !endsRange(Effects, *arguments[end]))
    return std::nullopt;
  auto isListed = [](const std::vector<unsigned> &list, size_t i) {
    return std::find(list.begin(), list.end(), i) != list.end();
  };
  QualType type; // of the elements
  std::vector<Path> paths(arguments.size());
  for (size_t i = 0; i < arguments.size(); ++i) {
    if (i != 0 && !isListed(row.from, i) && !isListed(row.into, i))
      continue;
    QualType position = scalarType(arguments[i]->getType());
    if (values[i].kind != Value::Kind::Pointer || !position->isPointerType() ||
        values[i].target.components.empty() ||
        values[i].target.components.back().kind != Component::Kind::Index ||
        isLinkedPosition(Effects, arguments[i]->getType()))
      return std::nullopt;
    paths[i] = values[i].target;
    paths[i].type = position->getPointeeType();
    loseRow(paths[i]);
    if (i == 0)
      type = paths[i].type;
    bool fits = Context.hasSameUnqualifiedType(type, paths[i].type) ||
                (type->isArithmeticType() && paths[i].type->isArithmeticType());
    if (!fits ||
        (!arguments[i]->getType()->isPointerType() &&
         positionDirection(Effects, arguments[i]->getType()) < 0) ||
        (isListed(row.into, i) && !movesQuietly(Effects, paths[i].type)))
      return std::nullopt;
  }
  const FunctionDecl *function = nullptr;
  size_t functionAt = 0;
  for (size_t i = end + 1; i < arguments.size(); ++i) {
    QualType given = arguments[i]->getType();
    if (isListed(row.from, i) || isListed(row.into, i) || isPosition(given))
      continue;
    const FunctionDecl *called = isPlainArgument(arguments[i]) ? nullptr : functionOf(arguments[i]);
    if (called && i + 1 == arguments.size() && isCalledQuietly(*called, arguments[i], type)) {
      function = called;
      functionAt = i;
      continue;
    }
    if (called || (!isPlainArgument(arguments[i]) && !isComparedByLibrary(given)))
      return std::nullopt;
    if (arguments[i]->isGLValue()) {
      Place read = places[i];
      if (given->isRecordType())
        read.path.components.push_back({.kind = Component::Kind::Unknown});
      recordRead(read, arguments[i]->IgnoreParenImpCasts());
      readThroughView(places[i].path, site);
    }
  }
  QualType result = site->getType();
  bool isNumber = result->isArithmeticType() || result->isVoidType();
  if ((!isNumber && !scalarType(result)->isPointerType()) ||
      (!function && !isComparedByLibrary(type)))
    return std::nullopt;

  std::optional<Polynomial> length;
  if (arguments[end]->getType()->isIntegerType() && values[end].kind == Value::Kind::Integer)
    length = elementNumber(values[end], arguments[end]->getType());
  else if (!arguments[end]->getType()->isIntegerType())
    length = positionDifference(values[end], values[0]);
  if (length && !length->isValid())
    length = std::nullopt;
  auto access = [&](Path path, bool isWrite) {
    if (Quiet)
      return;
    int outside = Now.guard;
    bool repeats = length && path.components.back().index;
    if (repeats)
      enterElements(path, *length, site);
    else
      path.components.back().index = std::nullopt;
    // Which elements are read depends on what they hold.
    if (!isWrite || !repeats)
      pushGuard(std::nullopt);
    if (path.type->isRecordType())
      path.components.push_back({.kind = Component::Kind::Unknown});
    if (isWrite)
      store({.path = path}, {}, site);
    else
      recordRead({.path = path}, site);
    if (repeats)
      leaveElements();
    Now.guard = outside;
  };
  for (unsigned i : row.from)
    access(paths[i], false);
  Taint taint;
  for (unsigned i : row.from)
    taint.insert(Result.objects[paths[i].object].declaration);
  if (!result->isRealFloatingType())
    addDecision(taint);
  auto someElement = [&] {
    Path element = paths[0];
    element.components.back().index = std::nullopt;
    return element;
  };
  if (function)
    callRepeatedly(*function, arguments[functionAt], values[functionAt], places[functionAt], site,
                   type, someElement);
  for (unsigned i : row.into)
    access(paths[i], true);
  if (isNumber) {
    Value value = fresh(result, currentLoop(), sourceText(site), nullptr);
    value.taint.insert(taint.begin(), taint.end());
    return value;
  }
  // Somewhere in the range that was searched, or behind what was written.
  Path found = paths[row.into.empty() ? 0 : row.into.front()];
  std::optional<Polynomial> &index = found.components.back().index;
  if (index && length && row.into.empty()) {
    // Its end is the answer, too.
    Value position = fresh(Context.LongLongTy, currentLoop(), "position", nullptr);
    std::vector<Constraint> &facts = Result.symbols[*position.number.asSymbol()].facts;
    facts = {{position.number, false}, {*length - position.number, false}};
    index = *index + position.number;
  } else if (index && length) {
    index = *index + *length;
  } else {
    index = std::nullopt;
  }
  return Value::pointer(found);
}

/// Calls the function any number of times, with an element, or what else it may be,
/// for each parameter.
bool Evaluator::callRepeatedly(const FunctionDecl &function, const Expr *callable,
                               const Value &closure, const Place &object, const Expr *site,
                               QualType elementType, llvm::function_ref<Path()> element) {
  if (Quiet)
    return true;
  LoopId id = static_cast<LoopId>(Result.loops.size());
  Loop loop;
  loop.statement = site;
  loop.parent = currentLoop();
  loop.isLexical = false;
  loop.guardBefore = Now.guard;
  loop.accessBegin = Result.accesses.size();
  loop.effectBegin = Result.effects.size();
  Result.loops.push_back(std::move(loop));
  State before = Now;
  LoopStack.push_back(id);
  LoopModified.push_back(&Modified.of(*site));
  LoopSpared.emplace_back();
  forgetModified();
  pushGuard(std::nullopt);
  Result.loops[id].guardInside = Now.guard;
  std::vector<Path> elements;
  for (const ParmVarDecl *parameter : function.parameters()) {
    QualType plain = parameter->getType().getNonReferenceType();
    bool isElement = Context.hasSameUnqualifiedType(plain, elementType);
    elements.push_back(isElement ? element() : temporary(plain).path);
  }
  const auto *method = dyn_cast<CXXMethodDecl>(&function);
  bool isLambda = method && method->getParent()->isLambda();
  std::optional<Path> self;
  if (method && !isLambda && !method->isStatic())
    self = object.path;
  bool isKnown = !isLambda || closure.kind == Value::Kind::Closure;
  if (isKnown)
    walkThrough(function, site, self, {}, nullptr, isLambda ? &closure : nullptr, elements);
  else
    callUnknown(site, sourceText(callable));
  forgetModified();
  Result.loops[id].accessEnd = Result.accesses.size();
  Result.loops[id].effectEnd = Result.effects.size();
  LoopStack.pop_back();
  LoopModified.pop_back();
  LoopSpared.pop_back();
  std::erase_if(Now.memory, [&](const auto &entry) { return isInsideOnly(entry.second.path, id); });
  closeValues(id, Now, {}, true);
  Now.guard = before.guard;
  Now = join(Now, before);
  return true;
}

} // namespace loomp
