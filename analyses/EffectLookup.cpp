//===- EffectLookup.cpp - what the effect tables say of a declaration -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The tables spell functions and classes by name; here declarations get those names.
//
//===----------------------------------------------------------------------===//

#include "analyses/ModifiedSet.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// Qualified name without template arguments and inline namespaces, as the effect tables spell it.
static std::string effectTableName(const FunctionDecl &function) {
  std::string name;
  llvm::raw_string_ostream stream(name);
  PrintingPolicy policy(function.getASTContext().getLangOpts());
  policy.SuppressInlineNamespace =
      llvm::to_underlying(PrintingPolicy::SuppressInlineNamespaceMode::All);
  function.printNestedNameSpecifier(stream, policy);
  std::string qualifier = stream.str();
  // Template arguments of enclosing classes do not take part in the name.
  std::string plain;
  int depth = 0;
  for (char c : qualifier) {
    depth += c == '<';
    if (depth == 0)
      plain += c;
    depth -= c == '>';
  }
  if (const auto *destructor = dyn_cast<CXXDestructorDecl>(&function))
    return plain + "~" + destructor->getParent()->getNameAsString();
  if (const auto *constructor = dyn_cast<CXXConstructorDecl>(&function))
    return plain + constructor->getParent()->getNameAsString();
  return plain + function.getNameAsString();
}

/// Theorem: the built-in tables speak of the functions of the system: of those of C by their names
/// alone, of others in namespace std as its headers declare them. A program may declare one of C's
/// itself; one that it defines, or that is none of C's, is another function of the same name.
static bool isMeantByTables(const FunctionDecl &function, llvm::StringRef name) {
  if (name.contains("::"))
    return isOfSystem(function);
  const FunctionDecl *definition = nullptr;
  bool isDefined = function.isDefined(definition);
  return isOfSystem(function) ? function.isExternC() || !isDefined
                              : function.isExternC() && !isDefined;
}

/// A container that does not reach its elements by pointers, or compares characters in a way of the
/// program's own.
static bool isOfOwnKind(const CXXRecordDecl &container) {
  QualType pointer = memberType(container, "pointer"),
           traits = memberType(container, "traits_type");
  return (!pointer.isNull() && !pointer->isPointerType()) ||
         (!traits.isNull() && traits->isRecordType() && !isStandardClass(traits));
}

const EffectRow *effectRow(const EffectTable &effects, const FunctionDecl &function) {
  return effects.remember(function.getCanonicalDecl(), [&]() -> const EffectRow * {
    std::string name = effectTableName(function);
    const EffectRow *row = nullptr;
    if (!isa<CXXMethodDecl>(function))
      for (const ParmVarDecl *parameter : function.parameters())
        if (const auto *record = parameter->getType().getNonReferenceType()->getAsCXXRecordDecl()) {
          row = effects.find(name + "(" + record->getNameAsString() + ")");
          break;
        }
    if (!row)
      row = effects.find(name);
    const auto *method = dyn_cast<CXXMethodDecl>(&function);
    bool isMeant = row && (row->ofProgram || (isMeantByTables(function, name) &&
                                              !(method && isOfOwnKind(*method->getParent()))));
    return isMeant ? row : nullptr;
  });
}

bool takesPosition(const EffectRow &row, const FunctionDecl &callee) {
  auto isInteger = [&](unsigned i) {
    return i < callee.getNumParams() && callee.getParamDecl(i)->getType()->isIntegerType();
  };
  return (row.checksPosition && isInteger(0)) ||
         (row.checksPositionBehind && isInteger(1) &&
          callee.getParamDecl(0)->getType()->isReferenceType());
}

/// The row of a class template; null if there is none, or the type is no class.
static const EffectRow *classRow(const EffectTable &effects, QualType type) {
  const auto *record = type.isNull() ? nullptr
                                     : dyn_cast_or_null<ClassTemplateSpecializationDecl>(
                                           type.getNonReferenceType()->getAsCXXRecordDecl());
  if (!record)
    return nullptr;
  return effects.remember(record->getCanonicalDecl(), [&] {
    const EffectRow *row = effects.find(record->getQualifiedNameAsString());
    bool isMeant = row && row->effect >= CallEffect::Position &&
                   row->effect <= CallEffect::Linked &&
                   (row->ofProgram || (isOfSystem(*record) && !isOfOwnKind(*record)));
    return isMeant ? row : nullptr;
  });
}

int positionDirection(const EffectTable &effects, QualType type) {
  const EffectRow *row = classRow(effects, type);
  if (!row || row->effect == CallEffect::Linked)
    return 0;
  if (row->effect == CallEffect::Position || row->effect == CallEffect::LinkedPosition)
    return 1;
  // Whatever it turns around must be a position itself.
  const auto *record =
      cast<ClassTemplateSpecializationDecl>(type.getNonReferenceType()->getAsCXXRecordDecl());
  const TemplateArgument &turned = record->getTemplateArgs()[0];
  if (turned.getKind() != TemplateArgument::Type)
    return 0;
  return turned.getAsType()->isPointerType() ? -1 : -positionDirection(effects, turned.getAsType());
}

bool isLinkedPosition(const EffectTable &effects, QualType type) {
  const EffectRow *row = classRow(effects, type);
  return row && row->effect == CallEffect::LinkedPosition;
}

bool isLinked(const EffectTable &effects, QualType type) {
  const EffectRow *row = classRow(effects, type);
  return row && row->effect == CallEffect::Linked;
}

/// Does the library compare and hash values of the type, without a function of the program?
bool isComparedByLibrary(QualType type, unsigned depth) {
  type = type.getNonReferenceType().getUnqualifiedType();
  if (type->isArithmeticType() || (type->isPointerType() && !type->isFunctionPointerType()))
    return true;
  const auto *record =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  static const std::set<llvm::StringRef> composed = {
      "basic_string", "basic_string_view", "pair",      "tuple",       "array",
      "vector",       "optional",          "allocator", "char_traits", "initializer_list"};
  if (!record || !isOfLibrary(*record) || !composed.count(record->getName()) || depth > 4)
    return false;
  auto isPlain = [&](const TemplateArgument &argument, auto &self) -> bool {
    switch (argument.getKind()) {
    case TemplateArgument::Type:
      return isComparedByLibrary(argument.getAsType(), depth + 1);
    case TemplateArgument::Pack:
      return std::all_of(argument.pack_begin(), argument.pack_end(),
                         [&](const TemplateArgument &each) { return self(each, self); });
    default:
      return argument.getKind() == TemplateArgument::Integral;
    }
  };
  return std::all_of(record->getTemplateArgs().asArray().begin(),
                     record->getTemplateArgs().asArray().end(),
                     [&](const TemplateArgument &each) { return isPlain(each, isPlain); });
}

bool areComparedByLibrary(llvm::ArrayRef<const Expr *> arguments) {
  return llvm::all_of(arguments, [](const Expr *argument) {
    return isComparedByLibrary(argument->getType()) || isPlainArgument(argument);
  });
}

QualType memberType(const CXXRecordDecl &record, llvm::StringRef name) {
  for (const NamedDecl *found : record.lookup(&record.getASTContext().Idents.get(name)))
    if (const auto *alias = dyn_cast<TypedefNameDecl>(found))
      return alias->getUnderlyingType().getCanonicalType();
  return {};
}

bool isElementArgument(const ClassTemplateSpecializationDecl &container,
                       const TemplateArgument &argument) {
  if (&argument == container.getTemplateArgs().asArray().begin())
    return true;
  QualType mapped = memberType(container, "mapped_type");
  return &argument == container.getTemplateArgs().asArray().begin() + 1 && !mapped.isNull() &&
         argument.getKind() == TemplateArgument::Type &&
         container.getASTContext().hasSameType(argument.getAsType(), mapped);
}

QualType ownedScalar(const EffectTable &effects, QualType container) {
  const auto *record =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(container->getAsCXXRecordDecl());
  if (!record || !isOfLibrary(*record) || memberType(*record, "size_type").isNull() ||
      !record->getDestructor() || !effectRow(effects, *record->getDestructor()))
    return {};
  QualType scalar;
  for (const TemplateArgument &argument : record->getTemplateArgs().asArray()) {
    if (argument.getKind() != TemplateArgument::Type)
      return {};
    QualType type = argument.getAsType();
    bool isElement = isElementArgument(*record, argument);
    // One type of elements; `bool` is stored as bits. The rest is allocators and the like.
    bool fits = isElement ? scalar.isNull() && type->isScalarType() && !type->isBooleanType()
                          : isStandardClass(type);
    if (!fits)
      return {};
    if (isElement)
      scalar = type;
  }
  return scalar;
}

bool comparesQuietly(const ClassTemplateSpecializationDecl &container) {
  QualType key = memberType(container, "key_type");
  if (!key.isNull() && !isComparedByLibrary(key))
    return false;
  for (const TemplateArgument &argument : container.getTemplateArgs().asArray()) {
    const auto *record = argument.getKind() == TemplateArgument::Type
                             ? argument.getAsType()->getAsCXXRecordDecl()
                             : nullptr;
    static const std::set<llvm::StringRef> plain = {
        "less", "greater", "less_equal", "hash", "equal_to", "greater_equal", "allocator"};
    bool isPlain = record && isOfLibrary(*record) && plain.count(record->getName());
    if (!isElementArgument(container, argument) && !isPlain)
      return false;
  }
  return true;
}

QualType elementOf(const EffectTable &effects, QualType position) {
  if (position->isPointerType())
    return position->getPointeeType();
  if (positionDirection(effects, position) != 0)
    for (const CXXMethodDecl *method : position->getAsCXXRecordDecl()->methods())
      if (method->getOverloadedOperator() == OO_Star && method->getNumParams() == 0)
        return method->getReturnType().getNonReferenceType();
  return {};
}

bool isPositionCall(const EffectTable &effects, const FunctionDecl &callee) {
  ASTContext &context = callee.getASTContext();
  if (const auto *method = dyn_cast<CXXMethodDecl>(&callee))
    return !method->isStatic() &&
           positionDirection(effects, context.getCanonicalTagType(method->getParent()));
  return callee.isOverloadedOperator() && isOfSystem(callee) &&
         std::any_of(callee.param_begin(), callee.param_end(), [&](const ParmVarDecl *parameter) {
           return positionDirection(effects, parameter->getType()) != 0;
         });
}

} // namespace loomp
