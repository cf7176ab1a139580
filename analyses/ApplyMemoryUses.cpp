//===- ApplyMemoryUses.cpp - what library functions reach -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: a function that reads or writes n bytes behind a pointer to elements of s bytes, with
// n = c * s, does what a loop over them does: it accesses element number k behind the one pointed
// to, for 0 <= k < c. The loop is one like any other, so whoever asks whether a buffer is filled
// before it is read, or which range a check at run time must compare, needs to know nothing of it.
// Where n is not known to be whole elements, the function may access any part of the object.
//
// The bytes are accessed as characters, whatever the pointer says it points to: rules on types rule
// out nothing.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

using namespace clang;

namespace loomp {

/// The polynomial divided by a number, if all its coefficients are multiples of that.
static std::optional<Polynomial> dividedBy(const Polynomial &value, Coefficient divisor) {
  Polynomial result;
  for (const auto &[monomial, coefficient] : value.terms()) {
    if (coefficient % divisor != 0)
      return std::nullopt;
    result.add(monomial, coefficient / divisor);
  }
  return result;
}

/// What an argument counts. That no count of bytes passes 2^64 on its way is a standing assumption:
/// an `8 * k` that wraps, for a k of 61 bits or a negative one, leaves the memory where k elements
/// stand, or is no multiple that anybody means.
static std::optional<Polynomial> unwrappedCount(const ASTContext &context, const Value &value,
                                                QualType type) {
  constexpr Coefficient most = 1 << 20;
  Polynomial count = value.number.withoutMultiplesOf(Coefficient(1) << 64);
  bool isSmall = std::all_of(count.terms().begin(), count.terms().end(), [](const auto &term) {
    return term.second <= most && term.second >= -most;
  });
  bool isWide = type->isIntegerType() && context.getTypeSize(type) == 64;
  return isWide && isSmall && value.number.isValid() ? std::optional(count) : std::nullopt;
}

/// What the argument points to, in the text: `void *` is what was converted to it.
static QualType pointeeOf(const Expr *argument) {
  QualType type = argument->IgnoreParenImpCasts()->getType();
  if (const ArrayType *array = type->getAsArrayTypeUnsafe())
    return array->getElementType();
  return type->isPointerType() ? type->getPointeeType() : QualType();
}

static bool isCharacters(QualType type) {
  return !type.isNull() && (type->isAnyCharacterType() || type->isVoidType());
}

void Evaluator::applyMemoryUses(const EffectRow &row, const Expr *site,
                                llvm::ArrayRef<const Expr *> arguments,
                                const std::vector<Value> &values) {
  for (const MemoryUse &use : row.uses) {
    size_t last = use.andFurther ? arguments.size() : size_t(use.argument) + 1;
    for (size_t i = use.argument; i < std::min(last, arguments.size()); ++i) {
      const Expr *argument = arguments[i];
      if (!argument->getType()->isPointerType() ||
          isa<StringLiteral>(argument->IgnoreParenImpCasts()) ||
          argument->isNullPointerConstant(Context, Expr::NPC_NeverValueDependent))
        continue;
      QualType pointee = pointeeOf(argument);
      std::optional<Polynomial> bytes;
      if (!use.bytes.empty()) {
        bytes = Polynomial(1);
        for (unsigned factor : use.bytes) {
          bool isNumber = factor < arguments.size() && values[factor].kind == Value::Kind::Integer;
          if (!isNumber) {
            bytes = std::nullopt;
            break;
          }
          QualType type = arguments[factor]->getType();
          // A limit may be `(size_t)-1`.
          auto count = use.isLimit ? std::optional(exact(values[factor], type))
                                   : unwrappedCount(Context, values[factor], type);
          bytes = *bytes * (count ? *count : elementNumber(values[factor], type));
        }
      } else if (!isCharacters(pointee) && !pointee.isNull() && !pointee->isIncompleteType()) {
        bytes = Polynomial(Context.getTypeSizeInChars(pointee).getQuantity());
      }
      // Among arguments of all kinds, a format may have one written to (`%n`).
      bool mayBeWritten = use.andFurther && !use.isWrite && !isCharacters(pointee) &&
                          !pointee.isNull() && !pointee.isConstQualified();
      Path path;
      if (values[i].kind == Value::Kind::Pointer) {
        path = values[i].target;
      } else {
        path.object = addObject({.kind = ObjectKind::Anything, .name = sourceText(argument)});
        bytes = std::nullopt;
      }
      bool isExact = !use.bytes.empty() && !use.isLimit;
      accessMemory(path, pointee, bytes, use.isWrite, isExact, site);
      if (mayBeWritten)
        accessMemory(path, pointee, bytes, true, false, site);
    }
  }
}

/// `bytes` bytes, or an unknown number of them, from where a pointer with this target points to.
void Evaluator::accessMemory(Path path, QualType pointee, std::optional<Polynomial> bytes,
                             bool isWrite, bool isExact, const Expr *site) {
  auto somePart = [&] {
    path.components = {{.kind = Component::Kind::Unknown}};
    path.type = Context.CharTy;
    accessAsBytes(path, isWrite, site);
  };
  // The numbers of elements count what the path says stands there.
  bool isTyped = !path.type.isNull() && !pointee.isNull() && !path.type->isIncompleteType() &&
                 Context.hasSameUnqualifiedType(path.type, pointee) &&
                 path.type->isConstantSizeType() && !Context.getTypeSizeInChars(path.type).isZero();
  if (!isTyped)
    return somePart();
  std::optional<Polynomial> count;
  if (bytes && bytes->isValid())
    count = dividedBy(*bytes, Context.getTypeSizeInChars(path.type).getQuantity());
  if (bytes && !count)
    return somePart();
  bool pointsToElement =
      !path.components.empty() && path.components.back().kind == Component::Kind::Index;
  bool isOne = count && count->asConstant() == 1;
  if (!pointsToElement && !isOne)
    return somePart();
  if (pointsToElement && count && !isOne) {
    // What lies behind the end of an array belongs to the next row, or to the next member.
    const Component &element = path.components.back();
    bool staysInside =
        !element.extent ||
        (element.index && provenNonNegative(Polynomial(*element.extent) - *element.index - *count));
    for (const Component &component : path.components)
      if (!staysInside && component.kind == Component::Kind::Field)
        return somePart();
    if (!staysInside)
      loseRow(path);
  }
  accessElements(path, count, isWrite, count && isExact, site);
}

/// `count` elements from `path` on, or some number of them.
void Evaluator::accessElements(Path path, const std::optional<Polynomial> &count, bool isWrite,
                               bool isExact, const Expr *site) {
  if (Quiet)
    return;
  int outside = Now.guard;
  bool isOne = count && count->asConstant() == 1;
  bool repeats = count && !isOne && path.components.back().index;
  if (repeats)
    enterElements(path, *count, site);
  else if (!isOne && path.components.back().index)
    path.components.back().index =
        *path.components.back().index +
        Polynomial::symbol(addSymbol({.name = "k", .loop = currentLoop(), .low = 0}));
  if (!isExact)
    pushGuard(std::nullopt);
  accessAsBytes(path, isWrite, site);
  if (repeats)
    leaveElements();
  Now.guard = outside;
}

/// A loop over `count` elements, which the text does not have.
void Evaluator::enterElements(Path &path, const Polynomial &count, const Expr *site) {
  LoopId id = static_cast<LoopId>(Result.loops.size());
  SymbolId number = addSymbol(
      {.name = "k", .kind = SymbolKind::Index, .loop = id, .low = 0, .high = upperBound(count)});
  Loop loop;
  loop.statement = site;
  loop.parent = currentLoop();
  loop.isLexical = false;
  loop.isCanonical = true;
  loop.indexSymbol = number;
  loop.indexValue = loop.iteration = Polynomial::symbol(number);
  loop.trip = count;
  loop.last = count - Polynomial(1);
  loop.step = Polynomial(1);
  loop.provenNonEmpty = provenNonNegative(count - Polynomial(1));
  loop.guardBefore = Now.guard;
  loop.accessBegin = Result.accesses.size();
  loop.effectBegin = Result.effects.size();
  Result.loops.push_back(std::move(loop));
  LoopStack.push_back(id);
  LoopModified.push_back(&Modified.of(*site));
  LoopSpared.emplace_back();
  pushGuard(Constraint{Polynomial::symbol(number), false});
  pushGuard(Constraint{count - Polynomial::symbol(number) - Polynomial(1), false});
  Result.loops[id].guardInside = Now.guard;
  path.components.back().index = *path.components.back().index + Polynomial::symbol(number);
}

void Evaluator::leaveElements() {
  LoopId id = LoopStack.back();
  Result.loops[id].accessEnd = Result.accesses.size();
  Result.loops[id].effectEnd = Result.effects.size();
  LoopStack.pop_back();
  LoopModified.pop_back();
  LoopSpared.pop_back();
  std::erase_if(Now.memory, [&](const auto &entry) {
    for (const Component &component : entry.second.path.components)
      if (component.index && Result.varies(*component.index, id))
        return true;
    return false;
  });
}

void Evaluator::accessAsBytes(Path path, bool isWrite, const Expr *site) {
  if (Quiet)
    return;
  path.asBytes = true;
  // An object whose parts are all known is accessed part by part.
  QualType type = path.type;
  if (!type.isNull() && type->isRecordType() && path.components.size() < 6)
    if (auto leaves = leavesOf(type)) {
      for (const Leaf &leaf : *leaves) {
        Path part = path;
        part.components.insert(part.components.end(), leaf.components.begin(),
                               leaf.components.end());
        part.type = leaf.type;
        accessAsBytes(part, isWrite, site);
      }
      return;
    }
  if (!type.isNull() && (type->isRecordType() || type->isArrayType()))
    path.components.push_back({.kind = Component::Kind::Unknown});
  if (isWrite)
    store({.path = path}, {}, site); // which may leave pointers behind
  else
    recordRead({.path = path}, site);
}

/// Tables that the library owns and nobody writes are nowhere else: a pointer to a pointer to one.
Value Evaluator::constantTable(const FunctionDecl &callee) {
  QualType inner = callee.getReturnType()->getPointeeType();
  if (inner.isNull() || !inner->isPointerType())
    return {};
  auto table = [&](QualType type) {
    ObjectId object = addObject({.kind = ObjectKind::Allocation,
                                 .name = callee.getNameAsString(),
                                 .reachable = false,
                                 .preexisting = false});
    return Path{object, {{.kind = Component::Kind::Index, .index = Polynomial()}}, type};
  };
  auto [place, isNew] = ConstantTables.try_emplace(&callee);
  if (isNew) {
    place->second.first = table(inner);
    place->second.second = table(inner->getPointeeType());
  }
  Path pointer = place->second.first;
  if (!Quiet) {
    Entry &entry = Now.memory[keyOf(pointer)];
    entry.path = pointer;
    entry.value = Value::pointer(place->second.second);
  }
  return Value::pointer(pointer);
}

/// A function that reads an object of a class such as `string_view` reads what that points to.
void Evaluator::readThroughView(const Path &view, const Expr *site) {
  const RecordDecl *record = view.type.isNull() ? nullptr : view.type->getAsRecordDecl();
  if (!record || !record->getDefinition() || !view.type.isTriviallyCopyableType(Context))
    return;
  for (const FieldDecl *field : record->getDefinition()->fields())
    if (field->getType()->isPointerType() && !field->getType()->isFunctionPointerType()) {
      Path target{addObject({.kind = ObjectKind::Anything, .name = Result.text(view)}),
                  {{.kind = Component::Kind::Unknown}},
                  field->getType()->getPointeeType()};
      recordRead({.path = std::move(target)}, site);
    }
}

} // namespace loomp
