//===- SourceMirror.cpp - the file system with some files replaced --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/SourceMirror.h"

#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

#include <set>
#include <unistd.h>

using namespace llvm;

namespace loomp {

static void addFolderAndParents(StringRef folder, std::set<std::string> &folders) {
  for (; !folder.empty(); folder = sys::path::parent_path(folder))
    folders.insert(folder.str());
}

std::error_code mirrorSources(const std::string &root, const FileContents &contents,
                              const std::string &workingDirectory) {
  std::set<std::string> folders;
  addFolderAndParents(workingDirectory, folders);
  for (const auto &[path, content] : contents)
    addFolderAndParents(sys::path::parent_path(path), folders);

  // The order of the set puts every folder before those in it.
  for (const std::string &folder : folders) {
    if (std::error_code error = sys::fs::create_directories(root + folder))
      return error;
    // A folder that cannot be listed, such as /home on some systems, still leads to the changed
    // file; its other entries are missing in the mirror.
    std::error_code ignored;
    for (sys::fs::directory_iterator entry(folder, ignored, /*follow_symlinks=*/false), end;
         entry != end && !ignored; entry.increment(ignored)) {
      const std::string &path = entry->path();
      if (folders.count(path) || contents.count(path))
        continue;
      if (symlink(path.c_str(), (root + path).c_str()) != 0)
        return std::error_code(errno, std::generic_category());
    }
  }

  for (const auto &[path, content] : contents) {
    std::error_code error;
    raw_fd_ostream file(root + path, error);
    if (error)
      return error;
    file << content;
    file.close();
    if (file.has_error()) {
      error = file.error();
      file.clear_error();
      return error;
    }
  }
  return {};
}

std::string physicalWorkingDirectory() {
  SmallString<256> folder;
  if (sys::fs::real_path(".", folder))
    return "/";
  return folder.str().str();
}

std::string absolutePath(StringRef path, StringRef workingDirectory) {
  SmallString<256> result(path);
  sys::path::make_absolute(workingDirectory, result);
  bool climbs = path.contains("..");
  SmallString<256> folder;
  // Only the file system knows where `..` leads after a symbolic link.
  if (climbs && !sys::fs::real_path(sys::path::parent_path(result), folder)) {
    sys::path::append(folder, sys::path::filename(result));
    return folder.str().str();
  }
  sys::path::remove_dots(result, /*remove_dot_dot=*/true);
  return result.str().str();
}

bool holds(StringRef folder, StringRef path) {
  folder = folder.rtrim('/');
  return path.consume_front(folder) && (path.empty() || path.starts_with("/"));
}

} // namespace loomp
