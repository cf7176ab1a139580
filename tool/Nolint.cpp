//===- Nolint.cpp - comments that silence findings ------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Nolint.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

#include <limits>

using namespace llvm;

namespace loomp {

/// The text in the parentheses at the begin of `rest`, or `*`.
static std::string globsOf(StringRef rest) {
  if (!rest.consume_front("("))
    return "*";
  return rest.take_until([](char c) { return c == ')'; }).str();
}

NolintComments readNolintComments(StringRef text) {
  NolintComments comments;
  std::vector<size_t> open; // comments that wait for their NOLINTEND
  unsigned line = 0;
  while (!text.empty()) {
    auto [current, tail] = text.split('\n');
    text = tail;
    ++line;
    for (size_t at = current.find("NOLINT"); at != StringRef::npos;
         at = current.find("NOLINT", at + 1)) {
      if (at > 0 && (isAlnum(current[at - 1]) || current[at - 1] == '_'))
        continue;
      StringRef rest = current.drop_front(at + strlen("NOLINT"));
      if (rest.consume_front("NEXTLINE")) {
        comments.push_back({line + 1, line + 1, globsOf(rest)});
      } else if (rest.consume_front("BEGIN")) {
        open.push_back(comments.size());
        comments.push_back({line, std::numeric_limits<unsigned>::max(), globsOf(rest)});
      } else if (rest.consume_front("END")) {
        if (!open.empty()) {
          comments[open.back()].lastLine = line;
          open.pop_back();
        }
      } else if (rest.empty() || !(isAlnum(rest.front()) || rest.front() == '_')) {
        comments.push_back({line, line, globsOf(rest)});
      }
    }
  }
  // Without its end a block silences nothing, as a forgotten line must not hide a whole file.
  for (size_t i : open)
    comments[i].lastLine = 0;
  return comments;
}

bool isSuppressed(const NolintComments &comments, unsigned line, ArrayRef<std::string> slugs) {
  for (const NolintRange &range : comments) {
    if (line < range.firstLine || line > range.lastLine)
      continue;
    SmallVector<StringRef> globs;
    StringRef(range.globs).split(globs, ',');
    for (StringRef glob : globs)
      for (const std::string &slug : slugs)
        if (matchesGlob(glob.trim(), slug) || matchesGlob(glob.trim(), "loomp-" + slug))
          return true;
  }
  return false;
}

bool matchesGlob(StringRef glob, StringRef text) {
  size_t star = glob.find('*');
  if (star == StringRef::npos)
    return glob == text;
  if (!text.starts_with(glob.take_front(star)))
    return false;
  StringRef rest = glob.drop_front(star + 1);
  for (size_t i = star; i <= text.size(); ++i)
    if (matchesGlob(rest, text.drop_front(i)))
      return true;
  return false;
}

} // namespace loomp
