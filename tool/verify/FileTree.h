//===- FileTree.h - the folder in which a program runs --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A program that is verified runs many times, and may write files. It runs in a copy of the user's
// folder, which after each run is made again what it was: what one run writes is neither in the
// user's way nor in the next run's. Symbolic or hard links instead of copies would be of no use,
// because a program that opens an existing file for writing writes through them.
//
// As in a source mirror, the folders above the copy are real ones with links to all else, so that
// `../data/mesh.bin` is found:
//
//   run/home/ann/src/           the copy, in which the program runs
//   run/home/ann/data       ->  /home/ann/data
//
// What a program writes to an absolute path, or above its folder, is out of reach (but see
// FolderGuard.h).
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_FILETREE_H
#define LOOMP_TOOL_VERIFY_FILETREE_H

#include "llvm/ADT/StringRef.h"

#include <string>
#include <vector>

namespace loomp {

/// What a run created, changed or removed.
struct WrittenFiles {
  std::vector<std::string> paths; ///< sorted, relative to the folder in which it ran
  std::string kept;               ///< where they are now; those that it removed are not there
  std::string before;             ///< the folder as it was before the run

  /// Where to find what the folder held at `path` after the run.
  std::string locate(const std::string &path) const;
};

class FileTree {
public:
  /// `place` is a folder for the copies, which does not exist yet.
  explicit FileTree(std::string place) : place(std::move(place)) {}

  /// Copies `folder`, an absolute path without symbolic links, without `leftOut` in it; or makes an
  /// empty one. Returns what is wrong, or an empty string.
  std::string copy(const std::string &folder, llvm::StringRef leftOut, bool empty);

  /// Uses a folder that is a scratch copy already.
  std::string adopt(const std::string &folder);

  /// Where the program runs: the same path each time, for the program may print it.
  const std::string &workingDirectory() const { return current; }

  /// Takes away what the last run has changed, and puts back what was there before. What an earlier
  /// call kept under the same name is removed.
  WrittenFiles takeChanges(llvm::StringRef name);

private:
  std::string place, pristine, current;
};

/// Removes a folder with all it holds, write-protected folders too.
void removeTree(const std::string &folder);

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_FILETREE_H
