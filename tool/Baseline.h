//===- Baseline.h - findings that everybody knows of ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A program that meets loomp for the first time has hundreds of findings, and nobody wants to be
// told of them with each change. They are written into a file that is kept beside the sources, and
// from then on only what is new is reported:
//
//     {"version": 2, "findings": [
//       {"file": "src/a.cpp", "fingerprint": "5d0c7a9e3b21f486:1", "function": "f",
//        "slug": "parallel-loop"}
//     ]}
//
// Files are named from the folder of the baseline, so that it does not matter where loomp runs. In
// their names `\\` is a backslash, and `\xE4` a byte that is no UTF-8; JSON doubles these
// backslashes. What stands in a baseline and is found no more does no harm.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_BASELINE_H
#define LOOMP_TOOL_BASELINE_H

#include "tool/Report.h"

#include <set>
#include <tuple>

namespace loomp {

struct KnownFinding {
  /// `file` is spelled as in a baseline.
  std::string file, function, slug, fingerprint;
  bool operator<(const KnownFinding &other) const {
    return std::tie(file, function, slug, fingerprint) <
           std::tie(other.file, other.function, other.slug, other.fingerprint);
  }
};

struct Baseline {
  std::string folder; ///< absolute, without links
  std::set<KnownFinding> findings;
};

/// Reads the file. Returns what is wrong with it, or an empty string. If it `isReplaced`, it may be
/// missing, or of an earlier version: that knew findings by other fingerprints, and counts as
/// empty.
std::string readBaseline(const std::string &file, bool isReplaced, Baseline &baseline);

/// Takes over all that the report says and that no NOLINT silences. What was known of other files
/// than those that were looked at stays, unless they are gone.
void updateBaseline(Baseline &baseline, const Report &report, const Options &options);

/// Returns what went wrong, or an empty string.
std::string writeBaseline(const std::string &file, const Baseline &baseline);

/// Marks what stands in the baseline.
void leaveOutKnown(Report &report, const Baseline &baseline, Form form);

} // namespace loomp

#endif // LOOMP_TOOL_BASELINE_H
