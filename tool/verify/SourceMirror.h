//===- SourceMirror.h - the file system with some files replaced ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Verification must build changed files without touching the user's. A mirror is a folder that
// looks like `/`: the folders above a changed file are real, the changed file is a copy, and all
// else is a symbolic link to the original. A compiler that runs inside it sees the user's tree,
// with quoted includes, relative `-I` and unchanged neighbours, and needs no virtual file system:
//
//   mirror/home/ann/src/            real
//   mirror/home/ann/src/pi.cpp      the rewritten text
//   mirror/home/ann/src/grid.h  ->  /home/ann/src/grid.h
//   mirror/usr                  ->  /usr
//
// What is not seen: a path that leaves a linked folder by `..` arrives in the original tree.
// `Build.cpp` looks for that in the compiler's dependency list.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_VERIFY_SOURCEMIRROR_H
#define LOOMP_TOOL_VERIFY_SOURCEMIRROR_H

#include "llvm/ADT/StringRef.h"

#include <map>
#include <string>
#include <system_error>

namespace loomp {

/// Contents of files by absolute path without `.` and `..`.
using FileContents = std::map<std::string, std::string>;

/// Builds the mirror in the existing empty folder `root`; `workingDirectory` becomes a real folder.
std::error_code mirrorSources(const std::string &root, const FileContents &contents,
                              const std::string &workingDirectory);

/// The current folder, with symbolic links resolved.
std::string physicalWorkingDirectory();

/// Where `path` stands: absolute, without `.` and `..`.
std::string absolutePath(llvm::StringRef path, llvm::StringRef workingDirectory);

/// Whether `folder` is `path` or holds it at any depth.
bool holds(llvm::StringRef folder, llvm::StringRef path);

} // namespace loomp

#endif // LOOMP_TOOL_VERIFY_SOURCEMIRROR_H
