//===- UnstableFields.h - what a program prints differently each time -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Times and addresses differ between runs of the same program. They are found by running the serial
// program several times, and left out of the comparison:
//
//   sum 5050, in 0.0123 s        sum 5050, in <0.0119> s
//   sum 5050, in 0.0119 s        the number in brackets is unstable, all else is compared
//
// Only fields can be left out. If the serial program prints another number of lines, or a line of
// another shape, it is not known what its output should be.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_UNSTABLEFIELDS_H
#define LOOMP_TOOL_VERIFY_UNSTABLEFIELDS_H

#include "tool/verify/CompareOutput.h"

#include <map>
#include <set>

namespace loomp {

/// How much of a text is compared.
struct Coverage {
  unsigned lines = 0, unstableLines = 0; ///< unstable: in at least one field
  unsigned numbers = 0, unstableNumbers = 0;
  /// A line in full or a number: labels around numbers that are left out say nothing.
  bool comparesSomething = false;
};

class UnstableFields {
public:
  /// Adds the fields in which another run of the same program differs from `expected`. Returns the
  /// first line that cannot be described by fields, if there is one; nothing is added then.
  std::optional<OutputDifference> learn(llvm::StringRef expected, llvm::StringRef again,
                                        const ComparisonOptions &options);

  bool empty() const { return lines.empty(); }
  bool isStable(unsigned line) const { return !lines.count(line); }

  /// The first column, from 0, in which two lines differ in a field that is stable.
  std::optional<size_t> compareLine(unsigned line, llvm::StringRef expected, llvm::StringRef actual,
                                    const ComparisonOptions &options) const;

  Coverage coverage(llvm::StringRef expected) const;

  /// Up to `count` unstable lines, with `<` and `>` around the fields that are left out.
  std::vector<std::pair<unsigned, std::string>> markedLines(llvm::StringRef expected,
                                                            unsigned count) const;

private:
  using FieldNumbers = std::set<unsigned>;
  std::map<unsigned, FieldNumbers> lines; ///< by number, from 1
};

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_UNSTABLEFIELDS_H
