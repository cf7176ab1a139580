//===- Answers.h - an analysis in the words of the protocol ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_LSP_ANSWERS_H
#define LOOMP_TOOL_LSP_ANSWERS_H

#include "tool/lsp/FileAnalysis.h"

#include "llvm/Support/JSON.h"

namespace loomp {

/// What the client has said of itself.
struct ClientTraits {
  PositionEncoding encoding = PositionEncoding::UTF16;
  bool takesRelatedInformation = false;
  bool takesCodeDescription = false;
  bool takesVersionedEdits = false; ///< `documentChanges` rather than `changes`
  bool takesActions = false;        ///< actions with edits rather than commands only
  bool takesMarkdown = false;
};

/// An open document by the name that the client gave it.
struct NamedAnalysis {
  const FileAnalysis &analysis;
  std::string uri;
  const ClientTraits &client;
};

/// From where the diagnostic stands to the end of that line.
llvm::lsp::Range rangeOf(const LineIndex &lines, const Diagnostic &diagnostic);

/// `Diagnostic[]`.
llvm::json::Array diagnosticsAnswer(const NamedAnalysis &document);

/// `CodeAction[]` for what stands in `range`; `only`: kinds, empty for all.
llvm::json::Array codeActionsAnswer(const NamedAnalysis &document, llvm::lsp::Range range,
                                    llvm::ArrayRef<std::string> only);

/// `CodeLens[]`, one above each loop.
llvm::json::Array codeLensAnswer(const NamedAnalysis &document);
/// `InlayHint[]`, one behind the header of each loop in `range`.
llvm::json::Array inlayHintAnswer(const NamedAnalysis &document, llvm::lsp::Range range);

/// `Hover`, or null: what there is to say of the loop whose header stands in the line, or of a
/// variable with a role in a loop.
llvm::json::Value hoverAnswer(const NamedAnalysis &document, llvm::lsp::Position position);

/// The commands that the server executes. Each takes the place of a loop: an object with `uri`,
/// `line` and `character`; but `explain`, which takes any place in a loop, and `fixAll`, for which
/// `uri` is enough.
constexpr llvm::StringLiteral applyCommand = "loomp.apply", explainCommand = "loomp.explain",
                              fixAllCommand = "loomp.fixAll";

/// The diagnostic of the loop or finding at this place, if there is one.
const Diagnostic *diagnosticAt(const NamedAnalysis &document, llvm::lsp::Position position);

/// The diagnostic of a loop that begins in this line, or else of the innermost loop around this
/// place, if there is one.
const Diagnostic *loopAround(const NamedAnalysis &document, llvm::lsp::Position position);

/// `WorkspaceEdit`.
llvm::json::Value workspaceEdit(const NamedAnalysis &document, llvm::ArrayRef<Edit> edits);

/// The edits of all loops of the file that `fix` would rewrite.
std::vector<Edit> editsOfFile(const FileAnalysis &analysis);

/// Everything there is to say of a loop, for people.
std::string explanationOf(const FileAnalysis &analysis, const Diagnostic &diagnostic);

} // namespace loomp

#endif // LOOMP_TOOL_LSP_ANSWERS_H
