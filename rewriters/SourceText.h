//===- SourceText.h - a file as tokens and lines --------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What the rewriters know about the text of a file: its tokens (comments are not tokens), which of
// them stand in preprocessor directives, its line ending and its indentation. Nothing here parses:
// positions of statements come from the analysis.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_SOURCETEXT_H
#define LOOMP_REWRITERS_SOURCETEXT_H

#include "analyses/LoopResult.h"

#include "llvm/ADT/StringRef.h"

#include <set>
#include <string>
#include <vector>

namespace loomp {

struct SourceToken {
  unsigned begin = 0;
  unsigned end = 0;
  bool inDirective = false;
};

struct SourceText {
  llvm::StringRef text;
  std::vector<SourceToken> tokens;
  std::set<std::string, std::less<>> identifiers; ///< all that new names must not be
  std::string lineEnding = "\n";
  std::string indentUnit = "  ";

  llvm::StringRef spelling(const SourceToken &token) const {
    return text.slice(token.begin, token.end);
  }
};

/// Its `identifiers` are those of the file, keywords included.
/// `text` must outlive the result and be followed by a null byte, as a std::string's content is.
SourceText readSourceText(llvm::StringRef text, bool isCxx);

unsigned lineBegin(const SourceText &source, unsigned offset);
/// Offset of the line ending (or of the end of the file) of the line that contains `offset`.
unsigned lineEnd(const SourceText &source, unsigned offset);
llvm::StringRef indentationOf(const SourceText &source, unsigned offset);
bool startsItsLine(const SourceText &source, unsigned offset);
bool isBlank(const SourceText &source, unsigned begin, unsigned end);

/// Does a token of a preprocessor directive stand in the range?
bool holdsDirective(const SourceText &source, TextRange range);

/// The last token before `offset`, and the first one from `offset` on, outside directives.
const SourceToken *tokenBefore(const SourceText &source, unsigned offset);
const SourceToken *tokenFrom(const SourceText &source, unsigned offset);

/// `base`, or `base` with a number, such that it is not among the identifiers and not in `taken`,
/// where it is from now on.
std::string freshName(const SourceText &source, const std::string &base,
                      std::set<std::string> &taken);

/// Does the line, or a comment at its end, go on in the next one?
bool goesOn(llvm::StringRef line);

/// Where a new `#include` line for the first of `headers` goes so that it precedes `before`: after
/// the last include at top level, or at its place in a sorted group of includes there. Absent if
/// the file already includes one of `headers` there.
std::optional<unsigned> includeInsertionPoint(const SourceText &source, unsigned before,
                                              const std::vector<std::string> &headers);

} // namespace loomp

#endif // LOOMP_REWRITERS_SOURCETEXT_H
