//===- RecastInduction.h - induction variables as functions of the index --===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_RECASTINDUCTION_H
#define LOOMP_REWRITERS_RECASTINDUCTION_H

#include "rewriters/Layout.h"

namespace loomp {

/// Whether `loop` has induction variables that the rewrite must recast.
bool hasInduction(const LoopResult &loop);

/// Adds the edits in the header and the body of `loop`. Returns the statements that must follow the
/// loop for variables that are read after it; they are valid only if the loop ran at least once.
std::vector<std::string> recastInductions(EditList &edits, const LoopResult &loop,
                                          const SourceText &source);

/// The functions that raise the factors of integers to a power, as declarations in front of the
/// loop.
std::vector<std::string> powerFunctions(const LoopResult &loop, const SourceText &source);

/// Does some value in the loop become a power of another one?
bool hasPower(const LoopResult &loop, bool isFloating);

} // namespace loomp

#endif // LOOMP_REWRITERS_RECASTINDUCTION_H
