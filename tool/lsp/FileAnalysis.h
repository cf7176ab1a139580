//===- FileAnalysis.h - one version of one file, analysed -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_LSP_FILEANALYSIS_H
#define LOOMP_TOOL_LSP_FILEANALYSIS_H

#include "tool/Diagnostics.h"
#include "tool/Options.h"
#include "tool/Parse.h"
#include "tool/lsp/TextDocument.h"

namespace loomp {

/// What the user wants, from the command line of the server and from the editor.
struct Settings {
  std::vector<std::string> arguments; ///< of the server, as `check` would take them
  /// Option and value, as in a `.loomp.yaml`. They win over that file, and the arguments over them.
  std::vector<std::pair<std::string, std::string>> options;
};

/// Never changed once it is made, so that threads can share it.
struct FileAnalysis {
  std::string path; ///< absolute
  int64_t version = 0;
  std::string text; ///< that was analysed
  Options options;
  Report report;
  std::vector<Diagnostic> diagnostics; ///< of this file, those that NOLINT suppresses left out
  std::string error;                   ///< why there is no analysis: then all of this is empty
  bool isUsersFault = false;           ///< the configuration is wrong, rather than the source
};

/// The options that hold for a file. On failure `error` says why.
Options optionsFor(const std::string &path, const Settings &settings, std::string &error);

/// Analyses `text`, which stands for the content of the file; `unsaved` holds it, too. `memory`
/// is that of this file.
FileAnalysis analyzeText(const std::string &path, int64_t version, const std::string &text,
                         const UnsavedTexts &unsaved, const Settings &settings,
                         Databases &databases, FileMemory &memory);

} // namespace loomp

#endif // LOOMP_TOOL_LSP_FILEANALYSIS_H
