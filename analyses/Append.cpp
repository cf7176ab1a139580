//===- Append.cpp - loops that append to vectors --------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   for (int i = 0; i < n; i++)      first pass: each thread counts what it will append;
//     if (a[i] > 0)                  in between: v gets room for all of them;
//       v.push_back(a[i]);           second pass: each thread writes what it keeps to its place
//
// Theorem. Let one place in the body append to a vector v, let no iteration come there twice, and
// let the loop use v in no other way. Then it is as if v counted what it holds: the element that an
// iteration appends stands at k0 + c, where k0 is the size of v in front of the loop and c the
// number of iterations before that came there (Compaction.cpp). With v resized to k0 + c for all
// iterations, `v.push_back(e)` leaves what `v[k++] = e` does, in the same order, if
//
//   - the vector is std::vector with its own allocator, and no vector of bits;
//   - making an element from nothing, and assigning to it, is no function of the program, and is no
//     different from making a copy: the elements are numbers, pointers, or trivially copyable;
//   - nobody in the loop has a way to elements of v: what push_back would leave where it was, where
//     there is capacity, resize leaves where it was as well, but earlier.
//
// resize throws what push_back would: std::bad_alloc or std::length_error, but before anything has
// been appended. A pointer whose elements cannot be told from those of v is compared with all that
// v has room for.
//
//===----------------------------------------------------------------------===//

#include "analyses/Compaction.h"

#include "analyses/EntryText.h"
#include "analyses/Evaluator.h"
#include "analyses/LoopParts.h"
#include "analyses/Provenance.h"

#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace loomp {

static const CXXMemberCallExpr *memberCall(const Stmt *statement) {
  const auto *expression = dyn_cast<Expr>(statement);
  return expression ? dyn_cast<CXXMemberCallExpr>(expression->IgnoreImplicit()) : nullptr;
}

/// Is an object of this type made from nothing without a function of the program?
static bool isMadeOfNothing(QualType type, unsigned depth = 0) {
  if (type->isScalarType())
    return true;
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  if (const auto *array = type->getAsArrayTypeUnsafe())
    return isMadeOfNothing(array->getElementType(), depth);
  if (!record || !record->hasDefinition() || depth > 4 || !record->hasDefaultConstructor() ||
      record->hasUserProvidedDefaultConstructor())
    return false;
  for (const CXXConstructorDecl *constructor : record->ctors())
    if (constructor->isDefaultConstructor() &&
        (constructor->isDeleted() || constructor->getAccess() != AS_public))
      return false;
  return llvm::all_of(record->bases(),
                      [&](const CXXBaseSpecifier &base) {
                        return isMadeOfNothing(base.getType(), depth + 1);
                      }) &&
         llvm::all_of(record->fields(), [&](const FieldDecl *field) {
           const Expr *initial = field->getInClassInitializer();
           return !field->getType()->isReferenceType() && !field->getType().isConstQualified() &&
                  (!initial || !initial->HasSideEffects(field->getASTContext())) &&
                  isMadeOfNothing(field->getType(), depth + 1);
         });
}

/// Does an assignment of anything choose the one that the compiler makes? Others may be templates,
/// or come from a base.
static bool isAssignedAsCopied(const CXXRecordDecl &record) {
  DeclarationName name = record.getASTContext().DeclarationNames.getCXXOperatorName(OO_Equal);
  return record.hasSimpleCopyAssignment() &&
         llvm::all_of(record.lookup(name), [](const NamedDecl *each) {
           const auto *method = dyn_cast<CXXMethodDecl>(each);
           return method && !method->isUserProvided() &&
                  (method->isCopyAssignmentOperator() || method->isMoveAssignmentOperator());
         });
}

/// The type of the elements of a plain std::vector of plain elements; null for other types.
static QualType elementOfVector(const ASTContext &context, QualType type) {
  if (type.isConstQualified() || type.isVolatileQualified() || !isPlainVector(type))
    return {};
  const auto *vector = cast<ClassTemplateSpecializationDecl>(type->getAsCXXRecordDecl());
  QualType element = vector->getTemplateArgs()[0].getAsType();
  if (element->isBooleanType() || !element.isTriviallyCopyableType(context) ||
      !isMadeOfNothing(element))
    return {};
  return !element->isRecordType() || isAssignedAsCopied(*element->getAsCXXRecordDecl())
             ? element
             : QualType();
}

std::optional<CountedPlace> appendAt(const Stmt *statement) {
  const CXXMemberCallExpr *call = memberCall(statement);
  const CXXMethodDecl *method = call ? call->getMethodDecl() : nullptr;
  if (!method || !method->getDeclName().isIdentifier() || call->getNumArgs() != 1 ||
      (method->getName() != "push_back" && method->getName() != "emplace_back"))
    return std::nullopt;
  const auto *object =
      dyn_cast<DeclRefExpr>(call->getImplicitObjectArgument()->IgnoreParenImpCasts());
  const auto *variable = object ? dyn_cast<VarDecl>(object->getDecl()) : nullptr;
  if (!variable || !variable->hasLocalStorage() || object->refersToEnclosingVariableOrCapture())
    return std::nullopt;
  const ASTContext &context = variable->getASTContext();
  QualType element = elementOfVector(context, variable->getType().getNonReferenceType());
  if (element.isNull())
    return std::nullopt;
  // A number may be converted, as by the parameter of push_back; an object would be by an
  // assignment of its own.
  const Expr *argument = call->getArg(0)->IgnoreImplicit();
  bool isConverted = method->getName() == "push_back" && element->isArithmeticType() &&
                     argument->getType()->isArithmeticType();
  if (!isConverted && !context.hasSameUnqualifiedType(argument->getType(), element))
    return std::nullopt;
  return CountedPlace{
      .counter = variable, .statement = statement, .certain = statement, .append = call};
}

bool isNamedOnce(const Stmt &loop, const CountedPlace &place) {
  const auto *range = dyn_cast<CXXForRangeStmt>(&loop);
  const auto *counted = dyn_cast<ForStmt>(&loop);
  std::initializer_list<const Stmt *> header = {
      range ? range->getRangeInit() : nullptr, counted ? counted->getInit() : nullptr,
      counted ? counted->getCond() : nullptr, counted ? counted->getInc() : nullptr};
  auto names = [&](const Stmt *part) { return part && mentions(part, place.counter); };
  auto inBody = occurrences(place.counter->getASTContext(), partsOf(loop).body, place.counter);
  const SourceManager &sources = place.counter->getASTContext().getSourceManager();
  return inBody && inBody->size() == 1 && llvm::none_of(header, names) &&
         sources.isBeforeInTranslationUnit(place.counter->getLocation(), loop.getBeginLoc());
}

/// What is known of vectors that may be those that the loop to be followed appends to is forgotten
/// here, and for the loop it holds from now on that they are others. Who judges it makes sure of
/// that: see isOnlyAppended.
void Evaluator::forgetAppended(const Stmt &loop) {
  if (!Followed || Followed->loop != &loop || Frames.size() != 1)
    return;
  std::set<const Stmt *> calls;
  for (const CountedPlace &place : Followed->places)
    if (place.append)
      calls.insert(place.append);
  if (calls.empty())
    return;
  forgetModified();
  WithoutAppends = Modified.ofIterationsWithout(loop, calls);
  LoopModified.back() = &WithoutAppends;
}

/// The element that the call appends, in the walk in which it is followed.
void Evaluator::evaluateAppend(size_t number) {
  const CountedPlace &place = Followed->places[number];
  const Expr *argument = place.append->getArg(0);
  size_t cleanups = Cleanups.size();
  Place to = placeOfDeclaration(*place.counter, nullptr);
  QualType element = elementOfVector(Context, place.counter->getType().getNonReferenceType());
  to.path.components.push_back({.kind = Component::Kind::Buffer, .owner = to.path.type});
  to.path.components.push_back({.kind = Component::Kind::Index, .index = CountValues[number]});
  to.path.type = element;
  to.name = nullptr;
  if (!element->isRecordType()) {
    if (argument->isGLValue())
      load(evaluatePlace(argument), argument);
    else
      evaluateValue(argument);
    store(to, {}, place.append);
  } else if (argument->isGLValue()) {
    copyObject(evaluatePlace(argument), to, element, argument, place.append);
  } else {
    unsupported(argument, "this element");
  }
  runCleanups(cleanups, true);
}

/// Does the loop, judged as `result`, reach the vector and its elements in no other way?
static bool isOnlyAppended(const Model &model, LoopId id, const CountedPlace &place,
                           const LoopResult &result) {
  const Loop &loop = model.loops[id];
  const std::string name = place.counter->getNameAsString();
  std::optional<ObjectId> vector;
  for (size_t i = loop.accessBegin; i < loop.accessEnd; ++i)
    if (model.accesses[i].isWrite && model.accesses[i].expression == place.append)
      vector = model.accesses[i].path.object;
  // The size of a vector that may be this one is none that a check tells from it.
  auto isTold = [&](const Object &other) {
    return llvm::any_of(result.assumptions, [&](const Assumption &assumption) {
      const auto *distinct =
          assumption.check ? std::get_if<DistinctObjects>(&*assumption.check) : nullptr;
      return distinct && ((distinct->first == name && distinct->second == other.name) ||
                          (distinct->second == name && distinct->first == other.name));
    });
  };
  for (size_t i = loop.accessBegin; vector && i < loop.accessEnd; ++i) {
    const Access &access = model.accesses[i];
    bool isOwn = access.isWrite && access.expression == place.append;
    if (access.path.object == *vector
            ? !isOwn
            : isHeader(access.path) && model.mayOverlap(access.path.object, *vector) &&
                  !isTold(model.objects[access.path.object]))
      return false;
  }
  return vector.has_value();
}

/// Lets the checks ask for all elements that the vector has room for; false if one cannot.
static bool checkCapacity(const CountedPlace &place, LoopResult &result) {
  std::string name = place.counter->getNameAsString();
  for (Assumption &assumption : result.assumptions) {
    auto *apart = assumption.check ? std::get_if<DisjointRanges>(&*assumption.check) : nullptr;
    for (ElementRange *range : {apart ? &apart->first : nullptr, apart ? &apart->second : nullptr})
      if (range && range->pointer == name + ".data()") {
        range->low = "0";
        range->high = name + ".capacity()";
      } else if (range && mentionsName(range->pointer, name)) {
        return false;
      }
  }
  return true;
}

/// The texts around what is appended.
static std::optional<AppendCall> appendText(const ASTContext &context, const CountedPlace &place) {
  auto call = textRange(context, place.append->getSourceRange());
  auto argument = textRange(context, place.append->getArg(0)->getSourceRange());
  if (!call || !argument || argument->begin < call->begin || argument->end > call->end)
    return std::nullopt;
  const SourceManager &sources = context.getSourceManager();
  auto range = CharSourceRange::getTokenRange(place.append->getSourceRange());
  if (Lexer::getSourceText(range, sources, context.getLangOpts()).contains('#'))
    return std::nullopt; // directives may choose between arguments
  return AppendCall{{call->begin, argument->begin}, {argument->end, call->end}};
}

std::optional<ScannedVariable> asAppended(const JudgeContext &judgement, LoopId loop,
                                          const CountedPlace &place, LoopResult &result) {
  // Of a template others may make vectors of something else.
  if (judgement.model.isInstantiated || !isOnlyAppended(judgement.model, loop, place, result) ||
      !checkCapacity(place, result))
    return std::nullopt;
  ScannedVariable vector{.variable = place.counter->getNameAsString(), .type = "std::size_t"};
  vector.append = appendText(judgement.context, place);
  return vector.append ? std::optional(std::move(vector)) : std::nullopt;
}

} // namespace loomp
