//===- TextDocument.cpp - a text that an editor changes piece by piece ----===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/lsp/TextDocument.h"

#include <algorithm>

using namespace llvm;

namespace loomp {

LineIndex::LineIndex(StringRef text, PositionEncoding encoding) : Text(text), Encoding(encoding) {
  Begins.push_back(0);
  for (size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n' || (text[i] == '\r' && !text.substr(i + 1).starts_with("\n")))
      Begins.push_back(i + 1);
}

StringRef LineIndex::lineText(size_t line) const {
  size_t end = line + 1 < Begins.size() ? Begins[line + 1] : Text.size();
  return Text.slice(Begins[line], end).rtrim("\r\n");
}

/// The bytes of the character at the begin of `text`; 1 for what is not UTF-8.
static size_t bytesOfCharacter(StringRef text) {
  unsigned char first = text.front();
  size_t bytes = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF8 ? 4 : 1;
  bytes = std::min(bytes, text.size());
  for (size_t i = 1; i < bytes; ++i)
    if ((text[i] & 0xC0) != 0x80)
      return 1;
  return bytes;
}

/// How many units an editor counts for a character of so many bytes.
static size_t unitsOfCharacter(size_t bytes, PositionEncoding encoding) {
  return encoding == PositionEncoding::UTF8                 ? bytes
         : encoding == PositionEncoding::UTF16 && bytes > 3 ? 2
                                                            : 1;
}

size_t LineIndex::offset(lsp::Position position) const {
  if (position.line < 0)
    return 0;
  if (size_t(position.line) >= Begins.size())
    return Text.size();
  StringRef line = lineText(position.line);
  size_t left = std::max(position.character, 0), passed = 0;
  while (passed < line.size()) {
    size_t bytes = bytesOfCharacter(line.substr(passed));
    size_t units = unitsOfCharacter(bytes, Encoding);
    if (units > left)
      break;
    left -= units;
    passed += bytes;
  }
  return Begins[position.line] + passed;
}

lsp::Position LineIndex::position(size_t offset) const {
  offset = std::min(offset, Text.size());
  size_t line = std::upper_bound(Begins.begin(), Begins.end(), offset) - Begins.begin() - 1;
  StringRef before = Text.slice(Begins[line], offset);
  size_t column = 0;
  while (!before.empty()) {
    size_t bytes = bytesOfCharacter(before);
    column += unitsOfCharacter(bytes, Encoding);
    before = before.drop_front(bytes);
  }
  return lsp::Position(line, column);
}

lsp::Range LineIndex::range(size_t begin, size_t end) const {
  return lsp::Range(position(begin), position(end));
}

lsp::Range LineIndex::lineAt(size_t offset) const {
  size_t line = position(offset).line;
  StringRef text = lineText(line);
  size_t blanks = text.size() - text.ltrim().size();
  return range(Begins[line] + blanks, Begins[line] + std::max(blanks, text.rtrim().size()));
}

bool applyChanges(std::string &text, ArrayRef<lsp::TextDocumentContentChangeEvent> changes,
                  PositionEncoding encoding) {
  std::string changed = text;
  for (const lsp::TextDocumentContentChangeEvent &change : changes) {
    if (!change.range) {
      changed = change.text;
      continue;
    }
    LineIndex lines(changed, encoding);
    size_t begin = lines.offset(change.range->start), end = lines.offset(change.range->end);
    if (end < begin)
      return false;
    changed.replace(begin, end - begin, change.text);
  }
  text = std::move(changed);
  return true;
}

} // namespace loomp
