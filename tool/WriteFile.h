//===- WriteFile.h - replace files without ever leaving half of one -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_WRITEFILE_H
#define LOOMP_TOOL_WRITEFILE_H

#include "llvm/ADT/StringRef.h"

#include <optional>
#include <string>
#include <system_error>
#include <vector>

namespace loomp {

struct FileChange {
  std::string file;
  std::string original;  ///< what the file must still contain
  std::string rewritten; ///< what it is to contain
};

struct WriteError {
  std::string file;
  std::string message;
};

/// Replaces the content of all files, or of none where any of them cannot be prepared. Symbolic
/// links are followed; permissions, owners and attributes are kept, or nothing is written.
std::optional<WriteError> writeFiles(const std::vector<FileChange> &changes);

/// Writes a result: a new file, one that replaces a regular file, or into what is there of any
/// other kind (a pipe, /dev/stdout). Returns what went wrong, or an empty string.
std::string writeResult(const std::string &file, llvm::StringRef content);

/// The system's message in the style of ours: its first letter in lower case.
std::string describe(std::error_code error);

} // namespace loomp

#endif // LOOMP_TOOL_WRITEFILE_H
