//===- Sections.h - statements that run at the same time ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_SECTIONS_H
#define LOOMP_REWRITERS_SECTIONS_H

#include "rewriters/Plan.h"
#include "rewriters/SourceText.h"

#include <string>
#include <vector>

namespace loomp {

/// Why the text of the statements cannot be put into sections; empty if it can.
std::string whyNotSections(const LoopResult &statements, const SourceText &source);

/// The edits that put statements into sections. `conditions`: where one of them does not hold, the
/// statements run as they stand.
std::vector<Edit> sectionEdits(const LoopResult &statements,
                               const std::vector<std::string> &conditions,
                               const SourceText &source);

} // namespace loomp

#endif // LOOMP_REWRITERS_SECTIONS_H
