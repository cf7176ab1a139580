//===- TwoVersions.h - a parallel and a serial version of one loop --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_TWOVERSIONS_H
#define LOOMP_REWRITERS_TWOVERSIONS_H

#include "rewriters/Layout.h"
#include "rewriters/SourceText.h"

#include <string>
#include <vector>

namespace loomp {

/// Must a condition choose between two versions of the loop, since an `if` clause would be unsound?
bool needsTwoVersions(const LoopResult &loop);

/// `if (a && b) {` in lines of at most 100 columns, the first without indentation.
std::string chooseFirst(std::vector<std::string> conditions, llvm::StringRef indent,
                        llvm::StringRef lineEnding);

/// Indents the lines of the loop by `shift`, as they then stand in a branch or a region.
void indentLoop(EditList &edits, const LoopResult &loop, const SourceText &source,
                const std::string &shift);

/// The lines of the second branch: the text of the loop as it stands, but for changes in order.
std::vector<std::string> serialVersion(const LoopResult &loop, const SourceText &source,
                                       const std::vector<TextChange> &changes = {});

} // namespace loomp

#endif // LOOMP_REWRITERS_TWOVERSIONS_H
