//===- WriteFile.cpp - replace files without ever leaving half of one -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Every new content is first written to a temporary file beside the file it is for and brought to
// the disk. Only when all of them are there, and no original has changed since it was analysed, do
// renames put them in place: a rename is the one step that cannot stop half-way.
//
//===----------------------------------------------------------------------===//

#include "tool/WriteFile.h"

#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Signals.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace llvm;

namespace loomp {

static std::string lastError();
static std::string prepare(const FileChange &change, std::string &target, std::string &temporary);

std::optional<WriteError> writeFiles(const std::vector<FileChange> &changes) {
  std::vector<std::string> targets(changes.size()), temporaries(changes.size());
  scope_exit cleanUp([&] {
    for (const std::string &temporary : temporaries)
      if (!temporary.empty()) {
        ::unlink(temporary.c_str());
        sys::DontRemoveFileOnSignal(temporary);
      }
  });
  for (size_t i = 0; i < changes.size(); ++i)
    if (std::string error = prepare(changes[i], targets[i], temporaries[i]); !error.empty())
      return WriteError{changes[i].file, error};
  for (size_t i = 0; i < changes.size(); ++i) {
    if (::rename(temporaries[i].c_str(), targets[i].c_str()) != 0)
      return WriteError{changes[i].file, "cannot be replaced: " + lastError()};
    sys::DontRemoveFileOnSignal(temporaries[i]);
    temporaries[i].clear();
  }
  return std::nullopt;
}

std::string describe(std::error_code error) {
  std::string message = error.message();
  if (!message.empty())
    message[0] = toLower(message[0]);
  return message;
}

static std::string lastError() { return describe(std::error_code(errno, std::generic_category())); }

/// Writes all of `content`, past interruptions.
static bool writeAll(int descriptor, StringRef content) {
  while (!content.empty()) {
    ssize_t count = ::write(descriptor, content.data(), content.size());
    if (count < 0 && errno == EINTR)
      continue;
    if (count < 0)
      return false;
    content = content.drop_front(count);
  }
  return true;
}

/// Returns what went wrong, or an empty string.
static std::string prepare(const FileChange &change, std::string &target, std::string &temporary) {
  SmallString<256> real;
  if (std::error_code error = sys::fs::real_path(change.file, real))
    return "cannot be written: " + describe(error);
  target = real.str();
  auto onDisk = MemoryBuffer::getFile(target, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  if (!onDisk)
    return "cannot be read: " + describe(onDisk.getError());
  if ((*onDisk)->getBuffer() != change.original)
    return "has changed since it was analysed; nothing is written";

  struct stat status;
  if (::stat(target.c_str(), &status) != 0)
    return "cannot be written: " + lastError();
  // Also said to root, for whom the system would allow it.
  if ((status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0 || ::access(target.c_str(), W_OK) != 0)
    return "cannot be written: it is read-only";

  std::string name = target + ".loomp-XXXXXX";
  int descriptor = ::mkstemp(name.data());
  if (descriptor < 0)
    return "cannot be written: " + lastError();
  temporary = name;
  sys::RemoveFileOnSignal(temporary);
  // The owner first: changing it clears the set-user-id bits of the mode.
  bool ownerFails = ::fchown(descriptor, status.st_uid, status.st_gid) != 0 && errno != EPERM;
  bool fails = ownerFails || !writeAll(descriptor, change.rewritten) ||
               ::fchmod(descriptor, status.st_mode & 07777) != 0 || ::fsync(descriptor) != 0;
  std::string error = fails ? "cannot be written: " + lastError() : "";
  if (::close(descriptor) != 0 && error.empty())
    error = "cannot be written: " + lastError();
  return error;
}

} // namespace loomp
