//===- AnalyzeFiles.h - from the files of a run to their results ----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_ANALYZEFILES_H
#define LOOMP_TOOL_ANALYZEFILES_H

#include "analyses/Analyze.h"
#include "tool/Parse.h"
#include "tool/Report.h"

namespace loomp {

/// The flags that build the program outside of loomp, for `verify`.
using UserFlags = std::vector<std::string>;

/// Parses and analyses every file. What cannot be read or does not compile is an error of the
/// report; the compiler's diagnostics go to stderr.
Report analyzeFiles(const Options &options, bool colorErrors, UserFlags &flags);

/// What one file comes to, before it meets the others.
struct AnalyzedFile {
  TranslationUnitResult result; ///< with an error if the file could not be analysed
  std::map<std::string, std::string> texts;
  UserFlags flags;
  bool lacksOpenMP = false;
};

AnalyzedFile analyzeFile(const std::string &file, const Options &options, Databases &databases,
                         const ParseOptions &parse);

/// Adds one more file to the report.
void mergeFile(Report &report, AnalyzedFile file);

/// What the options say of the analysis; nothing of how a file is compiled.
AnalysisOptions analysisOptionsOf(const Options &options);

/// The content that was analysed of each file that has loops, as the compiler read it.
std::map<std::string, std::string> textsOf(const TranslationUnitResult &result,
                                           clang::ASTContext &context);

} // namespace loomp

#endif // LOOMP_TOOL_ANALYZEFILES_H
