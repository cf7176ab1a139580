//===- ApplyLookup.cpp - elements that are found by a key -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   auto it = price.find(id);          it designates some element, or stands behind the last
//   price.at(id), price[id]            some element; `[]` inserts it if there is none
//
// Theorem: a linked container is its header and its elements, which have no numbers. A search
// compares keys by the container's own functions for that, and does nothing else: it reads the
// header and some keys. What it finds is some element, so whatever is written there may be any
// element, in any iteration.
// The functions that order, hash or compare keys do nothing but read those if they are the
// library's and the keys are of types that it compares itself.
//
// A position in such a container is one of Positions.cpp, whose element number is never known: it
// cannot count iterations, nor can one say where it stands after some of them.
//
//===----------------------------------------------------------------------===//

#include "analyses/Evaluator.h"

#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace loomp {

/// `object` is a container; the elements have no numbers.
Value Evaluator::lookUp(const EffectRow &row, const Expr *site, const FunctionDecl &callee,
                        const Place &object, llvm::ArrayRef<const Expr *> arguments,
                        const std::vector<Place> &places, Place *resultPlace) {
  QualType type = site->getType();
  auto unknown = [&] {
    callUnknown(site, callee.getNameAsString());
    return fresh(type, currentLoop(), sourceText(site), nullptr);
  };
  const auto *method = dyn_cast<CXXMethodDecl>(&callee);
  const auto *container =
      method ? dyn_cast<ClassTemplateSpecializationDecl>(method->getParent()) : nullptr;
  if (!container)
    return unknown();
  QualType containerType = Context.getCanonicalTagType(container);
  QualType element = memberType(*container, "value_type"), key = memberType(*container, "key_type");
  if (!isLinked(Effects, containerType) || element.isNull())
    return unknown();
  if (!comparesQuietly(*container))
    return unknown();
  for (const Expr *argument : arguments)
    if (!isComparedByLibrary(argument->getType()))
      return unknown();

  bool inserts = row.effect == CallEffect::FindOrInsert;
  for (size_t i = 0; i < arguments.size(); ++i)
    if (arguments[i]->isGLValue()) {
      Place read = places[i];
      if (arguments[i]->getType()->isRecordType())
        read.path.components.push_back({.kind = Component::Kind::Unknown});
      recordRead(read, arguments[i]->IgnoreParenImpCasts());
      readThroughView(places[i].path, site);
      if (arguments[i]->isXValue() && inserts)
        Result.moveStorage(places[i].path.object, object.path.object);
      if (arguments[i]->isXValue() &&
          Result.objects[places[i].path.object].kind != ObjectKind::Temporary)
        store(places[i], {}, site);
    }
  Place header = object;
  header.path.components.push_back({.kind = Component::Kind::Size, .owner = containerType});
  header.path.type = Context.getSizeType();
  header.name = nullptr;
  load(header, site);
  Place found = object;
  found.path.components.push_back({.kind = Component::Kind::Buffer, .owner = containerType});
  found.path.components.push_back({.kind = Component::Kind::Index});
  found.path.type = element;
  found.name = nullptr;
  found.isSharedByte = false;
  auto part = [&](llvm::StringRef name) -> std::optional<Place> {
    const CXXRecordDecl *pair = element->getAsCXXRecordDecl();
    for (const FieldDecl *field :
         pair ? pair->getDefinition()->fields() : RecordDecl::field_range({}, {}))
      if (field->getName() == name) {
        Place place = found;
        place.path.components.push_back({.kind = Component::Kind::Field, .field = field});
        place.path.type = field->getType();
        return place;
      }
    return std::nullopt;
  };
  bool isMap = !memberType(*container, "mapped_type").isNull();
  if (!key.isNull() && !arguments.empty()) {
    std::optional<Place> compared = isMap ? part("first") : found;
    if (!compared)
      return unknown();
    if (compared->path.type->isRecordType())
      compared->path.components.push_back({.kind = Component::Kind::Unknown});
    recordRead(*compared, site);
  }
  if (inserts) {
    recordRead(object, site);
    store(object, {}, site);
    runElementMembers(object.path, containerType, site, false);
  }
  if (!row.throws.empty())
    evaluateException(
        {.row = &row},
        {.reason = "may-throw",
         .message = "'" + callee.getNameAsString() + "' throws if there is no such key",
         .remedy = "use 'find'"},
        site);
  if (callee.getReturnType()->isReferenceType()) {
    std::optional<Place> value = isMap ? part("second") : found;
    if (!value)
      return unknown();
    if (resultPlace)
      *resultPlace = *value;
    return {};
  }
  if (isPosition(type))
    return Value::pointer(found.path);
  return fresh(type, currentLoop(), sourceText(site), nullptr);
}

/// What a function that changes a container returns: the container, or an element of it, by
/// reference or as a position; which one is not known. Any other object may hold such a position.
Value Evaluator::changedContainer(const Place &container, QualType type, Place *resultPlace) {
  Place element = container;
  if (!Context.hasSameUnqualifiedType(type.getNonReferenceType(), container.path.type)) {
    element.path.components.push_back(
        {.kind = Component::Kind::Buffer, .owner = container.path.type});
    element.path.components.push_back({.kind = Component::Kind::Index});
    element.path.type = type.getNonReferenceType();
    element.name = nullptr;
    element.isSharedByte = false;
  }
  if (isPosition(type)) {
    element.path.type = elementOf(Effects, type);
    return Value::pointer(element.path);
  }
  bool isElement = type->isReferenceType() || !type->isRecordType();
  if (!isElement)
    Result.objects[container.path.object].reachable = true;
  if (resultPlace)
    *resultPlace = isElement ? element : temporary(type);
  return {};
}

} // namespace loomp
