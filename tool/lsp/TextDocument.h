//===- TextDocument.h - a text that an editor changes piece by piece ------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Editors count lines from 0 and columns in the units of an encoding, by default of UTF-16; loomp
// counts bytes. A line ends at `\n`, `\r\n` or `\r`, as in the protocol.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_LSP_TEXTDOCUMENT_H
#define LOOMP_TOOL_LSP_TEXTDOCUMENT_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/LSP/Protocol.h"

#include <string>
#include <vector>

namespace loomp {

/// What an editor counts columns in.
enum class PositionEncoding { UTF8, UTF16, UTF32 };

/// The places of one text. Refers to it.
class LineIndex {
public:
  LineIndex(llvm::StringRef text, PositionEncoding encoding);

  /// A place behind the end of a line or of the text counts as that end, as the protocol says; one
  /// inside a character as its begin.
  size_t offset(llvm::lsp::Position position) const;
  llvm::lsp::Position position(size_t offset) const;
  llvm::lsp::Range range(size_t begin, size_t end) const;
  /// From the first character of the line that holds `offset` which is no blank, to its last one.
  llvm::lsp::Range lineAt(size_t offset) const;

private:
  llvm::StringRef lineText(size_t line) const; ///< without its end

  llvm::StringRef Text;
  PositionEncoding Encoding;
  std::vector<size_t> Begins; ///< of each line
};

/// Applies the changes in order. Returns false, and changes nothing, if one names a range that ends
/// before it begins.
bool applyChanges(std::string &text,
                  llvm::ArrayRef<llvm::lsp::TextDocumentContentChangeEvent> changes,
                  PositionEncoding encoding);

} // namespace loomp

#endif // LOOMP_TOOL_LSP_TEXTDOCUMENT_H
