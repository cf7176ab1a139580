//===- TidyUnit.cpp - one translation unit under clang-tidy ---------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/tidy/TidyUnit.h"
#include "tool/AnalyzeFiles.h"

#include "clang/Frontend/CompilerInstance.h"
#include "llvm/Support/CrashRecoveryContext.h"
#include "llvm/Support/Regex.h"

using namespace llvm;

namespace loomp {

static bool analyzeSafely(TidyUnit &unit, clang::ASTContext &context,
                          TranslationUnitResult &result);
static void leaveHidden(TidyUnit &unit, clang::ASTContext &context, TranslationUnitResult &result);
static void leaveHeaders(const TidyUnit &unit, const clang::SourceManager &sources,
                         TranslationUnitResult &result);

void watch(TidyUnit &unit, clang::Preprocessor &preprocessor) {
  if (unit.isWatched)
    return;
  unit.isWatched = true;
  unit.preprocessor = &preprocessor;
  watchDirectives(preprocessor, unit.hidden);
  // An option of code generation, which a check is not shown; but the compiler loads the modules.
  if (auto *compiler = dynamic_cast<clang::CompilerInstance *>(&preprocessor.getModuleLoader()))
    unit.strictAliasing = !compiler->getCodeGenOpts().RelaxedAliasing;
}

void analyzeUnit(TidyUnit &unit, clang::ASTContext &context) {
  // What does not compile is not analysed; clang-tidy prints the compiler's errors.
  if (unit.isAnalyzed || context.getDiagnostics().hasUncompilableErrorOccurred())
    return;
  unit.isAnalyzed = true;
  unit.tidy = readTidyOptions(unit.context);

  // 1. Analyse, and leave out what clang-tidy's view of the program cannot show to be right.
  TranslationUnitResult result;
  if (!analyzeSafely(unit, context, result))
    return;
  leaveHidden(unit, context, result);
  leaveHeaders(unit, context.getSourceManager(), result);

  // 2. Plan and report as the command line does.
  std::map<std::string, std::string> texts = textsOf(result, context);
  mergeResult(unit.report, std::move(result), std::move(texts));
  planReport(unit.report, unit.tidy.options);
  unit.diagnostics = diagnosticsOf(unit.report, unit.tidy.options.form);

  // 3. clang-tidy applies the edits of each diagnostic by themselves.
  if (!unit.context.areDiagsSelfContained())
    keepSharedEditsOnce(unit.diagnostics);
}

/// A crash of the analysis is the end of loomp's part of this file only.
static bool analyzeSafely(TidyUnit &unit, clang::ASTContext &context,
                          TranslationUnitResult &result) {
  AnalysisOptions analysis = analysisOptionsOf(unit.tidy.options);
  analysis.strictAliasing = unit.strictAliasing;
  analysis.preprocessor = unit.preprocessor;
  analysis.wrappingIntegers = context.getLangOpts().isSignedOverflowDefined();
  if (std::string excluded = unit.context.getOptions().ExcludeHeaderFilterRegex.value_or("");
      !excluded.empty() && analysis.includeHeader)
    analysis.includeHeader = [excluded = std::make_shared<Regex>(excluded),
                              included = analysis.includeHeader](const std::string &path) {
      return included(path) && !excluded->match(path);
    };

  constexpr unsigned stackSize = 256u << 20; // deep nests do not exhaust it
  CrashRecoveryContext::Enable();
  CrashRecoveryContext recovery;
  bool isAlive =
      recovery.RunSafelyOnThread([&] { result = analyze(context, analysis); }, stackSize);
  CrashRecoveryContext::Disable();
  if (!isAlive) {
    result = {};
    unit.context.configurationDiag("loomp says nothing of '%0': internal error: the analysis "
                                   "crashed")
        << unit.context.getCurrentFile();
  }
  return isAlive;
}

/// Without OpenMP the AST has no directives.
static void leaveHidden(TidyUnit &unit, clang::ASTContext &context, TranslationUnitResult &result) {
  const clang::LangOptions &language = context.getLangOpts();
  if (language.OpenMP && !language.OpenMPSimd)
    return;
  for (const std::string &file : suppressHidden(result, unit.hidden, context))
    unit.context.configurationDiag("'%0' has OpenMP directives but is parsed without OpenMP, so "
                                   "loomp says nothing of it; add '--extra-arg=-fopenmp'")
        << file;
}

/// Other translation units may include a header, and make of its loops what this one does not: each
/// sees only itself. `loomp fix` looks at all of them together.
static void leaveHeaders(const TidyUnit &unit, const clang::SourceManager &sources,
                         TranslationUnitResult &result) {
  if (unit.tidy.fixHeaders)
    return;
  std::string mainFile =
      sources.getFilename(sources.getLocForStartOfFile(sources.getMainFileID())).str();
  for (LoopResult &loop : result.loops)
    if (loop.position.file != mainFile && loop.editable) {
      loop.editable = false;
      loop.notEditableBecause = "other translation units may include the header; 'loomp fix' looks "
                                "at all of them";
    }
  for (Finding &finding : result.findings)
    if (finding.position.file != mainFile)
      finding.fix.reset();
}

} // namespace loomp
