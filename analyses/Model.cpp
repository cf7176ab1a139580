//===- Model.cpp - what the evaluator learns about a function -------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/Model.h"

#include <algorithm>

using namespace clang;

namespace loomp {

std::optional<std::string> Loop::nameAtStart(const ValueDecl &declaration) const {
  std::string name = declaration.getNameAsString();
  const ValueDecl *canonical = cast<ValueDecl>(declaration.getCanonicalDecl());
  if (name.empty() || !globalNames || globalNames->switched.count(name))
    return std::nullopt; // also: the variable of an anonymous union
  auto place = scope.find(name);
  if (place != scope.end() && place->second->getCanonicalDecl() == canonical)
    return name;
  const auto *variable = dyn_cast<VarDecl>(&declaration);
  if (!variable || variable->hasLocalStorage() || variable->isStaticLocal())
    return std::nullopt;
  auto spelled = globalNames->spelled.find(canonical);
  bool isSpelled = spelled != globalNames->spelled.end();
  std::string text = isSpelled ? spelled->second : name;
  // The first name is what a block could hide.
  std::string first = StringRef(text).split("::").first.str();
  if (globalNames->local.count(first) || scope.count(first))
    return std::nullopt;
  return isSpelled || findsGlobal(*function, *variable) ? std::optional(text) : std::nullopt;
}

bool Loop::isVisible(const ValueDecl &declaration) const {
  return nameAtStart(declaration) == declaration.getNameAsString();
}

LoopId Model::lexicalLoop(const Stmt &statement) const {
  LoopId found = NoLoop;
  for (LoopId each = 0; each < static_cast<LoopId>(loops.size()); ++each)
    if (loops[each].statement == &statement && loops[each].isLexical)
      found = each;
  return found;
}

bool Model::isInside(LoopId inner, LoopId outer) const {
  for (; inner != NoLoop; inner = loops[inner].parent)
    if (inner == outer)
      return true;
  return false;
}

bool Model::varies(const Polynomial &value, LoopId loop) const {
  for (const auto &[monomial, coefficient] : value.terms())
    for (SymbolId symbol : monomial)
      if (varies(symbol, loop))
        return true;
  return false;
}

static bool isCharacterLike(QualType type) {
  if (type->isCharType() || type->isStdByteType())
    return true;
  const auto *enumeration = type->getAs<EnumType>();
  return enumeration && enumeration->getDecl()->getIntegerType()->isCharType();
}

/// The kind of an integer type with `unsigned` taken away: the two variants may alias.
static BuiltinType::Kind signedKind(QualType type) {
  switch (type->castAs<BuiltinType>()->getKind()) {
  case BuiltinType::UShort:
    return BuiltinType::Short;
  case BuiltinType::UInt:
    return BuiltinType::Int;
  case BuiltinType::ULong:
    return BuiltinType::Long;
  case BuiltinType::ULongLong:
    return BuiltinType::LongLong;
  case BuiltinType::UInt128:
    return BuiltinType::Int128;
  default:
    return type->castAs<BuiltinType>()->getKind();
  }
}

bool Model::typesMayOverlap(QualType a, QualType b) const {
  if (!strictAliasing || a.isNull() || b.isNull())
    return true;
  a = a.getCanonicalType().getUnqualifiedType();
  b = b.getCanonicalType().getUnqualifiedType();
  if (a == b || isCharacterLike(a) || isCharacterLike(b))
    return true;
  bool scalars = (a->isBuiltinType() || a->isAnyPointerType()) &&
                 (b->isBuiltinType() || b->isAnyPointerType());
  if (!scalars || a->isDependentType() || b->isDependentType())
    return true;
  if (a->isAnyPointerType() && b->isAnyPointerType())
    return true;
  if (a->isAnyPointerType() != b->isAnyPointerType())
    return false;
  if (a->isFloatingType() || b->isFloatingType())
    return false;
  return signedKind(a) == signedKind(b);
}

// Theorem: the members of a class of the standard library are its own, so that no lvalue leads into
// the header of a container but one of the class itself, or of a character: it is changed by what
// the class does. An integer that is written elsewhere is no part of it, whatever `size` returns.
QualType Model::typeInMemory(const Path &path) const {
  bool isSealed = isHeader(path) && isStandardClass(path.components.back().owner);
  return isSealed ? function->getASTContext().NullPtrTy : path.type;
}

/// Is this a scalar element of the storage of a container, or of a variable that is no class
/// object? Variables of characters are left out: an object may be made in them.
bool Model::isPlainElement(const Path &path) const {
  if (const auto *variable = dyn_cast_or_null<VarDecl>(objects[path.object].declaration);
      variable && objects[path.object].kind == ObjectKind::Variable) {
    QualType type = variable->getType();
    while (const ArrayType *array = type->getAsArrayTypeUnsafe())
      type = array->getElementType();
    if (type->isScalarType() && !isCharacterLike(type))
      return true;
  }
  size_t count = path.components.size();
  return count >= 2 && path.components[count - 1].kind == Component::Kind::Index &&
         path.components[count - 2].kind == Component::Kind::Buffer && !path.type.isNull() &&
         path.type->isScalarType();
}

bool isInMember(const Path &path) {
  for (auto component = path.components.rbegin(); component != path.components.rend();
       ++component) {
    if (component->kind == Component::Kind::Field)
      return true;
    if (component->kind == Component::Kind::Size)
      return true;
    if (component->kind != Component::Kind::Index)
      return false;
  }
  return false;
}

std::optional<size_t> innermostBuffer(const Path &path) {
  for (size_t i = path.components.size(); i-- > 0;)
    if (path.components[i].kind == Component::Kind::Buffer)
      return i;
  return std::nullopt;
}

QualType Model::typeAt(const Path &path, size_t count) const {
  const Object &object = objects[path.object];
  QualType type = object.kind == ObjectKind::This ? object.elementType
                  : object.declaration ? object.declaration->getType().getNonReferenceType()
                                       : QualType();
  for (size_t i = 0; i < count; ++i) {
    const Component &component = path.components[i];
    if (component.kind == Component::Kind::Field) {
      type = component.field->getType().getNonReferenceType();
      continue;
    }
    if (component.kind == Component::Kind::Buffer && i + 1 < count) {
      type = component.owner;
      continue;
    }
    if (component.kind != Component::Kind::Index)
      return {};
    if (type.isNull())
      continue; // a member further on has a type of its own
    bool inBuffer = i > 0 && path.components[i - 1].kind == Component::Kind::Buffer;
    const auto *record =
        dyn_cast_or_null<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
    if (const ArrayType *array = type->getAsArrayTypeUnsafe())
      type = array->getElementType();
    else if (type->isPointerType() && i == 0 && object.kind == ObjectKind::Pointee)
      type = type->isVoidPointerType() ? object.elementType : type->getPointeeType();
    else if (i == 0 && object.kind == ObjectKind::Pointee && !object.isReference &&
             type->isRecordType())
      type = object.elementType; // of an iterator
    else if (record && isOfLibrary(*record) && record->getTemplateArgs().size() > 0 &&
             record->getTemplateArgs()[0].getKind() == TemplateArgument::Type &&
             (inBuffer || record->getName() == "array"))
      type = record->getTemplateArgs()[0].getAsType();
    else
      return {};
    if (inBuffer && type->isIncompleteArrayType()) // unique_ptr<T[]>
      type = type->getAsArrayTypeUnsafe()->getElementType();
  }
  return type;
}

bool isPlainValue(const Model &model, const Path &path) {
  for (size_t i = 0; i < path.components.size(); ++i) {
    // A run of bit-fields is plain, too.
    bool isPart =
        i > 0 && path.components[i - 1].field && path.components[i - 1].field->isBitField();
    if (path.components[i].kind == Component::Kind::Unknown && !isPart)
      return false;
  }
  return ownsNothing(path.type, model.function->getASTContext());
}

/// Is the object at the first `count` components part of the memory of a local variable?
static bool standsInLocal(const Model &model, const Path &path, size_t count) {
  const Object &object = model.objects[path.object];
  const auto *variable = dyn_cast_or_null<VarDecl>(object.declaration);
  if (object.kind != ObjectKind::Variable || !variable || !variable->hasLocalStorage() ||
      variable->getType()->isReferenceType() || object.preexisting)
    return false;
  for (size_t i = 0; i < count; ++i)
    if (path.components[i].kind != Component::Kind::Field &&
        path.components[i].kind != Component::Kind::Index)
      return false;
  return true;
}

/// May an object of one class be (a base of) an object of the other?
static bool areRelated(QualType a, QualType b) {
  const CXXRecordDecl *first = a->getAsCXXRecordDecl(), *second = b->getAsCXXRecordDecl();
  if (!first || !second)
    return true;
  first = first->getCanonicalDecl();
  second = second->getCanonicalDecl();
  if (first == second || !first->hasDefinition() || !second->hasDefinition())
    return true;
  return first->isDerivedFrom(second) || second->isDerivedFrom(first);
}

/// The type of the elements of a container of the standard library that owns nothing but them.
static QualType plainElement(QualType container, const ASTContext &context) {
  // Views and arrays own nothing beyond themselves.
  if (!isStandardClass(container) || container.isTriviallyCopyableType(context))
    return {};
  const CXXRecordDecl *record = container->getAsCXXRecordDecl();
  for (const Decl *member : record->decls())
    if (const auto *name = dyn_cast<TypedefNameDecl>(member);
        name && name->getName() == "value_type" &&
        name->getUnderlyingType().isTriviallyCopyableType(context))
      return name->getUnderlyingType();
  return {};
}

bool ownsPlainElements(QualType type, const ASTContext &context) {
  return !plainElement(type, context).isNull();
}

std::optional<size_t> wholeContainer(const Model &model, const Path &path) {
  size_t count = path.components.size();
  if (count > 0 && path.components[count - 1].kind == Component::Kind::Unknown)
    --count;
  for (size_t i = 0; i < count; ++i)
    if (path.components[i].kind == Component::Kind::Unknown)
      return std::nullopt;
  QualType type = model.typeAt(path, count);
  return ownsPlainElements(type, model.function->getASTContext()) ? std::optional(count)
                                                                  : std::nullopt;
}

/// The header and any element of a container that holds no more, if the path is all of one.
static std::vector<Path> partsOfContainer(const Model &model, const Path &path) {
  auto count = wholeContainer(model, path);
  if (!count)
    return {};
  const ASTContext &context = model.function->getASTContext();
  QualType type = model.typeAt(path, *count), element = plainElement(type, context);
  const auto *record = dyn_cast<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  if (!record)
    return {};
  for (const TemplateArgument &argument : record->getTemplateArgs().asArray()) {
    if (argument.getKind() != TemplateArgument::Type)
      return {};
    const CXXRecordDecl *given = argument.getAsType()->getAsCXXRecordDecl();
    bool isEmpty = given && given->hasDefinition() && given->isEmpty();
    if (!isEmpty && !context.hasSameUnqualifiedType(argument.getAsType(), element))
      return {}; // a comparator with data of its own, or what an adaptor was given
  }
  Path header = path;
  header.components.resize(*count);
  Path any = header;
  header.components.push_back({.kind = Component::Kind::Size, .owner = type});
  header.type = context.getSizeType();
  any.components.push_back({.kind = Component::Kind::Buffer, .owner = type});
  any.components.push_back({.kind = Component::Kind::Index});
  any.type = element;
  return {header, any};
}

/// Does the path lead into the storage of a container whose elements own nothing? It holds no other
/// container.
static bool holdsNoContainer(const Model &model, const Path &path) {
  auto buffer = innermostBuffer(path);
  QualType element = buffer && *buffer + 2 <= path.components.size()
                         ? model.typeAt(path, *buffer + 2)
                         : QualType();
  return !element.isNull() && element.isTriviallyCopyableType(model.function->getASTContext());
}

/// May what a container owns on the way along the path be, or hold, another object of the class?
/// A tree that has trees in a vector does.
bool ownsAnother(const Model &model, const Path &path, QualType type) {
  auto isOwner = [](const Component &c) { return c.kind == Component::Kind::Buffer; };
  size_t buffer =
      static_cast<size_t>(std::find_if(path.components.begin(), path.components.end(), isOwner) -
                          path.components.begin());
  if (buffer == path.components.size())
    return false;
  for (size_t count = buffer + 2; count <= path.components.size(); ++count) {
    if (isOwner(path.components[count - 1]))
      continue;
    if (path.components[count - 1].kind == Component::Kind::Size)
      break;
    QualType part = model.typeAt(path, count);
    if (part.isNull() || (part->isRecordType() && areRelated(part, type)))
      return true;
  }
  return !isHeader(path) && !isPlainValue(model, path) && !wholeContainer(model, path);
}

// Theorem: storage has one owner. Two containers are different objects if their classes are not
// related, or if one is part of a local variable and the other is part of another variable, of what
// existed before the function was entered, or of the storage of a third one. All of a container
// stands for what it owns and for the container itself, which is in no storage of plain elements;
// nor is the header of another container.
bool Model::ownersDiffer(const Path &a, const Path &b) const {
  if (a.object == b.object)
    return false;
  struct Owner {
    size_t count = 0;
    QualType type;
    bool isWhole = false, isHeader = false;
  };
  auto ownerOf = [&](const Path &path) -> std::optional<Owner> {
    auto buffer = innermostBuffer(path);
    if (buffer && isPlainValue(*this, path) && !path.components[*buffer].owner.isNull())
      return Owner{*buffer, path.components[*buffer].owner};
    if (auto count = wholeContainer(*this, path))
      return Owner{*count, typeAt(path, *count), true};
    // A view may stand among plain elements.
    size_t count = path.components.size() - 1;
    if (QualType type = isHeader(path) ? typeAt(path, count) : QualType();
        isStandardClass(type) && !type.isTriviallyCopyableType(function->getASTContext()))
      return Owner{count, type, false, true};
    return std::nullopt;
  };
  auto first = ownerOf(a), second = ownerOf(b);
  if (!first || !second)
    return false;
  auto isApart = [&](const Owner &whole, const Owner &other, const Path &path) {
    return whole.isWhole ? other.isWhole || other.isHeader || holdsNoContainer(*this, path)
                         : other.isWhole || (!whole.isHeader && !other.isHeader);
  };
  if (!isApart(*first, *second, b) || !isApart(*second, *first, a))
    return false;
  if (!areRelated(first->type, second->type))
    return true;
  auto isElsewhere = [&](const Path &path) {
    ObjectKind kind = objects[path.object].kind;
    return kind == ObjectKind::Variable || kind == ObjectKind::This || kind == ObjectKind::Pointee;
  };
  return (standsInLocal(*this, a, first->count) && isElsewhere(b)) ||
         (standsInLocal(*this, b, second->count) && isElsewhere(a));
}

/// Does the path stay within one object of class type? All of an object that owns something stands
/// for what it owns, too.
static bool standsInClass(const Model &model, const Path &path) {
  const Object &object = model.objects[path.object];
  if (!isHeader(path) && !isPlainValue(model, path))
    return false;
  return isInMember(path) || (object.declaration && !innermostBuffer(path) &&
                              object.declaration->getType().getNonReferenceType()->isRecordType());
}

/// Does the path stay within a variable, and is that one in which no object can be made?
static bool standsInVariable(const Model &model, const Path &path) {
  return model.objects[path.object].kind == ObjectKind::Variable && !innermostBuffer(path) &&
         isPlainValue(model, path) && !isCharacterLike(path.type);
}

/// Does the path stay within an object that came to exist in the function, whatever it owns? (Where
/// it owns nothing from elsewhere, nobody needs to ask.)
static bool standsInNewObject(const Model &model, const Path &path) {
  const Object &object = model.objects[path.object];
  bool isNew = object.kind == ObjectKind::Variable || object.kind == ObjectKind::Allocation;
  return isNew && !object.preexisting && object.hasForeignStorage && !innermostBuffer(path) &&
         (isHeader(path) || isPlainValue(model, path));
}

/// What a parameter pointed to on entry.
static bool standsInParameter(const Model &model, const Path &path) {
  ObjectKind kind = model.objects[path.object].kind;
  return kind == ObjectKind::This || kind == ObjectKind::Pointee;
}

/// Different members of one class, in whichever objects of it; or, in C++, of two classes: a member
/// is one of one class. (In C the type of the scalar alone counts.)
static bool areDifferentMembers(const Model &model, const Path &a, const Path &b) {
  if (a.components.empty() || b.components.empty() || a.type.isNull() || b.type.isNull() ||
      !a.type->isScalarType() || !b.type->isScalarType())
    return false;
  const FieldDecl *first = a.components.back().field, *second = b.components.back().field;
  if (!first || !second || first == second || first->getParent()->isUnion() ||
      second->getParent()->isUnion())
    return false;
  return first->getParent() == second->getParent() ||
         (model.function->getASTContext().getLangOpts().CPlusPlus && !standsInUnion(a) &&
          !standsInUnion(b) && !isCharacterLike(a.type) && !isCharacterLike(b.type));
}

// Theorem: what a container of scalars owns is an array of its own. None of its elements is part of
// an object of a class, and no variable stands in what a container owns. Two objects of one class
// are the same or have nothing in common: different members are different memory. So are those of
// two classes, since what is a member of one is no member of another. All of a container of plain
// elements is its header and these elements, no more.
bool Model::mayOverlap(const Path &a, const Path &b) const {
  if (!mayOverlap(a.object, b.object) || ownersDiffer(a, b))
    return false;
  if ((standsInParameter(*this, b) && standsInNewObject(*this, a)) ||
      (standsInParameter(*this, a) && standsInNewObject(*this, b)))
    return false;
  if (a.object != b.object && (a.asBytes || b.asBytes))
    return true;
  if (a.object != b.object && strictAliasing &&
      ((holdsNoContainer(*this, a) && isHeader(b)) || (holdsNoContainer(*this, b) && isHeader(a))))
    return false;
  auto isOwned = [&](const Path &path) {
    return innermostBuffer(path) && isPlainValue(*this, path);
  };
  if (a.object != b.object && strictAliasing &&
      ((isPlainElement(a) && standsInClass(*this, b)) ||
       (isPlainElement(b) && standsInClass(*this, a)) || areDifferentMembers(*this, a, b) ||
       (isOwned(a) && standsInVariable(*this, b)) || (isOwned(b) && standsInVariable(*this, a))))
    return false;
  if (a.object != b.object)
    for (const auto &[whole, other] : {std::pair(&a, &b), std::pair(&b, &a)})
      if (std::vector<Path> parts = partsOfContainer(*this, *whole); !parts.empty())
        return llvm::any_of(parts, [&](const Path &part) { return mayOverlap(part, *other); });
  // A union says of its members that they overlap, whatever their types.
  if (a.object != b.object)
    return standsInUnion(a) || standsInUnion(b) ||
           typesMayOverlap(typeInMemory(a), typeInMemory(b));
  size_t common = std::min(a.components.size(), b.components.size());
  for (size_t i = 0; i < common; ++i) {
    const Component &left = a.components[i], &right = b.components[i];
    if (left.kind == Component::Kind::Unknown || right.kind == Component::Kind::Unknown)
      return true;
    if (left.kind != right.kind) {
      bool header = left.kind == Component::Kind::Size || right.kind == Component::Kind::Size;
      bool buffer = left.kind == Component::Kind::Buffer || right.kind == Component::Kind::Buffer;
      return !(header && buffer);
    }
    if (left.kind == Component::Kind::Field && left.field != right.field)
      return left.field->getParent()->isUnion() ||
             left.field->getParent() != right.field->getParent();
    if (left.kind == Component::Kind::Index && left.index && right.index) {
      auto difference = (*left.index - *right.index).asConstant();
      if (difference && *difference != 0 && left.extent == right.extent)
        return i + 1 < common ? false : true;
    }
  }
  return true;
}

std::string Model::text(const Path &path) const {
  std::string result = objects[path.object].name;
  bool isPointer = objects[path.object].kind != ObjectKind::Variable;
  for (const Component &component : path.components) {
    switch (component.kind) {
    case Component::Kind::Field:
      result += result == "*this" ? "" : ".";
      if (result == "*this")
        result.clear();
      result += component.field->getNameAsString();
      break;
    case Component::Kind::Index:
      if (isPointer && result.size() > 1 && result.front() == '*')
        result.erase(0, 1);
      result += "[" + (component.index ? text(*component.index) : "?") + "]";
      break;
    case Component::Kind::Size:
      result += ".size()";
      break;
    case Component::Kind::Buffer:
      break;
    case Component::Kind::Unknown:
      result += "...";
      break;
    }
    isPointer = false;
  }
  return result;
}

std::string Model::text(const Polynomial &value) const {
  if (!value.isValid())
    return "?";
  std::string result;
  auto print = [&](const Monomial &monomial, Coefficient coefficient) {
    bool negative = coefficient < 0;
    if (!result.empty())
      result += negative ? " - " : " + ";
    else if (negative)
      result += "-";
    Coefficient magnitude = negative ? -coefficient : coefficient;
    bool first = true;
    if (magnitude != 1 || monomial.empty()) {
      result += toString(magnitude);
      first = false;
    }
    for (SymbolId symbol : monomial) {
      result += (first ? "" : " * ") + symbols[symbol].name;
      first = false;
    }
  };
  // Indices first, constants last, positive terms before negative ones: as a person writes.
  for (int pass = 0; pass < 3; ++pass)
    for (const auto &[monomial, coefficient] : value.terms())
      if (pass == (monomial.empty() ? 2 : coefficient > 0 ? 0 : 1))
        print(monomial, coefficient);
  return result.empty() ? "0" : result;
}

bool overloadsAddress(QualType type) {
  const CXXRecordDecl *record = type.isNull() ? nullptr : type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition())
    return false;
  record = record->getDefinition();
  DeclarationName name = record->getASTContext().DeclarationNames.getCXXOperatorName(OO_Amp);
  // A member, or a function beside the class or one of the classes around it.
  for (const DeclContext *scope = record; scope; scope = scope->getParent())
    for (const NamedDecl *found : scope->getRedeclContext()->lookup(name)) {
      const auto *function = dyn_cast<FunctionDecl>(found->getUnderlyingDecl());
      if (!function || function->getNumParams() + isa<CXXMethodDecl>(function) == 1)
        return true;
    }
  return std::any_of(record->bases_begin(), record->bases_end(),
                     [](const CXXBaseSpecifier &base) { return overloadsAddress(base.getType()); });
}

bool namesMember(QualType object, const FieldDecl &field) {
  const CXXRecordDecl *record = object.isNull() ? nullptr : object->getAsCXXRecordDecl();
  if (!record) // in C, all members of a structure are its own
    return !object.isNull() && object->getAsRecordDecl() &&
           object->getAsRecordDecl()->getCanonicalDecl() == field.getParent()->getCanonicalDecl();
  for (unsigned depth = 0; depth < 8 && record->hasDefinition(); ++depth) {
    record = record->getDefinition();
    auto found = record->lookup(field.getDeclName());
    if (!found.empty())
      return found.isSingleResult() &&
             found.front()->getCanonicalDecl() == field.getCanonicalDecl();
    if (record->getNumBases() != 1 || record->bases_begin()->isVirtual() ||
        record->bases_begin()->getAccessSpecifier() != AS_public)
      return false;
    record = record->bases_begin()->getType()->getAsCXXRecordDecl();
    if (!record)
      return false;
  }
  return false;
}

bool isAccessible(const Model &model, const FieldDecl &field) {
  if (field.getAccess() == AS_public || field.getAccess() == AS_none)
    return true;
  for (const DeclContext *around = model.function; around; around = around->getParent())
    if (around == field.getParent())
      return true;
  return false;
}

} // namespace loomp
