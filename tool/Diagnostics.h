//===- Diagnostics.h - what a run says, place by place --------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// In Clang's style: a headline at the loop that says what was found, a note at each place it speaks
// of, and how to help last. Text on a terminal, clang-tidy, editors and SARIF all print these.
//
//     stencil.cpp:12:3: warning: loop carries a flow dependence on 'a' [carried-flow-dependence]
//     stencil.cpp:13:5: note: iteration i=1 writes 'a[1]' here
//     stencil.cpp:13:12: note: iteration i=2 reads 'a[1]' here
//
//===----------------------------------------------------------------------===//

#ifndef LOOMP_TOOL_DIAGNOSTICS_H
#define LOOMP_TOOL_DIAGNOSTICS_H

#include "tool/Report.h"

namespace loomp {

struct Note {
  Position position;
  std::string message;
  std::string slug = {}; ///< may be empty
};

/// One finding, or what there is to say of one loop.
struct Diagnostic {
  std::string slug; ///< a row of the registry
  bool isWarning = false;
  Position position;
  std::string message;
  std::vector<Note> notes = {}; ///< in the order in which a person should read them
  std::vector<Edit> edits =
      {};                  ///< in the file of `position`; of a loop, those that `fix` would make
  bool suppressed = false; ///< by NOLINT
  std::optional<LeftOut> leftOut = {};
  std::string function = {};     ///< in which it is; may be empty
  std::string fingerprint = {};  ///< if the report has identities
  std::optional<Gain> gain = {}; ///< of a loop that `fix` would rewrite
  std::optional<size_t> loop = {},
                        finding = {}; ///< what it speaks of, in the results of the report
};

/// All loops in order, then all findings, those that are suppressed included; but for recursive
/// functions that are no candidates for tasks, unless `form` asks for these.
std::vector<Diagnostic> diagnosticsOf(const Report &report, Form form);

/// Leaves what several rewrites need, such as an include, with the first of them that is not
/// suppressed, and all of it that belongs at one place as one edit. For readers that apply the
/// edits of all diagnostics one by one: they would insert it once for each, and know no order for
/// two insertions at one place.
void keepSharedEditsOnce(std::vector<Diagnostic> &diagnostics);

} // namespace loomp

#endif // LOOMP_TOOL_DIAGNOSTICS_H
