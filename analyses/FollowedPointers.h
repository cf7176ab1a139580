//===- FollowedPointers.h - pointers that a check may follow --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A check in front of a loop must not fail where the loop does not:
//
//   for (i = 0; i < n; i++)
//     if (p)
//       a[i * p->stride] = i;            no check may ask for `p->stride`
//
// Theorem: the place that a pointer leads to is there in front of the loop if each iteration
// follows the pointer, whatever else it does, and there is one (settleChecks asks for that). That
// the program has followed it before says nothing: it may have released the object since.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_FOLLOWEDPOINTERS_H
#define LOOMP_ANALYSES_FOLLOWEDPOINTERS_H

#include "analyses/Model.h"

#include "clang/AST/Expr.h"

namespace loomp {

/// Does the expression, which stands in the loop or in front of it, follow no other pointers?
bool isFollowedForCertain(const Model &model, LoopId loop, const clang::Expr &expression);

} // namespace loomp

#endif // LOOMP_ANALYSES_FOLLOWEDPOINTERS_H
