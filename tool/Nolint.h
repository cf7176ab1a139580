//===- Nolint.h - comments that silence findings --------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The comments of clang-tidy, with the same meaning: NOLINT for its own line, NOLINTNEXTLINE for
// the next one, NOLINTBEGIN and NOLINTEND for what is between them; each with an optional list of
// globs in parentheses. A loop's finding is called `parallel-loop` or `loomp-parallel-loop`.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_NOLINT_H
#define LOOMP_TOOL_NOLINT_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace loomp {

struct NolintRange {
  unsigned firstLine, lastLine;
  llvm::StringRef globs; ///< separated by commas; `*` if the comment has no list
};

/// Refers to the text that it was read from.
struct NolintComments {
  std::vector<NolintRange> lines;  ///< for one line each, in the order of these
  std::vector<NolintRange> blocks; ///< that have their end
};

/// Takes time in proportion to the text, whatever stands in it.
NolintComments readNolintComments(llvm::StringRef text);

/// Whether a comment for `line` matches one of `slugs`.
bool isSuppressed(const NolintComments &comments, unsigned line, llvm::ArrayRef<std::string> slugs);

/// `*` in `glob` stands for any text.
bool matchesGlob(llvm::StringRef glob, llvm::StringRef text);

} // namespace loomp

#endif // LOOMP_TOOL_NOLINT_H
