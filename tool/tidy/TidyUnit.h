//===- TidyUnit.h - one translation unit under clang-tidy -----------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// All checks share one analysis of a translation unit: the first that is told of its end runs it,
// and the others take their part of what it says.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_TIDY_TIDYUNIT_H
#define LOOMP_TOOL_TIDY_TIDYUNIT_H

#include "tool/Diagnostics.h"
#include "tool/tidy/HiddenDirectives.h"
#include "tool/tidy/TidyOptions.h"

namespace loomp {

struct TidyUnit {
  clang::tidy::ClangTidyContext &context;
  TidyOptions tidy = {};
  HiddenDirectives hidden = {};
  const clang::Preprocessor *preprocessor = nullptr;
  bool strictAliasing = false; ///< the worst, until the compiler says otherwise
  bool isWatched = false;
  bool isAnalyzed = false;
  Report report = {};
  std::vector<Diagnostic> diagnostics = {}; ///< as the command line says them
};

/// Notes what the AST does not keep. Does nothing for all checks but the first.
void watch(TidyUnit &unit, clang::Preprocessor &preprocessor);

/// Fills `report` and `diagnostics`. Does nothing for all checks but the first.
void analyzeUnit(TidyUnit &unit, clang::ASTContext &context);

} // namespace loomp

#endif // LOOMP_TOOL_TIDY_TIDYUNIT_H
