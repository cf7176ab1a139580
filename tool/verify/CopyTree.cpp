//===- CopyTree.cpp - a scratch copy of the user's folder -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/CopyTree.h"

#include "tool/verify/SourceMirror.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FormatVariadic.h"

#include <filesystem>
#include <unistd.h>
#include <vector>

using namespace llvm;
namespace fs = std::filesystem;

namespace loomp {

static std::string failure(const fs::path &path, const std::error_code &error) {
  return formatv("cannot copy '{0}': {1}", path.string(), error.message()).str();
}

static bool isLeftOut(const fs::path &folder) {
  static constexpr StringLiteral versionControl[] = {".git", ".hg", ".svn"};
  std::error_code ignored;
  return is_contained(versionControl, folder.filename().string()) ||
         fs::exists(folder / "CMakeCache.txt", ignored);
}

/// A relative link is right in the copy as well, unless it climbs out of the tree.
static fs::path targetInCopy(const fs::path &link, const fs::path &target, StringRef from,
                             StringRef to) {
  fs::path absolute = (target.is_absolute() ? target : link.parent_path() / target);
  absolute = absolute.lexically_normal();
  if (!holds(from, absolute.string()))
    return absolute;
  if (target.is_relative())
    return target;
  return to.str() + absolute.string().substr(from.size());
}

std::string copyTree(StringRef from, StringRef to, StringRef leftOut, const CopyLimits &limits) {
  from = from.rtrim('/');
  std::error_code error;
  std::uint64_t bytes = 0;
  unsigned entries = 0;
  std::vector<std::pair<fs::path, fs::path>> folders = {{from.str() + "/", to.str()}};
  for (size_t next = 0; next < folders.size(); ++next) {
    auto [original, copy] = folders[next];
    if (fs::create_directory(copy, error); error)
      return failure(original, error);
    fs::directory_iterator entry(original, error);
    for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
      fs::path target = copy / entry->path().filename();
      fs::file_status status = entry->symlink_status(error);
      if (error)
        break;
      if (++entries > limits.entries)
        return formatv("'{0}' holds more than {1} files: start loomp in the folder of the project",
                       from, limits.entries);
      if (fs::is_symlink(status)) {
        fs::path led = fs::read_symlink(entry->path(), error);
        if (!error)
          fs::create_symlink(targetInCopy(entry->path(), led, from, to), target, error);
      } else if (fs::is_directory(status)) {
        if (!(limits.leavesOutBuilds && isLeftOut(entry->path())) &&
            access(entry->path().c_str(), R_OK | X_OK) == 0 &&
            entry->path() != fs::path(leftOut.str()))
          folders.emplace_back(entry->path(), target);
      } else if (fs::is_regular_file(status) && access(entry->path().c_str(), R_OK) == 0) {
        bytes += entry->file_size(error);
        if (bytes > limits.bytes)
          return formatv("'{0}' holds more than {1} MiB: start loomp in the folder of the project",
                         from, limits.bytes >> 20);
        if (!error && fs::copy_file(entry->path(), target, error))
          fs::last_write_time(target, entry->last_write_time(), error);
      }
      if (error)
        return failure(entry->path(), error);
    }
    if (error)
      return failure(original, error);
  }
  // Permissions of folders come last: one that may not be written can be filled until then.
  for (const auto &[original, copy] : reverse(folders)) {
    fs::file_status status = fs::status(original, error);
    if (!error)
      fs::permissions(copy, status.permissions() | fs::perms::owner_all, error);
    if (error)
      return failure(original, error);
  }
  return "";
}

} // namespace loomp
