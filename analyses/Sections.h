//===- Sections.h - statements that can run at the same time --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_SECTIONS_H
#define LOOMP_ANALYSES_SECTIONS_H

#include "analyses/LoopResult.h"
#include "analyses/TaskRecursion.h"

#include <vector>

namespace loomp {

/// Judges the blocks of a function in which several statements have work to do. Of each block come
/// the groups of statements that can run as sections or, if there are none, one result that says
/// why not.
std::vector<LoopResult> judgeSections(const RecursionContext &judgement,
                                      const clang::FunctionDecl &function,
                                      const ArgumentFacts &facts);

/// Puts such results among those of the loops, in source order; of several of one place the first.
void insertStatements(std::vector<LoopResult> found, std::vector<LoopResult> &loops);

} // namespace loomp

#endif // LOOMP_ANALYSES_SECTIONS_H
