//===- LoopPlace.h - where a loop stands in its file ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_LOOPPLACE_H
#define LOOMP_ANALYSES_LOOPPLACE_H

#include "analyses/LoopText.h"

namespace loomp {

/// Does all of the loop stand in the file in which it begins? What an `#include` in it brings has
/// offsets of its own.
bool standsInOneFile(const clang::ASTContext &context, const clang::Stmt &loop);

/// Does `#pragma GCC ivdep` or the like stand in front of the loop, or a macro that may hold one?
/// Clang drops it, so only the text shows it.
bool hasGccHint(const clang::ASTContext &context, const LoopSite &site);

} // namespace loomp

#endif // LOOMP_ANALYSES_LOOPPLACE_H
