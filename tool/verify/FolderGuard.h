//===- FolderGuard.h - a folder that programs cannot change ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// A program that runs in a copy of the user's folder may know the folder itself by an absolute
// path. Linux can keep it from writing there without any privilege (Landlock, see landlock(7)). Its
// rules only ever allow, and hold for everything below a path, so that all that is not above the
// folder is allowed. For the folder /home/ann/src/ that is
//
//   all entries of the root but `home`, all in `home` but `ann`, all in `ann` but `src`
//
// Reading is not restricted. New entries of these three folders cannot be made either; below a
// folder in which everybody may make some, such as /tmp, nothing is protected.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_FOLDERGUARD_H
#define LOOMP_TOOL_VERIFY_FOLDERGUARD_H

#include <string>

namespace loomp {

class FolderGuard {
public:
  FolderGuard() = default;
  ~FolderGuard();
  FolderGuard(const FolderGuard &) = delete;
  FolderGuard &operator=(const FolderGuard &) = delete;

  /// Protects `folder`, an absolute path without symbolic links, but not `writable`, which may lie
  /// in it. Where the kernel cannot do that, nothing is protected.
  void protect(const std::string &folder, const std::string &writable);

  /// To be given to `restrictProcess`; -1 if nothing is protected.
  int descriptor() const { return rules; }

private:
  int rules = -1;
};

/// Restricts this process and all that it starts. May be called between fork and exec.
void restrictProcess(int descriptor);

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_FOLDERGUARD_H
