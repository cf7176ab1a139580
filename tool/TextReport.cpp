//===- TextReport.cpp - findings for people -------------------------------===//
//
// Part of loomp, under the Apache License v2.0 with LLVM Exceptions.
//
// In Clang's style: a headline at the loop that says what was found, a note at each place it speaks
// of, and how to help last.
//
//     stencil.cpp:12:3: warning: loop carries a flow dependence on 'a' [carried-flow-dependence]
//     stencil.cpp:13:5: note: iteration i=1 writes 'a[1]' here
//     stencil.cpp:13:12: note: iteration i=2 reads 'a[1]' here
//
//===----------------------------------------------------------------------===//

#include "rewriters/DirectiveFix.h"
#include "tool/Options.h"
#include "tool/Report.h"

#include "llvm/Support/FormatVariadic.h"

using namespace llvm;

namespace loomp {

static void printLoop(raw_ostream &out, const LoopResult &loop, const Plan &plan, Form form);
static void printFinding(raw_ostream &out, const Report &report, const Finding &finding);
static bool isOfInterest(const LoopResult &loop, const Options &options);
static void printSummary(raw_ostream &out, const Report &report);

void printText(raw_ostream &out, const Report &report, const Options &options, bool color) {
  out.enable_colors(color);
  for (size_t i = 0; i < report.result.loops.size(); ++i)
    if (!report.result.loops[i].suppressed && isOfInterest(report.result.loops[i], options))
      printLoop(out, report.result.loops[i], report.plans[i], options.form);
  for (const Finding &finding : report.result.findings)
    if (!finding.suppressed)
      printFinding(out, report, finding);
  if (!options.quiet)
    printSummary(out, report);
}

/// Most recursive functions are no candidates for tasks: those are told of only if someone asks.
static bool isOfInterest(const LoopResult &loop, const Options &options) {
  return loop.kind != LoopKind::Function || loop.verdict == Verdict::Parallel ||
         options.form == Form::Tasks;
}

/// `FILE:LINE:COL: level: message [slug]`, with the colours of Clang.
static void printLine(raw_ostream &out, const Position &position, StringRef level,
                      StringRef message, StringRef slug = "") {
  if (out.colors_enabled())
    out.changeColor(raw_ostream::SAVEDCOLOR, true);
  out << position.file << ':' << position.line << ':' << position.column << ": ";
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

static void printPlaces(raw_ostream &out, const LoopResult &loop, const Blocker &blocker) {
  if (!blocker.sourceNote.empty())
    printLine(out, blocker.source.value_or(loop.position), "note", blocker.sourceNote);
  if (!blocker.sinkNote.empty())
    printLine(out, blocker.sink.value_or(loop.position), "note", blocker.sinkNote);
}

static void printRoles(raw_ostream &out, const LoopResult &loop) {
  for (const Role &role : loop.roles) {
    const Position &place = role.declaration.line ? role.declaration : loop.position;
    if (role.kind == RoleKind::Induction && role.induction)
      printLine(out, place, "note",
                formatv("'{0}' is an induction variable: '{1}' [{2}]", role.variable,
                        role.induction->closedForm, "induction-variable")
                    .str());
    else if (role.kind == RoleKind::Reduction)
      printLine(out, place, "note",
                formatv("'{0}' is a reduction with '{1}'", role.variable, role.op).str());
    else if (role.kind == RoleKind::Selection)
      printLine(out, place, "note",
                formatv("'{0}' is what the {1} leaves [selection]", role.variable,
                        role.op == "last"  ? "last iteration that assigns it"
                        : role.op == "min" ? "iteration with the minimum"
                                           : "iteration with the maximum")
                    .str());
    else if (role.kind == RoleKind::ArrayReduction)
      printLine(out, place, "note",
                formatv("the elements of '{0}' are reductions with '{1}'; each thread gets a copy "
                        "of {2} bytes [array-reduction]",
                        role.variable, role.op, role.array->bytes)
                    .str());
    else if (role.array && (role.kind == RoleKind::ArrayPrivate || role.kind == RoleKind::Private ||
                            role.kind == RoleKind::FirstPrivate))
      printLine(out, place, "note",
                formatv("each thread gets a '{0}' of its own{1} [array-private]", role.variable,
                        role.array->bytes ? formatv(", {0} bytes", role.array->bytes).str() : "")
                    .str());
    else if (role.kind == RoleKind::Atomic)
      printLine(out, place, "note",
                formatv("'{0}' is updated with '{1}', each update atomically [atomic]",
                        role.variable, role.op)
                    .str());
  }
}

static void printPlan(raw_ostream &out, const LoopResult &loop, const Plan &plan) {
  for (const Assumption &assumption : loop.assumptions)
    printLine(out, loop.position, "note",
              formatv("parallel only if {0}; {1}", assumption.text,
                      assumption.isGiven ? "assumed by --assume"
                      : assumption.check ? "checked at run time"
                                         : "not checked")
                  .str());
  if (plan.reason.empty() || isRewritten(loop, plan))
    return;
  StringRef what = !loop.editable     ? "not editable"
                   : !plan.profitable ? "not profitable"
                                      : "not selected";
  printLine(out, loop.position, "note", formatv("{0}: {1}", what, plan.reason).str());
}

static void printLoop(raw_ostream &out, const LoopResult &loop, const Plan &plan, Form form) {
  Headline headline = headlineOf(loop, plan);
  printLine(out, loop.position, headline.isWarning ? "warning" : "remark", headline.message,
            headline.slug);
  if (loop.verdict == Verdict::AlreadyParallel)
    return;
  if (loop.verdict == Verdict::Parallel) {
    printRoles(out, loop);
    printPlan(out, loop, plan);
    return;
  }
  const Blocker *main = mainBlocker(loop);
  if (main)
    printPlaces(out, loop, *main);
  for (const Blocker &blocker : loop.blockers) {
    if (&blocker == main)
      continue;
    printLine(out, blocker.source.value_or(loop.position), "note", "also: " + blocker.message,
              blocker.reason);
    printPlaces(out, loop, blocker);
  }
  for (const Blocker &blocker : loop.blockers)
    if (!blocker.remedy.empty())
      printLine(out, loop.position, "note", blocker.remedy);
  for (const RefusedForm &refused : plan.refusedForms)
    if (form == Form::Tasks)
      printLine(out, loop.position, "note", "not as tasks: " + refused.message, refused.reason);
  if (!plan.reason.empty() && loop.kind != LoopKind::Function)
    printLine(out, loop.position, "note", plan.reason);
  else if (!plan.possibleForms.empty() && !plan.selected)
    printLine(
        out, loop.position, "note",
        formatv("'--form={0}' makes it parallel all the same", plan.possibleForms.front()).str());
}

static void printFinding(raw_ostream &out, const Report &report, const Finding &finding) {
  printLine(out, finding.position, "warning", finding.message, finding.id);
  for (const auto &[position, message] : finding.notes)
    printLine(out, position, "note", message);
  if (std::optional<Edit> edit = fixOf(finding, report.texts))
    printLine(out, finding.position, "note",
              formatv("add '{0}' to the directive", StringRef(edit->text).trim()).str());
}

static void printSummary(raw_ostream &out, const Report &report) {
  unsigned total = 0, parallel = 0, rewritten = 0, already = 0, serial = 0, unknown = 0;
  for (size_t i = 0; i < report.result.loops.size(); ++i) {
    const LoopResult &loop = report.result.loops[i];
    if (loop.suppressed || loop.kind == LoopKind::Function || loop.kind == LoopKind::Statements)
      continue;
    ++total;
    parallel += loop.verdict == Verdict::Parallel;
    already += loop.verdict == Verdict::AlreadyParallel;
    serial += loop.verdict == Verdict::Serial;
    unknown += loop.verdict == Verdict::Unknown;
    rewritten += isRewritten(loop, report.plans[i]);
  }
  out << formatv("{0} {1}: {2} parallel ({3} to rewrite), {4} already parallel, {5} serial, {6} "
                 "unknown\n",
                 total, total == 1 ? "loop" : "loops", parallel, rewritten, already, serial,
                 unknown);
}

} // namespace loomp
