//===- OldValue.cpp - what all iterations write, or none ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     for (i = 0; i < n; i++) {             firstprivate(t)
//       for (j = 0; j < m; j++)             m is the same for all i: each iteration writes t
//         t = b[j];                         before it reads it, or none does
//       a[i] = t;
//     }
//     for (i = 0; i < n; i++) {             firstprivate(level) schedule(static)
//       if (i > k)                          each iteration behind the first that writes it does so
//         level = 2;
//       a[i] = level;
//     }
//
// Theorem: let each read of a variable x in a loop L be one that writes of the same iteration
// certainly come before, unless no iteration writes x at all. Then what it reads is its iteration's
// own, or what x held before L: copies of x that start with that value (firstprivate) do not order
// the iterations. It is enough if no *earlier* iteration writes x, where each thread runs its
// iterations in order: what its copy holds then is what x held before L.
//
// After L, x holds what the last iteration left if each iteration writes x that comes after one
// that does (and so does the last, or none): the copy of the thread that runs the last iteration
// (lastprivate) holds that, or what x held before L.
//
// The value before L must be one: a copy of a variable that was never given any is undefined.
//
//===----------------------------------------------------------------------===//

#include "analyses/Coverage.h"
#include "analyses/Judge.h"

#include <algorithm>

using namespace clang;

namespace loomp {

/// Does the variable certainly have a value in front of the loop, also as compilers see it?
static bool hasValueAt(const Model &model, const Loop &loop, const Object &object) {
  const auto *variable = cast<VarDecl>(object.declaration);
  auto known = loop.valuesAtEntry.find(variable);
  return variable->hasInit() || isa<ParmVarDecl>(variable) || variable->hasGlobalStorage() ||
         (known != loop.valuesAtEntry.end() && known->second.asConstant());
}

std::optional<ScalarOutcome> asOldValue(const JudgeContext &judgement, LoopId id, ObjectId self,
                                        const std::vector<size_t> &accesses, bool isLive) {
  const Model &model = judgement.model;
  const Loop &loop = model.loops[id];
  const Object &object = model.objects[self];
  const auto *variable = dyn_cast_or_null<VarDecl>(object.declaration);
  // g++ takes a captured variable, and what a reference names, for uninitialized in lastprivate.
  if (object.kind != ObjectKind::Variable || !variable || object.isReference ||
      !variable->getType()->isScalarType() || variable->getType().isVolatileQualified() ||
      variable->getTLSKind() != VarDecl::TLS_None ||
      (object.preexisting && variable->hasLocalStorage()) || !hasValueAt(model, loop, object))
    return std::nullopt;
  bool inOrder = false;
  for (size_t each : accesses) {
    const Access &access = model.accesses[each];
    if (!isWholeVariable(access.path) || access.update >= 0 || access.mayKeep)
      return std::nullopt;
    bool isExposed =
        std::find(access.exposedIn.begin(), access.exposedIn.end(), id) != access.exposedIn.end();
    if (access.isWrite || !isExposed ||
        isCoveredOrOld(judgement.context, model, judgement.solver, id, each))
      continue;
    inOrder = true;
    if (!isCoveredOrOld(judgement.context, model, judgement.solver, id, each, true))
      return std::nullopt;
  }
  if (isLive && !isRewrittenByEach(judgement.context, model, judgement.solver, id, self))
    return std::nullopt;
  Role role{
      .variable = variable->getNameAsString(), .kind = RoleKind::FirstPrivate, .inOrder = inOrder};
  return ScalarOutcome{.role = role, .isAlsoLast = isLive};
}

} // namespace loomp
