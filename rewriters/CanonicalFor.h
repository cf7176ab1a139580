//===- CanonicalFor.h - other loops as canonical for loops ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_CANONICALFOR_H
#define LOOMP_REWRITERS_CANONICALFOR_H

#include "analyses/LoopResult.h"
#include "rewriters/Layout.h"

namespace loomp {

/// Adds the edits that give `loop` its canonical header, if it needs one.
void canonicalizeHeader(EditList &edits, const LoopResult &loop, const SourceText &source);

/// Whether the canonical form replaces or deletes the text in `range` anyway.
bool isReplacedByHeader(const LoopResult &loop, TextRange range);

} // namespace loomp

#endif // LOOMP_REWRITERS_CANONICALFOR_H
