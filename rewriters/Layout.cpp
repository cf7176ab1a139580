//===- Layout.cpp - edits that add whole lines and braces -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "rewriters/Layout.h"

#include "llvm/ADT/STLExtras.h"

#include <tuple>

using namespace llvm;

namespace loomp {

static unsigned skipBlanksBack(const SourceText &source, unsigned offset);
static unsigned endOfStatementLine(const SourceText &source, unsigned offset);

std::vector<Edit> EditList::take() {
  sortEdits(edits);
  std::vector<Edit> merged;
  for (Edit &edit : edits) {
    if (!merged.empty() && merged.back().range.end == edit.range.begin) {
      merged.back().range.end = edit.range.end;
      merged.back().text += edit.text;
    } else {
      merged.push_back(std::move(edit));
    }
  }
  edits.clear();
  return merged;
}

void sortEdits(std::vector<Edit> &edits) {
  // std::stable_sort trips over a deprecation within libstdc++, hence the positions.
  std::vector<std::tuple<unsigned, unsigned, size_t>> order;
  for (size_t i = 0; i < edits.size(); ++i)
    order.emplace_back(edits[i].range.begin, edits[i].range.end, i);
  llvm::sort(order);
  std::vector<Edit> sorted;
  for (const auto &[begin, end, i] : order)
    sorted.push_back(std::move(edits[i]));
  edits = std::move(sorted);
}

bool EditList::covers(unsigned offset) const {
  return any_of(edits, [&](const Edit &edit) {
    return edit.range.begin <= offset && offset < edit.range.end;
  });
}

void addLinesAbove(EditList &edits, const SourceText &source, unsigned offset, StringRef indent,
                   const std::vector<std::string> &lines) {
  std::string text, shift = edits.shiftAt(offset);
  for (const std::string &line : lines)
    text += shift + indent.str() + line + source.lineEnding;
  if (startsItsLine(source, offset)) {
    edits.insert(lineBegin(source, offset), text);
    return;
  }
  unsigned begin = skipBlanksBack(source, offset);
  edits.replace({begin, offset}, source.lineEnding + text + shift + indent.str());
}

void addLinesBelow(EditList &edits, const SourceText &source, unsigned offset, StringRef indent,
                   const std::vector<std::string> &lines) {
  std::string text, shift = edits.shiftAt(offset);
  for (const std::string &line : lines)
    text += source.lineEnding + shift + indent.str() + line;
  if (!text.empty())
    edits.insert(endOfStatementLine(source, offset), text);
}

bool addOpenBrace(EditList &edits, const SourceText &source, unsigned offset) {
  const SourceToken *before = tokenBefore(source, offset);
  if (!before)
    return false;
  // `#pragma` lines belong to the statement; `#if` may hide either side of the brace.
  for (const SourceToken *token = before + 1; token->begin < offset; ++token)
    if (token->inDirective && source.spelling(*token) == "#" &&
        !source.text.drop_front(token->end).ltrim(" \t").starts_with("pragma"))
      return false;
  edits.insert(before->end, " {");
  return true;
}

std::string closingIndentation(const SourceText &source, unsigned offset) {
  std::string own = indentationOf(source, offset).str();
  const SourceToken *before = tokenBefore(source, offset);
  if (!before || !startsItsLine(source, offset))
    return own;
  std::string outer = indentationOf(source, before->begin).str();
  if (outer.size() <= own.size())
    return outer;
  // The line before is itself a continuation: one step out from the statement.
  if (StringRef(own).ends_with(source.indentUnit))
    own.resize(own.size() - source.indentUnit.size());
  return own;
}

std::string innerIndentation(const SourceText &source, unsigned offset) {
  std::string own = indentationOf(source, offset).str();
  if (startsItsLine(source, offset))
    return own;
  // Within a block that opens on this line, or as the part of another statement, it is one step in;
  // behind `;` or `}` it is a neighbour of what the line begins with.
  int opened = 0;
  for (const SourceToken *token = tokenFrom(source, lineBegin(source, offset));
       token && token->begin < offset; token = tokenFrom(source, token->end))
    opened += source.spelling(*token) == "{" ? 1 : source.spelling(*token) == "}" ? -1 : 0;
  const SourceToken *before = tokenBefore(source, offset);
  bool isNeighbour =
      opened <= 0 && before && (source.spelling(*before) == ";" || source.spelling(*before) == "}");
  return isNeighbour ? own : own + source.indentUnit;
}

bool isEnclosed(const SourceText &source, TextRange range) {
  const SourceToken *before = tokenBefore(source, range.begin);
  const SourceToken *after = tokenFrom(source, range.end);
  return before && after && is_contained({"(", "[", ",", "="}, source.spelling(*before)) &&
         is_contained({")", "]", ",", ";"}, source.spelling(*after));
}

/// Deletes an operand of a comma expression together with its comma. False if it is none.
static bool deleteCommaOperand(EditList &edits, const SourceText &source, TextRange range) {
  const SourceToken *before = tokenBefore(source, range.begin);
  const SourceToken *after = tokenFrom(source, range.end);
  if (before && source.spelling(*before) == "," && !edits.covers(before->begin)) {
    edits.replace({before->begin, range.end}, "");
    return true;
  }
  if (after && source.spelling(*after) == ",") {
    unsigned end = after->end;
    while (end < source.text.size() && source.text[end] == ' ')
      ++end;
    edits.replace({range.begin, end}, "");
    return true;
  }
  return false;
}

void deleteOperandOrStatement(EditList &edits, const LoopResult &loop, const SourceText &source,
                              TextRange range) {
  if (source.text.slice(range.begin, range.end).ends_with(";"))
    --range.end;
  if (deleteCommaOperand(edits, source, range))
    return;
  const SourceToken *before = tokenBefore(source, range.begin);
  const SourceToken *after = tokenFrom(source, range.end);
  // A statement goes as a whole, unless it is all that an `if`, a label or the loop itself has.
  bool isClosed = source.text.slice(range.begin, range.end).ends_with("}") && after &&
                  source.spelling(*after) != ";";
  bool inBlock = range.begin >= loop.body.begin && before && after &&
                 (isClosed || source.spelling(*after) == ";") &&
                 is_contained({"{", "}", ";"}, source.spelling(*before));
  if (!inBlock) {
    edits.replace(range, "");
    return;
  }
  if (!isClosed)
    range.end = after->end;
  unsigned begin = lineBegin(source, range.begin), end = lineEnd(source, range.end);
  bool startsLine = isBlank(source, begin, range.begin);
  if (startsLine && isBlank(source, range.end, end)) {
    size_t newline = source.text.find('\n', end);
    edits.replace({begin, newline == StringRef::npos ? end : unsigned(newline) + 1}, "");
    return;
  }
  auto isBlankAt = [&](unsigned i) { return source.text[i] == ' ' || source.text[i] == '\t'; };
  if (startsLine)
    while (range.end < end && isBlankAt(range.end))
      ++range.end;
  else
    while (range.begin > begin && isBlankAt(range.begin - 1))
      --range.begin;
  edits.replace(range, "");
}

static unsigned skipBlanksBack(const SourceText &source, unsigned offset) {
  while (offset > 0 && (source.text[offset - 1] == ' ' || source.text[offset - 1] == '\t'))
    --offset;
  return offset;
}

/// Where new lines go below a statement that ends at `offset`: at the end of the line if only a
/// comment follows that ends there too, else directly behind the statement.
static unsigned endOfStatementLine(const SourceText &source, unsigned offset) {
  unsigned end = lineEnd(source, offset);
  StringRef rest = source.text.slice(offset, end).trim();
  bool isLineComment = rest.starts_with("//") && !goesOn(rest);
  bool isBlockComment = rest.starts_with("/*") && rest.find("*/") == rest.size() - 2;
  return rest.empty() || isLineComment || isBlockComment ? end : offset;
}

} // namespace loomp
