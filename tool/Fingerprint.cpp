//===- Fingerprint.cpp - a name for a finding that outlives edits ---------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Fingerprint.h"
#include "tool/Report.h"

#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/SHA256.h"

#include <algorithm>

using namespace llvm;

namespace loomp {

static std::string tokensOf(const LoopResult &loop, StringRef text);
static std::string hashOf(ArrayRef<StringRef> parts);

std::vector<LoopIdentity> identitiesOf(const Report &report) {
  std::vector<LoopIdentity> identities;
  std::map<std::pair<std::string, std::string>, unsigned> numbers; // by file and content
  for (const LoopResult &loop : report.result.loops) {
    auto text = report.texts.find(loop.position.file);
    StringRef source = text == report.texts.end() ? StringRef() : StringRef(text->second);
    LoopIdentity identity{hashOf({loop.functionKey, tokensOf(loop, source)})};
    identity.number = ++numbers[{loop.position.file, identity.content}];
    identities.push_back(std::move(identity));
  }
  return identities;
}

std::optional<size_t> loopAt(const Report &report, const Position &position) {
  std::optional<size_t> around;
  for (size_t i = 0; i < report.result.loops.size(); ++i) {
    const LoopResult &loop = report.result.loops[i];
    if (loop.position.file != position.file || loop.kind == LoopKind::Statements)
      continue;
    if (loop.position.offset == position.offset)
      return i;
    if (loop.statement.begin <= position.offset && position.offset < loop.statement.end)
      around = i; // loops stand behind those around them
  }
  return around;
}

std::string fingerprintOf(StringRef slug, StringRef detail, const LoopIdentity &loop) {
  return hashOf({slug, detail, loop.content}) + ":" + std::to_string(loop.number);
}

/// Separated by blanks; of a loop whose text is not its own (a macro's), those of its line.
static std::string tokensOf(const LoopResult &loop, StringRef text) {
  StringRef part = text.slice(loop.statement.begin, loop.statement.end);
  if (part.empty())
    part = text.drop_front(std::min<size_t>(loop.position.offset, text.size())).split('\n').first;
  std::string copy = part.str(); // ends with the 0 that the lexer needs
  clang::LangOptions language;
  language.CPlusPlus = language.CPlusPlus11 = true; // raw strings
  language.LineComment = true;
  clang::Lexer lexer(clang::SourceLocation(), language, copy.data(), copy.data(),
                     copy.data() + copy.size());
  std::string tokens;
  for (clang::Token token; !lexer.LexFromRawLexer(token) || token.isNot(clang::tok::eof);) {
    StringRef spelling(lexer.getBufferLocation() - token.getLength(), token.getLength());
    tokens += spelling;
    tokens += ' ';
  }
  return tokens;
}

/// Each part with its length, so that no two lists of parts run together to the same text.
static std::string hashOf(ArrayRef<StringRef> parts) {
  SHA256 hash;
  for (StringRef part : parts) {
    hash.update(std::to_string(part.size()) + ":");
    hash.update(part);
  }
  return toHex(ArrayRef(hash.final()).take_front(8), /*LowerCase=*/true);
}

} // namespace loomp
