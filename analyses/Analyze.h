//===- Analyze.h - the entry point of the analysis ------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_ANALYSES_ANALYZE_H
#define LOOMP_ANALYSES_ANALYZE_H

#include "analyses/EffectTable.h"
#include "analyses/LoopResult.h"
#include "analyses/ProgramFacts.h"

#include <functional>
#include <set>
#include <string>

namespace clang {
class ASTContext;
class Preprocessor;
} // namespace clang

namespace loomp {

class AddedDeclarations;
class AnswerMemory;

struct AnalysisOptions {
  bool strictFloatingPoint = false; ///< --fp=strict: no reassociation, no floating-point recast
  bool wrappingIntegers = false;    ///< -fwrapv
  bool errnoIsRead = false;         ///< the translation unit mentions errno
  bool strictAliasing = true;       ///< off with -fno-strict-aliasing
  /// --assume=no-alias: what different pointers and references lead to does not overlap ...
  bool assumesNoAlias = false;
  std::set<std::string> assumedNames; ///< ... if one of them has one of these names; empty: all
  /// Which files other than the main file to report loops of (`--header-filter`).
  std::function<bool(const std::string &)> includeHeader;
  bool findsSections = false;        ///< judge statements that follow each other, too
  bool prefersTaskGraphs = false;    ///< of these, as tasks that wait for each other where they do
  bool findsDeviceRegions = false;   ///< find statements between which data stays on a device
  std::vector<NamedEffects> effects; ///< rows that the user adds to the built-in tables
  /// Set if headers come from a precompiled header of this program's own making ...
  std::optional<HeaderFacts> headers;
  const AddedDeclarations *added = nullptr; ///< ... and what this parse has added to it
  AnswerMemory *answers = nullptr;          ///< of earlier analyses of the file; null: none
  const clang::Preprocessor *preprocessor = nullptr; ///< of the parse; null: macros change nothing
  /// isl operations per dependence query; running out makes the loop `unknown`.
  unsigned long queryBudget = 20000;
};

/// Judges every loop of the translation unit. Never edits, prints or exits. The AST must come from
/// a parse without errors, with OpenMP enabled.
TranslationUnitResult analyze(clang::ASTContext &context, const AnalysisOptions &options);

} // namespace loomp

#endif // LOOMP_ANALYSES_ANALYZE_H
