//===- TextReport.cpp - findings for people -------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
//===----------------------------------------------------------------------===//

#include "tool/Options.h"
#include "tool/Printable.h"
#include "tool/Review.h"

#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace loomp {

static void printLine(raw_ostream &out, const Position &position, StringRef level,
                      StringRef message, StringRef slug = "");

void printText(raw_ostream &terminal, const Report &report, const Options &options, bool color) {
  PrintableStream out(terminal, color);
  Shown shown = shownDiagnostics(report, options);
  for (const Diagnostic &diagnostic : shown.diagnostics) {
    printLine(out, diagnostic.position, diagnostic.isWarning ? "warning" : "remark",
              diagnostic.message, diagnostic.slug);
    for (const Note &note : diagnostic.notes)
      printLine(out, note.position, "note", note.message, note.slug);
  }
  if (!options.quiet)
    printSummary(out, report, shown.furtherMissed);
}

/// `FILE:LINE:COL: level: message [slug]`, with the colours of Clang.
static void printLine(raw_ostream &out, const Position &position, StringRef level,
                      StringRef message, StringRef slug) {
  if (out.colors_enabled())
    out.changeColor(raw_ostream::SAVEDCOLOR, true);
  out << printableName(position.file) << ':' << position.line << ':' << position.column << ": ";
  if (out.colors_enabled())
    out.changeColor(level == "warning"  ? raw_ostream::MAGENTA
                    : level == "remark" ? raw_ostream::BLUE
                                        : raw_ostream::CYAN,
                    true);
  out << level << ": ";
  if (out.colors_enabled()) {
    out.resetColor();
    if (level != "note")
      out.changeColor(raw_ostream::SAVEDCOLOR, true);
  }
  out << message;
  if (!slug.empty())
    out << " [" << slug << ']';
  if (out.colors_enabled())
    out.resetColor();
  out << '\n';
}

void printSummary(raw_ostream &out, const Report &report, unsigned furtherMissed) {
  unsigned known = 0, total = 0, parallel = 0, rewritten = 0, already = 0, serial = 0, unknown = 0;
  for (size_t i = 0; i < report.result.loops.size(); ++i) {
    const LoopResult &loop = report.result.loops[i];
    auto leftOut = report.leftOutLoops.find(i);
    if (loop.suppressed || loop.kind == LoopKind::Function || loop.kind == LoopKind::Statements)
      continue;
    if (leftOut != report.leftOutLoops.end() && leftOut->second == LeftOut::InBaseline) {
      ++known;
      continue;
    }
    ++total;
    parallel += loop.verdict == Verdict::Parallel;
    already += loop.verdict == Verdict::AlreadyParallel;
    serial += loop.verdict == Verdict::Serial;
    unknown += loop.verdict == Verdict::Unknown;
    rewritten += isRewritten(loop, report.plans[i]);
  }
  out << formatv("{0} {1}{2}: {3} parallel ({4} to rewrite), {5} already parallel, {6} serial, {7} "
                 "unknown",
                 total, known ? "new " : "", total == 1 ? "loop" : "loops", parallel, rewritten,
                 already, serial, unknown);
  if (known)
    out << formatv("; {0} in the baseline", known);
  out << '\n';
  if (furtherMissed)
    out << formatv("{0} more to rewrite with less to gain\n", furtherMissed);
}

} // namespace loomp
