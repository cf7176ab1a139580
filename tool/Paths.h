//===- Paths.h - what a file is called outside of this run ----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_PATHS_H
#define LOOMP_TOOL_PATHS_H

#include "llvm/ADT/StringRef.h"

#include <string>

namespace loomp {

/// The nearest folder, from the current one upwards, that holds a `.git`; else the current one.
/// Absolute, without links.
std::string projectRoot();

/// The way from `folder`, which is absolute and without links, to `file`: `../src/a.cpp`. The file
/// need not be there.
std::string pathFrom(llvm::StringRef folder, llvm::StringRef file);

/// Absolute and without links, as far as the file is there.
std::string realPath(llvm::StringRef file);

/// As part of a URI: each byte percent-encoded that is no letter, digit or one of `-._~/`.
std::string uriOfPath(llvm::StringRef path);

} // namespace loomp

#endif // LOOMP_TOOL_PATHS_H
