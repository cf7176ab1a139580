//===- FuzzNolint.cpp - any bytes as a source with NOLINT comments --------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// What must hold: ranges are in the text and in order, and a list is asked in time that depends on
// its length alone.
//
//===----------------------------------------------------------------------===//

#include "tool/Nolint.h"

#include "llvm/Support/ErrorHandling.h"

using namespace llvm;
using namespace loomp;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  StringRef text(reinterpret_cast<const char *>(data), size);
  NolintComments comments = readNolintComments(text);
  unsigned last = text.count('\n') + 1, before = 0;
  for (const NolintRange &range : comments.lines) {
    if (range.firstLine != range.lastLine || range.firstLine < before || range.firstLine == 0 ||
        range.lastLine > last + 1)
      report_fatal_error("a line out of order");
    before = range.firstLine;
  }
  for (const NolintRange &range : comments.blocks)
    if (range.firstLine == 0 || range.firstLine > range.lastLine || range.lastLine > last)
      report_fatal_error("a block without its lines");
  for (unsigned line : {1u, last / 2, last}) {
    bool named = isSuppressed(comments, line, {"parallel-loop"});
    if (named && !isSuppressed(comments, line, {"other", "parallel-loop"}))
      report_fatal_error("one more name silences less");
  }
  auto [glob, rest] = text.split('\n');
  if (matchesGlob(glob, rest) && !matchesGlob("*" + glob.str() + "*", rest))
    report_fatal_error("a wider glob matches less");
  return 0;
}
