//===- TwoVersions.cpp - a parallel and a serial version of one loop ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     for (int i = 0; i < n; i++)      if (n > 20000 && (... &s and a[0 .. n) are apart ...)) {
//       s += a[i];                  →    #pragma omp parallel for reduction(+ : s)
//                                        for (int i = 0; i < n; i++)
//                                          s += a[i];
//                                      } else {
//                                        for (int i = 0; i < n; i++)
//                                          s += a[i];
//                                      }
//
// The condition must stand around the loop, not in an `if` clause of the directive: a team of one
// thread, too, adds up in a copy of `s`, where the serial loop changes an element that it reads
// later. The second branch holds the text of the loop as it was.
//
// Not handled: a loop that holds a label or a static variable, of which a function has one only.
//
//===----------------------------------------------------------------------===//

#include "rewriters/TwoVersions.h"
#include "rewriters/RunTimeChecks.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace llvm;

namespace loomp {

bool needsTwoVersions(const LoopResult &loop) {
  return any_of(loop.assumptions,
                [](const Assumption &each) { return each.check && each.guardsLoop; });
}

std::string chooseFirst(std::vector<std::string> conditions, StringRef indent,
                        StringRef lineEnding) {
  if (conditions.size() == 1)
    conditions.front() = withoutOuterParentheses(conditions.front()).str();
  std::string text, line = "if (";
  const size_t columns = 100;
  for (size_t i = 0; i < conditions.size(); ++i) {
    std::string end = i + 1 < conditions.size() ? " &&" : ") {";
    // A condition stays on one line if it can, else it breaks behind its `||`.
    SmallVector<StringRef> parts;
    if (indent.size() + 4 + conditions[i].size() + end.size() <= columns) {
      parts.push_back(conditions[i]);
    } else {
      StringRef rest = conditions[i];
      for (size_t at = rest.find("|| "); at != StringRef::npos; at = rest.find("|| ")) {
        parts.push_back(rest.take_front(at + 2));
        rest = rest.drop_front(at + 3);
      }
      parts.push_back(rest);
    }
    for (size_t k = 0; k < parts.size(); ++k) {
      std::string part = parts[k].str() + (k + 1 < parts.size() ? "" : end);
      bool isFirst = text.empty() && line == "if (";
      if (!isFirst && indent.size() + line.size() + 1 + part.size() > columns) {
        text += line + lineEnding.str() + indent.str();
        line = "    " + part;
      } else {
        line += (isFirst ? "" : " ") + part;
      }
    }
  }
  return text + line;
}

/// Offsets of the lines of the loop behind the one that it starts on; none if a literal spans
/// lines, in which blanks would count.
static std::vector<unsigned> innerLines(const LoopResult &loop, const SourceText &source) {
  unsigned begin = loop.directiveOffset, end = loop.statement.end;
  for (const SourceToken *token = tokenFrom(source, begin); token && token->begin < end;
       token = tokenFrom(source, token->end))
    if (source.spelling(*token).contains('\n'))
      return {};
  std::vector<unsigned> lines;
  for (size_t at = source.text.find('\n', begin); at < end; at = source.text.find('\n', at + 1)) {
    StringRef line = source.text.slice(at + 1, lineEnd(source, at + 1));
    if (!line.trim().empty() && !line.starts_with("#"))
      lines.push_back(unsigned(at) + 1);
  }
  return lines;
}

void indentLoop(EditList &edits, const LoopResult &loop, const SourceText &source,
                const std::string &shift) {
  std::vector<unsigned> lines = innerLines(loop, source);
  for (unsigned line : lines)
    if (!edits.covers(line))
      edits.insert(line, shift);
  bool isOneLine = !source.text.slice(loop.directiveOffset, loop.statement.end).contains('\n');
  if (isOneLine || !lines.empty())
    edits.insert(startsItsLine(source, loop.directiveOffset)
                     ? lineBegin(source, loop.directiveOffset)
                     : loop.directiveOffset,
                 shift);
}

std::vector<std::string> serialVersion(const LoopResult &loop, const SourceText &source,
                                       const std::vector<TextChange> &changes) {
  std::vector<unsigned> lines = innerLines(loop, source);
  bool isOneLine = !source.text.slice(loop.directiveOffset, loop.statement.end).contains('\n');
  bool indents = isOneLine || !lines.empty();
  std::string text;
  unsigned copied = loop.directiveOffset;
  auto change = changes.begin();
  auto copyTo = [&](unsigned end) {
    for (; change != changes.end() && change->range.begin < end; ++change) {
      text += source.text.slice(copied, change->range.begin).str() + change->text;
      copied = change->range.end;
    }
    text += source.text.slice(std::min(copied, end), end);
    copied = std::max(copied, end);
  };
  for (unsigned line : lines)
    if (line >= copied) {
      copyTo(line);
      text += source.indentUnit;
    }
  copyTo(loop.statement.end);
  return {(indents ? source.indentUnit : "") + text};
}

} // namespace loomp
