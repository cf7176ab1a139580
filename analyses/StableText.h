//===- StableText.h - does C text mean the same at two places? ------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Internal to analyses/.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_STABLETEXT_H
#define LOOMP_ANALYSES_STABLETEXT_H

#include "analyses/Model.h"

#include "llvm/ADT/StringRef.h"

#include <string>

namespace loomp {

/// Has the text, which is valid in front of the loop `at`, the same value in front of the loop
/// `around` that holds it?
bool isFixedText(const Model &model, LoopId around, LoopId at, const std::string &text);

/// Does the text read memory other than by the names of variables?
bool followsPointers(llvm::StringRef text);

} // namespace loomp

#endif // LOOMP_ANALYSES_STABLETEXT_H
