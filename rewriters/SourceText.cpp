//===- SourceText.cpp - a file as tokens and lines ------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// The tokens come from Clang's lexer in raw mode: both branches of an `#if` are seen, macros are
// not expanded. That is what edits need, as they must be right for the text, not for one
// configuration of it.
//
//===----------------------------------------------------------------------===//

#include "rewriters/SourceText.h"

#include "clang/Basic/LangOptions.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/TargetParser/Triple.h"

#include <algorithm>

using namespace clang;

namespace loomp {

static std::string findLineEnding(llvm::StringRef text);
static std::string findIndentUnit(llvm::StringRef text);

SourceText readSourceText(llvm::StringRef text, bool isCxx) {
  SourceText source;
  source.text = text;
  source.lineEnding = findLineEnding(text);
  source.indentUnit = findIndentUnit(text);

  LangOptions language;
  std::vector<std::string> includes;
  LangOptions::setLangDefaults(language, isCxx ? Language::CXX : Language::C,
                               llvm::Triple("x86_64-pc-linux-gnu"), includes,
                               isCxx ? LangStandard::lang_cxx20 : LangStandard::lang_c17);
  Lexer lexer(SourceLocation(), language, text.begin(), text.begin(), text.end());
  Token token;
  bool inDirective = false;
  for (;;) {
    // A raw lexer reads whitespace and comments as parts of no token.
    lexer.LexFromRawLexer(token);
    if (token.is(tok::eof))
      break;
    if (token.isAtStartOfLine())
      inDirective = token.is(tok::hash);
    unsigned end = lexer.getBufferLocation() - text.begin();
    source.tokens.push_back({end - token.getLength(), end, inDirective});
    if (token.is(tok::raw_identifier))
      source.identifiers.insert(token.getRawIdentifier().str());
  }
  return source;
}

/// The line ending that most lines have, so that a mixed file stays as mixed as it was.
static std::string findLineEnding(llvm::StringRef text) {
  return 2 * text.count("\r\n") > text.count('\n') ? "\r\n" : "\n";
}

/// A tab if the first indented line begins with one; else the smallest indentation, 2 to 8.
static std::string findIndentUnit(llvm::StringRef text) {
  size_t smallest = 9;
  for (llvm::StringRef rest = text; !rest.empty();) {
    auto [line, tail] = rest.split('\n');
    rest = tail;
    if (line.starts_with("\t"))
      return "\t";
    size_t width = line.find_first_not_of(' ');
    // Odd widths are the stars of block comments and alignment.
    if (width != llvm::StringRef::npos && width >= 2 && width % 2 == 0 && line[width] != '*')
      smallest = std::min(smallest, width);
  }
  return std::string(smallest <= 8 ? smallest : 2, ' ');
}

unsigned lineBegin(const SourceText &source, unsigned offset) {
  size_t newline = source.text.take_front(offset).rfind('\n');
  return newline == llvm::StringRef::npos ? 0 : newline + 1;
}

unsigned lineEnd(const SourceText &source, unsigned offset) {
  size_t newline = source.text.find('\n', offset);
  if (newline == llvm::StringRef::npos)
    return source.text.size();
  return newline > offset && source.text[newline - 1] == '\r' ? newline - 1 : newline;
}

llvm::StringRef indentationOf(const SourceText &source, unsigned offset) {
  llvm::StringRef line = source.text.drop_front(lineBegin(source, offset));
  return line.take_while([](char c) { return c == ' ' || c == '\t'; });
}

bool startsItsLine(const SourceText &source, unsigned offset) {
  return isBlank(source, lineBegin(source, offset), offset);
}

bool isBlank(const SourceText &source, unsigned begin, unsigned end) {
  return source.text.slice(begin, end).trim().empty();
}

bool holdsDirective(const SourceText &source, TextRange range) {
  return llvm::any_of(source.tokens, [&](const SourceToken &token) {
    return token.inDirective && range.begin <= token.begin && token.end <= range.end;
  });
}

const SourceToken *tokenBefore(const SourceText &source, unsigned offset) {
  auto it = std::lower_bound(source.tokens.begin(), source.tokens.end(), offset,
                             [](const SourceToken &t, unsigned o) { return t.begin < o; });
  while (it != source.tokens.begin())
    if (!(--it)->inDirective)
      return &*it;
  return nullptr;
}

const SourceToken *tokenFrom(const SourceText &source, unsigned offset) {
  auto it = std::lower_bound(source.tokens.begin(), source.tokens.end(), offset,
                             [](const SourceToken &t, unsigned o) { return t.begin < o; });
  for (; it != source.tokens.end(); ++it)
    if (!it->inDirective)
      return &*it;
  return nullptr;
}

std::string freshName(const SourceText &source, const std::string &base,
                      std::set<std::string> &taken) {
  std::string name = base;
  for (unsigned n = 2; source.identifiers.count(name) || taken.count(name); ++n)
    name = base + std::to_string(n);
  taken.insert(name);
  return name;
}

namespace {
/// One preprocessor directive: `#`, its keyword and the rest of its line.
struct DirectiveLine {
  unsigned begin, end;
  llvm::StringRef keyword, rest;
  bool atTopLevel; ///< outside of all braces
};
} // namespace

static std::vector<DirectiveLine> directivesBefore(const SourceText &source, unsigned before) {
  std::vector<DirectiveLine> lines;
  int braces = 0;
  for (size_t i = 0; i < source.tokens.size() && source.tokens[i].begin < before; ++i) {
    const SourceToken &token = source.tokens[i];
    llvm::StringRef spelling = source.spelling(token);
    if (!token.inDirective) {
      braces += spelling == "{" ? 1 : spelling == "}" ? -1 : 0;
      continue;
    }
    size_t last = i;
    while (last + 1 < source.tokens.size() && source.tokens[last + 1].inDirective &&
           !(source.spelling(source.tokens[last + 1]) == "#" &&
             startsItsLine(source, source.tokens[last + 1].begin)))
      ++last;
    if (last > i)
      lines.push_back({token.begin, source.tokens[last].end, source.spelling(source.tokens[i + 1]),
                       source.text.slice(source.tokens[i + 1].end, source.tokens[last].end).trim(),
                       braces == 0});
    i = last;
  }
  return lines;
}

bool goesOn(llvm::StringRef line) {
  return line.ends_with("\\") || line.ends_with("?\?/"); // a trigraph
}

std::optional<unsigned> includeInsertionPoint(const SourceText &source, unsigned before,
                                              const std::vector<std::string> &headers) {
  std::vector<DirectiveLine> lines = directivesBefore(source, before);
  auto isKeyword = [&](size_t i, llvm::StringRef keyword) {
    return i < lines.size() && lines[i].keyword == keyword;
  };
  // Within a header's guard, everything stands one conditional deeper.
  bool guarded =
      isKeyword(0, "ifndef") && isKeyword(1, "define") && lines[1].rest.starts_with(lines[0].rest);
  int topLevel = guarded ? 1 : 0, depth = 0;
  std::optional<unsigned> point;
  auto code =
      llvm::find_if(source.tokens, [](const SourceToken &each) { return !each.inDirective; });
  std::vector<size_t> group; // includes on successive lines, the last of which is at `point`
  for (size_t i = 0; i < lines.size(); ++i) {
    const DirectiveLine &line = lines[i];
    if (line.keyword.starts_with("if"))
      ++depth;
    else if (line.keyword == "endif")
      --depth;
    if (depth != topLevel || !line.atTopLevel)
      continue;
    bool isInclude = line.keyword == "include";
    if (isInclude && llvm::is_contained(headers, line.rest.str()))
      return std::nullopt;
    // `#define _GNU_SOURCE` is for all headers.
    bool isSetting = line.keyword == "define" && group.empty() &&
                     (code == source.tokens.end() || line.begin < code->begin);
    bool opensFile = (guarded && i == 1) || (line.keyword == "pragma" && line.rest == "once");
    if (!isInclude && !isSetting && (!opensFile || point))
      continue;
    if (!group.empty() && source.text.slice(lines[group.back()].end, line.begin).count('\n') > 1)
      group.clear();
    if (isInclude)
      group.push_back(i);
    point = line.end;
  }
  // A group of system headers in alphabetical order stays in it.
  auto spelled = [&](size_t i) { return lines[i].rest; };
  if (llvm::all_of(group, [&](size_t i) { return spelled(i).starts_with("<"); }) &&
      std::is_sorted(group.begin(), group.end(),
                     [&](size_t a, size_t b) { return spelled(a) < spelled(b); }))
    for (size_t i : group)
      if (spelled(i) > headers.front())
        return lineBegin(source, lines[i].begin);
  if (point) {
    // Past the line's comment, to the begin of the next line, unless the comment goes on there.
    unsigned end = lineEnd(source, *point);
    llvm::StringRef comment = source.text.slice(*point, end);
    size_t newline = source.text.find('\n', end);
    if (newline == llvm::StringRef::npos || comment.rfind("/*") + 1 > comment.rfind("*/") + 1)
      return lineBegin(source, *point);
    return newline + 1;
  }
  const SourceToken *first = source.tokens.empty() ? nullptr : &source.tokens.front();
  unsigned begin = first ? lineBegin(source, first->begin) : 0;
  bool hasMark = source.text.starts_with("\xEF\xBB\xBF");
  return std::max(begin, hasMark ? 3U : 0U);
}

} // namespace loomp
