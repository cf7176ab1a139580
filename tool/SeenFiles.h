//===- SeenFiles.h - what a parse saw of the disk -------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A parse does not depend on the files alone that it reads. `#include <a.h>` reads the first `a.h`
// of the search path, so it depends on all places before it, where there is none; `__has_include`
// depends on nothing else. So all that was asked of the disk is kept, with the answers: as long as
// it would answer alike, a parse would come to the same.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_SEENFILES_H
#define LOOMP_TOOL_SEENFILES_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/VirtualFileSystem.h"

#include <cstdint>

namespace loomp {

/// What there is at a path, as far as one can see without reading it.
struct FileState {
  bool isThere = false, isFile = false;
  std::uint64_t size = 0, time = 0; ///< of a file; in bytes, and in nanoseconds of its last change
  bool operator==(const FileState &) const = default;
};

class SeenFiles {
public:
  /// `files`, each question to which is kept here: this must outlive them.
  llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
  watch(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> files);

  /// Whether `files` would answer as they did, but for paths that `isLeftOut`.
  bool isAsSeen(llvm::vfs::FileSystem &files,
                llvm::function_ref<bool(llvm::StringRef path)> isLeftOut) const;

  void keep(llvm::StringRef absolutePath, const FileState &state) {
    States.try_emplace(absolutePath, state);
  }

private:
  llvm::StringMap<FileState> States; ///< by absolute path, as seen first
};

} // namespace loomp

#endif // LOOMP_TOOL_SEENFILES_H
