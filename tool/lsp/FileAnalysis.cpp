//===- FileAnalysis.cpp - one version of one file, analysed ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/lsp/FileAnalysis.h"
#include "tool/AnalyzeFiles.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/CrashRecoveryContext.h"

using namespace llvm;

namespace loomp {

Options optionsFor(const std::string &path, const Settings &settings, std::string &error) {
  std::vector<const char *> words = {"check"};
  auto flags = find(settings.arguments, "--");
  for (const std::string &argument : make_range(settings.arguments.begin(), flags))
    words.push_back(argument.c_str());
  words.push_back(path.c_str());
  for (const std::string &argument : make_range(flags, settings.arguments.end()))
    words.push_back(argument.c_str());

  CommandLine line = parseCommandLine(words);
  // Alone at first, so that a file is not blamed for what the editor says.
  Configuration editor;
  editor.file = "settings of the editor";
  editor.settings = settings.options;
  if (line.error.empty())
    line = parseCommandLine(words, editor);
  Configuration configuration;
  if (line.error.empty()) {
    configuration = loadConfiguration(line.options.configFile, path);
    line.error = configuration.error;
  }
  if (line.error.empty()) {
    append_range(configuration.settings, settings.options);
    line = parseCommandLine(words, configuration);
  }
  error = line.error;
  return line.options;
}

static void analyzeInto(FileAnalysis &analysis, const UnsavedTexts &unsaved, Databases &databases,
                        FileMemory &memory);

FileAnalysis analyzeText(const std::string &path, int64_t version, const std::string &text,
                         const UnsavedTexts &unsaved, const Settings &settings,
                         Databases &databases, FileMemory &memory) {
  FileAnalysis analysis;
  analysis.path = path;
  analysis.version = version;
  analysis.text = text;
  analysis.options = optionsFor(path, settings, analysis.error);
  analysis.isUsersFault = !analysis.error.empty();
  if (analysis.isUsersFault)
    return analysis;
  CrashRecoveryContext recovery;
  if (!recovery.RunSafely([&] { analyzeInto(analysis, unsaved, databases, memory); }) &&
      analysis.error.empty())
    analysis.error = "internal error: the analysis crashed";
  if (!analysis.error.empty()) {
    analysis.report = {};
    analysis.diagnostics.clear();
  }
  return analysis;
}

static void analyzeInto(FileAnalysis &analysis, const UnsavedTexts &unsaved, Databases &databases,
                        FileMemory &memory) {
  ParseOptions parse;
  parse.isQuiet = true;
  parse.unsaved = &unsaved;
  parse.memory = &memory;
  AnalyzedFile file = analyzeFile(analysis.path, analysis.options, databases, parse);
  if (!file.result.errors.empty())
    analysis.error = file.result.errors.front().message;
  if (!analysis.error.empty())
    return;
  mergeFile(analysis.report, std::move(file));
  planReport(analysis.report, analysis.options);
  for (Diagnostic &diagnostic : diagnosticsOf(analysis.report, analysis.options.form))
    if (diagnostic.position.file == analysis.path && !diagnostic.suppressed)
      analysis.diagnostics.push_back(std::move(diagnostic));
}

} // namespace loomp
