//===- SeenFiles.cpp - what a parse saw of the disk -----------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/SeenFiles.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/Path.h"

using namespace llvm;

namespace loomp {

/// Of a folder it counts only that it is there: it changes with each file that comes and goes.
static FileState stateOf(const ErrorOr<vfs::Status> &status) {
  if (!status)
    return {};
  if (status->isDirectory())
    return {.isThere = true};
  return {.isThere = true,
          .isFile = true,
          .size = status->getSize(),
          .time = std::uint64_t(status->getLastModificationTime().time_since_epoch().count())};
}

namespace {

class WatchedFiles : public vfs::ProxyFileSystem {
public:
  WatchedFiles(IntrusiveRefCntPtr<vfs::FileSystem> files, SeenFiles &seen)
      : ProxyFileSystem(std::move(files)), seen(seen) {}

  ErrorOr<vfs::Status> status(const Twine &path) override {
    ErrorOr<vfs::Status> found = getUnderlyingFS().status(path);
    SmallString<256> absolute;
    path.toVector(absolute);
    if (!makeAbsolute(absolute))
      seen.keep(absolute, stateOf(found));
    return found;
  }
  bool exists(const Twine &path) override { return bool(status(path)); }
  ErrorOr<std::unique_ptr<vfs::File>> openFileForRead(const Twine &path) override {
    (void)status(path); // before it is read: what changes meanwhile has changed since
    return getUnderlyingFS().openFileForRead(path);
  }

private:
  SeenFiles &seen;
};

} // namespace

IntrusiveRefCntPtr<vfs::FileSystem> SeenFiles::watch(IntrusiveRefCntPtr<vfs::FileSystem> files) {
  return makeIntrusiveRefCnt<WatchedFiles>(std::move(files), *this);
}

bool SeenFiles::isAsSeen(vfs::FileSystem &files, function_ref<bool(StringRef)> isLeftOut) const {
  return all_of(States, [&](const auto &seen) {
    return isLeftOut(seen.first()) || stateOf(files.status(seen.first())) == seen.second;
  });
}

} // namespace loomp
