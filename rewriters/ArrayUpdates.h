//===- ArrayUpdates.h - edits for arrays that a loop only updates ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_ARRAYUPDATES_H
#define LOOMP_REWRITERS_ARRAYUPDATES_H

#include "rewriters/Layout.h"

#include <map>
#include <string>
#include <vector>

namespace loomp {

/// Variables whose elements a clause can name through a pointer only, with the name of that
/// pointer. `source`: null if the file is not known.
std::map<std::string, std::string> dataPointers(const LoopResult &loop, const SourceText *source);

/// Puts directives above atomic updates and pointers in the place of containers. Returns the
/// declarations of the pointers, which go in front of the directive, into a block of their own.
std::vector<std::string> rewriteArrayUpdates(EditList &edits, const LoopResult &loop,
                                             const SourceText &source);

} // namespace loomp

#endif // LOOMP_REWRITERS_ARRAYUPDATES_H
