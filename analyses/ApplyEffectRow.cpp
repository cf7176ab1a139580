//===- ApplyEffectRow.cpp - calls that the effect tables describe ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What a row of effects/*.yaml means for the state: which of its arguments a call reads and writes,
// and what it returns. Containers are objects with two parts, a header (Size) and the storage they
// own (Buffer), so that `v.size()` is not disturbed by `v[i] = x`.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

using namespace clang;

namespace loomp {

/// Is this a `unique_ptr` that need not free what it points to?
static bool hasForeignDeleter(QualType type) {
  const auto *record =
      type.isNull() ? nullptr
                    : dyn_cast_or_null<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  if (!record || record->getName() != "unique_ptr" || record->getTemplateArgs().size() < 2)
    return false;
  const CXXRecordDecl *deleter = record->getTemplateArgs()[1].getAsType()->getAsCXXRecordDecl();
  return !deleter || !isOfLibrary(*deleter) || deleter->getName() != "default_delete";
}

Value Evaluator::applyRow(const EffectRow &row, const Expr *site, const FunctionDecl &callee,
                          std::optional<Place> object, llvm::ArrayRef<const Expr *> arguments,
                          Place *resultPlace, std::optional<Path> constructed) {
  QualType type = site ? site->getType() : callee.getReturnType();
  std::string name = callee.getNameAsString();
  std::vector<Value> values;
  std::vector<Place> places;
  for (const Expr *argument : arguments) {
    if (argument->isGLValue()) {
      places.push_back(evaluatePlace(argument));
      bool readsIt = row.effect <= CallEffect::Absolute || row.effect == CallEffect::Element ||
                     row.effect == CallEffect::CheckedElement || row.effect == CallEffect::Modify;
      const Expr *inner = argument->IgnoreParenImpCasts();
      bool isTemporary = Result.objects[places.back().path.object].kind == ObjectKind::Temporary;
      values.push_back(readsIt && !isTemporary ? load(places.back(), inner) : Value());
      if (readsIt && isTemporary)
        if (auto entry = Now.memory.find(keyOf(places.back().path)); entry != Now.memory.end())
          values.back() = entry->second.value;
      if (const CXXRecordDecl *record = argument->getType()->getAsCXXRecordDecl();
          record && record->isLambda())
        values.back() = closureOf(argument);
    } else if (isPosition(argument->getType())) {
      values.push_back(positionValue(argument));
      places.push_back({});
    } else if (argument->getType()->isRecordType()) {
      Place place = temporary(argument->getType());
      Value value = evaluateInitializer(place.path, argument->getType(), argument);
      places.push_back(place);
      values.push_back(value.kind == Value::Kind::Closure ? value : Value());
    } else {
      values.push_back(evaluateValue(argument));
      places.push_back({});
    }
  }
  Value result;
  for (const Value &value : values)
    result.taint.insert(value.taint.begin(), value.taint.end());
  if (row.isDiscontinuous)
    addDecision(result.taint);
  if (row.setsErrno && Options.errnoIsRead)
    addEffect({.reason = "hidden-state",
               .message = "'" + name + "' may set errno, which the program reads"},
              site);
  auto returnScalar = [&](Value value) {
    value.taint.insert(result.taint.begin(), result.taint.end());
    if (resultPlace) {
      *resultPlace = temporary(type);
      if (!Quiet) {
        Entry &entry = Now.memory[keyOf(resultPlace->path)];
        entry.path = resultPlace->path;
        entry.value = value;
      }
    }
    return value;
  };
  auto element = [&](Polynomial number) {
    Place place = object.value_or(Place{});
    if (!object)
      place = temporary(type);
    if (row.storage == Storage::Owned &&
        (Result.objects[place.path.object].isAdopter || hasForeignDeleter(place.path.type))) {
      ObjectId loaded = addObject({.kind = ObjectKind::Loaded,
                                   .name = "*" + Result.text(place.path),
                                   .loop = currentLoop()});
      return Place{.path = {loaded,
                            {{.kind = Component::Kind::Index, .index = std::move(number)}},
                            type.getNonReferenceType()}};
    }
    const auto *method = dyn_cast<CXXMethodDecl>(&callee);
    bool owns = row.storage == Storage::Owned;
    Component index{.kind = Component::Kind::Index, .index = std::move(number)};
    if (owns)
      place.path.components.push_back({.kind = Component::Kind::Buffer, .owner = place.path.type});
    else if (method)
      if (const auto *array = dyn_cast<ClassTemplateSpecializationDecl>(method->getParent()))
        if (array->getTemplateArgs().size() == 2 &&
            array->getTemplateArgs()[1].getKind() == TemplateArgument::Integral)
          index.extent = array->getTemplateArgs()[1].getAsIntegral().getExtValue();
    place.path.components.push_back(std::move(index));
    place.path.type = type.getNonReferenceType();
    place.name = nullptr;
    place.isSharedByte = false;
    return place;
  };
  auto sizePlace = [&](Place place) {
    place.path.components.push_back({.kind = Component::Kind::Size, .owner = place.path.type});
    place.path.type = Context.getSizeType();
    place.name = nullptr;
    return place;
  };
  auto isBitVector = [&] {
    const auto *method = dyn_cast<CXXMethodDecl>(&callee);
    const auto *container =
        method ? dyn_cast<ClassTemplateSpecializationDecl>(method->getParent()) : nullptr;
    return container && container->getTemplateArgs().size() > 0 &&
           container->getTemplateArgs()[0].getKind() == TemplateArgument::Type &&
           container->getTemplateArgs()[0].getAsType()->isBooleanType() &&
           container->getName() == "vector";
  };

  // What `at` relies on: the number of elements that the container was made with.
  auto keyOfFirstSize = [&](const Path &size) {
    std::string key = keyOf(size);
    return key.empty() ? key : key + "=";
  };

  // What a container copies from where its arguments point to.
  auto readThroughArguments = [&](bool onlyPointers = false) {
    const auto *method = dyn_cast<CXXMethodDecl>(&callee);
    for (size_t i = 0; i < arguments.size(); ++i) {
      QualType given = arguments[i]->getType();
      const CXXRecordDecl *record = given->getAsCXXRecordDecl();
      bool isElement = false;
      if (method)
        if (const auto *container = dyn_cast<ClassTemplateSpecializationDecl>(method->getParent()))
          isElement =
              container->getTemplateArgs()[0].getKind() == TemplateArgument::Type &&
              Context.hasSameUnqualifiedType(container->getTemplateArgs()[0].getAsType(), given);
      bool isPlain =
          isElement || (record && ((method && record == method->getParent()) || record->isEmpty()));
      if (isPlain || (!record && !given->isPointerType()) || (record && onlyPointers) ||
          isa<StringLiteral>(arguments[i]->IgnoreParenImpCasts()))
        continue;
      Place source;
      if (values[i].kind == Value::Kind::Pointer) {
        source.path = values[i].target;
        if (!source.path.components.empty())
          source.path.components.pop_back();
      } else {
        source.path.object =
            addObject({.kind = ObjectKind::Anything, .name = sourceText(arguments[i])});
      }
      source.path.components.push_back({.kind = Component::Kind::Unknown});
      source.path.type = record ? QualType() : given->getPointeeType();
      if (source.path.type.isNull())
        source.path.type = Context.CharTy;
      recordRead(source, site);
    }
  };

  // What the row says that the result points to.
  auto pointerResult = [&]() -> std::optional<Value> {
    if (!row.result || *row.result >= values.size() ||
        values[*row.result].kind != Value::Kind::Pointer)
      return std::nullopt;
    Value pointer = values[*row.result];
    if (!row.resultIsStart) {
      if (pointer.target.components.empty() ||
          pointer.target.components.back().kind != Component::Kind::Index ||
          !pointer.target.components.back().index)
        pointer.target.components.push_back({.kind = Component::Kind::Unknown});
      else
        pointer.target.components.back().index =
            *pointer.target.components.back().index +
            Polynomial::symbol(addSymbol({.name = "k", .loop = currentLoop(), .low = 0}));
    }
    return pointer;
  };

  // Positions from which the elements may be moved.
  for (const Expr *argument : arguments)
    if (const CXXRecordDecl *record = argument->getType()->getAsCXXRecordDecl();
        record && record->hasDefinition() && row.effect >= CallEffect::Construct)
      if (QualType element = memberType(*record, "reference");
          !element.isNull() && element->isRValueReferenceType()) {
        callUnknown(site, name);
        if (object || constructed)
          Result.loseStorage(object ? object->path.object : constructed->object);
        return fresh(type, currentLoop(), sourceText(site), nullptr);
      }
  if (takesPosition(row, callee))
    evaluateException({.row = &row},
                      {.reason = "may-throw",
                       .message = "'" + name + "' throws if the position is out of bounds"},
                      site);
  // Whatever changes a container of keys compares them, and some functions make elements.
  if (const auto *method = dyn_cast<CXXMethodDecl>(&callee);
      method && row.effect >= CallEffect::Construct) {
    const auto *container = dyn_cast<ClassTemplateSpecializationDecl>(method->getParent());
    if ((container && isLinked(Effects, Context.getCanonicalTagType(container)) &&
         !comparesQuietly(*container)) ||
        (row.makesElements() && mayRunConstructors(Effects, *method, arguments)))
      callUnknown(site, name);
  }
  // A template may ask an argument of the program's for what it needs: `text.find(convertible)`.
  if (row.effect <= CallEffect::Absolute && !row.ofProgram && callee.getPrimaryTemplate() &&
      row.effect != CallEffect::Minimum && row.effect != CallEffect::Maximum &&
      !isReadQuietly(Effects, arguments)) {
    callUnknown(site, name);
    return fresh(type, currentLoop(), sourceText(site), nullptr);
  }
  switch (row.effect) {
  case CallEffect::Never:
    return returnScalar(Value::integer(Polynomial()));
  case CallEffect::Pure:
  case CallEffect::Absolute: {
    LoopId level = NoLoop;
    if (object && Result.objects[object->path.object].kind != ObjectKind::Temporary) {
      values.push_back(load(*object, site));
      result.taint.insert(values.back().taint.begin(), values.back().taint.end());
    }
    for (const Value &value : values)
      if (LoopId own = levelOf({&value}); level == NoLoop || Result.isInside(own, level))
        level = own;
    if (row.uses.empty())
      readThroughArguments(true);
    else
      applyMemoryUses(row, site, arguments, values);
    for (const Place &place : places)
      readThroughView(place.path, site);
    if (object)
      readThroughView(object->path, site);
    // An operand that may be moved from.
    for (size_t i = 0; i < arguments.size(); ++i)
      if (arguments[i]->isXValue() && arguments[i]->getType()->isRecordType() &&
          Result.objects[places[i].path.object].kind != ObjectKind::Temporary)
        store(places[i], {}, site);
    Value value = fresh(type, level, sourceText(site), nullptr);
    value.level = level;
    if (std::optional<Value> pointer = pointerResult())
      return *pointer;
    if (value.kind == Value::Kind::Pointer)
      value = {};
    if (row.effect == CallEffect::Absolute && value.kind == Value::Kind::Integer)
      Result.symbols.back().low = 0;
    return returnScalar(value);
  }
  case CallEffect::Minimum:
  case CallEffect::Maximum: {
    if (!areComparedByLibrary(arguments))
      break;
    Value value = fresh(type, currentLoop(), sourceText(site), nullptr);
    QualType plain = type.getNonReferenceType();
    bool integers = value.kind == Value::Kind::Integer && values.size() == 2;
    for (const Value &argument : values)
      integers &= argument.kind == Value::Kind::Integer;
    if (integers) {
      // The result is attached to the outermost loop in which an argument varies.
      Polynomial a = exact(values[0], plain), b = exact(values[1], plain);
      LoopId level = NoLoop;
      for (LoopId loop : LoopStack)
        if (Result.varies(a, loop) || Result.varies(b, loop))
          level = loop;
      SymbolId symbol = *value.number.asSymbol();
      Result.symbols[symbol].loop = level;
      bool minimum = row.effect == CallEffect::Minimum;
      for (const Polynomial &argument : {a, b})
        if (argument.isAffine())
          Result.symbols[symbol].facts.push_back(
              {minimum ? argument - value.number : value.number - argument, false});
    }
    return returnScalar(value);
  }
  case CallEffect::Forward:
    if (arguments.empty() || arguments.size() > 2) // std::move(first, last, to)
      break;
    if (resultPlace && arguments.front()->isGLValue())
      *resultPlace = places.front();
    return values.front();
  case CallEffect::Element:
  case CallEffect::CheckedElement: {
    if (values.empty() || !object || !integerType(arguments.front()->getType()))
      break;
    addDecision(values.front().taint);
    if (row.effect == CallEffect::CheckedElement) {
      auto extent = element(Polynomial()).path.components.back().extent;
      Value size = extent ? Value::integer(Polynomial(*extent)) : load(sizePlace(*object), site);
      auto made = Now.memory.find(keyOfFirstSize(sizePlace(*object).path));
      checkElement(row, name, values.front(), arguments.front()->getType(),
                   {size, made != Now.memory.end() ? made->second.value : Value()}, site);
    }
    if (isBitVector() && callee.getReturnType()->isBooleanType()) {
      Place bits = *object;
      bits.path.components.push_back({.kind = Component::Kind::Buffer});
      bits.path.components.push_back({.kind = Component::Kind::Unknown});
      bits.path.type = Context.BoolTy;
      recordRead(bits, site);
      return fresh(Context.BoolTy, currentLoop(), sourceText(site), nullptr);
    }
    if (isBitVector())
      addEffect({.reason = "shared-bytes",
                 .message = "elements of 'std::vector<bool>' share their bytes",
                 .remedy = "use 'std::vector<char>'"},
                site);
    Place place = element(elementNumber(values.front(), arguments.front()->getType()));
    if (resultPlace)
      *resultPlace = place;
    if (callee.getReturnType()->isReferenceType())
      return {};
    return fresh(type, currentLoop(), sourceText(site), nullptr);
  }
  case CallEffect::First:
  case CallEffect::Last: {
    if (!object)
      break;
    Polynomial number;
    if (row.effect == CallEffect::Last) {
      Value size = load(sizePlace(*object), site);
      if (size.kind != Value::Kind::Integer)
        break;
      number = size.number - Polynomial(1);
    }
    Place place = element(number);
    if (resultPlace)
      *resultPlace = place;
    return {};
  }
  case CallEffect::Size: {
    if (!object)
      break;
    Place probe = element(Polynomial());
    if (auto extent = probe.path.components.back().extent)
      return returnScalar(Value::integer(Polynomial(*extent)));
    Value size = load(sizePlace(*object), site);
    if (auto symbol = size.number.asSymbol(); symbol && size.kind == Value::Kind::Integer)
      if (Symbol &named = Result.symbols[*symbol]; !named.origin)
        named.origin = site;
    return returnScalar(size);
  }
  case CallEffect::Empty: {
    if (!object)
      break;
    Place probe = element(Polynomial());
    if (!probe.path.components.back().extent)
      load(sizePlace(*object), site);
    return returnScalar(fresh(type, currentLoop(), sourceText(site), nullptr));
  }
  case CallEffect::Data: {
    if (!object)
      break;
    Place place = element(Polynomial());
    // The size of a std::array is part of its type, not of what a write may change.
    if (!place.path.components.back().extent)
      load(sizePlace(*object), site);
    place.path.type = type->getPointeeType();
    return Value::pointer(place.path);
  }
  case CallEffect::Begin:
  case CallEffect::End: {
    if (!object && places.size() == 1 && arguments.front()->isGLValue())
      object = places.front();
    if (!object || !scalarType(type)->isPointerType())
      break;
    auto extent = element(Polynomial()).path.components.back().extent;
    Value size = extent ? Value::integer(Polynomial(*extent)) : load(sizePlace(*object), site);
    if (size.kind != Value::Kind::Integer)
      break;
    Polynomial number =
        row.effect == CallEffect::Begin ? Polynomial() : exact(size, Context.getSizeType());
    // A position that counts down designates the element before.
    Place place = element(number - Polynomial(positionDirection(Effects, type) < 0 ? 1 : 0));
    place.path.type = scalarType(type)->getPointeeType();
    return Value::pointer(place.path);
  }
  case CallEffect::Lookup:
  case CallEffect::FindOrInsert:
    if (!object || !site)
      break;
    return lookUp(row, site, callee, *object, arguments, places, resultPlace);
  case CallEffect::Adopt:
  case CallEffect::Construct: {
    std::optional<Path> owner = constructed;
    if (!owner && object)
      owner = object->path;
    if (row.effect == CallEffect::Construct)
      readThroughArguments();
    else if (owner)
      for (size_t i = 0; i < arguments.size(); ++i) {
        const Expr *inner = arguments[i]->IgnoreParenImpCasts();
        Result.objects[owner->object].isAdopter |= arguments[i]->getType()->isPointerType() &&
                                                   !isa<CXXNewExpr, CXXNullPtrLiteralExpr>(inner);
        if (values[i].kind == Value::Kind::Pointer)
          Result.moveStorage(values[i].target.object, owner->object, true);
      }
    for (size_t i = 0; i < places.size(); ++i)
      if (arguments[i]->isGLValue()) {
        Place whole = places[i];
        if (arguments[i]->getType()->isRecordType())
          whole.path.components.push_back({.kind = Component::Kind::Unknown});
        recordRead(whole, arguments[i]->IgnoreParenImpCasts());
        if (arguments[i]->isXValue() && arguments[i]->getType()->isRecordType()) {
          store(whole, {}, site);
          if (owner)
            Result.moveStorage(whole.path.object, owner->object);
        }
      }
    if (owner) {
      Path whole = *owner;
      if (constructed)
        whole.type = type;
      store({.path = whole}, {}, site);
      runElementMembers(whole, whole.type, site, false);
      // `v(n)`, `v(n, x)`: a number that is below zero, or wraps, would be refused as a size.
      if (row.effect == CallEffect::Construct && !values.empty() &&
          values[0].kind == Value::Kind::Integer &&
          Context.hasSameType(callee.getParamDecl(0)->getType(), Context.getSizeType()) &&
          provenWithin(values[0].number, INT64_MIN, UINT64_MAX)) {
        Path size = sizePlace({.path = whole}).path;
        if (std::string key = keyOfFirstSize(size); !key.empty())
          Now.memory[key] = {.path = size, .value = values[0], .definedIn = LoopStack};
      }
    }
    return {};
  }
  case CallEffect::Modify: {
    if (!object)
      break;
    load(*object, site);
    store(*object, {}, site);
    if (resultPlace)
      *resultPlace = *object;
    return {};
  }
  case CallEffect::Destroy:
  case CallEffect::Ignore:
    return {};
  case CallEffect::Reorganize:
  case CallEffect::Exchange: {
    std::vector<Place> written;
    if (row.effect == CallEffect::Reorganize)
      readThroughArguments();
    for (size_t i = 0; i < places.size(); ++i) {
      if (places[i].path.type.isNull())
        continue;
      if (row.effect == CallEffect::Exchange || arguments[i]->isXValue()) {
        written.push_back(places[i]);
        continue;
      }
      Place source = places[i];
      if (source.path.type->isRecordType())
        source.path.components.push_back({.kind = Component::Kind::Unknown});
      recordRead(source, arguments[i]->IgnoreParenImpCasts());
    }
    if (object)
      written.push_back(*object);
    bool scalars = row.effect == CallEffect::Exchange && !object && places.size() == 2 &&
                   !places[0].path.type.isNull() && !places[0].path.type->isRecordType() &&
                   !places[0].path.type->isArrayType();
    if (scalars) {
      const Expr *first = arguments[0]->IgnoreParenImpCasts();
      const Expr *second = arguments[1]->IgnoreParenImpCasts();
      Value a = load(places[0], first), b = load(places[1], second);
      store(places[0], b, first);
      store(places[1], a, second);
      return {};
    }
    for (Place place : written) {
      if (place.path.type.isNull() ||
          Result.objects[place.path.object].kind == ObjectKind::Temporary)
        continue;
      for (const Place &other : written)
        if (!other.path.type.isNull())
          Result.moveStorage(other.path.object, place.path.object);
      recordRead(place, site);
      size_t before = Result.accesses.size();
      store(place, {}, site);
      for (size_t i = before; i < Result.accesses.size(); ++i)
        Result.accesses[i].mayKeep = row.mayKeep;
      if (row.effect == CallEffect::Reorganize)
        runElementMembers(place.path, place.path.type, site, false);
      else if (!object && !movesQuietly(Effects, place.path.type))
        callUnknown(site, name);
    }
    return object ? changedContainer(*object, callee.getReturnType(), resultPlace) : Value();
  }
  case CallEffect::Allocate: {
    applyMemoryUses(row, site, arguments, values);
    ObjectId fresh = addObject({.kind = ObjectKind::Allocation,
                                .name = name,
                                .loop = currentLoop(),
                                .reachable = true,
                                .preexisting = false});
    Path target{fresh, {{.kind = Component::Kind::Index, .index = Polynomial()}}, Context.VoidTy};
    return Value::pointer(target);
  }
  case CallEffect::ReadRange:
    if (std::optional<Value> found = readRange(row, site, arguments, values, places))
      return *found;
    break;
  case CallEffect::ModifyRange:
    // Every element is written, whatever it was: who asks what an iteration fills wants to know.
    if (!row.into.empty())
      if (std::optional<Value> filled = readRange(row, site, arguments, values, places))
        return *filled;
    if (!modifyRange(row, site, arguments, values, places))
      break;
    if (isPosition(type) && site) {
      Value position = values.front();
      position.target.components.back().index = std::nullopt;
      return position;
    }
    return fresh(type, currentLoop(), sourceText(site), nullptr);
  case CallEffect::Release: {
    Place place;
    if (!values.empty() && values.front().kind == Value::Kind::Pointer)
      place.path.object = values.front().target.object;
    else
      place.path.object = addObject({.kind = ObjectKind::Anything,
                                     .name = arguments.empty() ? name : sourceText(arguments[0])});
    place.path.components = {{.kind = Component::Kind::Unknown}};
    place.path.type = Context.CharTy;
    store(place, {}, site);
    return {};
  }
  case CallEffect::Memory:
    applyMemoryUses(row, site, arguments, values);
    if (std::optional<Value> pointer = pointerResult())
      return *pointer;
    return returnScalar(fresh(type, currentLoop(), sourceText(site), nullptr));
  case CallEffect::ConstantTable:
    return constantTable(callee);
  case CallEffect::InputOutput:
    addEffect({.reason = "observable-order",
               .message = "the order of the calls to '" + name + "' can be observed",
               .proven = true},
              site);
    if (row.uses.empty())
      forgetReachable();
    else
      applyMemoryUses(row, site, arguments, values);
    if (resultPlace && !places.empty() && callee.getReturnType()->isReferenceType())
      *resultPlace = object ? *object : places.front();
    return fresh(type, currentLoop(), sourceText(site), nullptr);
  case CallEffect::HiddenState:
    addEffect({.reason = "hidden-state",
               .message = "'" + name + "' keeps state between its calls",
               .proven = false},
              site);
    forgetReachable();
    return fresh(type, currentLoop(), sourceText(site), nullptr);
  case CallEffect::Exit:
    if (isContradiction()) {
      Now.dead = true;
      return {};
    }
    addEffect({.reason = "early-exit", .message = "'" + name + "' leaves the program"}, site);
    Now.dead = true;
    return {};
  case CallEffect::Position:
  case CallEffect::ReversePosition:
  case CallEffect::LinkedPosition:
  case CallEffect::Linked: // rows of classes, which nobody calls
    break;
  case CallEffect::Unreachable:
    Now.dead = true;
    return {};
  case CallEffect::Throw:
    if (isContradiction()) {
      Now.dead = true;
      return {};
    }
    evaluateException({.row = &row},
                      {.reason = "may-throw", .message = "an exception may leave the iteration"},
                      site);
    Now.dead = true;
    return {};
  }
  callUnknown(site, name);
  return fresh(type, currentLoop(), sourceText(site), nullptr);
}

} // namespace loomp
