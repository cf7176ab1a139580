//===- CalledFunction.cpp - which function a call reaches -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   long (*twice)(long) = [](long x) { return 2 * x; };     for (...) a[i] = twice(i);
//
// Theorem: a local pointer that is const, or of which the function around it never does more than
// read the value, holds what it is initialized with wherever it is called. A lambda without
// captures that is converted to a pointer does, when called, what its operator does without an
// object: its body cannot name one.
//
//===----------------------------------------------------------------------===//

#include "analyses/ModifiedSet.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

#include <algorithm>

using namespace clang;

namespace loomp {

const CXXMethodDecl *calledMethod(const CXXMethodDecl &method, const Expr *object,
                                  bool isQualified) {
  if (!method.isVirtual() || isQualified)
    return &method;
  if (!object)
    return nullptr;
  return method.getDevirtualizedMethod(object, /*IsAppleKext=*/false);
}

/// Does the statement only read the value of the variable, wherever it names it?
static bool onlyReads(const Stmt *statement, const VarDecl &variable) {
  if (!statement)
    return true;
  if (const auto *read = dyn_cast<ImplicitCastExpr>(statement);
      read && read->getCastKind() == CK_LValueToRValue &&
      isa<DeclRefExpr>(read->getSubExpr()->IgnoreParens()))
    return true;
  if (const auto *reference = dyn_cast<DeclRefExpr>(statement);
      reference && reference->getDecl()->getCanonicalDecl() == variable.getCanonicalDecl())
    return false;
  return std::all_of(statement->child_begin(), statement->child_end(),
                     [&](const Stmt *child) { return onlyReads(child, variable); });
}

static bool isNeverChanged(const VarDecl &variable) {
  if (variable.getType().isConstQualified())
    return true;
  const auto *function = dyn_cast<FunctionDecl>(variable.getDeclContext());
  return variable.hasLocalStorage() && function && function->hasBody() &&
         onlyReads(function->getBody(), variable);
}

/// The operator of the lambda that is converted to a pointer here.
static const FunctionDecl *convertedLambda(const Expr *initializer) {
  if (const auto *unary = dyn_cast<UnaryOperator>(initializer);
      unary && unary->getOpcode() == UO_Plus) // `+[](long x) { ... }`
    initializer = unary->getSubExpr()->IgnoreParenImpCasts();
  const auto *conversion = dyn_cast<CXXMemberCallExpr>(initializer);
  const auto *method =
      conversion ? dyn_cast_or_null<CXXConversionDecl>(conversion->getMethodDecl()) : nullptr;
  const CXXRecordDecl *record = method ? method->getParent() : nullptr;
  return record && record->isLambda() && !record->isGenericLambda()
             ? record->getLambdaCallOperator()
             : nullptr;
}

const FunctionDecl *calledFunction(const CallExpr &call) {
  if (const FunctionDecl *callee = call.getDirectCallee())
    return callee;
  const Expr *pointer = call.getCallee()->IgnoreParenImpCasts();
  if (const auto *unary = dyn_cast<UnaryOperator>(pointer); unary && unary->getOpcode() == UO_Deref)
    pointer = unary->getSubExpr()->IgnoreParenImpCasts();
  const auto *reference = dyn_cast<DeclRefExpr>(pointer);
  const auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  if (!variable || isa<ParmVarDecl>(variable) || !variable->getType()->isFunctionPointerType() ||
      variable->getType().isVolatileQualified() || !isNeverChanged(*variable))
    return nullptr;
  const Expr *initializer = variable->getAnyInitializer();
  if (!initializer)
    return nullptr;
  initializer = initializer->IgnoreParenImpCasts();
  if (const FunctionDecl *lambda = convertedLambda(initializer))
    return lambda;
  if (const auto *unary = dyn_cast<UnaryOperator>(initializer);
      unary && unary->getOpcode() == UO_AddrOf)
    initializer = unary->getSubExpr()->IgnoreParenImpCasts();
  const auto *function = dyn_cast<DeclRefExpr>(initializer);
  return function ? dyn_cast<FunctionDecl>(function->getDecl()) : nullptr;
}

} // namespace loomp
