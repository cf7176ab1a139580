//===- Review.h - what a reviewer is told, and what fails a run -----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// `--fail-on` and `--only` name kinds of findings:
//
//     race                        something is wrong with a directive: race-*, missing-*
//     missed                      a loop that `fix` would rewrite
//     parallel, serial, unknown   loops of that verdict
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_REVIEW_H
#define LOOMP_TOOL_REVIEW_H

#include "tool/Diagnostics.h"

namespace loomp {

/// Marks what `--only` does not name. What fails the run is never left out.
void leaveOutOthers(Report &report, const Options &options);

struct Shown {
  std::vector<Diagnostic> diagnostics;
  unsigned furtherMissed = 0; ///< loops that `--top` does not let through
};

/// All that is neither silenced nor left out, in the order of `--sort`. With `limit`, so many
/// missed loops, those with the most to gain; `--top` wins over it.
Shown shownDiagnostics(const Report &report, const Options &options,
                       std::optional<unsigned> limit = {});

/// Wrong directives, then missed loops, those with the most to gain first, then all others.
void sortByGain(std::vector<Diagnostic> &diagnostics);

/// Whether an option makes this finding an exit status of 1.
bool isFailure(const Report &report, const Diagnostic &diagnostic, const Options &options);

/// Whether there is such a finding.
bool hasFailure(const Report &report, const Options &options);

} // namespace loomp

#endif // LOOMP_TOOL_REVIEW_H
