//===- TextRange.h - a part of a file -------------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_TEXTRANGE_H
#define LOOMP_ANALYSES_TEXTRANGE_H

namespace loomp {

/// A half-open byte range [begin, end) of the file that contains the loop.
struct TextRange {
  unsigned begin = 0;
  unsigned end = 0;
  bool operator==(const TextRange &) const = default;
};

} // namespace loomp

#endif // LOOMP_ANALYSES_TEXTRANGE_H
