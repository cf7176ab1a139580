//===- Nolint.cpp - comments that silence findings ------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Nolint.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace loomp {

/// Takes the list in parentheses from the begin of `rest`. Without one, or if its parenthesis does
/// not close in this line, everything is meant.
static StringRef takeGlobs(StringRef &rest) {
  size_t end = rest.starts_with("(") ? rest.find(')') : StringRef::npos;
  if (end == StringRef::npos)
    return "*";
  StringRef globs = rest.slice(1, end);
  rest = rest.drop_front(end + 1);
  return globs;
}

NolintComments readNolintComments(StringRef text) {
  NolintComments comments;
  std::vector<NolintRange> open; // comments that wait for their NOLINTEND
  unsigned line = 0;
  while (!text.empty()) {
    auto [rest, tail] = text.split('\n');
    text = tail;
    ++line;
    bool closes = rest.contains(')'); // asked once, or a line of open parentheses would cost a day
    for (size_t at = rest.find("NOLINT"); at != StringRef::npos; at = rest.find("NOLINT")) {
      rest = rest.drop_front(at + strlen("NOLINT"));
      // As for clang-tidy, what stands before it does not count, and letters behind it do.
      StringRef suffix = rest.take_while(isAlpha);
      rest = rest.drop_front(suffix.size());
      bool isNext = suffix == "NEXTLINE", isBegin = suffix == "BEGIN", isEnd = suffix == "END";
      if (!suffix.empty() && !isNext && !isBegin && !isEnd)
        continue;
      size_t before = rest.size();
      StringRef globs = closes ? takeGlobs(rest) : "*";
      closes = closes && (rest.size() == before || rest.contains(')'));
      if (isBegin) {
        open.push_back({line, 0, globs});
      } else if (!isEnd) {
        comments.lines.push_back({line + isNext, line + isNext, globs});
      } else if (!open.empty()) {
        open.back().lastLine = line;
        comments.blocks.push_back(open.back());
        open.pop_back();
      }
    }
  }
  // What is left in `open` has no end and silences nothing: a forgotten line must not hide a whole
  // file.
  llvm::sort(comments.lines,
             [](const NolintRange &a, const NolintRange &b) { return a.firstLine < b.firstLine; });
  return comments;
}

static bool matchesAny(StringRef globs, ArrayRef<std::string> slugs) {
  while (!globs.empty()) {
    auto [first, rest] = globs.split(',');
    globs = rest;
    StringRef glob = first.trim();
    for (const std::string &slug : slugs)
      if (matchesGlob(glob, slug) || matchesGlob(glob, "loomp-" + slug))
        return true;
  }
  return false;
}

bool isSuppressed(const NolintComments &comments, unsigned line, ArrayRef<std::string> slugs) {
  auto first = llvm::lower_bound(comments.lines, line, [](const NolintRange &range, unsigned l) {
    return range.firstLine < l;
  });
  for (; first != comments.lines.end() && first->firstLine == line; ++first)
    if (matchesAny(first->globs, slugs))
      return true;
  return any_of(comments.blocks, [&](const NolintRange &range) {
    return range.firstLine <= line && line <= range.lastLine && matchesAny(range.globs, slugs);
  });
}

bool matchesGlob(StringRef glob, StringRef text) {
  // Where what follows the last star began to match. If it fails, the star takes one more letter;
  // earlier stars need not be asked again.
  StringRef globBehindStar, textBehindStar;
  bool hasStar = false;
  while (!text.empty()) {
    if (glob.consume_front("*")) {
      hasStar = true;
      globBehindStar = glob;
      textBehindStar = text;
    } else if (!glob.empty() && glob.front() == text.front()) {
      glob = glob.drop_front();
      text = text.drop_front();
    } else if (hasStar) {
      textBehindStar = text = textBehindStar.drop_front();
      glob = globBehindStar;
    } else {
      return false;
    }
  }
  return glob.ltrim('*').empty();
}

} // namespace loomp
