//===- Diff.h - edits as a unified diff -----------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_DIFF_H
#define LOOMP_TOOL_DIFF_H

#include "rewriters/Plan.h"

#include "llvm/ADT/StringRef.h"

namespace loomp {

/// The change that `edits` (in order, not overlapping) make to `text`, as `patch -p1` reads it.
/// Empty if they change nothing.
std::string unifiedDiff(llvm::StringRef file, llvm::StringRef text, const std::vector<Edit> &edits);

} // namespace loomp

#endif // LOOMP_TOOL_DIFF_H
