//===- UntilBarrier.h - what runs beside a loop ---------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_UNTILBARRIER_H
#define LOOMP_ANALYSES_UNTILBARRIER_H

#include "analyses/LoopText.h"
#include "analyses/Model.h"

#include <optional>
#include <vector>

namespace loomp {

/// Accesses and effects that the model met one after another.
struct Stretch {
  size_t accessBegin = 0, accessEnd = 0;
  size_t effectBegin = 0, effectEnd = 0;
  /// The outermost loop that was left, or begun anew, on the way: what varies in it has another
  /// value there.
  LoopId across = NoLoop;
};

/// The construct as the model met it; null if it did so never, or more than once.
const Construct *constructOf(const Model &model, const clang::OMPExecutableDirective *directive);

/// The statements that lead from `root` to `target`, outermost first; empty if none do.
std::vector<const clang::Stmt *> statementsTo(const clang::Stmt *root, const clang::Stmt *target);

/// All that a thread may run behind the worksharing loop before it waits for those that are still
/// in there. Absent if that is not followed.
std::optional<std::vector<Stretch>> untilBarrier(const Model &model, const LoopSite &site,
                                                 LoopId loop);

/// All that a thread may still run in front of the worksharing loop while others are in there.
/// Absent if that is not followed.
std::optional<std::vector<Stretch>> sinceBarrier(const Model &model, const LoopSite &site,
                                                 LoopId loop);

/// What the threads run that meet the worksharing loop: the region, or if none is in sight, the
/// function.
const clang::Stmt *surroundings(const Model &model, const LoopSite &site);

/// Do all threads that leave the construct wait until its work is done?
bool waitsAtEnd(const clang::Stmt *statement);

/// The worksharing constructs that the team of the loop shares, each with the statements that lead
/// to it.
std::vector<std::pair<const Construct *, std::vector<const clang::Stmt *>>>
constructsOfTeam(const Model &model, const LoopSite &site);

} // namespace loomp

#endif // LOOMP_ANALYSES_UNTILBARRIER_H
