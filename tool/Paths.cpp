//===- Paths.cpp - what a file is called outside of this run --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Paths.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

#include <filesystem>

using namespace llvm;

namespace loomp {

std::string projectRoot() {
  std::string current = realPath(".");
  for (StringRef folder = current; !folder.empty(); folder = sys::path::parent_path(folder)) {
    SmallString<256> mark(folder);
    sys::path::append(mark, ".git");
    if (sys::fs::exists(mark))
      return folder.str();
  }
  return current;
}

std::string realPath(StringRef file) {
  SmallString<256> path(file), real;
  sys::fs::make_absolute(path);
  if (!sys::fs::real_path(path, real))
    return real.str().str();
  // What does not exist stands in a folder that may.
  if (!sys::fs::real_path(sys::path::parent_path(path), real)) {
    sys::path::append(real, sys::path::filename(path));
    return real.str().str();
  }
  sys::path::remove_dots(path, /*remove_dot_dot=*/true);
  return path.str().str();
}

std::string pathFrom(StringRef folder, StringRef file) {
  return std::filesystem::path(realPath(file)).lexically_relative(folder.str()).string();
}

std::string uriOfPath(StringRef path) {
  std::string uri;
  for (unsigned char c : path) {
    if (isAlnum(c) || StringRef("-._~/").contains(char(c))) {
      uri += char(c);
    } else {
      uri += '%';
      uri += hexdigit(c >> 4);
      uri += hexdigit(c & 15);
    }
  }
  return uri;
}

} // namespace loomp
