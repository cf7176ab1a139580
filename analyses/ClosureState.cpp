//===- ClosureState.cpp - what a closure keeps from call to call ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//   auto f = [t](long x) mutable {         #pragma omp parallel for firstprivate(f)
//     t = x;                               for (i = 0; i < n; i++)
//     return t * t;                          a[i] = f(i);
//   };                                →
//   for (i = 0; i < n; i++)
//     a[i] = f(i);
//
// Theorem: let f be a local variable of closure type, and let its closure capture by value plain
// scalars and arrays of them only, so that a copy is made without effects. Let the function do
// nothing with f but call it by this name, outside of lambdas: no other closure is a copy of it,
// and nothing leads to it. If loop L reaches the captured variable t by calls of f in its text
// only, no iteration reads t before it wrote it, and nothing of f that L writes is read after L
// before it is written again, then each thread may call a copy of f: what L only reads, the copy
// has from before L.
//
// Not handled: sums and counters that a closure keeps; closures that capture objects; lastprivate,
// as closures cannot be assigned.
//
//===----------------------------------------------------------------------===//

#include "analyses/Coverage.h"
#include "analyses/LoopParts.h"
#include "analyses/ScalarView.h"

#include "clang/AST/ExprCXX.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// Does the statement do nothing with the variable but call it, outside of lambdas?
static bool isOnlyCalled(const Stmt *statement, const VarDecl &variable) {
  if (!statement)
    return true;
  if (const auto *name = dyn_cast<DeclRefExpr>(statement))
    return name->getDecl()->getCanonicalDecl() != variable.getCanonicalDecl();
  if (isa<BlockExpr, StmtExpr, PseudoObjectExpr>(statement))
    return false;
  if (const auto *lambda = dyn_cast<LambdaExpr>(statement);
      lambda && llvm::any_of(lambda->captures(), [&](const LambdaCapture &capture) {
        return capture.capturesVariable() && capture.getCapturedVar() == &variable;
      }))
    return false;
  const auto *call = dyn_cast<CXXOperatorCallExpr>(statement);
  bool isCall =
      call && call->getOperator() == OO_Call && namedVariable(call->getArg(0)) == &variable;
  return std::all_of(statement->child_begin(), statement->child_end(), [&](const Stmt *child) {
    return (isCall && child == call->getArg(0)) || isOnlyCalled(child, variable);
  });
}

static bool hasPlainState(const CXXRecordDecl &closure) {
  return closure.isLambda() && closure.isTriviallyCopyable() &&
         llvm::all_of(closure.fields(), [](const FieldDecl *field) {
           QualType type = field->getType();
           return type->isReferenceType() ||
                  (type->getBaseElementTypeUnsafe()->isScalarType() && !type.isVolatileQualified());
         });
}

/// Does a call return a number, if anything? What leads into a closure tells one from its copies.
static bool returnsNumber(const CXXRecordDecl &closure) {
  auto isNumber = [](const FunctionDecl *call) {
    QualType type = call->getReturnType();
    return type->isVoidType() || type->isArithmeticType();
  };
  if (const FunctionTemplateDecl *pattern = closure.getDependentLambdaCallOperator())
    return llvm::all_of(pattern->specializations(), isNumber);
  const CXXMethodDecl *call = closure.getLambdaCallOperator();
  return call && isNumber(call);
}

/// The variable that holds the closure through which all of the accesses came.
static const VarDecl *ownerOf(const ScalarView &view) {
  const auto *owner = dyn_cast_or_null<VarDecl>(view.access(0).path.name);
  for (size_t i = 0; i < view.accesses.size() && owner; ++i) {
    const Path &path = view.access(i).path;
    if (path.name != owner || !isWholeVariable(path) ||
        !view.judgement.model.isInside(path.namedIn, view.id))
      return nullptr;
  }
  return owner;
}

std::optional<ScalarOutcome> asClosureState(const ScalarView &view) {
  const auto *state = dyn_cast_or_null<FieldDecl>(view.object.declaration);
  if (!view.object.capturedFrom || !state)
    return std::nullopt;
  const Model &model = view.judgement.model;
  const VarDecl *owner = ownerOf(view);
  const auto *function =
      owner ? dyn_cast_or_null<FunctionDecl>(owner->getParentFunctionOrMethod()) : nullptr;
  const CXXRecordDecl *closure = owner ? owner->getType()->getAsCXXRecordDecl() : nullptr;
  if (!function || !closure || state->getParent() != closure || !hasPlainState(*closure) ||
      !returnsNumber(*closure) || owner->getType().isVolatileQualified() ||
      owner->getTLSKind() != VarDecl::TLS_None || !view.loop.isVisible(*owner) || model.hasJumps ||
      !isOnlyCalled(function->getBody(), *owner))
    return std::nullopt;
  auto asksForOld = [&](size_t i) {
    const Access &access = model.accesses[i];
    return !access.isWrite && llvm::is_contained(access.exposedIn, view.id);
  };
  if (llvm::any_of(view.accesses, asksForOld))
    return std::nullopt;
  std::set<ObjectId> written;
  for (size_t i = view.loop.accessBegin; i < view.loop.accessEnd; ++i) {
    const Access &access = model.accesses[i];
    const auto *field = dyn_cast_or_null<FieldDecl>(model.objects[access.path.object].declaration);
    if (access.isWrite && field && field->getParent() == closure)
      written.insert(access.path.object);
  }
  for (ObjectId object : written)
    if (isReadLater(view.judgement.context, model, view.judgement.solver, view.id, object))
      return std::nullopt;
  Role role{.variable = owner->getNameAsString(),
            .kind = RoleKind::FirstPrivate,
            .declaration = positionOf(view.judgement.context, owner->getLocation())};
  return ScalarOutcome{role, {}};
}

} // namespace loomp
