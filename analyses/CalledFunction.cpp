//===- CalledFunction.cpp - which function a call reaches -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "analyses/ModifiedSet.h"

#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"

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

const FunctionDecl *calledFunction(const CallExpr &call) {
  if (const FunctionDecl *callee = call.getDirectCallee())
    return callee;
  const Expr *pointer = call.getCallee()->IgnoreParenImpCasts();
  if (const auto *unary = dyn_cast<UnaryOperator>(pointer); unary && unary->getOpcode() == UO_Deref)
    pointer = unary->getSubExpr()->IgnoreParenImpCasts();
  const auto *reference = dyn_cast<DeclRefExpr>(pointer);
  const auto *variable = reference ? dyn_cast<VarDecl>(reference->getDecl()) : nullptr;
  if (!variable || isa<ParmVarDecl>(variable) || !variable->getType()->isFunctionPointerType() ||
      !variable->getType().isConstQualified() || variable->getType().isVolatileQualified())
    return nullptr;
  const Expr *initializer = variable->getAnyInitializer();
  if (!initializer)
    return nullptr;
  initializer = initializer->IgnoreParenImpCasts();
  if (const auto *unary = dyn_cast<UnaryOperator>(initializer);
      unary && unary->getOpcode() == UO_AddrOf)
    initializer = unary->getSubExpr()->IgnoreParenImpCasts();
  const auto *function = dyn_cast<DeclRefExpr>(initializer);
  return function ? dyn_cast<FunctionDecl>(function->getDecl()) : nullptr;
}

} // namespace loomp
