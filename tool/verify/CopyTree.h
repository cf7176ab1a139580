//===- CopyTree.h - a scratch copy of the user's folder -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_COPYTREE_H
#define LOOMP_TOOL_VERIFY_COPYTREE_H

#include "llvm/ADT/StringRef.h"

#include <cstdint>
#include <string>

namespace loomp {

struct CopyLimits {
  std::uint64_t bytes = std::uint64_t(2) << 30;
  unsigned entries = 200'000;
  bool leavesOutBuilds = true; ///< folders of version control, build folders of CMake
};

/// Copies the folder `from` with all it holds to `to`, which must not exist: contents, permissions
/// and times of modification, so that `make` finds up to date what is. Absolute symbolic links into
/// `from` lead into the copy; nothing that is written below `to` can reach `from`. Left out are
/// folders of version control, build folders of CMake (they name the original), sockets, pipes and
/// devices, what loomp may not read, and the folder `leftOut`, in which `to` may lie. Returns what
/// went wrong, or an empty string.
std::string copyTree(llvm::StringRef from, llvm::StringRef to, llvm::StringRef leftOut = "",
                     const CopyLimits &limits = {});

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_COPYTREE_H
