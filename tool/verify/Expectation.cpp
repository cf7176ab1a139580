//===- Expectation.cpp - what the rewritten program must print and write --===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/verify/Expectation.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

#include <algorithm>
#include <sys/stat.h>
#include <unistd.h>

using namespace llvm;

namespace loomp {

// As many as a reader looks at.
static constexpr unsigned ShownLines = 3;
static constexpr unsigned ShownWidth = 60;

//===----------------------------------------------------------------------===//
// Entries of folders
//===----------------------------------------------------------------------===//

namespace {
/// What lies at a path.
struct Entry {
  enum class Kind { Nothing, File, Folder, Link, Special };
  Kind kind = Kind::Nothing;
  std::string target;                          ///< of a link
  std::unique_ptr<llvm::MemoryBuffer> content; ///< of a file that can be read
  StringRef text() const { return content ? content->getBuffer() : ""; }
  bool isText() const { return kind == Kind::File && !text().contains('\0'); }
};
} // namespace

static Entry entryAt(const std::string &path) {
  Entry entry;
  struct stat status;
  if (lstat(path.c_str(), &status) != 0)
    return entry;
  if (S_ISDIR(status.st_mode)) {
    entry.kind = Entry::Kind::Folder;
  } else if (S_ISLNK(status.st_mode)) {
    entry.kind = Entry::Kind::Link;
    char target[4096];
    ssize_t length = readlink(path.c_str(), target, sizeof(target));
    entry.target.assign(target, size_t(std::max<ssize_t>(length, 0)));
  } else if (S_ISREG(status.st_mode)) {
    entry.kind = Entry::Kind::File;
    if (!(status.st_mode & S_IRUSR))
      chmod(path.c_str(), 0600);
    if (auto buffer =
            MemoryBuffer::getFile(path, /*IsText=*/false, /*RequiresNullTerminator=*/false))
      entry.content = std::move(*buffer);
  } else {
    entry.kind = Entry::Kind::Special;
  }
  return entry;
}

static StringRef kindName(Entry::Kind kind) {
  switch (kind) {
  case Entry::Kind::Nothing:
    return "missing";
  case Entry::Kind::File:
    return "a file";
  case Entry::Kind::Folder:
    return "a folder";
  case Entry::Kind::Link:
    return "a link";
  case Entry::Kind::Special:
    break;
  }
  return "a pipe or socket";
}

/// How two entries differ, if they do.
static std::optional<FileDifference> compareEntries(const std::string &path, const Entry &expected,
                                                    const Entry &actual,
                                                    const ComparisonOptions &options,
                                                    const UnstableFields &unstable) {
  FileDifference difference;
  difference.path = path;
  if (expected.kind != actual.kind) {
    difference.what =
        expected.kind == Entry::Kind::Nothing ? "is additional"
        : actual.kind == Entry::Kind::Nothing
            ? "is missing"
            : "is " + kindName(actual.kind).str() + " instead of " + kindName(expected.kind).str();
    return difference;
  }
  if (expected.kind == Entry::Kind::Link && expected.target != actual.target) {
    difference.what = "leads to '" + actual.target + "' instead of '" + expected.target + "'";
    return difference;
  }
  if (expected.kind != Entry::Kind::File || expected.text() == actual.text())
    return std::nullopt;
  if (expected.isText() && actual.isText()) {
    difference.text = compareOutput(expected.text(), actual.text(), options, unstable);
    if (!difference.text)
      return std::nullopt;
    difference.what = "differs in line " + std::to_string(difference.text->line);
    return difference;
  }
  StringRef a = expected.text(), b = actual.text();
  size_t common =
      size_t(std::mismatch(a.begin(), a.begin() + std::min(a.size(), b.size()), b.begin()).first -
             a.begin());
  difference.what = "differs in byte " + std::to_string(common + 1) + ", of " +
                    std::to_string(a.size()) + " expected and " + std::to_string(b.size());
  return difference;
}

/// The paths that either of two runs has written.
static std::vector<std::string> unionOf(const WrittenFiles &a, const WrittenFiles &b) {
  std::vector<std::string> result;
  std::set_union(a.paths.begin(), a.paths.end(), b.paths.begin(), b.paths.end(),
                 std::back_inserter(result));
  return result;
}

/// A name with its digits made one: `log.4711` and `log.815` are names for one file.
static std::string patternOf(StringRef path) {
  std::string result;
  for (char c : path)
    if (!isDigit(c))
      result += c;
    else if (result.empty() || result.back() != '#')
      result += '#';
  return result;
}

//===----------------------------------------------------------------------===//
// The serial program
//===----------------------------------------------------------------------===//

static std::string twoLines(const OutputDifference &difference) {
  return "line " + std::to_string(difference.line) + " is '" +
         printableLine(difference.expected, difference.column, ShownWidth) +
         "', and in the next run '" +
         printableLine(difference.actual, difference.column, ShownWidth) + "'";
}

std::string Expectation::confirm(const Outcome &again) {
  if (again.process.code != first.process.code)
    return "the serial program's exit status is not deterministic";
  std::optional<OutputDifference> difference =
      strict ? compareOutput(first.text(), again.text(), comparison)
             : output.learn(first.text(), again.text(), comparison);
  if (difference)
    return "the serial program's output is not deterministic: " + twoLines(*difference);

  for (const std::string &path : unionOf(first.files, again.files)) {
    Entry a = entryAt(first.files.locate(path)), b = entryAt(again.files.locate(path));
    std::optional<FileDifference> found = compareEntries(path, a, b, comparison, UnstableFields());
    if (!found)
      continue;
    if (strict)
      return "the serial program's files are not deterministic: '" + path + "' " + found->what +
             " in the next run";
    if (!found->text || fields[path].learn(a.text(), b.text(), comparison))
      files.insert(path);
  }
  for (const std::string &path : files)
    fields.erase(path);
  return "";
}

//===----------------------------------------------------------------------===//
// The rewritten program
//===----------------------------------------------------------------------===//

void Expectation::judge(const Outcome &actual, double timeLimit, TimedRuns &runs) const {
  const ProcessResult &process = actual.process;
  if (process.end != ProcessResult::End::Exited) {
    runs.failure = describeEnd(process, timeLimit);
    runs.lastWords = actual.lastWords;
    return;
  }
  if (process.code != first.process.code) {
    runs.lastWords = actual.lastWords;
    runs.failure = describeEnd(process, timeLimit) + ", the serial one with status " +
                   std::to_string(first.process.code);
  }
  runs.difference = compareOutput(first.text(), actual.text(), comparison, output);

  std::set<std::string> patterns;
  for (const std::string &path : files)
    patterns.insert(patternOf(path));
  runs.files.clear();
  for (const std::string &path : unionOf(first.files, actual.files)) {
    if (files.count(path))
      continue;
    Entry expected = entryAt(first.files.locate(path));
    // The serial program, too, gives such a file another name each time.
    if (expected.kind == Entry::Kind::Nothing && patterns.count(patternOf(path)))
      continue;
    auto unstable = fields.find(path);
    if (std::optional<FileDifference> difference =
            compareEntries(path, expected, entryAt(actual.files.locate(path)), comparison,
                           unstable == fields.end() ? UnstableFields() : unstable->second))
      runs.files.push_back(*difference);
  }
}

ComparedOutput Expectation::summary() const {
  ComparedOutput result;
  result.comparesSomething = result.comparesNumbers = false;
  auto add = [&](const std::string &path, StringRef text, const UnstableFields &unstable) {
    Coverage coverage = unstable.coverage(text);
    result.comparesSomething |= coverage.comparesSomething;
    result.comparesNumbers |= coverage.numbers > coverage.unstableNumbers;
    if (!unstable.empty())
      result.unstable.push_back({path, coverage.lines, coverage.unstableLines, coverage.numbers,
                                 coverage.unstableNumbers, unstable.markedLines(text, ShownLines)});
  };
  result.prints = !first.text().empty();
  add("", first.text(), output);
  for (const std::string &path : first.files.paths) {
    if (files.count(path))
      continue;
    Entry entry = entryAt(first.files.locate(path));
    result.files += entry.kind != Entry::Kind::Folder;
    auto unstable = fields.find(path);
    if (entry.isText())
      add(path, entry.text(), unstable == fields.end() ? UnstableFields() : unstable->second);
    else
      result.comparesNumbers |= entry.kind == Entry::Kind::File;
    // That an empty file is there, or a file no longer, is something, too.
    if (unstable == fields.end())
      result.comparesSomething |= entry.kind != Entry::Kind::Folder;
  }
  result.unstableFiles.assign(files.begin(), files.end());
  return result;
}

} // namespace loomp
