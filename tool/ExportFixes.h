//===- ExportFixes.h - edits for clang-apply-replacements -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_EXPORTFIXES_H
#define LOOMP_TOOL_EXPORTFIXES_H

#include "tool/Diagnostics.h"

namespace loomp {

/// The diagnostics that have edits and are not suppressed, in the YAML of clang-tidy's
/// `--export-fixes`.
void printFixes(llvm::raw_ostream &out, std::vector<Diagnostic> diagnostics,
                const std::string &mainFile);

} // namespace loomp

#endif // LOOMP_TOOL_EXPORTFIXES_H
