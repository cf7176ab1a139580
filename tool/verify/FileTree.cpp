//===- FileTree.cpp - the folder in which a program runs ------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Whether a run has changed a file is seen in its bytes. Its times would be quicker to look at, but
// a program may set them, and what is written through a memory map does not change them everywhere.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/FileTree.h"

#include "tool/verify/CopyTree.h"
#include "tool/verify/SourceMirror.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

#include <cstdio>
#include <dirent.h>
#include <filesystem>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

using namespace llvm;

namespace loomp {

// Beyond this, looking for changes would take longer than most runs.
static constexpr CopyLimits Limits = {std::uint64_t(1) << 30, 50'000};

/// Names of the entries of a folder; none if it is none.
static std::vector<std::string> entriesOf(const std::string &folder) {
  std::vector<std::string> names;
  if (DIR *stream = opendir(folder.c_str())) {
    while (const dirent *entry = readdir(stream))
      if (StringRef name = entry->d_name; name != "." && name != "..")
        names.push_back(name.str());
    closedir(stream);
  }
  return names;
}

/// The type bits of what lies at `path`; 0 if nothing does.
static mode_t typeOf(const std::string &path, off_t *size = nullptr) {
  struct stat status;
  if (lstat(path.c_str(), &status) != 0)
    return 0;
  if (size)
    *size = status.st_size;
  return status.st_mode & S_IFMT;
}

void removeTree(const std::string &folder) {
  if (typeOf(folder) == S_IFDIR) {
    chmod(folder.c_str(), 0700);
    for (const std::string &name : entriesOf(folder))
      removeTree(folder + "/" + name);
  }
  std::remove(folder.c_str());
}

std::string WrittenFiles::locate(const std::string &path) const {
  bool wasWritten = std::binary_search(paths.begin(), paths.end(), path);
  return (wasWritten ? kept : before) + "/" + path;
}

//===----------------------------------------------------------------------===//
// Before the first run
//===----------------------------------------------------------------------===//

static std::string createFolder(const Twine &path) {
  std::error_code error = sys::fs::create_directories(path);
  return error ? "cannot create '" + path.str() + "': " + error.message() : "";
}

std::string FileTree::copy(const std::string &folder, StringRef leftOut, bool empty) {
  std::string root = place + "/run";
  std::string error = createFolder(root);
  if (!error.empty())
    return error;
  current = root + folder;
  // Everything around the folder is linked.
  if (StringRef parent = sys::path::parent_path(folder); !parent.empty() && parent != folder) {
    if (std::error_code failed = mirrorSources(root, {}, parent.str()))
      return "cannot link what lies around '" + folder + "': " + failed.message();
    std::remove(current.c_str());
  }
  if (!empty)
    error = copyTree(folder, current, leftOut, Limits);
  else
    error = createFolder(current);
  return error.empty() ? adopt(current) : error;
}

std::string FileTree::adopt(const std::string &folder) {
  current = folder;
  pristine = place + "/before";
  std::string error = createFolder(place);
  constexpr CopyLimits everything = {std::uint64_t(16) << 30, 1'000'000, false};
  return error.empty() ? copyTree(current, pristine, "", everything) : error;
}

//===----------------------------------------------------------------------===//
// After each run
//===----------------------------------------------------------------------===//

static bool sameContent(const std::string &a, const std::string &b) {
  auto first = MemoryBuffer::getFile(a, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  auto second = MemoryBuffer::getFile(b, /*IsText=*/false, /*RequiresNullTerminator=*/false);
  return first && second && (*first)->getBuffer() == (*second)->getBuffer();
}

static bool sameLink(const std::string &a, const std::string &b) {
  std::error_code firstError, secondError;
  auto first = std::filesystem::read_symlink(a, firstError);
  auto second = std::filesystem::read_symlink(b, secondError);
  return !firstError && !secondError && first == second;
}

/// Whether two entries that are not folders are the same.
static bool sameEntry(const std::string &a, const std::string &b) {
  off_t firstSize = 0, secondSize = 0;
  mode_t type = typeOf(a, &firstSize);
  if (type != typeOf(b, &secondSize))
    return false;
  if (S_ISLNK(type))
    return sameLink(a, b);
  return !S_ISREG(type) || (firstSize == secondSize && sameContent(a, b));
}

/// What the owner may not read or write now: a program may have protected its folders.
static void makeAccessible(const std::string &folder) {
  struct stat status;
  if (lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) &&
      (status.st_mode & S_IRWXU) != S_IRWXU)
    chmod(folder.c_str(), status.st_mode | S_IRWXU);
}

/// Adds what lies at `path` below one of the roots and not, or otherwise, below the other.
static void addChanges(const std::string &before, const std::string &after, const std::string &path,
                       std::vector<std::string> &changes) {
  std::string folder = path.empty() ? "" : path + "/";
  makeAccessible(after + "/" + path);
  std::set<std::string> names;
  for (const std::string &root : {before, after})
    for (std::string &name : entriesOf(root + "/" + path))
      names.insert(std::move(name));
  for (const std::string &name : names) {
    std::string entry = folder + name, a = before + "/" + entry, b = after + "/" + entry;
    mode_t first = typeOf(a), second = typeOf(b);
    bool isFolder = S_ISDIR(first) || S_ISDIR(second);
    if (isFolder ? first != second : !sameEntry(a, b))
      changes.push_back(entry);
    if (isFolder)
      addChanges(before, after, entry, changes);
  }
}

/// Puts a copy of one entry, not of what a folder holds, to another place.
static void copyEntry(const std::string &from, const std::string &to) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  fs::file_status status = fs::symlink_status(from, ignored);
  if (fs::is_directory(status)) {
    fs::create_directory(to, ignored);
  } else if (fs::is_symlink(status)) {
    fs::copy_symlink(from, to, ignored);
  } else if (fs::is_regular_file(status)) {
    fs::copy_file(from, to, ignored);
    fs::last_write_time(to, fs::last_write_time(from, ignored), ignored);
  }
}

WrittenFiles FileTree::takeChanges(StringRef name) {
  WrittenFiles result;
  result.before = pristine;
  result.kept = place + "/kept-" + name.str();
  removeTree(result.kept);
  addChanges(pristine, current, "", result.paths);
  llvm::sort(result.paths);
  // A folder stands before what it holds: what is in a new one has moved with it.
  for (const std::string &path : result.paths) {
    std::string after = current + "/" + path, to = result.kept + "/" + path;
    if (typeOf(after)) {
      createFolder(sys::path::parent_path(to));
      std::rename(after.c_str(), to.c_str());
    }
    copyEntry(pristine + "/" + path, after);
  }
  return result;
}

} // namespace loomp
