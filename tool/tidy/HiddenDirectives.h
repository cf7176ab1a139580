//===- HiddenDirectives.h - OpenMP that the compiler was told to ignore ---===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// clang-tidy parses as the build does, and without `-fopenmp` no directive reaches the AST:
//
//     #pragma omp parallel for         // is not there
//     for (int i = 0; i < n; i++)      // looks serial
//
// So nothing may be said of what directives stand in: the files that hold any, those that include
// such a file in the middle of a declaration, and loops that call a function of these. The same
// goes for headers that were precompiled, whose pragmas nobody can see.
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_TIDY_HIDDENDIRECTIVES_H
#define LOOMP_TOOL_TIDY_HIDDENDIRECTIVES_H

#include "analyses/LoopResult.h"

#include "clang/Lex/Preprocessor.h"

namespace loomp {

/// Where the translation unit has directives, as far as the AST cannot show them.
struct HiddenDirectives {
  std::vector<clang::SourceLocation> places; ///< in files: of the pragmas
  bool changesVariables = false; ///< one says of variables what they are, wherever they are used
};

/// Fills `directives` while the preprocessor runs. Both must outlive it.
void watchDirectives(clang::Preprocessor &preprocessor, HiddenDirectives &directives);

/// Marks as suppressed what nothing can be said of, and returns the files of the user, as the
/// compiler calls them, that are read without their directives.
std::vector<std::string> suppressHidden(TranslationUnitResult &result,
                                        const HiddenDirectives &directives,
                                        clang::ASTContext &context);

} // namespace loomp

#endif // LOOMP_TOOL_TIDY_HIDDENDIRECTIVES_H
