//===- MetAccesses.cpp - what two statements of a walk have in common -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Two statements may be exchanged if no access of the one meets one of the other, unless both only
// read.
//
//===----------------------------------------------------------------------===//

#include "analyses/MetAccesses.h"

#include "analyses/Dependence.h"
#include "analyses/EntryText.h"

#include <algorithm>

using namespace clang;

namespace loomp {

std::optional<MetAccesses> findMet(const Model &model, const IntegerSolver &solver,
                                   const StatementSpan &first, const StatementSpan &second,
                                   llvm::function_ref<bool(int, int)> areApart) {
  constexpr size_t most = 40000; // pairs: more are taken to meet
  if ((first.accessEnd - first.accessBegin) * (second.accessEnd - second.accessBegin) > most)
    return MetAccesses{first.accessBegin, second.accessBegin};
  for (size_t i = first.accessBegin; i < first.accessEnd; ++i)
    for (size_t j = second.accessBegin; j < second.accessEnd; ++j) {
      const Access &a = model.accesses[i], &b = model.accesses[j];
      if (!mayMeet(model, solver, NoLoop, a, b, std::nullopt))
        continue;
      int p = model.objects[a.path.object].parameter, q = model.objects[b.path.object].parameter;
      bool areParameters =
          a.path.object != b.path.object && p != NoParameter && q != NoParameter && p != q;
      if (!areParameters || !areApart(std::min(p, q), std::max(p, q)))
        return MetAccesses{i, j};
    }
  return std::nullopt;
}

std::optional<RunTimeCheck> distinctContainers(const ASTContext &context, const ParmVarDecl &first,
                                               const ParmVarDecl &second) {
  QualType a = first.getType(), b = second.getType();
  auto isContainer = [](QualType type) {
    return type->isReferenceType() && isStandardClass(type.getNonReferenceType()) &&
           bufferMember(type.getNonReferenceType());
  };
  if (!isContainer(a) || !isContainer(b) ||
      !context.hasSameUnqualifiedType(a.getNonReferenceType(), b.getNonReferenceType()))
    return std::nullopt;
  return DistinctObjects{first.getNameAsString(), second.getNameAsString()};
}

} // namespace loomp
