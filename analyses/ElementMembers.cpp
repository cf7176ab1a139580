//===- ElementMembers.cpp - functions that the library runs on elements ---===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What the library does to elements on its own, it does by functions of their classes: it makes
// them of what it is given (`emplace`, ranges), exchanges them, ends them. Which constructor that
// is the library decides, out of sight. So nothing happens but reads of what was given only if
// every constructor that it could choose does nothing but store its parameters.
//
//===----------------------------------------------------------------------===//

#include "analyses/ModifiedSet.h"

#include "clang/AST/DeclFriend.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace loomp {

/// Parameters, constants and arithmetic over them.
static bool isPlainInitializer(const Stmt *statement) {
  if (!statement)
    return true;
  bool isPlain = false;
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement))
    isPlain = isa<ParmVarDecl, EnumConstantDecl>(reference->getDecl());
  else if (const auto *unary = dyn_cast<UnaryOperator>(statement))
    isPlain = unary->isArithmeticOp();
  else if (const auto *binary = dyn_cast<BinaryOperator>(statement))
    isPlain = !binary->isAssignmentOp() && !binary->isPtrMemOp();
  else if (const auto *construct = dyn_cast<CXXConstructExpr>(statement))
    isPlain = construct->getConstructor()->isTrivial();
  else if (const auto *member = dyn_cast<CXXDefaultInitExpr>(statement))
    return isPlainInitializer(member->getExpr());
  else if (const auto *cast = dyn_cast<CastExpr>(statement))
    isPlain = cast->getCastKind() != CK_UserDefinedConversion &&
              cast->getCastKind() != CK_ConstructorConversion && cast->getCastKind() != CK_Dynamic;
  else
    isPlain =
        isa<ParenExpr, ConstantExpr, IntegerLiteral, FloatingLiteral, CharacterLiteral,
            CXXBoolLiteralExpr, CXXNullPtrLiteralExpr, StringLiteral, InitListExpr,
            ImplicitValueInitExpr, CXXScalarValueInitExpr, ExprWithCleanups,
            MaterializeTemporaryExpr, ConditionalOperator, SubstNonTypeTemplateParmExpr>(statement);
  return isPlain && llvm::all_of(statement->children(), isPlainInitializer);
}

/// Does the constructor do nothing but store its parameters in members?
static bool storesOnly(const CXXConstructorDecl &constructor) {
  const FunctionDecl *definition = nullptr;
  if (constructor.isTrivial() || constructor.isDeleted())
    return true;
  if (!constructor.hasBody(definition))
    return false;
  const auto *body = dyn_cast<CompoundStmt>(definition->getBody());
  return body && body->body_empty() &&
         llvm::all_of(
             cast<CXXConstructorDecl>(definition)->inits(),
             [](const CXXCtorInitializer *each) { return isPlainInitializer(each->getInit()); });
}

bool setsConstantsOnly(const CXXConstructorDecl &constructor) {
  return storesOnly(constructor) &&
         llvm::all_of(constructor.parameters(), [](const ParmVarDecl *parameter) {
           return parameter->hasDefaultArg() && !parameter->hasUninstantiatedDefaultArg() &&
                  !parameter->hasUnparsedDefaultArg() &&
                  isPlainInitializer(parameter->getDefaultArg());
         });
}

/// Does it hold for all types that are arguments of the class, if that is made of a template?
static bool holdsForArguments(const CXXRecordDecl &record,
                              llvm::function_ref<bool(QualType)> holds) {
  const auto *made = dyn_cast<ClassTemplateSpecializationDecl>(&record);
  auto isFine = [&](const TemplateArgument &argument, auto &self) -> bool {
    if (argument.getKind() == TemplateArgument::Pack)
      return llvm::all_of(argument.pack_elements(),
                          [&](const TemplateArgument &each) { return self(each, self); });
    return argument.getKind() != TemplateArgument::Type || holds(argument.getAsType());
  };
  return !made || llvm::all_of(made->getTemplateArgs().asArray(),
                               [&](const TemplateArgument &each) { return isFine(each, isFine); });
}

bool isMadeQuietly(const EffectTable &effects, QualType type, unsigned depth) {
  if (const auto *array = type->getAsArrayTypeUnsafe())
    return isMadeQuietly(effects, array->getElementType(), depth);
  if (type->isReferenceType() || type->isScalarType())
    return true;
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition() || depth > 4)
    return false;
  // A class of the library makes objects of the types that it is given.
  if (isOfLibrary(*record))
    return holdsForArguments(
        *record, [&](QualType argument) { return isMadeQuietly(effects, argument, depth + 1); });
  if (positionDirection(effects, type) != 0)
    return true;
  for (const Decl *member : record->decls())
    if (const auto *pattern = dyn_cast<FunctionTemplateDecl>(member);
        pattern && isa<CXXConstructorDecl>(pattern->getTemplatedDecl()))
      return false;
  for (const CXXConstructorDecl *constructor : record->ctors())
    // The container runs these itself.
    if (!constructor->isDefaultConstructor() && !constructor->isCopyOrMoveConstructor() &&
        (constructor->isInheritingConstructor() || !storesOnly(*constructor)))
      return false;
  return llvm::all_of(record->bases(),
                      [&](const CXXBaseSpecifier &base) {
                        return isMadeQuietly(effects, base.getType(), depth + 1);
                      }) &&
         llvm::all_of(record->fields(), [&](const FieldDecl *field) {
           return isPlainInitializer(field->getInClassInitializer()) &&
                  isMadeQuietly(effects, field->getType(), depth + 1);
         });
}

static std::set<llvm::StringRef> wordsOf(llvm::StringRef text) {
  llvm::SmallVector<llvm::StringRef> words;
  text.split(words, ' ');
  return {words.begin(), words.end()};
}

/// Classes of the system's headers that are read without a function of the program, if what they
/// are made of is.
static bool isReadByLibrary(const CXXRecordDecl &record) {
  static const std::set<llvm::StringRef> plain =
      wordsOf("basic_string basic_string_view pair tuple array optional complex bitset span "
              "initializer_list vector deque list forward_list set map multiset multimap "
              "unordered_set unordered_map unordered_multiset unordered_multimap "
              "unique_ptr shared_ptr default_delete allocator char_traits less greater hash "
              "equal_to duration time_point ratio "
              "valarray slice_array gslice_array mask_array indirect_array " // and their sums
              "_Expr _BinClos _UnClos _SClos _GClos _IClos _MClos _Constant");
  return !isa<ClassTemplateSpecializationDecl>(record) || plain.count(record.getName());
}

/// Does the class have a `*` in front of its objects, as an iterator does?
static bool isFollowed(const CXXRecordDecl &record) {
  auto isUnary = [](const NamedDecl *found) {
    if (const auto *pattern = dyn_cast<FunctionTemplateDecl>(found))
      found = pattern->getTemplatedDecl();
    const auto *function = dyn_cast<FunctionDecl>(found->getUnderlyingDecl());
    return !function || function->getNumParams() + isa<CXXMethodDecl>(function) == 1;
  };
  DeclarationName star = record.getASTContext().DeclarationNames.getCXXOperatorName(OO_Star);
  for (const DeclContext *scope = &record; scope; scope = scope->getParent())
    if (llvm::any_of(scope->getRedeclContext()->lookup(star), isUnary))
      return true;
  return llvm::any_of(record.bases(), [](const CXXBaseSpecifier &base) {
    const CXXRecordDecl *each = base.getType()->getAsCXXRecordDecl();
    return !each || !each->hasDefinition() || isFollowed(*each->getDefinition());
  });
}

/// Is something made of the argument without a function of its class: a conversion, or what an
/// iterator does? `mayBeOwn`: also of classes of the program.
static bool isPlainSource(const EffectTable &effects, QualType type, bool mayBeOwn = true,
                          unsigned depth = 0) {
  type = type.getNonReferenceType();
  if (QualType element = elementOf(effects, type); !element.isNull())
    return type->isPointerType() || isPlainSource(effects, element, mayBeOwn, depth + 1);
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || depth > 4)
    return !record && !type->isFunctionType() && !type->isMemberPointerType();
  if (isOfSystem(*record))
    return isReadByLibrary(*record) && holdsForArguments(*record, [&](QualType argument) {
             return isPlainSource(effects, argument, mayBeOwn, depth + 1);
           });
  return mayBeOwn && !record->isLambda() && record->hasDefinition() &&
         record->getVisibleConversionFunctions().empty() && !isFollowed(*record->getDefinition());
}

bool isReadQuietly(const EffectTable &effects, llvm::ArrayRef<const Expr *> arguments) {
  return llvm::all_of(arguments, [&](const Expr *argument) {
    return !argument->getType()->isRecordType() ||
           isPlainSource(effects, argument->getType(), /*mayBeOwn=*/false);
  });
}

bool deletesQuietly(const CXXRecordDecl &record) {
  if (!record.hasDefinition())
    return false;
  DeclarationNameTable &names = record.getASTContext().DeclarationNames;
  return record.lookup(names.getCXXOperatorName(OO_Delete)).empty() &&
         record.lookup(names.getCXXOperatorName(OO_Array_Delete)).empty() &&
         llvm::all_of(record.getDefinition()->bases(), [](const CXXBaseSpecifier &base) {
           const CXXRecordDecl *each = base.getType()->getAsCXXRecordDecl();
           return each && deletesQuietly(*each);
         });
}

bool mayRunConstructors(const EffectTable &effects, const CXXMethodDecl &callee,
                        llvm::ArrayRef<const Expr *> arguments) {
  if (!callee.getPrimaryTemplate() || arguments.empty())
    return false;
  return !isMadeQuietly(effects, callee.getASTContext().getCanonicalTagType(callee.getParent())) ||
         !llvm::all_of(arguments, [&](const Expr *argument) {
           return isPlainSource(effects, argument->getType());
         });
}

bool movesQuietly(const EffectTable &effects, QualType type) {
  if (const auto *array = type->getAsArrayTypeUnsafe())
    return movesQuietly(effects, array->getElementType());
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (!record || !record->hasDefinition())
    return type->isScalarType();
  const ASTContext &context = record->getASTContext();
  // A container only hands over its elements.
  const CXXDestructorDecl *destructor = record->getDestructor();
  if (isOfLibrary(*record)) {
    if (isComparedByLibrary(type) || (destructor && effectRow(effects, *destructor)))
      return true;
    // These exchange their parts.
    static const std::set<llvm::StringRef> composed = {"array", "pair", "tuple", "optional",
                                                       "variant"};
    return type.isTriviallyCopyableType(context) &&
           (!composed.count(record->getName()) ||
            holdsForArguments(*record,
                              [&](QualType argument) { return movesQuietly(effects, argument); }));
  }
  if (!type.isTriviallyCopyableType(context))
    return false;
  if (record->getNumBases() > 0)
    return false;
  // A function for another class does not do for this one.
  auto exchangesThis = [&](const NamedDecl *declaration) {
    const auto *function = dyn_cast<FunctionDecl>(declaration);
    if (!function || function->getNumParams() == 0)
      return true;
    const auto *other =
        function->getParamDecl(0)->getType().getNonReferenceType()->getAsCXXRecordDecl();
    return !other || other->getCanonicalDecl() == record->getCanonicalDecl();
  };
  const IdentifierInfo &swap = context.Idents.get("swap");
  for (const DeclContext *scope = record; scope; scope = scope->getParent())
    for (const NamedDecl *declaration : scope->lookup(&swap))
      if (exchangesThis(declaration))
        return false;
  return std::none_of(record->friend_begin(), record->friend_end(), [&](const FriendDecl *each) {
    const NamedDecl *declaration = each->getFriendDecl();
    return declaration && declaration->getDeclName() == DeclarationName(&swap);
  });
}

} // namespace loomp
