//===- CanonicalFor.cpp - other loops as canonical for loops --------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//     int i = 0;                          int i = 0;
//     while (i < n) {                     for (i = 0; i < n; i++) {
//       a[i] = 0;                   →       a[i] = 0;
//       i++;                              }
//     }
//
// OpenMP shares out the iterations of a `for` loop whose header says all of them. The analysis has
// the header's text and knows what the body's uses of the index become; here they are put in place.
// A `do` loop loses its condition at the end.
//
//===----------------------------------------------------------------------===//

#include "rewriters/CanonicalFor.h"
#include "rewriters/RunTimeChecks.h"

namespace loomp {

void canonicalizeHeader(EditList &edits, const LoopResult &loop, const SourceText &source) {
  if (!loop.canonicalForm)
    return;
  const CanonicalForm &form = *loop.canonicalForm;
  edits.replace(form.header, form.headerText);
  for (const TextChange &change : form.changes) {
    if (change.text.empty())
      deleteOperandOrStatement(edits, loop, source, change.range);
    else
      edits.replace(change.range, isEnclosed(source, change.range)
                                      ? withoutOuterParentheses(change.text).str()
                                      : change.text);
  }
  if (form.tail.begin < form.tail.end)
    edits.replace(form.tail, "");
}

bool isReplacedByHeader(const LoopResult &loop, TextRange range) {
  auto within = [&](TextRange outer) {
    return range.begin >= outer.begin && range.end <= outer.end;
  };
  return loop.canonicalForm &&
         (within(loop.canonicalForm->header) || within(loop.canonicalForm->tail));
}

} // namespace loomp
