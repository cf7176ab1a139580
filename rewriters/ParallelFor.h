//===- ParallelFor.h - the edits that make a loop parallel ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_PARALLELFOR_H
#define LOOMP_REWRITERS_PARALLELFOR_H

#include "rewriters/Plan.h"
#include "rewriters/SourceText.h"

namespace loomp {

/// The names of the source changes that `loop` needs beyond its directive.
std::vector<std::string> parallelForTransforms(const LoopResult &loop);

/// What the analysis could not spell and the rewrite of `loop` would need; empty if nothing.
std::string whyNotWritable(const LoopResult &loop);

/// What stands around the loop besides the directive.
struct LoopRegion {
  // Where the directive opens a region:
  std::string worksharing;         ///< the directive of the loop itself; may be empty
  std::vector<std::string> inside; ///< statements in front of it
  bool continues = false;          ///< the region of the loop above goes on
  bool staysOpen = false;          ///< the loop below stands in it, too
  std::string opening = "{";       ///< what the directive is for
  // In any case:
  std::vector<std::string> above;  ///< declarations in front of the directive
  std::vector<std::string> walks;  ///< statements behind those, by which the conditions are found
  std::vector<std::string> front;  ///< statements there, where the loop runs in parallel at all
  std::vector<TextChange> changes; ///< in the loop
  std::vector<std::string> below;  ///< statements behind it
};

/// The edits that put `directive` (one line) on `loop`. `conditions`: under which the loop may run
/// so at all, where it needs two versions.
std::vector<Edit> parallelForEdits(const LoopResult &loop, const std::string &directive,
                                   const LoopRegion &region,
                                   const std::vector<std::string> &conditions,
                                   const SourceText &source);

} // namespace loomp

#endif // LOOMP_REWRITERS_PARALLELFOR_H
