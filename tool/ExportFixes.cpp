//===- ExportFixes.cpp - edits for clang-apply-replacements ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/ExportFixes.h"

#include "clang/Tooling/DiagnosticsYaml.h"
#include "llvm/Support/FileSystem.h"

using namespace llvm;

namespace loomp {

static std::string absolutePath(const std::string &file) {
  SmallString<256> path(file);
  sys::fs::make_absolute(path);
  return path.str().str();
}

static clang::tooling::DiagnosticMessage messageAt(const Position &position, StringRef text) {
  clang::tooling::DiagnosticMessage message(text);
  message.FilePath = absolutePath(position.file);
  message.FileOffset = position.offset;
  return message;
}

void printFixes(raw_ostream &out, std::vector<Diagnostic> diagnostics,
                const std::string &mainFile) {
  using clang::tooling::DiagnosticMessage;
  clang::tooling::TranslationUnitDiagnostics unit;
  unit.MainSourceFile = absolutePath(mainFile);
  SmallString<256> current;
  sys::fs::current_path(current);
  keepSharedEditsOnce(diagnostics);
  for (const Diagnostic &diagnostic : diagnostics) {
    if (diagnostic.suppressed || diagnostic.edits.empty())
      continue;
    DiagnosticMessage message = messageAt(diagnostic.position, diagnostic.message);
    for (const Edit &edit : diagnostic.edits) {
      unsigned length = edit.range.end - edit.range.begin;
      // Edits of a plan never overlap, so this cannot fail.
      consumeError(message.Fix[message.FilePath].add(
          {message.FilePath, edit.range.begin, length, edit.text}));
    }
    SmallVector<DiagnosticMessage, 1> notes;
    for (const Note &note : diagnostic.notes)
      notes.push_back(messageAt(note.position, note.message));
    unit.Diagnostics.emplace_back(diagnostic.slug, message, notes,
                                  diagnostic.isWarning ? clang::tooling::Diagnostic::Warning
                                                       : clang::tooling::Diagnostic::Remark,
                                  current);
  }
  yaml::Output yaml(out);
  yaml << unit;
}

} // namespace loomp
