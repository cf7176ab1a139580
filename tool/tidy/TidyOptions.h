//===- TidyOptions.h - what a run under clang-tidy is asked for -----------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// Defaults of a project come from its `.loomp.yaml`, as for the command line; what the CheckOptions
// of clang-tidy say wins over it. `loomp-parallel-loop` holds what counts for all checks:
//
//   CheckOptions:
//     loomp-parallel-loop.Form: simd        any of the options in `settings` below
//     loomp-parallel-loop.FixHeaders: true
//     loomp-serial-loop.Explain: all
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_TIDY_TIDYOPTIONS_H
#define LOOMP_TOOL_TIDY_TIDYOPTIONS_H

#include "tool/Options.h"

#include "clang-tidy/ClangTidyCheck.h"

namespace loomp {

/// Which loops `loomp-serial-loop` explains: none, those that are proven to be serial, or also
/// those of which nothing is proven.
enum class Explained { None, Serial, All };

struct TidyOptions {
  Options options; ///< of `loomp check` for the main file
  bool fixHeaders = false;
  bool onlyFixable = false; ///< say nothing of parallel loops that are not to be rewritten
  Explained explained = Explained::None;
};

/// The options for the current file of `context`, which is told of what is wrong with them; what is
/// wrong counts as not given.
TidyOptions readTidyOptions(clang::tidy::ClangTidyContext &context);

/// Lists every option of `check` and its value, for `--dump-config` and `--verify-config`. Without
/// a value `.loomp.yaml` decides.
void storeTidyOptions(llvm::StringRef check, const clang::tidy::ClangTidyCheck::OptionsView &view,
                      clang::tidy::ClangTidyOptions::OptionMap &options);

} // namespace loomp

#endif // LOOMP_TOOL_TIDY_TIDYOPTIONS_H
