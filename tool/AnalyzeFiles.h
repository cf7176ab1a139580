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

#include "llvm/Support/FileSystem/UniqueID.h"

namespace loomp {

/// The flags that build the program outside of loomp, for `verify`.
using UserFlags = std::vector<std::string>;

/// Without any file, takes all files in C and C++ that the database lists. Returns why there are
/// none, or an empty string.
std::string chooseFiles(Options &options, Databases &databases);

/// Parses and analyses every file, `options.jobs` at a time. What cannot be read or does not
/// compile is an error of the report; the compiler's diagnostics go to stderr, file by file in
/// order.
Report analyzeFiles(const Options &options, Databases &databases, bool colorErrors,
                    UserFlags &flags);

/// What one file comes to, before it meets the others.
struct AnalyzedFile {
  TranslationUnitResult result; ///< with an error if the file could not be analysed
  std::map<std::string, std::string> texts;
  UserFlags flags;
  bool lacksOpenMP = false;
  bool isCrash = false; ///< the analysis crashed, and this process may be in any state
};

/// The files of a run, whatever they are called, with the names that they were given.
using FilesOfRun = std::map<llvm::sys::fs::UniqueID, std::string>;

/// `others`: as this file may include them, what it makes of their loops belongs to the result.
/// What they are by themselves is not all that they are then.
AnalyzedFile analyzeFile(const std::string &file, const Options &options, Databases &databases,
                         const ParseOptions &parse, const FilesOfRun &others = {});

/// Adds one more file to the report.
void mergeFile(Report &report, AnalyzedFile file);

/// What the options say of the analysis; nothing of how a file is compiled.
AnalysisOptions analysisOptionsOf(const Options &options);

/// The content that was analysed of each file that has loops, as the compiler read it.
std::map<std::string, std::string> textsOf(const TranslationUnitResult &result,
                                           clang::ASTContext &context);

} // namespace loomp

#endif // LOOMP_TOOL_ANALYZEFILES_H
