//===- Recursion.cpp - summaries of recursive functions -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Theorem: let F be a function and C the functions that its calls may run. If every body in C
//   1. writes nothing but its own automatic variables, by their names,
//   2. calls nothing but members of C, functions that the tables call pure, and those that tell
//      where the elements of a container are, and
//   3. consists of the plain statements and expressions below (no throw, no jump out, no static
//      variable, no volatile access, no object with a constructor or destructor),
// then a call of F writes no memory that exists before it or after it, by induction over the depth
// of the recursion: the fixpoint of "does nothing" is "does nothing". What it reads is the union of
// what the bodies read.
//
// Not handled: recursive functions that write through a parameter (sorting in place). Their
// iterations would have to be told apart by ranges.
//
//===----------------------------------------------------------------------===//

#include "analyses/Recursion.h"
#include "analyses/ModifiedSet.h"

#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace loomp {

namespace {

class Summarizer {
public:
  Summarizer(const EffectTable &effects, RecursionSummary &summary)
      : Effects(effects), Summary(summary) {}

  bool addFunction(const FunctionDecl &function);

private:
  bool isPlain(const Stmt *statement);
  bool isPlainDeclaration(const Decl &declaration) const;
  bool isOwnVariable(const Expr *place) const;
  bool addRead(const Expr *place);
  bool addCall(const CallExpr &call);

  const EffectTable &Effects;
  RecursionSummary &Summary;
  std::set<const FunctionDecl *> Closure;
};

} // namespace

const RecursionSummary &Recursions::of(const FunctionDecl &function) {
  auto [place, isNew] = Known.try_emplace(function.getCanonicalDecl());
  if (isNew)
    place->second.isQuiet = Summarizer(Effects, place->second).addFunction(function);
  return place->second;
}

bool RecursionSummary::pointersComeFromArguments() const {
  if (bindsReferences)
    return false;
  for (QualType type : indirectReads)
    if (type->isAnyPointerType() || type->isRecordType())
      return false;
  for (const VarDecl *global : globals) {
    QualType element = global->getASTContext().getBaseElementType(global->getType());
    if (!element->isArithmeticType() && !element->isEnumeralType())
      return false;
  }
  return true;
}

bool Summarizer::addFunction(const FunctionDecl &function) {
  const FunctionDecl *definition = nullptr;
  if (!function.hasBody(definition) || definition->isWeak() || definition->isVariadic() ||
      isa<CXXConstructorDecl, CXXDestructorDecl>(definition) || Closure.size() > 64)
    return false;
  const auto *method = dyn_cast<CXXMethodDecl>(definition);
  if (method && (method->isVirtual() || method->getParent()->isLambda()))
    return false; // a captured variable looks like one of the lambda's own
  if (!Closure.insert(definition).second)
    return true; // the recursion itself: nothing but what its body is found to do
  for (const ParmVarDecl *parameter : definition->parameters()) {
    if (parameter->getType()->isRecordType() || parameter->getType().isVolatileQualified())
      return false;
    Summary.bindsReferences |= parameter->getType()->isReferenceType();
  }
  return isPlain(definition->getBody());
}

bool Summarizer::isPlain(const Stmt *statement) {
  if (!statement)
    return true;
  if (const auto *declarations = dyn_cast<DeclStmt>(statement)) {
    for (const Decl *declaration : declarations->decls())
      if (!isPlainDeclaration(*declaration))
        return false;
  } else if (const auto *binary = dyn_cast<BinaryOperator>(statement)) {
    if (binary->isAssignmentOp() && !isOwnVariable(binary->getLHS()))
      return false;
    if (binary->isPtrMemOp())
      return false;
  } else if (const auto *unary = dyn_cast<UnaryOperator>(statement)) {
    if (unary->isIncrementDecrementOp() && !isOwnVariable(unary->getSubExpr()))
      return false;
    if (unary->getOpcode() == UO_AddrOf || unary->getOpcode() == UO_Coawait)
      return false; // a pointer to a variable could be written through
  } else if (const auto *cast = dyn_cast<CastExpr>(statement)) {
    if (cast->getCastKind() == CK_LValueToRValue && !addRead(cast->getSubExpr()))
      return false;
    if (cast->getCastKind() == CK_ConstructorConversion)
      return false;
  } else if (const auto *call = dyn_cast<CallExpr>(statement)) {
    if (!addCall(*call))
      return false;
  } else if (!isa<CompoundStmt, IfStmt, ForStmt, WhileStmt, DoStmt, SwitchStmt, CaseStmt,
                  DefaultStmt, BreakStmt, ContinueStmt, ReturnStmt, NullStmt, ParenExpr,
                  DeclRefExpr, MemberExpr, ArraySubscriptExpr, ConditionalOperator, ConstantExpr,
                  IntegerLiteral, FloatingLiteral, CharacterLiteral, CXXBoolLiteralExpr,
                  CXXNullPtrLiteralExpr, CXXThisExpr, ImplicitValueInitExpr, InitListExpr,
                  UnaryExprOrTypeTraitExpr, ExprWithCleanups>(statement)) {
    return false;
  }
  for (const Stmt *child : statement->children())
    if (!isPlain(child))
      return false;
  return true;
}

bool Summarizer::isPlainDeclaration(const Decl &declaration) const {
  const auto *variable = dyn_cast<VarDecl>(&declaration);
  if (!variable)
    return isa<TypedefNameDecl, UsingDecl, UsingDirectiveDecl, StaticAssertDecl>(declaration);
  QualType element = variable->getASTContext().getBaseElementType(variable->getType());
  return variable->hasLocalStorage() && !element->isRecordType() && !element->isReferenceType() &&
         !element.isVolatileQualified() && !variable->getType()->isVariablyModifiedType();
}

/// A variable of this very call, or an element of one that is an array.
bool Summarizer::isOwnVariable(const Expr *place) const {
  place = place->IgnoreParens();
  while (const auto *subscript = dyn_cast<ArraySubscriptExpr>(place)) {
    place = subscript->getBase()->IgnoreParenImpCasts();
    if (!place->getType()->isArrayType())
      return false;
  }
  const auto *reference = dyn_cast<DeclRefExpr>(place);
  const auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  return variable && variable->hasLocalStorage() && !variable->getType()->isReferenceType();
}

bool Summarizer::addRead(const Expr *place) {
  if (place->getType().isVolatileQualified() || place->getType()->isAtomicType() ||
      place->getType()->isRecordType())
    return false;
  if (isOwnVariable(place))
    return true;
  const auto *reference = dyn_cast<DeclRefExpr>(place->IgnoreParens());
  const auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  if (variable && !variable->getType()->isReferenceType()) {
    if (variable->getTLSKind() != VarDecl::TLS_None)
      return false;
    Summary.globals.insert(variable->getCanonicalDecl());
    return true;
  }
  if (const VarDecl *root = rootVariable(place); root && !root->hasLocalStorage()) {
    if (root->getTLSKind() != VarDecl::TLS_None)
      return false;
    Summary.globals.insert(root->getCanonicalDecl());
    return true;
  }
  Summary.indirectReads.push_back(place->getType());
  return true;
}

/// The container or smart pointer of which the call tells where its elements are, or how many: it
/// reads that object, and no element. Null if it is no such call.
static const Expr *readsContainer(const EffectRow &row, const CallExpr &call) {
  switch (row.effect) {
  case CallEffect::Element:
  case CallEffect::First:
  case CallEffect::Last:
  case CallEffect::Size:
  case CallEffect::Empty:
  case CallEffect::Data:
    break;
  default:
    return nullptr;
  }
  const Expr *object = nullptr;
  if (const auto *member = dyn_cast<CXXMemberCallExpr>(&call))
    object = member->getImplicitObjectArgument();
  else if (isa<CXXOperatorCallExpr>(call))
    object = call.getArg(0);
  return object && object->isGLValue() && object->getType()->isRecordType() ? object : nullptr;
}

bool Summarizer::addCall(const CallExpr &call) {
  const FunctionDecl *callee = call.getDirectCallee();
  if (!callee || (call.isPRValue() && call.getType()->isRecordType()))
    return false;
  if (const EffectRow *row = effectRow(Effects, *callee)) {
    if (const Expr *container = readsContainer(*row, call)) {
      Summary.indirectReads.push_back(container->getType());
      return true;
    }
    for (const Expr *argument : call.arguments())
      if (argument->isGLValue() && !addRead(argument))
        return false;
    return row->effect == CallEffect::Pure || row->effect == CallEffect::Absolute ||
           ((row->effect == CallEffect::Minimum || row->effect == CallEffect::Maximum) &&
            areComparedByLibrary({call.getArgs(), call.getNumArgs()}));
  }
  // No member of C writes through a reference; a class object is copied.
  for (const Expr *argument : call.arguments())
    if (!argument->isGLValue() && argument->getType()->isRecordType())
      return false;
  return addFunction(*callee);
}

} // namespace loomp
