//===- ReadFile.cpp - small text files that anyone may have written -------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/ReadFile.h"
#include "tool/WriteFile.h"

#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace llvm;

namespace loomp {

std::unique_ptr<MemoryBuffer> readFile(StringRef file, uint64_t limit, std::string &error) {
  sys::fs::file_status status;
  if (std::error_code code = sys::fs::status(file, status))
    error = "cannot be read: " + describe(code);
  else if (sys::fs::is_directory(status))
    error = "is a directory";
  else if (!sys::fs::is_regular_file(status))
    error = "is not a regular file";
  else if (status.getSize() > limit)
    error = formatv("is larger than {0} MB", limit >> 20);
  if (!error.empty())
    return nullptr;
  auto buffer = MemoryBuffer::getFile(file);
  if (!buffer) {
    error = "cannot be read: " + describe(buffer.getError());
    return nullptr;
  }
  return std::move(*buffer);
}

static constexpr unsigned deepestBrackets = 64;

bool bracketsNestTooDeep(StringRef json) {
  unsigned brackets = 0;
  bool isString = false;
  for (size_t i = 0; i < json.size(); ++i) {
    char c = json[i];
    if (isString && c == '\\')
      ++i;
    else if (c == '"')
      isString = !isString;
    else if (!isString && (c == '[' || c == '{') && ++brackets > deepestBrackets)
      return true;
    else if (!isString && (c == ']' || c == '}'))
      brackets -= brackets > 0;
  }
  return false;
}

bool nestsTooDeep(StringRef text) {
  // A block nests by columns: levels that one line opens have an indicator each, levels that
  // earlier lines opened have a column each in the space before it.
  constexpr unsigned mostIndicators = 64, widestIndentation = 256;
  // What closes a bracket may be text in a comment or in a quote of several lines, and question
  // marks in brackets nest without any space: as many of both as the stack can follow.
  constexpr unsigned mostOpeners = 4000;
  // LLVM's reader calls itself for each comma that follows another one.
  constexpr unsigned mostCommas = 64;
  unsigned brackets = 0, openers = 0, commas = 0;
  while (!text.empty()) {
    auto [line, rest] = text.split('\n');
    text = rest;
    size_t indentation = line.find_first_not_of(" \t");
    if (indentation != StringRef::npos && indentation > widestIndentation)
      return true;
    unsigned indicators = 0;
    // What a quote opens in this line is text. One that opens in an earlier line is not looked for:
    // then the text counts, too.
    char quote = 0;
    bool isComment = false;
    for (size_t i = 0; i < line.size(); ++i) {
      char c = line[i];
      isComment |= !quote && c == '#' && (i == 0 || isSpace(line[i - 1]));
      if (!quote && c == ',' && ++commas > mostCommas)
        return true;
      if (c != ',' && !isSpace(c) && !isComment)
        commas = 0;
      if (quote) {
        bool isEscape = quote == '"' ? c == '\\' : line.substr(i).starts_with("''");
        if (isEscape)
          ++i;
        else if (c == quote)
          quote = 0;
      } else if ((c == '"' || c == '\'') &&
                 (i == 0 || StringRef(" \t[{,:").contains(line[i - 1]))) {
        quote = c;
      } else if (c == '[' || c == '{') {
        if (++brackets > deepestBrackets || ++openers > mostOpeners)
          return true;
      } else if (c == ']' || c == '}') {
        brackets -= brackets > 0;
      } else if ((c == '-' || c == '?' || c == ':') &&
                 (i + 1 == line.size() || isSpace(line[i + 1]))) {
        openers += c == '?';
        if (++indicators > mostIndicators || openers > mostOpeners)
          return true;
      }
    }
  }
  return false;
}

} // namespace loomp
