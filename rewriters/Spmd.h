//===- Spmd.h - one region, in which threads take their iterations --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_SPMD_H
#define LOOMP_REWRITERS_SPMD_H

#include "rewriters/Plan.h"
#include "rewriters/SourceText.h"

namespace loomp {

/// Why the loop cannot be written with its iterations dealt out by hand; empty if it can.
std::string whyNotSpmd(const LoopResult &loop);

/// Do the threads use the index that is declared in front of the loop, each a copy of its own?
bool keepsIndex(const LoopResult &loop);

/// How `fix` deals out the iterations where the user leaves it open.
Distribution distributionOf(const LoopResult &loop, Distribution wanted);

struct DealtLoop {
  LoopResult loop;                 ///< with the header of a loop over a thread's own iterations
  std::vector<std::string> inside; ///< at the begin of the region: which these are
  size_t numberLines = 0;          ///< the first of them, which say what thread it is
  std::string thread, threads;     ///< what its number is called, and that of all threads
  std::string type;                ///< of these
  std::set<std::string> taken;     ///< all names that are declared
};

/// `loop` as each thread runs it. `whyNotSpmd` must be empty. `before`: the loop above, in the same
/// region; a barrier stands between the two.
DealtLoop dealIterations(const LoopResult &loop, Distribution distribution,
                         const SourceText &source, const DealtLoop *before = nullptr);

/// Can the second loop, which follows the first one, stand in the same region?
bool canShareRegion(const LoopResult &first, const LoopResult &second, const SourceText &source);

} // namespace loomp

#endif // LOOMP_REWRITERS_SPMD_H
