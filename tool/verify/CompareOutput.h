//===- CompareOutput.h - is this the same output, up to rounding ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_COMPAREOUTPUT_H
#define LOOMP_TOOL_VERIFY_COMPAREOUTPUT_H

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>
#include <vector>

namespace loomp {

struct ComparisonOptions {
  double tolerance = 1e-9; ///< relative, for numbers
  /// Numbers without point and exponent on both sides must be the same: counts do not round.
  bool exactIntegers = true;
};

/// The first line that differs. Lines and columns start at 1.
struct OutputDifference {
  unsigned line = 0;
  unsigned column = 0;          ///< in bytes, in the expected line
  std::string expected, actual; ///< `<end of output>` for a line that is missing
};

class UnstableFields;

/// Compares two outputs: numbers by relative tolerance, everything else exactly.
std::optional<OutputDifference> compareOutput(llvm::StringRef expected, llvm::StringRef actual,
                                              const ComparisonOptions &options);

/// The same, but for the fields that `unstable` names.
std::optional<OutputDifference> compareOutput(llvm::StringRef expected, llvm::StringRef actual,
                                              const ComparisonOptions &options,
                                              const UnstableFields &unstable);

/// A number, a word, or one character that is neither, with the blanks in front of it. The last
/// field of a line is what blanks are at its end.
struct Field {
  llvm::StringRef blanks, text;
  bool isNumber = false;
  bool isWord = false; ///< or a number, or both in one: `0x7ffd`, `1.5ms`, `a3f9`
};

std::vector<Field> fieldsOf(llvm::StringRef line);

/// Whether two fields, or lines, are the same.
bool sameText(llvm::StringRef expected, llvm::StringRef actual, const ComparisonOptions &options);

/// A line as it may be shown: control characters escaped, at most `width` bytes around `column`.
std::string printableLine(llvm::StringRef line, unsigned column, unsigned width);

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_COMPAREOUTPUT_H
