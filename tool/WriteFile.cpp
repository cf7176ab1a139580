//===- WriteFile.cpp - replace files without ever leaving half of one -----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Every new content is first written to a temporary file beside the file it is for and brought to
// the disk. Only when all of them are there, and no original has changed since it was analysed, do
// renames put them in place: a rename is the one step that cannot stop half-way.
//
// From the look at an original to its rename the file is locked against other runs of loomp, so
// that of two runs for one file the second finds it changed. A temporary file is locked for as long
// as its process lives: those that nobody has locked were left behind by a process that was killed,
// and the next run for the same file removes them.
//
//===----------------------------------------------------------------------===//

#include "tool/WriteFile.h"

#include "llvm/ADT/ScopeExit.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Signals.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

using namespace llvm;

namespace loomp {

namespace {

/// A file that is about to be replaced.
struct Replacement {
  std::string target;    ///< what the name of the file leads to
  std::string temporary; ///< its new content; empty if there is none, or no longer
  int original = -1;     ///< the open file, locked
  int replacement = -1;  ///< the temporary one, locked

  std::string prepare(const FileChange &change);
  std::string writeTemporary(StringRef content, const struct stat *model);
  std::string commit();
  void clear();
};

} // namespace

static std::string lastError() { return describe(std::error_code(errno, std::generic_category())); }
static void removeLeftovers(StringRef target);

std::optional<WriteError> writeFiles(const std::vector<FileChange> &changes) {
  std::vector<Replacement> replacements(changes.size());
  scope_exit cleanUp([&] {
    for (Replacement &replacement : replacements)
      replacement.clear();
  });
  for (size_t i = 0; i < changes.size(); ++i)
    if (std::string error = replacements[i].prepare(changes[i]); !error.empty())
      return WriteError{changes[i].file, error};
  for (size_t i = 0; i < changes.size(); ++i)
    if (std::string error = replacements[i].commit(); !error.empty()) {
      if (i > 0)
        error += formatv("; the {0} before it {1} written", i == 1 ? "file" : "files",
                         i == 1 ? "is" : "are");
      return WriteError{changes[i].file, error};
    }
  return std::nullopt;
}

std::string writeResult(const std::string &file, StringRef content) {
  struct stat status;
  bool exists = ::stat(file.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode))
    return "cannot be written: is a directory";
  // What is replaced is a regular file under its own name. /dev/stdout may lead to one that has
  // none, and must stay what it is.
  SmallString<256> real;
  bool isReplaced = exists && S_ISREG(status.st_mode) && status.st_nlink > 0 &&
                    !sys::fs::real_path(file, real) && !real.starts_with("/dev/") &&
                    !real.starts_with("/proc/");
  struct stat link;
  bool isNew = !exists && ::lstat(file.c_str(), &link) != 0;
  if (!isNew && !isReplaced) {
    std::error_code error;
    raw_fd_ostream stream(file, error);
    if (!error) {
      stream << content;
      stream.close();
      error = stream.error();
      stream.clear_error();
    }
    return error ? "cannot be written: " + describe(error) : "";
  }
  Replacement replacement;
  scope_exit cleanUp([&] { replacement.clear(); });
  replacement.target = isReplaced ? real.str().str() : file;
  if (isReplaced && ::access(file.c_str(), W_OK) != 0)
    return "cannot be written: " + lastError();
  std::string error = replacement.writeTemporary(content, isReplaced ? &status : nullptr);
  return error.empty() ? replacement.commit() : error;
}

std::string describe(std::error_code error) {
  std::string message = error.message();
  if (!message.empty())
    message[0] = toLower(message[0]);
  return message;
}

/// Opens and locks the original, looks whether it is what was analysed, and makes the new file.
std::string Replacement::prepare(const FileChange &change) {
  SmallString<256> real;
  if (std::error_code error = sys::fs::real_path(change.file, real))
    return "cannot be written: " + describe(error);
  target = real.str();
  original = ::open(target.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (original < 0)
    return "cannot be read: " + lastError();
  // File systems without locks do without.
  if (::flock(original, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    return "is being changed by another process; nothing is written";
  struct stat status, named;
  if (::fstat(original, &status) != 0)
    return "cannot be read: " + lastError();
  if (!S_ISREG(status.st_mode))
    return "has changed since it was analysed; nothing is written";
  auto onDisk = MemoryBuffer::getOpenFile(original, target, status.st_size,
                                          /*RequiresNullTerminator=*/false, /*IsVolatile=*/true);
  if (!onDisk)
    return "cannot be read: " + describe(onDisk.getError());
  if ((*onDisk)->getBuffer() != change.original || ::stat(target.c_str(), &named) != 0 ||
      named.st_ino != status.st_ino || named.st_dev != status.st_dev)
    return "has changed since it was analysed; nothing is written";

  // Also said to root, for whom the system would allow it.
  if ((status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0 || ::access(target.c_str(), W_OK) != 0)
    return "cannot be written: it is read-only";
  // A new file would take the place of one name only.
  if (status.st_nlink > 1)
    return formatv("cannot be written: {0} hard links lead to it, and one alone would change",
                   status.st_nlink);
  removeLeftovers(target);
  return writeTemporary(change.rewritten, &status);
}

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

/// Access control lists, labels, and what else belongs to a file. Attributes that only the system
/// may set come by themselves.
static bool copyAttributes(const std::string &from, int to) {
  std::string names(65536, '\0'), value(65536, '\0');
  ssize_t length = ::listxattr(from.c_str(), names.data(), names.size());
  StringRef rest(names.data(), length < 0 ? 0 : length);
  while (!rest.empty()) {
    auto [name, others] = rest.split('\0');
    rest = others;
    ssize_t size = ::getxattr(from.c_str(), name.data(), value.data(), value.size());
    if (size >= 0 && ::fsetxattr(to, name.data(), value.data(), size, 0) != 0 &&
        (name.starts_with("user.") || name.starts_with("system.posix_acl")))
      return false;
  }
  return true;
}

/// `model`: the file whose owner and permissions are kept, if there is one.
std::string Replacement::writeTemporary(StringRef content, const struct stat *model) {
  std::string name = target + ".loomp-XXXXXX";
  replacement = ::mkostemp(name.data(), O_CLOEXEC);
  if (replacement < 0)
    return "cannot be written: " + lastError();
  temporary = name;
  sys::RemoveFileOnSignal(temporary);
  ::flock(replacement, LOCK_EX | LOCK_NB);
  struct stat mine;
  bool fails = ::fstat(replacement, &mine) != 0;
  // The owner first: changing it clears the set-user-id bits of the mode.
  if (!fails && model &&
      ((mine.st_uid != model->st_uid && ::fchown(replacement, model->st_uid, -1) != 0) ||
       (mine.st_gid != model->st_gid && ::fchown(replacement, -1, model->st_gid) != 0)))
    return "cannot be written: it belongs to another user or group, and a new file would not";
  mode_t mode = 0666;
  if (model)
    mode = model->st_mode & 07777;
  else
    ::umask(mode = ::umask(0)), mode = 0666 & ~mode;
  fails = fails || !writeAll(replacement, content) || ::fchmod(replacement, mode) != 0 ||
          (model && !copyAttributes(target, replacement)) || ::fsync(replacement) != 0;
  return fails ? "cannot be written: " + lastError() : "";
}

std::string Replacement::commit() {
  if (::rename(temporary.c_str(), target.c_str()) != 0)
    return "cannot be replaced: " + lastError();
  sys::DontRemoveFileOnSignal(temporary);
  temporary.clear();
  return "";
}

void Replacement::clear() {
  if (!temporary.empty()) {
    ::unlink(temporary.c_str());
    sys::DontRemoveFileOnSignal(temporary);
  }
  for (int descriptor : {original, replacement})
    if (descriptor >= 0)
      ::close(descriptor);
  *this = {};
}

/// Removes temporary files for `target` that no living process has locked.
static void removeLeftovers(StringRef target) {
  std::string prefix = (sys::path::filename(target) + ".loomp-").str();
  std::error_code error;
  for (sys::fs::directory_iterator entry(sys::path::parent_path(target), error), end;
       !error && entry != end; entry.increment(error)) {
    StringRef name = sys::path::filename(entry->path());
    if (!name.consume_front(prefix) || name.size() != 6)
      continue;
    int file = ::open(entry->path().c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    if (file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) == 0)
      ::unlink(entry->path().c_str());
    if (file >= 0)
      ::close(file);
  }
}

} // namespace loomp
