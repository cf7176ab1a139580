//===- DeviceText.cpp - what the text of a loop asks of a device ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem. A device has memory of its own. It runs the text of a loop as the host would if
//
//   - every variable of the function that the text names is a number, of which it gets a copy; an
//     array or object without pointers, which is copied as it is; or a pointer or container of such
//     elements, which is only followed: the address itself, and how it compares with others, is not
//     the same there;
//   - every function that it calls, and that those call, is one whose body the compiler sees and
//     that names no variable with static storage but constants, or one of the mathematical library;
//   - nothing allocates, throws, or holds a directive.
//
// Default deny: what is not listed keeps the loop on the host.
//
//===----------------------------------------------------------------------===//

#include "analyses/DeviceText.h"

#include "analyses/EntryText.h"
#include "analyses/ModifiedSet.h"

#include "clang/AST/DeclTemplate.h"
#include "clang/AST/DynamicRecursiveASTVisitor.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtOpenMP.h"

#include "llvm/ADT/STLExtras.h"

#include <algorithm>
#include <map>
#include <set>

using namespace clang;

namespace loomp {

/// Numbers that host and device agree on.
static bool isNumber(QualType type) {
  type = type.getCanonicalType();
  return (type->isIntegralOrEnumerationType() && !type->isBitIntType()) ||
         type->isSpecificBuiltinType(BuiltinType::Float) ||
         type->isSpecificBuiltinType(BuiltinType::Double);
}

/// May an object of this type be copied byte by byte, and mean the same on the other side?
static bool isPlainData(const ASTContext &context, QualType type) {
  type = context.getBaseElementType(type.getCanonicalType());
  if (type.isVolatileQualified())
    return false;
  if (isNumber(type))
    return true;
  if (const auto *complex = type->getAs<ComplexType>())
    return isNumber(complex->getElementType());
  const auto *record = type->getAsRecordDecl();
  if (!record || !record->getDefinition() || record->isUnion() ||
      !type.isTriviallyCopyableType(context))
    return false;
  record = record->getDefinition();
  if (const auto *derived = dyn_cast<CXXRecordDecl>(record)) {
    if (derived->isLambda() || derived->isPolymorphic() || derived->getNumVBases() > 0)
      return false;
    for (const CXXBaseSpecifier &base : derived->bases())
      if (!isPlainData(context, base.getType()))
        return false;
  }
  // g++ 12 copies no class with a static member.
  if (llvm::any_of(record->decls(), [](const Decl *each) { return isa<VarDecl>(each); }))
    return false;
  return llvm::all_of(record->fields(), [&](const FieldDecl *field) {
    return isPlainData(context, field->getType());
  });
}

/// g++ 12 looks at such a class before it is instantiated, and takes it for incomplete.
static bool isInstantiated(const ASTContext &context, QualType type) {
  return isa_and_nonnull<ClassTemplateSpecializationDecl>(
      context.getBaseElementType(type)->getAsCXXRecordDecl());
}

namespace {
/// Looks through the loop, and through every function that it calls.
class DeviceReader : public DynamicRecursiveASTVisitor {
public:
  DeviceReader(const ASTContext &context, const EffectTable &effects) : C(context), E(effects) {
    ShouldVisitImplicitCode = true;
  }

  DeviceUses read(const Stmt &loop);

  bool VisitStmt(Stmt *statement) override;
  bool VisitVarDecl(VarDecl *variable) override;
  bool VisitDeclRefExpr(DeclRefExpr *reference) override;
  bool VisitCallExpr(CallExpr *call) override;
  bool VisitCXXConstructExpr(CXXConstructExpr *made) override;
  bool VisitCXXDefaultArgExpr(CXXDefaultArgExpr *argument) override {
    return readHidden(argument->getExpr());
  }
  bool VisitCXXDefaultInitExpr(CXXDefaultInitExpr *init) override {
    return readHidden(init->getExpr());
  }
  bool TraverseLambdaExpr(LambdaExpr *) override { return fail("it holds a lambda"); }

private:
  bool fail(const std::string &why) {
    if (Result.problem.empty())
      Result.problem = Where + why;
    return false;
  }
  bool readFunction(const FunctionDecl &function);
  bool readHidden(Expr *value);
  bool readOuter(const DeclRefExpr &reference, const VarDecl &variable);
  void follow(const Expr *expression);
  bool isMathematical(const FunctionDecl &callee) const;
  bool isComputed(const CallExpr &call, const FunctionDecl &callee) const;
  bool noteElement(const CXXOperatorCallExpr &call);
  bool noteSize(const CXXMemberCallExpr &call);
  DeviceUse &useOf(const VarDecl &variable, DeviceUseKind kind);

  const ASTContext &C;
  const EffectTable &E;
  DeviceUses Result;
  std::set<const Expr *> Followed; ///< names of pointers that stand for what they lead to
  std::set<const Expr *> Handled;  ///< names of containers that edits replace
  std::set<const Stmt *> Skipped;  ///< calls that edits replace
  std::string Where; ///< in front of a problem: which function it is in; empty: the loop itself
};
} // namespace

DeviceUses deviceUses(const ASTContext &context, const EffectTable &effects, const Stmt &loop) {
  return DeviceReader(context, effects).read(loop);
}

DeviceUses DeviceReader::read(const Stmt &loop) {
  TraverseStmt(const_cast<Stmt *>(&loop));
  return std::move(Result);
}

bool DeviceReader::VisitStmt(Stmt *statement) {
  if (isa<OMPExecutableDirective>(statement))
    return fail("it holds a directive");
  if (isa<CXXTryStmt, CXXThrowExpr>(statement))
    return fail("it holds 'try' or 'throw'");
  if (isa<AsmStmt, CoroutineSuspendExpr>(statement))
    return fail("it holds assembly or a suspension");
  if (isa<CXXNewExpr, CXXDeleteExpr>(statement))
    return fail("it allocates memory");
  if (const auto *value = dyn_cast<Expr>(statement);
      value && !value->getType().isNull() &&
      (value->getType()->isBitIntType() ||
       (value->getType()->isRealFloatingType() && !isNumber(value->getType()))))
    return fail("it computes with a type that only the host has");
  // The address of a copy is another one.
  if (const auto *binary = dyn_cast<BinaryOperator>(statement);
      binary && binary->getLHS()->getType()->isPointerType() &&
      binary->getRHS()->getType()->isPointerType() && !binary->isAssignmentOp() &&
      binary->getOpcode() != BO_Comma)
    return fail("it compares addresses");
  if (const auto *cast = dyn_cast<CastExpr>(statement);
      cast &&
      (cast->getCastKind() == CK_PointerToIntegral || cast->getCastKind() == CK_PointerToBoolean))
    return fail("it takes an address for a number");
  if (isa<CXXBindTemporaryExpr>(statement))
    return fail("it makes an object that a function destroys");
  if (isa<CXXThisExpr>(statement) && Where.empty())
    return fail("it reaches members by 'this'");
  if (isa<CXXTypeidExpr, CXXDynamicCastExpr, VAArgExpr, StmtExpr, BlockExpr, GotoStmt,
          IndirectGotoStmt, AddrLabelExpr, LabelStmt>(statement))
    return fail("it holds a construct that stays on the host");
  if (const auto *subscript = dyn_cast<ArraySubscriptExpr>(statement))
    follow(subscript->getBase());
  else if (const auto *unary = dyn_cast<UnaryOperator>(statement);
           unary && unary->getOpcode() == UO_Deref)
    follow(unary->getSubExpr());
  return true;
}

/// The pointer that this address is counted from is followed, and is not looked at itself.
void DeviceReader::follow(const Expr *expression) {
  expression = expression->IgnoreParenImpCasts();
  if (const auto *sum = dyn_cast<BinaryOperator>(expression); sum && sum->isAdditiveOp()) {
    follow(sum->getLHS());
    if (sum->getOpcode() == BO_Add)
      follow(sum->getRHS());
  } else if (isa<DeclRefExpr>(expression)) {
    Followed.insert(expression);
  }
}

bool DeviceReader::VisitVarDecl(VarDecl *variable) {
  QualType type = variable->getType();
  Result.declared.insert(variable);
  if (variable->isStaticLocal() || variable->getTLSKind() != VarDecl::TLS_None)
    return fail("'" + variable->getNameAsString() + "' is one variable for all calls");
  if (type->isVariablyModifiedType())
    return fail("the size of '" + variable->getNameAsString() + "' is found as it runs");
  if (const auto *record = C.getBaseElementType(type)->getAsCXXRecordDecl();
      record && record->hasDefinition() && !record->hasTrivialDestructor())
    return fail("'" + variable->getNameAsString() + "' is destroyed by a function");
  // `const double *row = a + i * n;`
  if (type->isPointerType() && variable->getInit())
    follow(variable->getInit());
  return true;
}

bool DeviceReader::VisitDeclRefExpr(DeclRefExpr *reference) {
  const auto *variable = dyn_cast<VarDecl>(reference->getDecl());
  if (!variable)
    return isa<FunctionDecl, EnumConstantDecl, NonTypeTemplateParmDecl>(reference->getDecl()) ||
           fail("'" + reference->getDecl()->getNameAsString() + "' has no place on a device");
  if (Result.declared.count(variable) || Handled.count(reference) ||
      (!Where.empty() && isa<ParmVarDecl>(variable)))
    return true;
  bool isConstant = variable->isConstexpr() ||
                    (variable->getType().isConstQualified() && isNumber(variable->getType()) &&
                     variable->hasInit() && variable->hasConstantInitialization());
  if (isConstant && isNumber(variable->getType()))
    return true;
  if (!Where.empty())
    return fail("it names '" + variable->getNameAsString() + "'");
  return readOuter(*reference, *variable);
}

DeviceUse &DeviceReader::useOf(const VarDecl &variable, DeviceUseKind kind) {
  const VarDecl *canonical = variable.getCanonicalDecl();
  for (DeviceUse &use : Result.uses)
    if (use.variable->getCanonicalDecl() == canonical)
      return use;
  Result.uses.push_back({&variable, kind, {}, {}});
  return Result.uses.back();
}

bool DeviceReader::readOuter(const DeclRefExpr &reference, const VarDecl &variable) {
  QualType type = variable.getType().getNonReferenceType();
  std::string name = "'" + variable.getNameAsString() + "'";
  if (variable.getTLSKind() != VarDecl::TLS_None)
    return fail(name + " belongs to a thread of the host");
  if (reference.refersToEnclosingVariableOrCapture())
    return fail(name + " is captured");
  if (isNumber(type)) {
    useOf(variable, DeviceUseKind::Scalar);
    return true;
  }
  if (type->isPointerType()) {
    if (!isPlainData(C, type->getPointeeType()) || type->getPointeeType()->isIncompleteType() ||
        isInstantiated(C, type->getPointeeType()))
      return fail("what " + name + " points to is no plain data");
    if (!Followed.count(&reference))
      return fail("it uses the address in " + name);
    useOf(variable, DeviceUseKind::Pointer);
    return true;
  }
  if (variable.isConstexpr() && type->isRecordType())
    return fail(name + " is an object that exists as the program is compiled");
  if (type->isVariablyModifiedType() || type->isIncompleteType() || !isPlainData(C, type))
    return fail(name + " is no plain data");
  if (variable.getType()->isReferenceType() && type->isArrayType())
    return fail(name + " is a reference to an array");
  if (variable.getType()->isReferenceType() && isInstantiated(C, type))
    return fail(name + " is a reference to an instance of a template");
  useOf(variable, DeviceUseKind::Object);
  return true;
}

/// `v[i]` of a container with elements in one row.
bool DeviceReader::noteElement(const CXXOperatorCallExpr &call) {
  if (call.getOperator() != OO_Subscript || !Where.empty() || call.getNumArgs() != 2)
    return false;
  const auto *name = dyn_cast<DeclRefExpr>(call.getArg(0)->IgnoreParenImpCasts());
  const auto *variable = name ? dyn_cast<VarDecl>(name->getDecl()) : nullptr;
  const FunctionDecl *callee = call.getDirectCallee();
  const EffectRow *row = callee ? effectRow(E, *callee) : nullptr;
  if (!variable || Result.declared.count(variable) || !row || row->effect != CallEffect::Element ||
      row->storage != Storage::Owned || name->refersToEnclosingVariableOrCapture())
    return false;
  QualType element = call.getType();
  auto range = textRange(C, name->getSourceRange());
  if (!range || !call.isLValue() || !isPlainData(C, element) || isInstantiated(C, element))
    return false;
  Handled.insert(name);
  useOf(*variable, DeviceUseKind::Container).names.push_back(*range);
  return true;
}

/// `v.size()` of such a container.
bool DeviceReader::noteSize(const CXXMemberCallExpr &call) {
  const auto *name = dyn_cast<DeclRefExpr>(call.getImplicitObjectArgument()->IgnoreParenImpCasts());
  const auto *variable = name ? dyn_cast<VarDecl>(name->getDecl()) : nullptr;
  const FunctionDecl *callee = call.getDirectCallee();
  const EffectRow *row = callee ? effectRow(E, *callee) : nullptr;
  if (!Where.empty() || !variable || Result.declared.count(variable) || !row ||
      row->effect != CallEffect::Size || name->refersToEnclosingVariableOrCapture())
    return false;
  auto range = textRange(C, call.getSourceRange());
  if (!range)
    return false;
  Handled.insert(name);
  useOf(*variable, DeviceUseKind::Container).sizes.push_back(*range);
  return true;
}

/// Does the mathematical library of a device have the function? Others that compute something may
/// have no body there, such as `isdigit`.
bool DeviceReader::isMathematical(const FunctionDecl &callee) const {
  unsigned builtin = callee.getBuiltinID();
  const char *header = builtin ? C.BuiltinInfo.getHeaderName(builtin) : nullptr;
  return builtin && (!header || StringRef(header) == "math.h");
}

/// A function of numbers that every device knows, or one that the compiler replaces.
bool DeviceReader::isComputed(const CallExpr &call, const FunctionDecl &callee) const {
  const EffectRow *row = effectRow(E, callee);
  if (!row || !row->uses.empty() || isa<CXXMethodDecl>(callee))
    return false;
  switch (row->effect) {
  case CallEffect::Forward:
  case CallEffect::Never:
  case CallEffect::Unreachable:
    return true;
  case CallEffect::Pure:
    if (!isMathematical(callee))
      return false;
    [[fallthrough]];
  case CallEffect::Minimum:
  case CallEffect::Maximum:
  case CallEffect::Absolute:
    return isNumber(call.getType()) && llvm::all_of(call.arguments(), [](const Expr *argument) {
             return isNumber(argument->getType());
           });
  default:
    return false;
  }
}

bool DeviceReader::VisitCallExpr(CallExpr *call) {
  if (const auto *subscript = dyn_cast<CXXOperatorCallExpr>(call);
      subscript && noteElement(*subscript))
    return true;
  if (const auto *member = dyn_cast<CXXMemberCallExpr>(call); member && noteSize(*member))
    return true;
  const FunctionDecl *callee = call->getDirectCallee();
  if (!callee)
    return fail("it calls a function by its address");
  const auto *method = dyn_cast<CXXMethodDecl>(callee);
  if (method && method->isVirtual())
    return fail("it calls '" + callee->getNameAsString() + "', which is virtual");
  for (const Expr *argument : call->arguments())
    follow(argument);
  if (isComputed(*call, *callee))
    return true;
  return readFunction(*callee);
}

bool DeviceReader::VisitCXXConstructExpr(CXXConstructExpr *made) {
  const CXXConstructorDecl *constructor = made->getConstructor();
  if (constructor->isTrivial())
    return true;
  return readFunction(*constructor);
}

/// What stands elsewhere in the text: no clause can name what it names.
bool DeviceReader::readHidden(Expr *value) {
  std::string outside = Where;
  if (Where.empty())
    Where = "in a default value ";
  bool isFine = TraverseStmt(value);
  Where = outside;
  return isFine;
}

bool DeviceReader::readFunction(const FunctionDecl &function) {
  const FunctionDecl *definition = nullptr;
  if (!function.hasBody(definition) || !definition->getBody())
    return fail("it calls '" + function.getNameAsString() + "', whose body is not seen");
  if (definition->isVariadic() || definition->hasAttr<NoInlineAttr>())
    return fail("it calls '" + function.getNameAsString() + "', which stays on the host");
  if (!Result.functions.insert(definition).second)
    return true;
  std::string outside = std::exchange(Where, "it calls '" + function.getNameAsString() + "': ");
  bool isFine = true;
  if (const auto *constructor = dyn_cast<CXXConstructorDecl>(definition))
    for (const CXXCtorInitializer *init : constructor->inits())
      isFine = isFine && TraverseStmt(init->getInit());
  isFine = isFine && TraverseStmt(definition->getBody());
  Where = outside;
  return isFine;
}

} // namespace loomp
