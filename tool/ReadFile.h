//===- ReadFile.h - small text files that anyone may have written ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_READFILE_H
#define LOOMP_TOOL_READFILE_H

#include "llvm/ADT/StringRef.h"

#include <memory>
#include <string>

namespace llvm {
class MemoryBuffer;
}

namespace loomp {

/// The content of a regular file of at most `limit` bytes. Everything else is an error: a pipe or a
/// device may never end. On failure `error` says why, without the name of the file.
std::unique_ptr<llvm::MemoryBuffer> readFile(llvm::StringRef file, uint64_t limit,
                                             std::string &error);

/// Whether brackets, or the dashes, question marks and colons of YAML's blocks, nest deeper than a
/// recursive reader should follow, or commas follow each other. Quotes are seen that close in their
/// line; longer ones are not, so a text may nest less than this says.
bool nestsTooDeep(llvm::StringRef text);

/// The same for the brackets of JSON, outside of its strings.
bool bracketsNestTooDeep(llvm::StringRef json);

} // namespace loomp

#endif // LOOMP_TOOL_READFILE_H
