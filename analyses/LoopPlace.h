//===- LoopPlace.h - where a loop stands in its file ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_LOOPPLACE_H
#define LOOMP_ANALYSES_LOOPPLACE_H

#include "analyses/LoopText.h"

namespace loomp {

/// What an `#include` in the loop brings has offsets of its own: where a part of the loop stands in
/// another file, a directive can be written in front of the loop, and nothing else.
void leaveIncluded(const clang::ASTContext &context, const clang::Stmt &loop, LoopResult &result);

/// Why no directive fits between the loop and what stands in front of it, though clang drops that,
/// so that only the text shows it: `#pragma GCC ivdep`, a macro that may hold one, an attribute
/// that is ignored. Empty if one does.
std::string whyNothingFits(const clang::ASTContext &context, const LoopSite &site);

} // namespace loomp

#endif // LOOMP_ANALYSES_LOOPPLACE_H
