//===- WriteFile.h - replace files without ever leaving half of one -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_WRITEFILE_H
#define LOOMP_TOOL_WRITEFILE_H

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
/// links are followed; permissions and, where allowed, owners are kept.
std::optional<WriteError> writeFiles(const std::vector<FileChange> &changes);

/// The system's message in the style of ours: its first letter in lower case.
std::string describe(std::error_code error);

} // namespace loomp

#endif // LOOMP_TOOL_WRITEFILE_H
