//===- Diff.cpp - edits as a unified diff ---------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The edits say which lines change, so nothing has to be searched for:
//
//   1. edits that touch the same lines are one change of these lines;
//   2. lines that a change leaves as they were are not part of it;
//   3. changes with at most six lines in between share a hunk, with three lines of context.
//
//===----------------------------------------------------------------------===//

#include "tool/Diff.h"

#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"

#include <algorithm>

using namespace llvm;

namespace loomp {

namespace {
/// Lines [begin, end) of the original, counted from 0, become `lines`.
struct Change {
  size_t begin, end;
  std::vector<std::string> lines;
};
} // namespace

static std::vector<std::string> splitLines(StringRef text);
static std::vector<Change> changesOf(StringRef text, const std::vector<std::string> &lines,
                                     const std::vector<Edit> &edits);
static void printHunk(std::string &diff, const std::vector<std::string> &lines,
                      ArrayRef<Change> changes, long &shift);

std::string unifiedDiff(StringRef file, StringRef text, const std::vector<Edit> &edits) {
  constexpr size_t context = 3;
  std::vector<std::string> lines = splitLines(text);
  std::vector<Change> changes = changesOf(text, lines, edits);
  if (changes.empty())
    return "";
  SmallString<256> path(file);
  sys::path::remove_dots(path);
  StringRef name = StringRef(path).ltrim('/');
  std::string diff = formatv("--- a/{0}\n+++ b/{0}\n", name);
  long shift = 0; // by how many lines earlier hunks have moved the text
  for (size_t first = 0, last; first < changes.size(); first = last) {
    last = first + 1;
    while (last < changes.size() && changes[last].begin <= changes[last - 1].end + 2 * context)
      ++last;
    printHunk(diff, lines, ArrayRef(changes).slice(first, last - first), shift);
  }
  return diff;
}

/// Lines with their line endings.
static std::vector<std::string> splitLines(StringRef text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    size_t newline = text.find('\n');
    size_t length = newline == StringRef::npos ? text.size() : newline + 1;
    lines.push_back(text.take_front(length).str());
    text = text.drop_front(length);
  }
  return lines;
}

/// Adds what really differs between the lines of `change` before and after: what is left when a
/// longest common subsequence of them is taken out. Changes are a few lines, so the table is small.
static void addDifferences(std::vector<Change> &changes, const std::vector<std::string> &lines,
                           const Change &change) {
  const size_t oldCount = change.end - change.begin, newCount = change.lines.size();
  auto oldLine = [&](size_t i) -> const std::string & { return lines[change.begin + i]; };
  // common[i][j]: lines in common from the i-th old and the j-th new line on.
  std::vector<std::vector<unsigned>> common(oldCount + 1, std::vector<unsigned>(newCount + 1));
  for (size_t i = oldCount; i-- > 0;)
    for (size_t j = newCount; j-- > 0;)
      common[i][j] = oldLine(i) == change.lines[j] ? common[i + 1][j + 1] + 1
                                                   : std::max(common[i + 1][j], common[i][j + 1]);
  Change open{change.begin, change.begin, {}};
  auto close = [&] {
    if (open.begin == open.end && open.lines.empty())
      return;
    // Neighbours are one change: what goes stands before what comes.
    if (!changes.empty() && changes.back().end == open.begin) {
      changes.back().end = open.end;
      changes.back().lines.insert(changes.back().lines.end(), open.lines.begin(), open.lines.end());
    } else {
      changes.push_back(open);
    }
  };
  for (size_t i = 0, j = 0; i < oldCount || j < newCount;) {
    if (i < oldCount && j < newCount && oldLine(i) == change.lines[j]) {
      close();
      ++i, ++j;
      open = {change.begin + i, change.begin + i, {}};
    } else if (j == newCount || (i < oldCount && common[i + 1][j] >= common[i][j + 1])) {
      open.end = change.begin + ++i;
    } else {
      open.lines.push_back(change.lines[j++]);
    }
  }
  close();
}

static std::vector<Change> changesOf(StringRef text, const std::vector<std::string> &lines,
                                     const std::vector<Edit> &edits) {
  std::vector<size_t> starts; // offset of each line, and the end of the text
  size_t offset = 0;
  for (const std::string &line : lines) {
    starts.push_back(offset);
    offset += line.size();
  }
  starts.push_back(offset);
  auto lineOf = [&](size_t at) {
    return size_t(std::upper_bound(starts.begin(), starts.end() - 1, at) - starts.begin()) - 1;
  };

  std::vector<Change> changes;
  for (size_t first = 0, last; first < edits.size() && !lines.empty(); first = last) {
    size_t begin = lineOf(edits[first].range.begin);
    size_t end = begin + 1;
    for (last = first; last < edits.size() && edits[last].range.begin < starts[end]; ++last) {
      size_t touched = lineOf(std::max(edits[last].range.begin, edits[last].range.end)) + 1;
      end = std::max(end, std::min(touched, lines.size()));
    }
    if (last == first) // an insertion at the very end of the text
      last = edits.size();
    std::vector<Edit> group(edits.begin() + first, edits.begin() + last);
    for (Edit &edit : group) {
      edit.range.begin -= starts[begin];
      edit.range.end -= starts[begin];
    }
    Change change{begin, end,
                  splitLines(applyEdits(group, text.slice(starts[begin], starts[end])))};
    addDifferences(changes, lines, change);
  }
  return changes;
}

static void printLine(std::string &diff, char mark, const std::string &line) {
  diff += mark + line;
  if (line.empty() || line.back() != '\n')
    diff += "\n\\ No newline at end of file\n";
}

static void printHunk(std::string &diff, const std::vector<std::string> &lines,
                      ArrayRef<Change> changes, long &shift) {
  constexpr size_t context = 3;
  size_t begin = changes.front().begin - std::min(context, changes.front().begin);
  size_t end = std::min(changes.back().end + context, lines.size());
  long growth = 0;
  for (const Change &change : changes)
    growth += long(change.lines.size()) - long(change.end - change.begin);
  size_t oldCount = end - begin, newCount = oldCount + growth;
  // A side without lines is given by the line before it.
  diff += formatv("@@ -{0},{1} +{2},{3} @@\n", begin + (oldCount > 0), oldCount,
                  long(begin) + shift + (newCount > 0), newCount);
  size_t next = begin;
  for (const Change &change : changes) {
    for (; next < change.begin; ++next)
      printLine(diff, ' ', lines[next]);
    for (; next < change.end; ++next)
      printLine(diff, '-', lines[next]);
    for (const std::string &line : change.lines)
      printLine(diff, '+', line);
  }
  for (; next < end; ++next)
    printLine(diff, ' ', lines[next]);
  shift += growth;
}

} // namespace loomp
