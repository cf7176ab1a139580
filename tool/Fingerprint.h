//===- Fingerprint.h - a name for a finding that outlives edits -----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Lines move whenever something is typed above them. What stays is what is said (the slug), of what
// (the tokens of the loop, without comments and white space), in which function of the file, its
// parameter types included; and of loops that are equal in all that, which one it is.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_FINGERPRINT_H
#define LOOMP_TOOL_FINGERPRINT_H

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>
#include <vector>

namespace loomp {

struct Position;
struct Report;

/// What a loop is, without where it is.
struct LoopIdentity {
  std::string content; ///< hash of its function and tokens
  unsigned number = 1; ///< among loops of the file with the same content
};

/// One per loop of the report, in order.
std::vector<LoopIdentity> identitiesOf(const Report &report);

/// The loop that a finding speaks of: that at its place, else the innermost around it.
std::optional<size_t> loopAt(const Report &report, const Position &position);

/// Sixteen hexadecimal digits, `:` and a number. The same for the same slug and detail (what tells
/// findings of one loop apart) said of the same loop.
std::string fingerprintOf(llvm::StringRef slug, llvm::StringRef detail, const LoopIdentity &loop);

} // namespace loomp

#endif // LOOMP_TOOL_FINGERPRINT_H
