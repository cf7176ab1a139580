//===- ClassReduction.cpp - sums of objects -------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     Vec3 sum{};                      {
//     for (...)                          #pragma omp declare reduction(+ : Vec3 : ...)
//       sum += force[i];          →      #pragma omp parallel for reduction(+ : sum)
//                                        for (...)
//                                          sum += force[i];
//                                      }
//
// Theorem: let every access of loop L to an object x of class T come from the body of
// `T::operator+=`, called for x by its name, and let that body only add the members of its argument
// to those of its object, each to its own. Then the sums of the members are independent of order,
// and x is a reduction with `+` whose private copies start as a T with zeros: `T{}`, if that is
// what its constructor makes. `std::complex` is such a class.
// An alias of x as the argument (`x += x`) would be read through the parameter, which is no access
// of the kind above.
//
//     Histogram h;                     {
//     for (...)                          #pragma omp declare reduction(+ : Histogram :
//       h.add(a[i]);                       omp_out.count += omp_in.count, ...)
//
// Theorem: let every access of loop L to an object x be part of an update `m op= e` of a member m
// of x, in the text of L or in a member function that is called for x by its name, let each member
// have one operator in all of L, and let 0 be the identity of these operators. Then each member is
// a reduction on its own, and so is x, if its private copies start as zeros, and of two objects
// the members that L updates are combined. The other members are neither read nor written.
//
//===----------------------------------------------------------------------===//

#include "analyses/Judgement.h"
#include "analyses/ModifiedSet.h"

#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ExprCXX.h"
#include "clang/Basic/CharInfo.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// The member `m` of `this->m`, or of `o.m` for the parameter o.
static const FieldDecl *memberOf(const Expr *expression, const ParmVarDecl *object) {
  const auto *member = dyn_cast<MemberExpr>(expression->IgnoreParenImpCasts());
  if (!member)
    return nullptr;
  const Expr *base = member->getBase()->IgnoreParenImpCasts();
  const auto *reference = dyn_cast<DeclRefExpr>(base);
  bool matches = object ? reference && reference->getDecl() == object : isa<CXXThisExpr>(base);
  return matches ? dyn_cast<FieldDecl>(member->getMemberDecl()) : nullptr;
}

/// Does the method add the members of its argument to those of its object, and nothing else?
static bool addsMembers(const CXXMethodDecl &method, bool strictFloatingPoint) {
  const FunctionDecl *definition = nullptr;
  if (method.isVirtual() || !method.hasBody(definition) || definition->getNumParams() != 1)
    return false;
  const ParmVarDecl *other = definition->getParamDecl(0);
  const auto *body = dyn_cast<CompoundStmt>(definition->getBody());
  if (!body || other->getType().getNonReferenceType()->getAsCXXRecordDecl() != method.getParent() ||
      other->getType().getNonReferenceType().isVolatileQualified())
    return false;
  std::set<const FieldDecl *> seen;
  for (const Stmt *statement : body->body()) {
    if (const auto *result = dyn_cast<ReturnStmt>(statement)) {
      const Expr *value = result->getRetValue();
      const auto *object = value ? dyn_cast<UnaryOperator>(value->IgnoreParenImpCasts()) : nullptr;
      if (value && (!object || object->getOpcode() != UO_Deref ||
                    !isa<CXXThisExpr>(object->getSubExpr()->IgnoreParenImpCasts())))
        return false;
      continue;
    }
    const auto *expression = dyn_cast<Expr>(statement);
    const auto *update =
        expression ? dyn_cast<CompoundAssignOperator>(expression->IgnoreParens()) : nullptr;
    const FieldDecl *field = update && update->getOpcode() == BO_AddAssign
                                 ? memberOf(update->getLHS(), nullptr)
                                 : nullptr;
    if (!field || field != memberOf(update->getRHS(), other) || !seen.insert(field).second ||
        !field->getType()->isArithmeticType() || field->getType()->isBooleanType() ||
        field->getType().isVolatileQualified() || field->isBitField() ||
        field->getParent()->isUnion() ||
        (strictFloatingPoint && field->getType()->isFloatingType()))
      return false;
  }
  return !seen.empty();
}

static bool isZero(const ASTContext &context, const Expr *value);

static bool isZeroByDefault(const ASTContext &context, const ParmVarDecl *parameter) {
  return parameter->hasDefaultArg() && !parameter->hasUninstantiatedDefaultArg() &&
         !parameter->hasUnparsedDefaultArg() && isZero(context, parameter->getDefaultArg());
}

/// Is this 0, also as the argument that a constructor has by default?
static bool isZero(const ASTContext &context, const Expr *value) {
  if (!value || value->isValueDependent())
    return false;
  if (isa<ImplicitValueInitExpr>(value))
    return true;
  if (const auto *list = dyn_cast<InitListExpr>(value))
    return list->getNumInits() == 0 ||
           (list->getNumInits() == 1 && isZero(context, list->getInit(0)));
  if (const auto *inner = dyn_cast<CXXDefaultInitExpr>(value))
    return isZero(context, inner->getExpr());
  const Expr *plain = value->IgnoreParenImpCasts();
  if (const auto *reference = dyn_cast<DeclRefExpr>(plain)) {
    const auto *parameter = dyn_cast<ParmVarDecl>(reference->getDecl());
    return parameter && isZeroByDefault(context, parameter);
  }
  if (const auto *literal = dyn_cast<FloatingLiteral>(plain))
    return literal->getValue().isPosZero();
  const auto *literal = dyn_cast<IntegerLiteral>(plain);
  return literal && literal->getValue() == 0;
}

/// Does `T{}` consist of zeros?
static bool startsAsZero(const ASTContext &context, const CXXRecordDecl &record) {
  auto isMember = [](const FieldDecl *field) { return field->getType()->isArithmeticType(); };
  if (record.getNumBases() > 0 || record.isPolymorphic() || record.isUnion() ||
      !std::all_of(record.field_begin(), record.field_end(), isMember))
    return false;
  auto fieldsAreZero = [&](const CXXConstructorDecl *constructor) {
    return std::all_of(record.field_begin(), record.field_end(), [&](const FieldDecl *field) {
      const Expr *value = field->getInClassInitializer();
      bool isGiven = false;
      if (constructor)
        for (const CXXCtorInitializer *each : constructor->inits())
          if (each->getAnyMember() == field)
            value = each->getInit(), isGiven = true;
      bool isValueInitialized = !value && !constructor;
      return isValueInitialized || ((isGiven || value) && isZero(context, value));
    });
  };
  // A template may be a constructor without arguments, too.
  for (const Decl *member : record.decls())
    if (const auto *pattern = dyn_cast<FunctionTemplateDecl>(member);
        pattern && isa<CXXConstructorDecl>(pattern->getTemplatedDecl()))
      return false;
  bool hasOwn = false;
  for (const CXXConstructorDecl *constructor : record.ctors()) {
    if (constructor->isDeleted() || !constructor->isDefaultConstructor())
      continue;
    if (constructor->getAccess() != AS_public)
      return false;
    if (!constructor->isUserProvided())
      continue;
    hasOwn = true;
    const FunctionDecl *definition = nullptr;
    if (!constructor->hasBody(definition))
      return false;
    const auto *body = dyn_cast<CompoundStmt>(definition->getBody());
    return body && body->body_empty() &&
           llvm::all_of(constructor->parameters(),
                        [&](const ParmVarDecl *each) { return isZeroByDefault(context, each); }) &&
           fieldsAreZero(cast<CXXConstructorDecl>(definition));
  }
  return !hasOwn && (record.isAggregate() || record.hasDefaultConstructor()) &&
         fieldsAreZero(nullptr);
}

static bool isComplex(const CXXRecordDecl &record) {
  return isOfLibrary(record) && record.getName() == "complex";
}

/// Does this access belong to a sum with `+=`?
bool Judgement::isAdded(const Access &access) const {
  const Expr *expression = access.expression ? access.expression->IgnoreParens() : nullptr;
  if (!expression)
    return false;
  if (const auto *call = dyn_cast<CXXOperatorCallExpr>(expression)) {
    const FunctionDecl *callee = call->getDirectCallee();
    const EffectRow *row = callee ? effectRow(J.effects, *callee) : nullptr;
    const auto *method = dyn_cast_or_null<CXXMethodDecl>(callee);
    return row && row->effect == CallEffect::Modify && method && isComplex(*method->getParent()) &&
           (call->getOperator() == OO_PlusEqual || call->getOperator() == OO_MinusEqual) &&
           !J.options.strictFloatingPoint;
  }
  const auto *member = dyn_cast<MemberExpr>(expression);
  if (!member || !isa<CXXThisExpr>(member->getBase()->IgnoreParenImpCasts()))
    return false;
  const auto *field = dyn_cast<FieldDecl>(member->getMemberDecl());
  const auto *record = field ? dyn_cast<CXXRecordDecl>(field->getParent()) : nullptr;
  if (!record)
    return false;
  const SourceManager &sources = J.context.getSourceManager();
  return std::any_of(record->method_begin(), record->method_end(), [&](const auto *method) {
    const FunctionDecl *definition = nullptr;
    if (method->getOverloadedOperator() != OO_PlusEqual || !method->hasBody(definition))
      return false;
    SourceRange body = definition->getBody()->getSourceRange();
    return sources.isPointWithin(expression->getBeginLoc(), body.getBegin(), body.getEnd()) &&
           addsMembers(*method, J.options.strictFloatingPoint);
  });
}

/// Does a namespace have a function of this name that takes an object of the class, or anything?
static bool isDeclaredIn(const DeclContext &scope, DeclarationName name,
                         const CXXRecordDecl &record) {
  for (const NamedDecl *each : scope.lookup(name)) {
    const auto *function = dyn_cast<FunctionDecl>(each);
    if (!function ||
        (function->getNumParams() > 0 &&
         function->getParamDecl(0)->getType().getNonReferenceType()->getAsCXXRecordDecl() ==
             &record))
      return true;
  }
  return llvm::any_of(scope.decls(), [&](const Decl *each) {
    const auto *inner = dyn_cast<NamespaceDecl>(each);
    const auto *linkage = dyn_cast<LinkageSpecDecl>(each);
    return (inner && !isOfLibrary(*inner) && isDeclaredIn(*inner, name, record)) ||
           (linkage && isDeclaredIn(*linkage, name, record));
  });
}

/// Does `a += b` for two objects of the class always mean the one `operator+=` that was looked at?
static bool hasOneSum(const CXXRecordDecl &record) {
  if (record.getNumBases() > 0 || !record.getVisibleConversionFunctions().empty())
    return false;
  DeclarationName sum = record.getASTContext().DeclarationNames.getCXXOperatorName(OO_PlusEqual);
  unsigned candidates = 0;
  for (const NamedDecl *each : record.lookup(sum)) {
    const auto *method = dyn_cast<CXXMethodDecl>(each);
    if (!method || method->getNumParams() != 1)
      return false;
    candidates += !method->getParamDecl(0)->getType().getNonReferenceType()->isScalarType();
  }
  // Free functions may fit better, wherever a `using` directive finds them.
  return candidates == 1 &&
         !isDeclaredIn(*record.getASTContext().getTranslationUnitDecl(), sum, record);
}

/// The class as a directive at the loop may name it; absent if that may be another class there.
std::optional<std::string> Judgement::spelledClass(QualType type,
                                                   const CXXRecordDecl &record) const {
  PrintingPolicy policy(J.context.getLangOpts());
  policy.SuppressTagKeyword = true;
  std::string spelled = type.getUnqualifiedType().getAsString(policy);
  for (const DeclContext *around = &record; around->isRecord(); around = around->getParent())
    if (AccessSpecifier access = cast<CXXRecordDecl>(around)->getAccess();
        access == AS_private || access == AS_protected)
      return std::nullopt;
  // A block may declare another meaning of any of its names.
  if (!Judged.globalNames)
    return std::nullopt;
  std::string first;
  for (size_t begin = 0; begin < spelled.size();) {
    size_t end = begin;
    while (end < spelled.size() && (clang::isAsciiIdentifierContinue(spelled[end])))
      ++end;
    std::string word = spelled.substr(begin, end - begin);
    if (!word.empty() && !clang::isDigit(word[0])) {
      bool isMacro = J.context.Idents.get(word).hadMacroDefinition();
      if (Judged.globalNames->local.count(word) || Judged.scope.count(word) || isMacro)
        return std::nullopt;
      if (first.empty())
        first = word;
    }
    begin = std::max(end, begin + 1);
  }
  // The innermost scope around the function that has the first name must mean what is around the
  // class.
  const IdentifierInfo &name = J.context.Idents.get(first);
  for (const DeclContext *scope = M.function; scope; scope = scope->getParent()) {
    if (scope->isFunctionOrMethod())
      continue;
    auto found = scope->getRedeclContext()->lookup(&name);
    if (found.empty())
      continue;
    return llvm::any_of(
               found,
               [&](const NamedDecl *each) {
                 if (const auto *alias = dyn_cast<TypedefNameDecl>(each))
                   return alias->getUnderlyingType()->getAsCXXRecordDecl() == &record;
                 if (const auto *pattern = dyn_cast<ClassTemplateDecl>(each))
                   each = pattern->getTemplatedDecl();
                 const auto *specialization = dyn_cast<ClassTemplateSpecializationDecl>(&record);
                 if (specialization && specialization->getSpecializedTemplate()
                                               ->getTemplatedDecl()
                                               ->getCanonicalDecl() == each->getCanonicalDecl())
                   return true;
                 for (const Decl *around = &record; around && !isa<TranslationUnitDecl>(around);
                      around = cast<Decl>(around->getDeclContext()))
                   if (around->getCanonicalDecl() == each->getCanonicalDecl())
                     return true;
                 return false;
               })
               ? std::optional(spelled)
               : std::nullopt;
  }
  return std::nullopt;
}

/// What the accesses sum up, if each is part of an update of a member; else nothing.
std::vector<MemberSum> Judgement::memberSums(const std::vector<size_t> &accesses,
                                             const CXXRecordDecl &record) const {
  std::vector<MemberSum> sums;
  for (size_t i : accesses) {
    const Access &access = M.accesses[i];
    const auto &components = access.path.components;
    int id = access.update >= 0 ? access.update : access.updateInCallee;
    if (id < 0 || access.isSharedByte || components.size() != 1 ||
        components[0].kind != Component::Kind::Field)
      return {};
    const Update &update = M.updates[id];
    const FieldDecl *field = components[0].field;
    if (!update.rejection.empty() || !update.skipped.empty() || update.needsTruthValue ||
        (update.op != "+" && update.op != "|" && update.op != "^") ||
        field->getParent()->getCanonicalDecl() != record.getCanonicalDecl() ||
        field->getAccess() != AS_public || isWiderThanMachine(J.context, field->getType()) ||
        field->getIdentifier()->hadMacroDefinition())
      return {};
    MemberSum sum{field->getNameAsString(), update.op};
    auto known = llvm::find_if(sums, [&](const auto &each) { return each.member == sum.member; });
    if (known != sums.end() && known->op != sum.op)
      return {};
    if (known == sums.end())
      sums.push_back(std::move(sum));
  }
  return sums;
}

std::optional<Role> Judgement::asClassReduction(ObjectId id,
                                                const std::vector<size_t> &accesses) const {
  const Object &object = M.objects[id];
  const auto *variable = dyn_cast_or_null<VarDecl>(object.declaration);
  QualType type = variable ? variable->getType() : QualType();
  if (object.kind != ObjectKind::Variable || !variable || !variable->hasLocalStorage() ||
      object.preexisting || !J.context.getLangOpts().CPlusPlus || M.isInstantiated ||
      type.isVolatileQualified() || type.isConstQualified() || !Judged.isVisible(*variable) ||
      !isNamedInLoop(id, accesses))
    return std::nullopt;
  const CXXRecordDecl *record = type->getAsCXXRecordDecl();
  bool isWritten = std::any_of(accesses.begin(), accesses.end(),
                               [&](size_t i) { return M.accesses[i].isWrite; });
  if (!record || !record->hasDefinition() || record->isLambda() || record->isLocalClass() ||
      !isWritten || !type.isTriviallyCopyableType(J.context) ||
      (!isComplex(*record) && !startsAsZero(J.context, *record)))
    return std::nullopt;
  bool isSum = (isComplex(*record) || hasOneSum(*record)) &&
               llvm::all_of(accesses, [&](size_t i) { return isAdded(M.accesses[i]); });
  std::vector<MemberSum> sums;
  if (!isSum)
    sums = memberSums(accesses, *record);
  if (!isSum && sums.empty())
    return std::nullopt;
  auto spelled = spelledClass(type, *record);
  if (!spelled)
    return std::nullopt;
  // A directive for a class says once how its objects are added up.
  for (const Role &other : Out.roles)
    if (other.classType == *spelled && other.memberSums != sums)
      return std::nullopt;
  return Role{.variable = variable->getNameAsString(),
              .kind = RoleKind::Reduction,
              .op = "+",
              .classType = std::move(*spelled),
              .memberSums = std::move(sums),
              .declaration = positionOf(J.context, variable->getLocation())};
}

} // namespace loomp
