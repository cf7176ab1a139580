//===- Coverage.h - is what an iteration reads its own? -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_COVERAGE_H
#define LOOMP_ANALYSES_COVERAGE_H

#include "analyses/LinearSystem.h"
#include "analyses/Model.h"

namespace loomp {

/// Is everything that the access `read` reads certainly written before it, in the same iteration of
/// `loop` (NoLoop: in the same run of the function), by accesses from `firstWrite` on?
bool isCovered(const clang::ASTContext &context, const Model &model, const IntegerSolver &solver,
               LoopId loop, size_t read, size_t firstWrite);

/// The same, but what no iteration of `loop` writes, or no earlier one, needs no write.
bool isCoveredOrOld(const clang::ASTContext &context, const Model &model,
                    const IntegerSolver &solver, LoopId loop, size_t read,
                    bool asksEarlierOnly = false);

/// Does every iteration of `loop` write every element that an earlier one may write? Then the
/// object holds after the loop what the last iteration left, and what it held before elsewhere.
bool isRewrittenByEach(const clang::ASTContext &context, const Model &model,
                       const IntegerSolver &solver, LoopId loop, ObjectId object);

/// Does every iteration of `loop` write the whole object, every element and every member?
bool isFilledByEach(const clang::ASTContext &context, const Model &model,
                    const IntegerSolver &solver, LoopId loop, ObjectId object);

/// May what the object holds at the end of `loop` be read later? `isOwnNew`: iterations of `loop`
/// read nothing but what they wrote.
bool isReadLater(const clang::ASTContext &context, const Model &model, const IntegerSolver &solver,
                 LoopId loop, ObjectId object, bool isOwnNew = false);

/// Is this a static variable that the function uses within the loop only? What one call leaves in
/// it, the next one finds.
bool isStaticOfLoop(const Model &model, LoopId loop, ObjectId object);

} // namespace loomp

#endif // LOOMP_ANALYSES_COVERAGE_H
