//===- Layout.h - edits that add whole lines and braces -------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Rewriters think in lines ("this line above the loop, that one below it") and in blocks; this
// file finds the places in the text. Existing bytes are never changed, except that blanks are
// replaced by a line break where a statement must start its own line.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_REWRITERS_LAYOUT_H
#define LOOMP_REWRITERS_LAYOUT_H

#include "rewriters/Plan.h"
#include "rewriters/SourceText.h"

namespace loomp {

/// By offset; an insertion comes before what replaces the text behind it, else order is kept.
void sortEdits(std::vector<Edit> &edits);

/// Collects edits in the order in which their texts appear in the result.
class EditList {
public:
  void insert(unsigned offset, std::string text) { replace({offset, offset}, std::move(text)); }
  void replace(TextRange range, std::string text) { edits.push_back({range, std::move(text)}); }
  /// Whether some edit replaces the byte at `offset`.
  bool covers(unsigned offset) const;
  /// Lines that edits add between the ends of `range` stand further in.
  void indentWithin(TextRange range, std::string shift) {
    shifted = range;
    this->shift = std::move(shift);
  }
  /// How much further in a line stands that is added at `offset`.
  std::string shiftAt(unsigned offset) const {
    return shifted.begin < offset && offset < shifted.end ? shift : "";
  }
  /// Edits in order of offset; those that touch the same offset are merged.
  std::vector<Edit> take();

private:
  std::vector<Edit> edits;
  TextRange shifted;
  std::string shift;
};

/// Puts `lines` on lines of their own above the statement at `offset`, which then starts its line.
void addLinesAbove(EditList &edits, const SourceText &source, unsigned offset,
                   llvm::StringRef indent, const std::vector<std::string> &lines);

/// Puts `lines` on lines of their own below the statement that ends at `offset`; a comment on its
/// last line stays there.
void addLinesBelow(EditList &edits, const SourceText &source, unsigned offset,
                   llvm::StringRef indent, const std::vector<std::string> &lines);

/// Puts ` {` behind what precedes the statement at `offset`. False, without an edit, if conditional
/// directives stand in between: the brace then belongs on a line of its own above the statement.
bool addOpenBrace(EditList &edits, const SourceText &source, unsigned offset);

/// Indentation of the `}` that closes a block opened before the statement at `offset`.
std::string closingIndentation(const SourceText &source, unsigned offset);

/// Indentation that the statement at `offset` has, or gets when it is put on its own line within
/// new or existing braces.
std::string innerIndentation(const SourceText &source, unsigned offset);

/// Whether the neighbours of `range` keep any expression together that is put there.
bool isEnclosed(const SourceText &source, TextRange range);

/// Deletes an update whose value nobody uses: an operand of a comma with its comma, else the
/// statement that it is, with its line; where a statement is needed its semicolon stays.
void deleteOperandOrStatement(EditList &edits, const LoopResult &loop, const SourceText &source,
                              TextRange range);

} // namespace loomp

#endif // LOOMP_REWRITERS_LAYOUT_H
