//===- RunTimeChecks.h - assumptions as C conditions ----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_RUNTIMECHECKS_H
#define LOOMP_REWRITERS_RUNTIMECHECKS_H

#include "analyses/LoopResult.h"

#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace loomp {

struct CheckTexts {
  std::vector<std::string> conditions; ///< each may stand as an operand of `&&`
  bool needsIntegerTypes = false;      ///< uses `uintptr_t`
  bool sorts = false;                  ///< uses the copies that `sortedCopies` declares
  /// The variable in which `rowWalks` leaves whether all of the conditions hold; empty: there are
  /// none of rows, and the conditions are all there is.
  std::string walked;
};

/// The conditions under which the assumptions of `loop` that can be checked hold.
CheckTexts runTimeChecks(const LoopResult &loop);

/// Statements for the front of the loop, by which the conditions can tell whether elements repeat.
std::vector<std::string> sortedCopies(const LoopResult &loop);

/// Statements for the front of the loop that look through rows, where the conditions hold.
std::vector<std::string> rowWalks(const LoopResult &loop,
                                  const std::vector<std::string> &conditions);

/// Headers that declare `uintptr_t` as the checks spell it; the first is the one to insert.
std::vector<std::string> integerTypeHeaders(const LoopResult &loop);

/// `text` without parentheses that enclose all of it.
llvm::StringRef withoutOuterParentheses(llvm::StringRef text);

/// `text`, in parentheses unless it is a name, a number, a call or the like.
std::string asOperand(llvm::StringRef text);

/// `text`, in parentheses unless it is arithmetic: `a - 1` may stand in front of `- 2` or `> 2`,
/// `a < b ? a : b` may not.
std::string asSum(llvm::StringRef text);

} // namespace loomp

#endif // LOOMP_REWRITERS_RUNTIMECHECKS_H
